import { cleanLine } from '../../support/text/clean.ts'

const longestByline = 120
const prefix =
  /^(?:by|von|par|por|di|door|av|af|words by|written by|reported by|posted by|author)\b\s*:?\s*/i
/** What follows the names in many bylines. */
const afterNames =
  /\s*(?:\||•|·|–|—|\bpublished\b|\bupdated\b|\bposted\b|\bon (?=\w+ \d)|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)\w*\.? \d|@|\d{1,2}:\d\d|(?:19|20)\d\d).*$/i
const notAName =
  /^(?:https?:|www\.|@|\S+@\S+$|admin$|administrator$|staff$|editor$|webmaster$|undefined$|null$)/i

/** The names in a byline as a reader would say them; undefined when it names nobody. */
export function cleanByline(names: readonly (string | undefined)[]): string | undefined {
  const cleaned = names
    .map((name) =>
      cleanLine(name ?? '')
        .replace(prefix, '')
        .replace(afterNames, '')
        .trim(),
    )
    .map((name) => name.replace(/[,;]+$/, ''))
    .filter((name) => name !== '' && name.length <= longestByline && !notAName.test(name))
  const unique = [...new Set(cleaned)]
  return unique.length > 0 ? unique.join(', ') : undefined
}
