import { sensesIn } from '../text/senses.ts'
import { bareName, nameWordsIn } from '../verify/names.ts'
import { numbersIn } from '../verify/numbers.ts'

/** What a question wants to know. */
export type Question = {
  readonly wants: 'person' | 'time' | 'place' | 'number' | 'money' | 'cause' | 'words' | 'anything'
  /** What it is about; what it asks for is not among it. */
  readonly senses: readonly string[]
  /** The names in it, bare: an article that has none of them is about something else. */
  readonly names: readonly string[]
  readonly numbers: readonly number[]
  /** Whose words are wanted, as the question names them. */
  readonly speaker: string | undefined
  /** It asks what is to come. */
  readonly isAhead: boolean
}

const kinds: readonly (readonly [Question['wants'], RegExp])[] = [
  [
    'money',
    /\b(?:how much (?:money|did|does|do|will|would|is|was|has|have)|what (?:is|was|are|were|will be) the (?:price|cost|fine|value|budget)|how expensive|wie teuer|wie viel (?:geld|kostet)|combien coûte|cuánto cuesta|quanto custa|quanto costa)\b/iu,
  ],
  [
    'number',
    /\b(?:how (?:many|old|long|far|fast|big|large|high|tall|often)|how much|what (?:percentage|share|number|proportion)|wie ?viele?|wie (?:alt|lang|weit|hoch)|combien|cuánt[oa]s?|quant[oaie]s?|hoeveel)\b/iu,
  ],
  [
    'time',
    /\b(?:when|(?:what|which) (?:day|date|year|month|time)|since when|until when|wann|quand|cuándo|quando|wanneer)\b/iu,
  ],
  [
    'place',
    /\b(?:where|(?:what|which) (?:city|town|country|place|street|region|state|village)|wo|wohin|woher|où|dónde|onde|dove|waar)\b/iu,
  ],
  [
    'person',
    /\b(?:who|whom|whose|wer|wem|wen|qui|quién(?:es)?|quem|chi|wie(?= (?:is|was|heeft)\b))\b/iu,
  ],
  [
    'cause',
    /\b(?:why|what (?:caused|causes|led to)|for what reason|how come|warum|weshalb|wieso|pourquoi|por qué|por que|perché|waarom)\b/iu,
  ],
]

/** "What did the minister say about the bridge?": whose words, and what about. */
const wordsOfSomebody =
  /\bwhat (?:did|does|do|has|have|had) (?<who>.+?) (?:say|said|tell|told|think|thinks|claim|claimed|argue|argued|warn|warned|announce|announced|promise|promised|answer|reply|replied|comment|write|wrote|explain|explained)\b(?<rest>.*)/iu
const wordsElsewhere =
  /\b(?:was (?:sagte?|hat|meinte?) (?<de>.+?)(?: gesagt)?(?<deRest> (?:über|zu[mr]?) .*)?[?]?$|qu[e']?\s?(?:a dit|est-ce qu[e']? ?(?:a dit)?) (?<fr>.+?)(?<frRest> (?:sur|de|du|à propos) .*)?[?]?$|qué (?:dijo|ha dicho) (?<es>.+?)(?<esRest> (?:sobre|de) .*)?[?]?$)/iu

/** What asks and says nothing of what it asks about. */
const asking =
  /\b(?:what|which|who|whom|whose|when|where|why|how|many|much|did|does|do|is|are|was|were|has|have|had|will|would|can|could|should|tell|me|please|know|happened|kind|sort|there|it|name|day|date|year|month|time|city|town|country|place|reason|caused?|happen|happens|happening|occur|occurred|take place|took place|affected|involved|people|number|long|want|wants|need|needs)\b/giu

export function readQuestion(text: string, language?: string): Question {
  const said = wordsOfSomebody.exec(text) ?? wordsElsewhere.exec(text)
  const groups = said?.groups ?? {}
  const speaker = groups.who ?? groups.de ?? groups.fr ?? groups.es
  const rest = groups.rest ?? groups.deRest ?? groups.frRest ?? groups.esRest ?? ''
  const about = speaker === undefined ? text : rest
  const wants =
    speaker === undefined ? (kinds.find(([, kind]) => kind.test(text))?.[0] ?? 'anything') : 'words'
  return {
    wants,
    isAhead: /\b(?:will|going to|wird|werden|sera|seront)\b/iu.test(text),
    senses: [...new Set(sensesIn(about.replace(asking, ' '), language))],
    names: nameWordsIn(text, language).map((word) => bareName(word.text)),
    numbers: numbersIn(text, language)
      .map(({ value }) => value)
      .filter((value) => value > 1),
    speaker: speaker?.replace(/^(?:the|a|an|der|die|das|le|la|les|el|los|las)\s+/iu, '').trim(),
  }
}
