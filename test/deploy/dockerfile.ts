import { readFileSync } from 'node:fs'

/** One instruction of a Dockerfile: `COPY`, and what follows it. */
export type Instruction = { readonly word: string; readonly rest: string }

/** The instructions of each stage, by its name; the last stage is named `image`. */
export function readDockerfile(path = 'Dockerfile'): ReadonlyMap<string, readonly Instruction[]> {
  const text = readFileSync(path, 'utf8').replace(/\\\n\s*/g, '')
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  const stages = new Map<string, Instruction[]>()
  let stage: Instruction[] = []
  for (const line of lines) {
    const [, word = '', rest = ''] = /^(\w+)\s+(.*)$/.exec(line) ?? []
    if (word === 'FROM') {
      stage = []
      stages.set(/ AS (\w+)$/.exec(rest)?.[1] ?? 'image', stage)
    }
    stage.push({ word, rest })
  }
  return stages
}

export function restsOf(instructions: readonly Instruction[], word: string): readonly string[] {
  return instructions.filter((each) => each.word === word).map(({ rest }) => rest)
}

/** `CMD ["node", "x"]` as its words. */
export function wordsOf(rest: string): readonly string[] {
  return JSON.parse(rest.slice(rest.indexOf('['))) as readonly string[]
}
