const microsPerDollar = 1_000_000

/** An amount in millionths of a dollar as people of the language write it: "$1.20". */
export function moneyWords(microDollars: number, language: string): string {
  return new Intl.NumberFormat(language, {
    style: 'currency',
    currency: 'USD',
    currencyDisplay: 'narrowSymbol',
  }).format(microDollars / microsPerDollar)
}
