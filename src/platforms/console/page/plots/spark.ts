import { type Html, html } from '../../render/html.ts'

const step = 3
const height = 22

/** Small bars, one for each figure, the tallest as high as the line; read out in words. */
export function sparkHtml(figures: readonly number[], what: string): Html {
  const most = Math.max(...figures, 1)
  const bars = figures.map((figure, at) => bar(at * step, (figure / most) * (height - 2)))
  const line = `M0 ${height}v-0.5h${figures.length * step}v0.5z`
  const words = `${what}: ${figures.at(-1) ?? 0} today, ${Math.max(...figures, 0)} at most`
  const width = figures.length * step
  return html`<svg class="spark" role="img" aria-label="${words}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><title>${words}</title><path d="${line}${bars.join('')}"/></svg>`
}

/** From the base line up; nothing on a day without any. */
function bar(x: number, tall: number): string {
  const size = Math.round(tall * 10) / 10
  return size === 0 ? '' : `M${x} ${height}v-${size}h2v${size}z`
}
