import { IntlMessageFormat } from 'intl-messageformat'
import { messagesDe } from './messages-de.ts'
import { type MessageKey, type Messages, messagesEn } from './messages-en.ts'
import { messagesEs } from './messages-es.ts'
import { messagesFr } from './messages-fr.ts'
import { messagesPtBr } from './messages-pt-br.ts'

/** Every catalogue, by BCP 47 tag. */
export const catalogues: Readonly<Record<string, Messages>> = {
  en: messagesEn,
  de: messagesDe,
  fr: messagesFr,
  es: messagesEs,
  'pt-BR': messagesPtBr,
}

/** The bot's own words in one language. */
export type Wording = {
  /** BCP 47 tag of a catalogue. */
  readonly language: string
  say(key: MessageKey, values?: Readonly<Record<string, string | number>>): string
}

/** The words for a reader's language; English where there is no catalogue for it. */
export function wordingFor(language: string): Wording {
  const tag = catalogueTag(language)
  const messages = catalogues[tag] ?? messagesEn
  const formats = new Map<MessageKey, IntlMessageFormat>()
  const formatOf = (key: MessageKey) => {
    const format = formats.get(key) ?? new IntlMessageFormat(messages[key], tag)
    formats.set(key, format)
    return format
  }
  return { language: tag, say: (key, values) => String(formatOf(key).format(values)) }
}

function catalogueTag(language: string): string {
  const asked = language.toLowerCase().split('-')[0] ?? ''
  return Object.keys(catalogues).find((tag) => tag.toLowerCase().split('-')[0] === asked) ?? 'en'
}
