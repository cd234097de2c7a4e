const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
const ellipsis = '…'

/**
 * At most `maxGraphemes` characters as a reader counts them and at most `maxUnits` UTF-16 units, an ellipsis included;
 * never half a character. Cut before escaping: a cut after it can leave half an escape.
 */
export function truncateGraphemes(
  text: string,
  maxGraphemes: number,
  maxUnits = Number.POSITIVE_INFINITY,
): string {
  if (text.length <= maxGraphemes && text.length <= maxUnits) return text
  if (maxGraphemes < 1 || maxUnits < 1) return ''
  let kept = 0
  let count = 0
  for (const { segment, index } of segmenter.segment(text)) {
    const end = index + segment.length
    count++
    if (count > maxGraphemes || end > maxUnits) return text.slice(0, kept).trimEnd() + ellipsis
    if (count < maxGraphemes && end < maxUnits) kept = end
  }
  return text
}
