import type { CommandCall } from '../domain/command.ts'
import type { Permission } from '../domain/permission.ts'
import type { Memory } from './memory.ts'
import type { CommandTools } from './tools.ts'

const minuteMs = 60_000

/** Asked for by the platforms' own elements, many times over: buttons, home pages, forms as they are filled in. */
const looks: ReadonlySet<string> = new Set(['press', 'home', 'digest times'])

/** Whether a call is looked at, and the rights that were given in its workspace. */
export type Admission =
  | { readonly kind: 'admitted'; readonly permissions: readonly Permission[] }
  /** The platform sent the same request again. */
  | { readonly kind: 'repeated' }
  | { readonly kind: 'too-many'; readonly limit: number }

/** Counts a call and notes who made it, before anything of it is carried out. */
export async function admit(
  call: CommandCall,
  memory: Memory,
  { quotas }: Pick<CommandTools, 'quotas'>,
): Promise<Admission> {
  const { personId, name, locale, timezone } = call.caller
  if (!(await memory.isNewArrival(call.id))) return { kind: 'repeated' }
  const isPress = looks.has(call.command)
  const [kind, limit] = isPress
    ? ['presses', quotas.pressesPerMinutePerPerson]
    : ['commands', quotas.commandsPerMinutePerPerson]
  const own = await memory.countUp(`${kind}:${personId}`, minuteMs)
  if (own > limit) return { kind: 'too-many', limit }
  if (!isPress) {
    const all = await memory.countUp('commands', minuteMs)
    if (all > quotas.commandsPerMinute) {
      return { kind: 'too-many', limit: quotas.commandsPerMinute }
    }
  }
  await memory.rememberPerson({ personId, name, locale, timezone })
  return { kind: 'admitted', permissions: await memory.listPermissions() }
}
