import type { Caller, CommandDesk } from '../../../domain/command.ts'
import type { InboundReply, InboundRequest, Mount } from '../../../support/inbound.ts'
import type { Html } from '../render/html.ts'
import { answerHtml, noAnswer } from './answer.ts'
import { readAsked } from './asked.ts'
import { assetAt } from './assets.ts'
import { channelNamed, firstChannel } from './channel/channel-address.ts'
import { framedPage, wordPage } from './frame.ts'
import { isFromOurPage } from './from-our-page.ts'
import { type Place, placeAt } from './place.ts'
import type { PageHouse } from './reads.ts'
import { viewAt } from './routes.ts'
import type { SignIn } from './sign-in.ts'
import type { View, ViewCall } from './view.ts'

export type ConsolePageOptions = {
  readonly desk: CommandDesk
  readonly caller: Caller
  readonly signIn: SignIn
  readonly house: PageHouse
  newId(): string
  now(): Date
}

/**
 * The console as pages of this machine: what was posted, the stories with what they rest on, feeds, digests, quality and
 * the system, and a box for commands on each of them. Works without scripts.
 */
export function createConsolePage(options: ConsolePageOptions): Mount {
  return {
    path: '/',
    async respond(request) {
      const { pathname, searchParams } = new URL(request.url, 'http://console')
      const asset = assetAt(pathname)
      if (asset) return asset
      if (pathname === '/sign-in') return options.signIn.enter(searchParams.get('key'))
      if (!options.signIn.isIn(request)) return signedOut
      if (request.method === 'GET') return show(request, options)
      if (request.method !== 'POST') return word(405, 'That is not how this page is used.')
      if (!isFromOurPage(request)) return word(403, 'This did not come from the page itself.')
      return show(request, options)
    },
  }
}

async function show(request: InboundRequest, options: ConsolePageOptions): Promise<InboundReply> {
  const { pathname, searchParams } = new URL(request.url, 'http://console')
  const workspaces = await options.house.workspaces()
  const place = placeAt(pathname, workspaces)
  const view = place && (await viewAt(place.pathname))
  if (!place || !view) return nothingHere
  const caller = callerAt(place, view.words, options.caller)
  const call: ViewCall = {
    ...options,
    base: place.base,
    words: view.words,
    query: searchParams,
    reads: options.house.readsOf(place.workspaceId),
    rendererFor: options.house.rendererFor,
    system: options.house.system,
    caller,
    now: options.now(),
    address: pathname,
    answer: request.method === 'POST' ? await ask(request, pathname, caller, options) : noAnswer,
  }
  const drawn = await view.draw(call)
  if (drawn === undefined) return nothingHere
  return 'status' in drawn ? drawn : framed(drawn, call, workspaces)
}

/** Whoever sits here acts in the workspace that the page shows. */
function callerAt({ workspaceId, pathname }: Place, words: readonly string[], caller: Caller) {
  const isChannel = pathname === '/' || pathname.startsWith('/channels/')
  const own = workspaceId === caller.workspaceId ? firstChannel : undefined
  const shown = isChannel && words.length > 0 ? channelNamed(words[0]) : own
  return { ...caller, workspaceId, channel: shown }
}

async function ask(
  request: InboundRequest,
  address: string,
  caller: Caller,
  { desk, newId }: ConsolePageOptions,
): Promise<Html> {
  const { typed, ...asked } = await readAsked(request, desk.specs)
  const reply = await desk.run({ ...asked, id: newId(), caller })
  return answerHtml(typed, reply, address)
}

async function framed(
  view: View,
  { base, reads, desk, address }: ViewCall,
  workspaces: Awaited<ReturnType<PageHouse['workspaces']>>,
): Promise<InboundReply> {
  const frame = {
    base,
    workspaces,
    channels: await reads.channels(),
    commands: desk.specs.filter(({ isHidden }) => !isHidden).map(({ name }) => name),
    address,
  }
  return { status: 200, headers: htmlHeaders, body: framedPage(view, frame).markup }
}

const htmlHeaders = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }

function word(status: number, words: string): InboundReply {
  return { status, headers: htmlHeaders, body: wordPage('Dateline', words).markup }
}

const nothingHere = word(404, 'There is no such page.')
const signedOut = word(401, 'Open the link that the bot printed when it started; it signs you in.')
