import { readFileSync } from 'node:fs'
import type { ChannelRef } from '../../../domain/channel.ts'
import type { Caller, CommandCall, CommandDesk, Reply } from '../../../domain/command.ts'
import { parseCommandLine } from '../../../domain/command-line.ts'
import type { InboundReply, InboundRequest, Mount } from '../../../support/inbound.ts'
import { isFromOurPage } from './from-our-page.ts'
import { channelPage, type StandingThread, wordPage } from './pages.ts'
import type { SignIn } from './sign-in.ts'

export type ConsolePageOptions = {
  readonly desk: CommandDesk
  readonly caller: Caller
  readonly signIn: SignIn
  newId(): string
  channels(): Promise<readonly ChannelRef[]>
  threads(channel: ChannelRef): Promise<readonly StandingThread[]>
}

const style = readFileSync(new URL('console.css', import.meta.url), 'utf8')

/** What stands where nothing has been posted. */
const firstChannel: ChannelRef = { platform: 'console', id: 'main' }

type Asked = Pick<CommandCall, 'command' | 'options' | 'isForm'> & { readonly typed?: string }

/** The console as a page of this machine: its channels as they were posted, and a box for commands. Works without scripts. */
export function createConsolePage(options: ConsolePageOptions): Mount {
  return {
    path: '/',
    async respond(request) {
      const { pathname, searchParams } = new URL(request.url, 'http://console')
      if (pathname === '/console.css') return css
      if (pathname === '/sign-in') return options.signIn.enter(searchParams.get('key'))
      if (!options.signIn.isIn(request)) return signedOut
      if (request.method === 'GET') return show(pathname, undefined, options)
      if (request.method !== 'POST') return word(405, 'That is not how this page is used.')
      if (!isFromOurPage(request)) return word(403, 'This did not come from the page itself.')
      return show(pathname, readAsked(request, options), options)
    },
  }
}

async function show(
  pathname: string,
  asked: Asked | undefined,
  { desk, caller, newId, channels, threads }: ConsolePageOptions,
): Promise<InboundReply> {
  const channel = channelAt(pathname)
  if (channel === undefined) return word(404, 'There is no such page.')
  const reply: Reply | undefined =
    asked && (await desk.run({ ...asked, id: newId(), caller: { ...caller, channel } }))
  const known = await channels()
  const isKnown = known.some(({ id }) => id === channel.id)
  const html = channelPage({
    channels: isKnown ? known : [channel, ...known],
    channel,
    threads: await threads(channel),
    typed: asked?.typed,
    reply,
    commands: desk.specs.filter(({ isHidden }) => !isHidden).map(({ name }) => name),
  })
  return { status: 200, headers: htmlHeaders, body: html }
}

function channelAt(pathname: string): ChannelRef | undefined {
  if (pathname === '/') return firstChannel
  const [, id] = /^\/channels\/([A-Za-z0-9_-]{1,64})$/.exec(pathname) ?? []
  return id === undefined ? undefined : { platform: 'console', id }
}

/** A typed line, a pressed button, or a form that was filled in. */
function readAsked({ body }: InboundRequest, { desk }: ConsolePageOptions): Asked {
  const fields = new URLSearchParams(Buffer.from(body).toString('utf8'))
  const action = fields.get('action')
  if (action !== null) return { command: 'press', options: { action } }
  const command = fields.get('command')
  if (command !== null) return { command, options: optionsOf(fields), isForm: true }
  const typed = fields.get('line') ?? ''
  const parsed = parseCommandLine(typed, desk.specs)
  if (parsed.kind === 'command') return { ...parsed, typed }
  return {
    command: parsed.kind === 'unknown' ? parsed.command : 'briefing help',
    options: {},
    typed,
  }
}

function optionsOf(fields: URLSearchParams): Readonly<Record<string, string>> {
  const given = [...fields].filter(([name, value]) => name.startsWith('option.') && value !== '')
  return Object.fromEntries(given.map(([name, value]) => [name.slice('option.'.length), value]))
}

const htmlHeaders = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }
const css: InboundReply = {
  status: 200,
  headers: { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'max-age=3600' },
  body: style,
}

function word(status: number, words: string): InboundReply {
  return { status, headers: htmlHeaders, body: wordPage('Dateline', words) }
}

const signedOut = word(401, 'Open the link that the bot printed when it started; it signs you in.')
