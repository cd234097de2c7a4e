/** A number as a text says it. */
export type SaidNumber = {
  readonly value: number
  /** The same without "m", which may be millions or metres; undefined where there is no such doubt. */
  readonly unscaled: number | undefined
  readonly kind: 'plain' | 'percent' | 'ordinal'
  /** As written, for people. */
  readonly text: string
  readonly start: number
  readonly end: number
}

const ones: Readonly<Record<string, string>> = {
  en: 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
  de: 'null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn',
  fr: 'zéro . deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf',
  es: 'cero . dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve',
  it: 'zero . due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove',
  pt: 'zero . dois três quatro cinco seis sete oito nove dez onze doze treze quatorze quinze dezesseis dezessete dezoito dezenove',
  nl: 'nul . twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien',
}

const tens: Readonly<Record<string, string>> = {
  en: 'twenty thirty forty fifty sixty seventy eighty ninety',
  de: 'zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig',
  fr: 'vingt trente quarante cinquante soixante soixante-dix quatre-vingts quatre-vingt-dix',
  es: 'veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa',
  it: 'venti trenta quaranta cinquanta sessanta settanta ottanta novanta',
  pt: 'vinte trinta quarenta cinquenta sessenta setenta oitenta noventa',
  nl: 'twintig dertig veertig vijftig zestig zeventig tachtig negentig',
}

/** What multiplies the number before it, in all languages: none of these words means another thing after a number. */
const scales: Readonly<Record<string, number>> = {
  hundred: 100,
  hundert: 100,
  k: 1e3,
  thousand: 1e3,
  tausend: 1e3,
  duizend: 1e3,
  mil: 1e3,
  mille: 1e3,
  m: 1e6,
  mn: 1e6,
  mio: 1e6,
  million: 1e6,
  millions: 1e6,
  millionen: 1e6,
  miljoen: 1e6,
  millón: 1e6,
  millones: 1e6,
  milione: 1e6,
  milioni: 1e6,
  milhão: 1e6,
  milhões: 1e6,
  b: 1e9,
  bn: 1e9,
  mrd: 1e9,
  billion: 1e9,
  milliarde: 1e9,
  milliarden: 1e9,
  milliard: 1e9,
  milliards: 1e9,
  miljard: 1e9,
  miliardo: 1e9,
  miliardi: 1e9,
  bilhão: 1e9,
  bilhões: 1e9,
  tn: 1e12,
  trillion: 1e12,
}

const ordinals = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
]

/** "billion" is 10⁹ in English and 10¹² in the languages of the long scale. */
const longScale = new Set(['de', 'fr', 'es', 'it', 'nl'])

const pattern =
  /(?<![\p{L}\p{N}])(?:(?<digits>\d+(?:[.,'’\u202F\u00A0]\d+)*)(?<tail>(?:st|nd|rd|th|er|e|ème)(?!\p{L}))?|(?<word>\p{L}+(?:-\p{L}+)?))/gu

const afterNumber = /[\s\u00A0-]{0,2}(\p{L}+)\.?/uy
const percent =
  /\s?(?:%|per\s?cent\b|percentage points?\b|prozent\b|pour\s?cent\b|por\s?cien?to\b|per cento\b|procent\b)/iuy

/** The numbers that a text says, in digits or in words. */
export function numbersIn(text: string, language = 'en'): readonly SaidNumber[] {
  const words = numberWords(language.split('-')[0] ?? 'en')
  const found: SaidNumber[] = []
  for (const match of text.matchAll(pattern)) {
    const last = found.at(-1)
    if (last && match.index < last.end) continue
    const { digits, tail, word = '' } = match.groups ?? {}
    const said = digits === undefined ? inWords(word, words) : toValue(digits, language)
    if (said === undefined) continue
    const { value, length } =
      typeof said === 'number' ? { value: said, length: match[0].length } : said
    const ordinal = tail !== undefined || ordinals.includes(word.toLowerCase())
    found.push(grown(text, value, match.index, match.index + length, ordinal, language))
  }
  return found
}

/** "twenty-one" is a number whole, "six-time" by its first part. */
function inWords(word: string, words: ReadonlyMap<string, number>) {
  const [first = ''] = word.split('-')
  const named = [word, first].find((part) => words.has(part.toLowerCase()))
  const value = words.get(named?.toLowerCase() ?? '')
  return named === undefined || value === undefined ? undefined : { value, length: named.length }
}

function grown(
  text: string,
  value: number,
  start: number,
  from: number,
  ordinal: boolean,
  language: string,
): SaidNumber {
  let end = from
  let total = value
  let unscaled: number | undefined
  for (;;) {
    afterNumber.lastIndex = end
    const next = afterNumber.exec(text)
    const scale = scaleOf(next?.[1] ?? '', language)
    if (next === null || scale === undefined || ordinal) break
    if (next[1] === 'm') unscaled = total
    total *= scale
    end += next[0].replace(/\.$/, '').length
  }
  percent.lastIndex = end
  const share = percent.exec(text)
  if (share) end += share[0].length
  const kind = share ? 'percent' : ordinal ? 'ordinal' : 'plain'
  return { value: rounded(total), unscaled, kind, text: text.slice(start, end), start, end }
}

function scaleOf(word: string, language: string): number | undefined {
  const lower = word.toLowerCase()
  if (lower === 'billion' || lower === 'billionen') {
    return longScale.has(language.split('-')[0] ?? '') ? 1e12 : 1e9
  }
  return Object.hasOwn(scales, lower) ? scales[lower] : undefined
}

/** Groups of three after a comma are thousands; after a full stop only where that is the custom or there are several. */
function toValue(digits: string, language: string): number {
  const plain = digits.replace(/['’\u202F\u00A0]/g, '')
  if (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain)) return Number(plain.replaceAll(',', ''))
  const stopsGroup = !language.startsWith('en') || /^\d{1,3}(\.\d{3}){2,}/.test(plain)
  if (stopsGroup && /^\d{1,3}(\.\d{3})+(,\d+)?$/.test(plain)) {
    return Number(plain.replaceAll('.', '').replace(',', '.'))
  }
  return Number.parseFloat(plain.replace(',', '.'))
}

const rounded = (value: number) => Math.round(value * 1e6) / 1e6

const byLanguage = new Map<string, ReadonlyMap<string, number>>()

function numberWords(language: string): ReadonlyMap<string, number> {
  const known = byLanguage.get(language)
  if (known) return known
  const words = new Map<string, number>()
  const list = (lists: Readonly<Record<string, string>>) => (lists[language] ?? '').split(' ')
  for (const [i, word] of list(ones).entries()) words.set(word, i)
  for (const [i, word] of list(tens).entries()) words.set(word, 20 + 10 * i)
  if (language === 'en') addEnglish(words)
  words.delete('')
  words.delete('.')
  byLanguage.set(language, words)
  return words
}

function addEnglish(words: Map<string, number>): void {
  const small = [...words]
  for (const [ten, tensValue] of small.filter(([, value]) => value >= 20)) {
    for (const [one, value] of small.filter(([, value]) => value > 0 && value < 10)) {
      words.set(`${ten}-${one}`, tensValue + value)
    }
  }
  for (const [i, word] of ordinals.entries()) words.set(word, i + 1)
  words.set('hundred', 100)
  words.set('thousand', 1000)
  words.set('million', 1e6)
  words.set('dozen', 12)
}

/** Both say the same number, whether in digits or words. */
export function isSameNumber(a: SaidNumber, b: SaidNumber): boolean {
  const sameValue = a.value === b.value || a.unscaled === b.value || a.value === b.unscaled
  return sameValue && (a.kind === b.kind || a.kind === 'plain' || b.kind === 'plain')
}
