import { UsageError } from '../../domain/errors.ts'
import { catalogues, type Wording } from '../../domain/wording/wording.ts'
import { short } from '../options.ts'

/** Languages that news is written in; others are taken by their tag all the same. */
const common =
  'ar bg bn ca cs da de el en es et eu fa fi fr gl he hi hr hu id it ja ko lt lv ms nb nl no pl pt ro ru sk sl sq sr sv sw ta th tr uk ur vi zh'.split(
    ' ',
  )

/** Name in small letters → tag: in English, in the language itself, and in the languages of the catalogue. */
const tagByName = new Map(
  common.flatMap((tag) =>
    [...Object.keys(catalogues), tag].flatMap((language) => {
      const name = new Intl.DisplayNames(language, { type: 'language' }).of(tag)
      return name ? [[name.toLowerCase(), tag] as const] : []
    }),
  ),
)

/** A BCP 47 tag from a tag or a language's name: `de`, `pt-BR`, `German`, `Deutsch`. */
export function readLanguage(typed: string, wording: Wording): string {
  const named = tagByName.get(typed.trim().toLowerCase())
  if (named) return named
  const tag = canonical(typed.trim())
  const isKnown = tag && new Intl.DisplayNames('en', { type: 'language' }).of(tag) !== tag
  if (tag && isKnown) return tag
  throw new UsageError(wording.say('fault.language', { value: short(typed) }), {
    option: 'language',
  })
}

function canonical(tag: string): string | undefined {
  try {
    return /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag) ? Intl.getCanonicalLocales(tag)[0] : undefined
  } catch {
    return undefined
  }
}
