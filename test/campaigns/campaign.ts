import { globSync } from 'node:fs'
import { basename } from 'node:path'

type Campaign = { run(args: readonly string[]): Promise<void> }

const names = globSync(`${import.meta.dirname}/*.ts`)
  .map((file) => basename(file, '.ts'))
  .filter((name) => name !== 'campaign')
  .sort()

const given = process.argv.slice(2)
// The crash campaign is the one that is meant when none is named.
const [name = 'crash', ...args] = given[0]?.startsWith('--') ? ['crash', ...given] : given
if (!names.includes(name)) {
  console.error(`Name one campaign of ${names.join(', ')}: npm run campaign -- NAME`)
  process.exit(2)
}
const campaign: Campaign = await import(`./${name}.ts`)
await campaign.run(args)
