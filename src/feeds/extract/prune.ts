import { isBoilerplate, isLabel, startsLikeLabel } from './boilerplate.ts'

/** Of whatever DOM, what pruning needs of an element. */
export type PageElement = {
  readonly tagName: string
  readonly textContent: string | null
  readonly children: ArrayLike<PageElement> & Iterable<PageElement>
  readonly parentElement: PageElement | null
  readonly firstElementChild: PageElement | null
  readonly previousElementSibling: PageElement | null
  readonly nextElementSibling: PageElement | null
  querySelector(selector: string): PageElement | null
  querySelectorAll(selector: string): Iterable<PageElement>
  getAttribute(name: string): string | null
  setAttribute(name: string, value: string): void
  remove(): void
}

const list = (words: string) => new Set(words.trim().split(/\s+/))

/** Elements that never hold a sentence of the article. */
const junkTags = list('NAV FIGCAPTION TIME FORM BUTTON INPUT SELECT LABEL ASIDE FOOTER DIALOG MENU')

/** Words of class names and ids for what stands in an article and is none of it. */
const junkWords = list(`
  related recommended recommendation recommendations recirc recirculation newsletter newsletters signup singup
  subscribe subscription share sharing sharebar social promo promotion advert adverts advertisement advertising ad ads
  sponsor sponsored breadcrumb breadcrumbs comment comments gallery slideshow carousel rail sidebar teaser teasers popular
  trending copyright copyrights cookie cookies disclaimer rollover caption captions credit credits newscaption byline
  timestamp dateline toolbar tags readmore outbrain taboola disqus jetpack pagination pager print paywall login cta
  sr screenreader hidden offscreen noscript skip wpcnt infobox outdated vukkle polls quiz
`)
const junkPairs =
  /(?:read|see|view|load|show)[-_ ]?(?:more|also|next)|more[-_ ]?(?:stories|from|on|news|articles|like)|also[-_ ]?(?:like|read)|you[-_ ]?may|off[-_ ]?screen|screen[-_ ]?reader|visually[-_ ]?hidden|sign[-_ ]?up|off[-_ ]?canvas|editors?[-_ ]?(?:picks?|choice)|most[-_ ]?(?:read|viewed|popular)|reading[-_ ]?time|read[-_ ]?time|post[-_ ]?(?:views|tags|nav|date|meta|info)|call[-_ ]?to[-_ ]?action/i

/** Words for what stands above or below an article; junk when short. */
const edgeWords = list(`
  author authors bio meta date posted published updated time views info details submitted refs controls kicker
  attribution source sources storydate postinfo postdate publication standfirst dek deck subheadline subtitle hed
`)

/** The share of the article's text that one element of each kind may take with it. */
const mostShare = { tag: 0.4, word: 0.25, list: 0.25, teaser: 0.15 }
const mostEdgeLength = 700

const wrapperNames = 'data-wrapper-names'

/**
 * Gives the names of every wrapper to the one element that it wraps, because Readability drops wrappers and their names
 * with them. For the whole page, before the article is sought.
 */
export function passNamesDown(page: PageElement): void {
  for (const wrapper of page.querySelectorAll('div, section')) {
    const only = wrapper.firstElementChild
    if (only && !only.nextElementSibling)
      only.setAttribute(wrapperNames, nameOf(wrapper).slice(-300))
  }
}

/**
 * Takes out of a found article what is not its text: captions, bylines, shares, lists of other articles. Nothing goes
 * that holds too large a part of the text, for then it is the article whatever it is called.
 */
export function prune(article: PageElement): void {
  const total = lengthOf(article)
  if (total === 0) return
  pruneTeasers(article, total)
  pruneChildren(article, total)
  pruneLists(article, total)
  pruneLines(article)
}

/** Small articles beside or within one that holds most of the text are teasers of others. */
function pruneTeasers(article: PageElement, total: number): void {
  const articles = [...article.querySelectorAll('article')]
  if (!articles.some((one) => lengthOf(one) > total / 2)) return
  for (const one of articles) if (lengthOf(one) / total < mostShare.teaser) one.remove()
}

function pruneChildren(element: PageElement, total: number): void {
  for (const child of [...element.children]) {
    if (isJunk(child, total)) child.remove()
    else pruneChildren(child, total)
  }
}

function isJunk(element: PageElement, total: number): boolean {
  // Measured only where it matters: a text is gathered anew from all that is beneath its element.
  const isAtMost = (share: number) => lengthOf(element) / total <= share
  const tag = element.tagName
  if (junkTags.has(tag) && isAtMost(mostShare.tag)) return true
  if (tag === 'HEADER') return isAtMost(mostShare.word)
  if (tag === 'FIGURE') return isAtMost(mostShare.word) && !holdsText(element)
  const name = nameOf(element)
  if (name === '') return false
  const words = wordsOf(name)
  if (words.some((word) => junkWords.has(word)) || junkPairs.test(name)) {
    return isAtMost(mostShare.word)
  }
  const isEdge = words.some((word) => edgeWords.has(word))
  return isEdge && lengthOf(element) <= mostEdgeLength && isAtMost(mostShare.word)
}

function nameOf(element: PageElement): string {
  const wrapper = element.getAttribute(wrapperNames) ?? ''
  const [names, id] = [element.getAttribute('class') ?? '', element.getAttribute('id') ?? '']
  return `${wrapper} ${names} ${id}`.trim()
}

/** Tables, quotations and listings inside figures are text. */
function holdsText(figure: PageElement): boolean {
  return figure.querySelector('table, blockquote, pre') !== null
}

/** `relatedStories__item` says related, stories and item. */
function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
}

/** Lists that lead to other articles, for their label says so or because they are nothing but links. */
function pruneLists(article: PageElement, total: number): void {
  for (const found of [...article.querySelectorAll('ul, ol')]) {
    const items = [...found.children]
    const before = found.previousElementSibling
    const isLabelled = before !== null && isLabel(textOf(before))
    const leads = isLabelled ? leadsElsewhere(items) : items.length > 2 && items.every(isOnlyLink)
    if (!leads || lengthOf(found) / total > mostShare.list) continue
    if (isLabelled) before.remove()
    found.remove()
  }
}

function leadsElsewhere(items: readonly PageElement[]): boolean {
  return items.filter((item) => item.querySelector('a') !== null).length >= items.length * 0.7
}

/** Lines that publishers put into every article, and the links that follow a label. */
function pruneLines(article: PageElement): void {
  let afterLabel = false
  for (const line of [...article.querySelectorAll(lineTags)]) {
    const text = textOf(line)
    if (text === '' || line.querySelector('p, div, ul, ol, table, blockquote') !== null) continue
    const isTeaser: boolean =
      isLeadingLine(line) && isOnlyLink(line) && (afterLabel || isShouted(text))
    const isCall = startsLikeLabel(text) && linkedShare(line) > 0.5
    if (isBoilerplate(text) || isTeaser || isCall) line.remove()
    if (isLeadingLine(line)) afterLabel = isLabel(text) || (afterLabel && isTeaser)
  }
}

const lineTags = 'p, h1, h2, h3, h4, h5, h6, li, div, center, strong, em, span'

const isLeadingLine = (line: PageElement) => /^(?:P|DIV|H[1-6]|LI)$/.test(line.tagName)

const isShouted = (text: string) =>
  text.length > 15 && text === text.toUpperCase() && /\p{Lu}.*\s.*\p{Lu}/u.test(text)

const isOnlyLink = (element: PageElement) => linkedShare(element) >= 0.9

/** How much of an element's text is links, from 0 to 1. */
function linkedShare(element: PageElement): number {
  const length = textOf(element).length
  let linked = 0
  for (const link of element.querySelectorAll('a')) linked += textOf(link).length
  return length === 0 ? 0 : linked / length
}

const textOf = (element: PageElement) => (element.textContent ?? '').replace(/\s+/g, ' ').trim()

const lengthOf = (element: PageElement) => textOf(element).length
