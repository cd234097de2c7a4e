import type { Caller } from '../domain/command.ts'
import { personId, workspaceId } from '../domain/ids.ts'
import type { Platform } from '../domain/platform.ts'
import { createConsolePlatform } from '../platforms/console/console-platform.ts'
import type { TextFormat } from '../platforms/console/render/render-text.ts'
import { changeMessage, findMessage, keepMessage } from '../store/messages/messages.ts'
import type { Store } from '../store/store.ts'

/** The workspace of this machine's own terminal and page. */
export const consoleWorkspace = workspaceId('console:local')

/** Whoever sits at this machine runs the bot. */
export const consoleCaller: Caller = {
  platform: 'console',
  workspaceId: consoleWorkspace,
  personId: personId('operator'),
  name: 'operator',
  isAdmin: true,
  isStranger: false,
  locale: 'en',
  timezone: undefined,
  channel: { platform: 'console', id: 'main' },
  thread: undefined,
}

/** The console with its messages in the store. */
export function createConsole(
  store: Store,
  format: TextFormat,
  write: (text: string) => void,
): Platform {
  return createConsolePlatform({
    workspaceId: consoleWorkspace,
    format,
    write,
    keep: (message) => store.inWorkspace(consoleWorkspace, (tx) => keepMessage(tx, message)),
    change: (id, payload) =>
      store.inWorkspace(consoleWorkspace, (tx) => changeMessage(tx, id, payload)),
    stands: (id) =>
      store.inWorkspace(consoleWorkspace, async (tx) => (await findMessage(tx, id)) !== undefined),
  })
}
