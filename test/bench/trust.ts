import { measureTrust } from './trust/measure-trust.ts'

/** Prints how many true quotes the check keeps, and how many false ones it refuses. */
export async function run(): Promise<void> {
  const { articles, quotes, kept, damaged } = measureTrust()
  console.log(`${articles} articles with ${quotes} quotes; ${kept} of them kept.\n`)
  console.log('| made false by | tried | refused |\n|---|---|---|')
  for (const { how, tried, refused } of damaged) console.log(`| ${how} | ${tried} | ${refused} |`)
}
