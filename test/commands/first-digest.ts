/** From an empty database to a posted digest: typed in this order, printed in the documents. */
export const firstDigest = [
  {
    line: 'feeds add https://harbour.example/feed',
    says: 'Add “Harbour Gazette”?',
    press: 'feeds add confirmed',
  },
  { line: 'digest create morning time:8am days:weekdays', says: 'Wed 2 Dec, 08:00' },
  { line: 'digest preview morning', says: 'Nothing was posted.' },
  { line: 'digest run morning', says: 'Posted.' },
] as const
