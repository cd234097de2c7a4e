import { type Html, html } from '../../render/html.ts'

export type Series = {
  readonly name: string
  readonly figures: readonly number[]
  /** `main`, `warn` or `quiet`: how its bars are coloured. */
  readonly tone: 'main' | 'warn' | 'quiet'
}

export type Plot = {
  readonly title: string
  /** `2026-11-24`, one for each figure. */
  readonly days: readonly string[]
  /** Stand on each other; the first one at the bottom. */
  readonly series: readonly Series[]
  /** How an amount is written; whole numbers by itself. */
  readonly write?: (amount: number) => string
}

const width = 600
const height = 120
const base = 100

/** Bars over time, drawn here, so that the page needs no script; nothing but its sums where every day has none. */
export function barsHtml({ title, days, series, write = String }: Plot): Html {
  const totals = days.map((_, at) =>
    series.reduce((sum, { figures }) => sum + (figures[at] ?? 0), 0),
  )
  const most = Math.max(...totals, 0)
  const sums = series.map(
    ({ name, figures }) => `${name}: ${write(figures.reduce((a, b) => a + b, 0))}`,
  )
  const words = `${title}, ${days[0]} to ${days.at(-1)}. ${sums.join(', ')}. At most ${write(most)} a day.`
  const drawing = html`<svg role="img" aria-label="${words}" viewBox="0 0 ${width} ${height}">
<path class="axis" d="M0 ${base}h${width}"/>
${series.map((each, at) => html`<path class="${each.tone}" d="${pathOf(series.slice(0, at), each, most)}"/>`)}
<text x="0" y="${height - 4}">${dayWords(days[0])}</text><text x="${width}" y="${height - 4}" text-anchor="end">${dayWords(days.at(-1))}</text>
<text x="${width}" y="10" text-anchor="end">${write(most)}</text>
</svg>`
  return html`<figure class="plot"><figcaption><strong>${title}</strong> ${sums.join(' · ')}</figcaption>${most > 0 && drawing}</figure>`
}

function pathOf(below: readonly Series[], { figures }: Series, most: number): string {
  const step = width / figures.length
  const tall = (amount: number) => (amount / most) * (base - 14)
  return figures
    .map((figure, at) => {
      const under = below.reduce((sum, each) => sum + (each.figures[at] ?? 0), 0)
      return figure === 0
        ? ''
        : `M${round(at * step + 1)} ${round(base - tall(under))}v-${round(tall(figure))}h${round(step - 2)}v${round(tall(figure))}z`
    })
    .join('')
}

function round(figure: number): number {
  return Math.round(figure * 10) / 10
}

function dayWords(day: string | undefined): string {
  if (day === undefined) return ''
  const style = { day: 'numeric', month: 'short', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat('en-GB', style).format(new Date(day))
}
