import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { mutations } from '../../campaigns/guards/mutations.ts'

const folder = join(import.meta.dirname, '../../../src/support/http')

test.each(mutations)(
  '$file: “$guard” stands where the campaign takes it out',
  ({ file, from, to }) => {
    const source = readFileSync(join(folder, file), 'utf8')
    expect(source.split(from)).toHaveLength(2)
    expect(from).not.toBe(to)
  },
)
