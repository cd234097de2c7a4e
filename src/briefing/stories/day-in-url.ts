const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** "/2014/04/25/", "/2014/apr/28/", "/2014-04-25-", "/2014/0226/": the day that many publishers put into an address. */
const dayPattern = /[/_-]((?:19|20)\d\d)[/_-]?(\d{1,2}|[a-z]{3})[/_-]?(\d{1,2})(?=[/_.-]|[a-z]|$)/i

/** The day that an article's address names, at noon UTC; undefined where it names none. */
export function dayInUrl(url: string | undefined): Date | undefined {
  const match = dayPattern.exec(url ?? '')
  if (!match) return undefined
  const [, year, monthText = '', day] = match
  const month = /\d/.test(monthText)
    ? Number(monthText)
    : months.indexOf(monthText.toLowerCase()) + 1
  const at = new Date(Date.UTC(Number(year), month - 1, Number(day), 12))
  const isReal = month >= 1 && at.getUTCMonth() === month - 1 && at.getUTCDate() === Number(day)
  return isReal ? at : undefined
}
