import type { Settings } from '../config/settings.ts'
import type { CommandDesk } from '../domain/command.ts'
import type { Document } from '../domain/document.ts'
import { createConsolePage } from '../platforms/console/page/console-page.ts'
import type { StandingThread } from '../platforms/console/page/pages.ts'
import { byOneTimeLink, openOnThisMachine, type SignIn } from '../platforms/console/page/sign-in.ts'
import {
  channelMessages,
  messageChannels,
  type StandingMessage,
} from '../store/messages/messages.ts'
import type { Mount } from '../support/inbound.ts'
import { consoleCaller, consoleWorkspace } from './console.ts'
import type { App } from './joined.ts'

/** The newest digests of a channel; older ones are in the database. */
const threadsShown = 30

/** Nobody signs in on the machine itself; everybody who comes from elsewhere does. */
export function signInFor({ host }: Settings['http'], newId: () => string): SignIn {
  const isLoopback = host === 'localhost' || host === '::1' || host.startsWith('127.')
  return isLoopback ? openOnThisMachine() : byOneTimeLink(newId)
}

/** The console's page over what stands in the store. */
export function consolePage(
  { store }: Pick<App, 'store'>,
  desk: CommandDesk,
  signIn: SignIn,
  newId: () => string,
): Mount {
  return createConsolePage({
    desk,
    caller: consoleCaller,
    signIn,
    newId,
    channels: () => store.inWorkspace(consoleWorkspace, messageChannels),
    threads: (channel) =>
      store.inWorkspace(consoleWorkspace, async (tx) =>
        toThreads(await channelMessages(tx, channel, threadsShown)),
      ),
  })
}

function toThreads(messages: readonly StandingMessage[]): readonly StandingThread[] {
  const documentOf = ({ payload }: StandingMessage) => payload.document as Document
  return messages
    .filter(({ parentId }) => parentId === undefined)
    .map((parent) => ({
      document: documentOf(parent),
      replies: messages.filter(({ parentId }) => parentId === parent.id).map(documentOf),
    }))
}
