import { SummarizerError } from '../../domain/errors.ts'
import { wordingFor } from '../../domain/wording/wording.ts'

/** Why the language model gave nothing that may be used. */
export type ModelFault =
  | 'Late'
  | 'Unreachable'
  | 'Refused'
  | 'Busy'
  | 'Broken'
  | 'Failed'
  | 'Cut'
  | 'Filtered'
  | 'Resting'
  | 'Spent'
  | 'TooLong'

/** What to throw for each fault: a sentence for whoever reads this language. */
export function faultsIn(language: string | undefined) {
  const wording = wordingFor(language ?? 'en')
  return (fault: ModelFault, cause?: unknown) =>
    new SummarizerError(wording.say(`brief.model${fault}`), { cause })
}
