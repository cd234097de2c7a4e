import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Mutation, mutations } from './guards/mutations.ts'

const root = join(import.meta.dirname, '../..')
const settings = "export default { test: { include: ['test/**/*.test.ts'], maxWorkers: 1 } }\n"

/**
 * Takes each guard of the way out away in turn, in a copy of the source, and runs the tests, of which one has to fail:
 * `guards [words of the guard or of its file]`. Ends with 1 when a guard is missed by nobody.
 */
export async function run(words: readonly string[]): Promise<void> {
  const chosen = mutations.filter(({ file, guard }) =>
    words.every((word) => `${file} ${guard}`.includes(word)),
  )
  const copy = copyOfSource()
  try {
    const tests = [...new Set(chosen.flatMap((mutation) => mutation.tests))]
    if (!passes(copy, tests)) throw new Error('The tests fail before any guard is taken out')
    const missed = chosen.filter((mutation) => !isNoticed(copy, mutation))
    console.log(`${chosen.length} guards taken out, ${missed.length} missed by no test`)
    if (missed.length > 0) process.exitCode = 1
  } finally {
    rmSync(copy, { recursive: true })
  }
}

function copyOfSource(): string {
  const copy = mkdtempSync(join(tmpdir(), 'dateline-guards-'))
  for (const part of ['src', 'test', 'package.json', 'tsconfig.json']) {
    cpSync(join(root, part), join(copy, part), { recursive: true })
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  writeFileSync(join(copy, 'vitest.config.ts'), settings)
  return copy
}

function isNoticed(copy: string, { guard, file, from, to, tests }: Mutation): boolean {
  const path = join(copy, 'src/support/http', file)
  const whole = readFileSync(path, 'utf8')
  writeFileSync(
    path,
    whole.replace(from, () => to),
  )
  const noticed = !passes(copy, tests)
  writeFileSync(path, whole)
  console.log(`${noticed ? 'noticed' : 'MISSED '}  ${file}: ${guard}`)
  return noticed
}

/** Once more where a test fails, so that a slow moment is not taken for a missing guard. */
function passes(copy: string, tests: readonly string[]): boolean {
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const args = [vitest, 'run', ...tests, '--bail', '1', '--retry', '1', '--reporter', 'dot']
  return spawnSync(process.execPath, args, { cwd: copy, stdio: 'ignore' }).status === 0
}
