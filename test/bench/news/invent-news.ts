/** One invented telling of an invented event. */
export type InventedNews = { readonly title: string; readonly text: string; readonly place: string }

const onsets = ['l', 'm', 'st', 'b', 'k', 'v', 't', 's', 'd', 'f', 'gr', 'h', 'p', 'r']
const rhymes = ['in', 'ar', 'ost', 'el', 'on', 'er', 'al', 'un', 'or', 'av', 'ide', 'eam']
const firstNames = ['Ana', 'Karl', 'Mina', 'Yann', 'Ruth', 'Omar', 'Ida', 'Paul']
const things = ['bridge', 'harbour', 'tunnel', 'school', 'ferry', 'market', 'library', 'dam']
const deeds = ['closed', 'rebuilt', 'sold', 'flooded', 'opened', 'inspected']
const causes = ['cracks', 'a storm', 'a court ruling', 'a strike', 'a fire', 'new rules']
const lexiconSize = 8_000

/** Articles of about 2,500 characters in the words of their event and in common ones; each event is told one to five times. */
export function inventNews(count: number): readonly InventedNews[] {
  const told: InventedNews[] = []
  for (let event = 0; told.length < count; event += 1) {
    for (let telling = 0; telling <= (event * 7) % 5; telling += 1) told.push(tell(event, telling))
  }
  return told.slice(0, count)
}

function tell(event: number, telling: number): InventedNews {
  const ofEvent = createRandom(event)
  const place = capital(word(Math.floor(ofEvent() * 1e6)))
  const mayor = `${pick(firstNames, ofEvent)} ${capital(word(Math.floor(ofEvent() * 1e6)))}`
  const [thing, deed, cause] = [pick(things, ofEvent), pick(deeds, ofEvent), pick(causes, ofEvent)]
  const own = Array.from({ length: 30 }, () => word(Math.floor(lexiconSize * ofEvent())))
  const cost = 3 + Math.floor(ofEvent() * 90)
  const random = createRandom(event * 31 + telling + 1)
  // The commonest words are used most, as in a language.
  const some = () =>
    random() < 0.4 ? pick(own, random) : word(Math.floor(lexiconSize ** random()))
  const paragraphs = Array.from({ length: 12 }, (_, at) => {
    if (at === 1) return `“The ${thing} will not wait for the ${some()},” ${mayor} told reporters.`
    return `The ${some()} of ${place} said on Tuesday that the ${some()} and the ${some()} near the ${some()} would need ${cost + at} million and the ${some()} of the ${some()} until March, while the ${some()} waits for the ${some()}.`
  })
  const lead = `The ${thing} of ${place} is ${deed} after ${cause}, Mayor ${mayor} said on Monday. It will cost ${cost} million.`
  const more = telling > 0 ? `, ${pick(own, random)} ${pick(own, random)} says` : ''
  const title = `${capital(thing)} of ${place} ${deed} after ${cause}${more}`
  return { title, text: [lead, ...paragraphs].join('\n\n'), place }
}

function word(number: number): string {
  const syllable = (at: number) => {
    const part = Math.floor(number / 168 ** at)
    return `${onsets[part % 14]}${rhymes[Math.floor(part / 14) % 12]}`
  }
  return number < 168
    ? `${syllable(0)}s`
    : `${syllable(0)}${syllable(1)}${number < 28_224 ? '' : syllable(2)}`
}

function pick(list: readonly string[], random: () => number): string {
  return list[Math.floor(random() * list.length)] ?? ''
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}

/** The same numbers for the same seed (Park and Miller's minimal standard generator). */
export function createRandom(seed: number): () => number {
  let state = ((seed * 7919) % 2147483646) + 1
  return () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
}
