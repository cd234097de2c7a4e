import { globSync } from 'node:fs'
import { basename } from 'node:path'

type Bench = { run(args: readonly string[]): Promise<void> }

const names = globSync(`${import.meta.dirname}/*.ts`)
  .map((file) => basename(file, '.ts'))
  .filter((name) => name !== 'bench')
  .sort()

const [name = 'start', ...args] = process.argv.slice(2)
if (!names.includes(name)) {
  console.error(`There is no benchmark "${name}". There are: ${names.join(', ')}.`)
  process.exit(2)
}
const bench: Bench = await import(`./${name}.ts`)
await bench.run(args)
