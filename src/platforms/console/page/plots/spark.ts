import { type Html, html } from '../../render/html.ts'

const step = 3
const height = 22

/** Small bars, one for each figure, the tallest as high as the line; read out in words. */
export function sparkHtml(figures: readonly number[], what: string): Html {
  const most = Math.max(...figures, 1)
  const bars = figures.map((figure, at) => bar(at * step, (figure / most) * (height - 2)))
  const words = `${what}: ${figures.at(-1) ?? 0} today, ${Math.max(...figures, 0)} at most`
  const width = figures.length * step
  return html`<svg class="spark" role="img" aria-label="${words}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><title>${words}</title><path d="${bars.join('')}"/></svg>`
}

/** From the base line up; a day without any is a dot. */
function bar(x: number, tall: number): string {
  const size = Math.max(Math.round(tall * 10) / 10, 0.5)
  return `M${x} ${height}v-${size}h2v${size}z`
}
