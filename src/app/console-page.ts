import type { Settings } from '../config/settings.ts'
import type { CommandDesk } from '../domain/command.ts'
import { createConsolePage } from '../platforms/console/page/console-page.ts'
import { byOneTimeLink, openOnThisMachine, type SignIn } from '../platforms/console/page/sign-in.ts'
import type { Mount } from '../support/inbound.ts'
import type { RecentLines } from '../support/recent-lines.ts'
import { consoleCaller } from './console.ts'
import type { App } from './joined.ts'
import { createPageHouse } from './page/page-house.ts'

/** Nobody signs in on the machine itself; everybody who comes from elsewhere does. */
export function signInFor({ host }: Settings['http'], newId: () => string): SignIn {
  const isLoopback = host === 'localhost' || host === '::1' || host.startsWith('127.')
  return isLoopback ? openOnThisMachine() : byOneTimeLink(newId)
}

export type PageOptions = {
  readonly desk: CommandDesk
  readonly signIn: SignIn
  newId(): string
  /** What was logged in the last hour; nothing where no log is kept. */
  readonly recentLines?: RecentLines['lines']
}

/** The console's page over what stands in the store. */
export function consolePage(
  { store, house }: Pick<App, 'store' | 'house'>,
  { desk, signIn, newId, recentLines = () => [] }: PageOptions,
): Mount {
  return createConsolePage({
    desk,
    caller: consoleCaller,
    signIn,
    house: createPageHouse(store, recentLines),
    newId,
    now: house.clock.now,
  })
}
