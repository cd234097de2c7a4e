import { writeChannelRef } from './channel.ts'
import type { Delivery, Verdict } from './delivery.ts'
import type { Document } from './document.ts'
import { moneyWords } from './money.ts'
import type { Silence } from './silence.ts'
import type { Wording } from './wording/wording.ts'

/** What admins are told of a delivery that came to nothing. */
export function deliveryNotice(
  { channel, part }: Pick<Delivery, 'channel' | 'part'>,
  { state, words }: Pick<Verdict, 'state' | 'words'>,
  wording: Wording,
): Document {
  const place = { channel: writeChannelRef(channel), why: words }
  if (state === 'suspended') return warning(wording.say('notice.suspended', place))
  return warning(wording.say(part === 0 ? 'notice.dead' : 'notice.deadPart', place))
}

/** What admins are told of a channel that has had no news for long. */
export function silenceNotice(
  title: string,
  { digests, reason }: Silence,
  wording: Wording,
): Document {
  const why =
    reason.kind === 'feeds'
      ? wording.say('silence.feeds', { names: reason.names.join(', ') })
      : wording.say(reason.kind === 'filters' ? 'silence.filters' : 'silence.nothing')
  return warning(`${wording.say('notice.silent', { title, count: digests })} ${why}`)
}

/** What admins are told of the month's budget for the language model, at its two stages. */
export function budgetNotice(
  stage: 'soft' | 'hard',
  spentMicroDollars: number,
  limitMicroDollars: number,
  wording: Wording,
): Document {
  const money = (micros: number) => moneyWords(micros, wording.language)
  const values = { spent: money(spentMicroDollars), limit: money(limitMicroDollars) }
  return warning(wording.say(stage === 'soft' ? 'notice.budgetSoft' : 'notice.budgetHard', values))
}

function warning(text: string): Document {
  return { blocks: [{ kind: 'notice', tone: 'warning', text }], fallback: text }
}
