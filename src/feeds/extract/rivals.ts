import { type ArticleText, htmlToText } from './html-text.ts'
import { isObject, type JsonObject } from './json-ld.ts'

/** A rival must be this much longer than the page's own text before it is believed instead. */
const muchLonger = 1.6
/** A page text shorter than this is no article; embedded data is searched then. */
const shortestArticle = 400
const shortestParagraph = 60
const fewestParagraphs = 3
const maxDepth = 24
const maxValues = 50_000

/** The page's text, or the article that its data carries when that is clearly the fuller one. */
export function fullest(
  page: ArticleText,
  objects: readonly JsonObject[],
  scripts: readonly string[],
): ArticleText {
  const bodies = objects
    .map((object) => object.articleBody)
    .filter((body) => typeof body === 'string')
  const rival = longest(bodies.map(htmlToText))
  if (rival && rival.text.length > Math.max(page.text.length * muchLonger, 200)) return rival
  if (page.text.length >= shortestArticle) return page
  const embedded = longest(scripts.flatMap(textsIn))
  return embedded && embedded.text.length > shortestArticle ? embedded : page
}

function longest(texts: readonly ArticleText[]): ArticleText | undefined {
  return texts.toSorted((a, b) => b.text.length - a.text.length)[0]
}

/** Articles inside the data that a page is built from: one long piece of HTML, or a list of paragraphs. */
function textsIn(script: string): readonly ArticleText[] {
  const found: ArticleText[] = []
  let seen = 0
  const visit = (value: unknown, depth: number) => {
    if (depth > maxDepth || ++seen > maxValues) return
    if (typeof value === 'string' && hasParagraphs(value)) found.push(htmlToText(value))
    if (Array.isArray(value)) found.push(...joined(value))
    if (typeof value === 'object' && value !== null) {
      for (const one of Object.values(value)) visit(one, depth + 1)
    }
  }
  visit(parse(script), 0)
  return found
}

const hasParagraphs = (html: string) => html.split(/<p[\s>]/i).length > fewestParagraphs

function joined(list: readonly unknown[]): readonly ArticleText[] {
  const paragraphs = list.map(paragraphOf).filter((text) => text.length >= shortestParagraph)
  if (paragraphs.length < fewestParagraphs) return []
  return [htmlToText(paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join(''))]
}

/** The text of one entry of a list of paragraphs, under the names that publishing systems use. */
function paragraphOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (!isObject(value)) return ''
  const text = value.text ?? value.html ?? value.content ?? value.value ?? value.data
  return typeof text === 'string' ? text : ''
}

function parse(script: string): unknown {
  try {
    return JSON.parse(script)
  } catch {
    return undefined
  }
}
