import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { run } from './terminal.ts'

const asked = `feeds:
  - { name: Wire One, url: "https://wire-one.example/feed.xml" }
digests:
  - name: morning
    channel: console:main
    schedule: { days: weekdays, at: "08:00", timezone: Europe/Berlin }
`

async function aFolder(text: string) {
  const folder = await mkdtemp(join(tmpdir(), 'dateline-config-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'dateline.yaml')
  await writeFile(file, text)
  const database = `sqlite:${join(folder, 'dateline.db')}`
  const env = { DATABASE_URL: database, DATELINE_CONFIG: file }
  return {
    file,
    folder,
    dateline: (line: string, stdin = '') => run(line.split(' '), { env, stdin }),
  }
}

describe('the configuration file in a terminal', () => {
  test('is told to be good, with what is in it', async () => {
    const { dateline, file } = await aFolder(asked)
    const { code, out } = await dateline('config check')
    expect({ code, out }).toEqual({
      code: 0,
      out: `${file} can be used. Feeds: 1, digests: 1, filters: 0.\n`,
    })
  })

  test('is told every mistake of, with its line', async () => {
    const { dateline } = await aFolder(asked.replace('08:00', '25:61').replace('Europe', 'Mars'))
    const { code, err } = await dateline('config check')
    expect(code).toBe(1)
    expect(err).toContain('line 6: digests[1].schedule.at: "25:61" is no time of day')
    expect(err).toContain('"Mars/Berlin" is no time zone')
  })

  test('is shown beside what stands, and changes nothing by being shown', async () => {
    const { dateline, folder } = await aFolder(asked)
    await dateline('digest create evening time:6pm timezone:Berlin channel:console:main')
    const first = await dateline('config diff')
    expect(first.out).toContain('+ feed    Wire One\n+ digest  morning\n')
    expect((await dateline('config diff')).out).toBe(first.out)
    expect((await dateline('feeds list')).out).not.toContain('Wire One')
    const other = join(folder, 'other.yaml')
    const evening = asked.replace('morning', 'evening').replace('08:00', '19:00')
    await writeFile(other, evening)
    const { out } = await dateline(`config diff ${other}`)
    expect(out).toMatch(/~ digest {2}evening · .*"at":\["18:00"\].*→.*"at":\["19:00"\]/)
    expect(out).not.toContain('- digest')
  })

  test('asks for nothing new after it was exported and taken as the file', async () => {
    const { dateline, folder } = await aFolder(asked)
    await dateline('digest create evening time:6pm timezone:Berlin channel:console:main stories:5')
    const exported = join(folder, 'exported.yaml')
    await writeFile(exported, (await dateline('config export')).out)
    const { out } = await dateline(`config diff ${exported}`)
    expect(out).toContain('~ digest  evening · managed by the file from now on')
    expect(out.split('\n')).toHaveLength(3)
    const json = JSON.parse((await dateline(`config diff ${exported} --json`)).out)
    expect(json).toMatchObject({ changes: [{ what: 'digest', change: 'changed' }], unseen: [] })
  })

  test('is wrong use without a word of what to do', async () => {
    const { dateline } = await aFolder(asked)
    expect((await dateline('config')).code).toBe(2)
    expect((await dateline('config check a b')).code).toBe(2)
    expect((await dateline('config nonsense')).code).toBe(1)
  })
})
