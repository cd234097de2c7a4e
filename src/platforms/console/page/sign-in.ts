import { createHash, timingSafeEqual } from 'node:crypto'
import type { InboundReply, InboundRequest } from '../../../support/inbound.ts'

/** Who may see the page. */
export type SignIn = {
  /** The path that signs a browser in, once; undefined where nobody needs to. */
  readonly path: string | undefined
  isIn(request: Pick<InboundRequest, 'headers'>): boolean
  enter(key: string | null): InboundReply
}

const loopback = new Set(['127.0.0.1', '::1', '[::1]', 'localhost'])

/** The page listens on this machine alone: whoever reaches it sits there, as long as the address asked for is this machine. */
export function openOnThisMachine(): SignIn {
  return {
    path: undefined,
    // A stranger's name that leads here would let that stranger's pages read ours (DNS rebinding).
    isIn: ({ headers }) => loopback.has(hostOf(headers.host)),
    enter: () => ({ status: 303, headers: { location: '/' } }),
  }
}

/** The page listens elsewhere: a link that works once gives a browser a cookie for as long as the bot runs. */
export function byOneTimeLink(newId: () => string): SignIn {
  const session = newId()
  let key: string | undefined = newId()
  return {
    path: `/sign-in?key=${key}`,
    isIn: ({ headers }) => isSame(cookieOf(headers.cookie), session),
    enter(given) {
      if (key === undefined || given === null || !isSame(given, key))
        return {
          status: 401,
          headers: plain,
          body: 'This link was used, or is not the right one.\n',
        }
      key = undefined
      const cookie = `dateline=${session}; HttpOnly; SameSite=Strict; Path=/`
      return { status: 303, headers: { location: '/', 'set-cookie': cookie } }
    },
  }
}

const plain = { 'content-type': 'text/plain; charset=utf-8' }

function hostOf(host: string | undefined): string {
  return (host ?? '').replace(/:\d+$/, '')
}

function cookieOf(header: string | undefined): string {
  return /(?:^|;\s*)dateline=([\w-]+)/.exec(header ?? '')?.[1] ?? ''
}

/** In the same time whatever differs. */
function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(one), digest(other))
}
