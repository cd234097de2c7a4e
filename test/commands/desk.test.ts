import { describe, expect, test } from 'vitest'
import { commands } from '../../src/commands/table.ts'
import { defaultQuotas } from '../../src/commands/tools.ts'
import { personId } from '../../src/domain/ids.ts'
import { catalogues } from '../../src/domain/wording/wording.ts'
import { listAudit } from '../../src/store/audit/audit.ts'
import { listFeedSubscriptions } from '../../src/store/wishes/feed-subscriptions.ts'
import { listSubscriptions } from '../../src/store/wishes/subscriptions.ts'
import {
  aCaller,
  actionFor,
  actionsOf,
  aDesk,
  away,
  home,
  type SampleDesk,
  wordsOf,
} from './a-desk.ts'
import { firstDigest } from './first-digest.ts'

const reader = aCaller({ personId: personId('U7'), name: 'Cy', isAdmin: false })
const stranger = aCaller({ personId: personId('U8'), name: 'Di', isStranger: true })
const neighbour = aCaller({ workspaceId: away, personId: personId('U1') })
const forAdmins = commands.filter(({ audience }) => audience === 'admins')

const feedNames = ({ store }: SampleDesk) =>
  store.inWorkspace(home, async (tx) => (await listFeedSubscriptions(tx)).map(({ name }) => name))
const digestNames = ({ store }: SampleDesk) =>
  store.inWorkspace(home, async (tx) => (await listSubscriptions(tx)).map(({ name }) => name))

describe('the desk', () => {
  test.each(forAdmins)('refuses $name to whoever is no admin, and notes it', async ({ name }) => {
    const { desk, store } = await aDesk()
    for (const caller of [reader, { ...stranger, isAdmin: true }]) {
      const reply = await desk.run({ id: caller.personId, command: name, options: {}, caller })
      expect(reply.outcome).not.toBe('done')
    }
    const audit = await store.inWorkspace(home, (tx) => listAudit(tx, 10))
    const noted = audit.map(({ what }) => what)
    // What stands behind a confirmation has no name that anyone could type.
    const isReachable = !commands.find((each) => each.name === name)?.isOnce
    expect(noted).toEqual(isReachable ? [`${name} refused`, `${name} refused`] : [])
  })

  test('names who may, in its refusal', async () => {
    const reply = await (await aDesk()).type('feeds add harbour.example/feed', reader)
    expect(wordsOf(reply)).toContain('Admins here: Ana, Bo')
  })

  test('lets a person do what an admin gave them the right to, and nothing else', async () => {
    const sample = await aDesk()
    await sample.type('permissions grant:<@U7> area:feeds')
    expect((await sample.type('feeds list', reader)).outcome).toBe('done')
    expect((await sample.type('digest list', reader)).outcome).toBe('refused')
    expect((await sample.type('permissions grant:<@U9>', reader)).outcome).toBe('refused')
    await sample.type('permissions revoke:<@U7> area:feeds')
    expect((await sample.type('feeds list', reader)).outcome).toBe('refused')
  })

  test('lets everybody with a role do what the role was given the right to, and no stranger', async () => {
    const sample = await aDesk()
    await sample.type('permissions grant:<@&1122> area:feeds')
    const editor = { ...reader, roles: ['99', '1122'] }
    expect((await sample.type('feeds list', editor)).outcome).toBe('done')
    expect((await sample.type('digest list', editor)).outcome).toBe('refused')
    expect((await sample.type('feeds list', { ...reader, roles: ['99'] })).outcome).toBe('refused')
    const outsider = { ...editor, isStranger: true }
    expect((await sample.type('feeds list', outsider)).outcome).toBe('refused')
    expect(wordsOf(await sample.type('permissions'))).toContain('<@&1122> · feeds')
    expect(wordsOf(await sample.type('feeds list', reader))).toContain('<@&1122>')
    await sample.type('permissions revoke:role:1122 area:feeds')
    expect((await sample.type('feeds list', editor)).outcome).toBe('refused')
    const audit = await sample.store.inWorkspace(home, (tx) => listAudit(tx, 20))
    const changes = audit.filter(({ what }) => what === 'permissions')
    const right = { holder: { kind: 'role', roleId: '1122' }, area: 'feeds' }
    expect(changes.map(({ before, after }) => [before, after])).toEqual(
      expect.arrayContaining([
        [null, right],
        [right, null],
      ]),
    )
  })

  test.each([
    'follow harbour',
    'mute harbour',
    'briefing me on time:7am',
    'story mute bridge',
    'story less bridge',
    'story split bridge',
    'story report bridge words:wrong',
  ])('lets a stranger read, but keeps nothing of theirs: %s', async (line) => {
    const sample = await aDesk()
    expect((await sample.type('story sources bridge', stranger)).outcome).toBe('done')
    expect((await sample.type(line, stranger)).outcome).toBe('refused')
    expect(sample.told.admins).toEqual([])
    expect(wordsOf(await sample.type('briefing home', stranger))).not.toContain('briefing me')
    expect(await digestNames(sample)).toEqual(['morning'])
  })

  test('lists nothing that only buttons lead to', async () => {
    const { desk, type } = await aDesk()
    const names = desk.specs.map(({ name }) => name)
    expect(names).toContain('feeds remove')
    expect(names.filter((name) => /confirmed|undone|restore|cancel/.test(name))).toEqual([])
    expect(wordsOf(await type('feeds remove confirmed "Wire One"'))).toContain('no feed called')
  })

  test('refuses a button to an admin who is none any more, and leaves it for others', async () => {
    const sample = await aDesk()
    const ask = await sample.type('feeds remove "Wire One"')
    const confirm = actionFor(ask, 'feeds remove confirmed')
    expect((await sample.press(confirm, aCaller({ isAdmin: false }))).outcome).toBe('refused')
    expect(await feedNames(sample)).toEqual(['Harbour Post', 'Wire One'])
    expect((await sample.press(confirm)).outcome).toBe('done')
    expect(await feedNames(sample)).toEqual(['Harbour Post'])
  })

  test('carries out a request once, however often the platform sends it', async () => {
    const sample = await aDesk()
    const call = {
      id: 'same',
      command: 'digest run',
      options: { digest: 'morning' },
      caller: aCaller(),
    }
    await Promise.all([sample.desk.run(call), sample.desk.run(call), sample.desk.run(call)])
    expect(sample.told.runs).toEqual(['morning'])
  })

  test('carries out a confirmed change once, however often its button is pressed', async () => {
    const sample = await aDesk()
    const add = actionFor(
      await sample.type('feeds add harbour.example/feed'),
      'feeds add confirmed',
    )
    const replies = await Promise.all(Array.from({ length: 10 }, () => sample.press(add)))
    expect(replies.filter(({ outcome }) => outcome === 'done')).toHaveLength(1)
    expect(await feedNames(sample)).toEqual(['Harbour Gazette', 'Harbour Post', 'Wire One'])
  })

  test('stops a person who asks too often, and goes on a minute later', async () => {
    const sample = await aDesk({ quotas: defaultQuotas })
    const outcomes = []
    for (let at = 0; at < 6; at += 1) outcomes.push((await sample.type('help')).outcome)
    expect(outcomes).toEqual(['done', 'done', 'done', 'done', 'done', 'refused'])
    await sample.clock.advance(60_000)
    expect((await sample.type('help')).outcome).toBe('done')
  })

  test('tells what it does not know by the nearest right words', async () => {
    const sample = await aDesk()
    expect(wordsOf(await sample.type('feed lst'))).toContain('feeds list')
    const call = { command: 'feeds list', options: { categry: 'x' }, caller: aCaller() }
    expect(wordsOf(await sample.desk.run({ id: 'x', ...call }))).toContain('Did you mean category?')
    expect(wordsOf(await sample.type('status now please'))).toContain('“now please”')
    expect(wordsOf(await sample.type('xyzzy plugh'))).toContain('no command “xyzzy plugh”')
  })

  test('tells nothing of an error but a number, and never throws', async () => {
    const sample = await aDesk()
    const boom = new Error('secret detail')
    const tools = { ...sample.tools, lookAtFeed: () => Promise.reject(boom) }
    const { createCommandDesk } = await import('../../src/commands/desk.ts')
    const options = { url: 'https://harbour.example/feed' }
    const call = { id: 'x', command: 'feeds add', options, caller: aCaller() }
    const reply = await createCommandDesk(tools).run(call)
    expect(wordsOf(reply)).not.toContain('secret')
    expect(reply.outcome).toBe('failed')
    expect(sample.told.faults).toEqual([boom])
    const inWorkspace = () => Promise.reject(boom)
    const broken = await createCommandDesk({ ...tools, inWorkspace }).run(call)
    expect(broken.outcome).toBe('failed')
  })

  test('asks with a form for what is missing', async () => {
    const { form } = await (await aDesk()).type('digest create')
    expect(form).toMatchObject({ command: 'digest create' })
    expect(form?.fields[0]).toMatchObject({ option: { name: 'name' }, value: undefined })
  })

  test.each([
    ['digest create', { name: 'noon', time: '25:61' }, 'time', '“25:61”, which no clock shows'],
    ['digest create', { name: 'noon' }, 'time', 'At what time?'],
    ['digest create', { name: 'Nö!', time: '8am' }, 'name', 'I read the name as “Nö!”'],
    ['digest create', { name: 'noon', time: '8am', stories: '99' }, 'stories', 'from 3 to 15'],
    ['digest create', { time: '8am' }, 'name', 'Please add name'],
    ['digest edit', { digest: 'mornin', time: '8am' }, 'digest', 'no digest called “mornin”'],
    ['feeds add', { url: 'bridge' }, 'url', 'no web address'],
    ['feeds edit', { feed: 'Haven' }, 'feed', 'no feed called “Haven”'],
    ['mute', { topic: 'football', for: 'ages' }, 'for', '“ages”'],
    ['budget', { monthly: 'lots' }, 'monthly', '“lots”'],
    ['filters add', { value: '(', match: 'regex' }, 'value', 'cannot be read as a pattern'],
  ] as const)(
    'gives a form back with its fault at the field: %s %j',
    async (command, options, field, words) => {
      const { desk } = await aDesk()
      const given: Readonly<Record<string, string>> = options
      const call = { id: 'sent', command, options: given, caller: aCaller() }
      const reply = await desk.run({ ...call, isForm: true })
      expect(reply.outcome).toBe('failed')
      expect(reply.form).toMatchObject({ command })
      expect(Object.keys(reply.form?.faults ?? {})).toEqual([field])
      expect(reply.form?.faults[field]).toContain(words)
      for (const { option, value } of reply.form?.fields ?? [])
        expect(value).toBe(given[option.name])
    },
  )

  test('answers a typed fault with a sentence and no form', async () => {
    const reply = await (await aDesk()).type('digest create noon time:25:61')
    expect(reply.form).toBe(undefined)
    expect(wordsOf(reply)).toContain('25:61')
  })

  test('gives feeds, digests, stories, time zones and categories while a person types', async () => {
    const { desk } = await aDesk()
    const labels = async (
      kind: 'feeds' | 'digests' | 'stories' | 'timezones' | 'categories',
      typed: string,
    ) => (await desk.complete({ kind, typed, caller: aCaller() })).map(({ label }) => label)
    expect(await labels('feeds', 'wire')).toEqual(['Wire One'])
    expect(await labels('digests', 'mor')).toEqual(['morning · Morning briefing'])
    expect(await labels('stories', 'bridge')).toHaveLength(1)
    expect(await labels('timezones', 'berlin')).toEqual(['Europe/Berlin'])
    expect(await labels('categories', '')).toEqual(['local', 'world'])
  })

  test('leaves a workspace out of every command, button and form of another', async () => {
    const sample = await aDesk()
    const buttons = []
    for (const { examples } of commands) {
      for (const { line } of examples) {
        buttons.push(...actionsOf(await sample.type(line)))
        const { document, file } = await sample.type(line, neighbour)
        const words = `${JSON.stringify(document)}${file?.text ?? ''}`
        const isComposed = /^(\/?briefing|summarize|digest preview)/.test(line)
        if (!isComposed)
          expect(words.replaceAll('“Wire One”', '')).not.toMatch(/Wire One|slot-1|story-bridge/)
      }
    }
    const before = [await feedNames(sample), await digestNames(sample)]
    for (const button of buttons) {
      const reply = await sample.press(button, neighbour)
      expect(reply.outcome).toBe('failed')
      expect(wordsOf(reply)).toContain('no longer there')
    }
    expect([await feedNames(sample), await digestNames(sample)]).toEqual(before)
  })
})

describe('what is asked for first', () => {
  test('adds a feed only after a yes', async () => {
    const sample = await aDesk({ isEmpty: true })
    const ask = await sample.type('feeds add harbour.example/feed category:"local, sea"')
    expect(await feedNames(sample)).toEqual([])
    await sample.press(actionFor(ask, 'cancel'))
    expect(await feedNames(sample)).toEqual([])
    await sample.press(actionFor(ask, 'feeds add confirmed'))
    const [feed] = await sample.store.inWorkspace(home, listFeedSubscriptions)
    expect(feed).toMatchObject({ name: 'Harbour Gazette', categories: ['local', 'sea'] })
  })

  test('can be undone for 30 days', async () => {
    const sample = await aDesk()
    const remove = async (line: string, confirmed: string, undo: string) => {
      const gone = await sample.press(actionFor(await sample.type(line), confirmed))
      return actionFor(gone, undo)
    }
    const feed = await remove('feeds remove "Wire One"', 'feeds remove confirmed', 'feeds restore')
    const digest = await remove(
      'digest delete morning',
      'digest delete confirmed',
      'digest restore',
    )
    const filter = await remove('filters remove 1', 'filters remove confirmed', 'filters restore')
    expect([await feedNames(sample), await digestNames(sample)]).toEqual([['Harbour Post'], []])
    for (const undo of [feed, digest, filter])
      expect((await sample.press(undo)).outcome).toBe('done')
    expect([await feedNames(sample), await digestNames(sample)]).toEqual([
      ['Harbour Post', 'Wire One'],
      ['morning'],
    ])
    const late = await remove('feeds remove "Wire One"', 'feeds remove confirmed', 'feeds restore')
    await sample.clock.advance(31 * 86_400_000)
    expect((await sample.press(late)).outcome).toBe('failed')
  })

  test('imports each feed of a file once and tells each line', async () => {
    const sample = await aDesk()
    const outline = (at: number) =>
      `<outline text="Paper ${at}" xmlUrl="https://p${at}.example/feed"/>`
    const lines = Array.from({ length: 150 }, (_, at) => outline(at)).join('')
    const options = { file: `<opml version="2.0"><body>${lines}</body></opml>` }
    const run = (id: string) =>
      sample.desk.run({ id, command: 'feeds import', options, caller: aCaller() })
    const first = await run('1')
    expect(wordsOf(first)).toContain('150 feeds added')
    expect(wordsOf(first)).toContain('Paper 149 · added')
    const second = await run('2')
    expect(wordsOf(second)).toContain('0 feeds added')
    expect(wordsOf(second)).toContain('was there already')
    expect(await feedNames(sample)).toHaveLength(152)
    await sample.press(actionFor(first, 'feeds import undone'))
    expect(await feedNames(sample)).toHaveLength(2)
  })
})

test('leads from nothing to a posted digest with four commands', async () => {
  const sample = await aDesk({ isEmpty: true })
  for (const step of firstDigest) {
    const reply = await sample.type(step.line)
    expect(wordsOf(reply)).toContain(step.says)
    if ('press' in step) await sample.press(actionFor(reply, step.press))
  }
  expect(sample.told.runs).toEqual(['morning'])
})

test('a report goes to the admins with what it is about', async () => {
  const sample = await aDesk()
  await sample.type('story report bridge words:"closed since Monday"', reader)
  expect(JSON.stringify(sample.told.admins)).toContain('closed since Monday')
  expect(JSON.stringify(sample.told.admins)).toContain('Harbour Post')
})

test('a personal briefing is nobody else’s to see or to change', async () => {
  const sample = await aDesk()
  await sample.type('briefing me on time:7am', reader)
  expect(await digestNames(sample)).toEqual(['me-U7', 'morning'])
  expect(wordsOf(await sample.type('digest list'))).not.toContain('me-U7')
  expect((await sample.type('digest delete me-U7')).outcome).toBe('failed')
  await sample.type('briefing me off', reader)
  expect(await digestNames(sample)).toEqual(['morning'])
})

test('a digest goes on with a feed that has a new name, and is not left without any', async () => {
  const sample = await aDesk()
  await sample.type('digest edit morning feeds:"Wire One"')
  await sample.type('feeds edit "Wire One" name:"First Wire"')
  const [digest] = await sample.store.inWorkspace(home, listSubscriptions)
  expect(digest?.feeds).toEqual({ kind: 'named', names: ['First Wire'] })
  const refusal = await sample.type('feeds remove "First Wire"')
  expect(refusal.outcome).toBe('failed')
  expect(wordsOf(refusal)).toContain('“First Wire” is all that “morning” reads')
  await sample.type('digest edit morning feeds:all')
  expect((await sample.type('feeds remove "First Wire"')).outcome).toBe('done')
})

test('what the configuration file manages is changed there alone', async () => {
  const sample = await aDesk()
  const { applyWishes } = await import('../../src/store/wishes/apply-wishes.ts')
  const { aFeedWish } = await import('../store/wishes/wishes.ts')
  const feeds = [aFeedWish('Filed')]
  await sample.store.inWorkspace(home, (tx) => applyWishes(tx, { feeds, digests: [], filters: [] }))
  for (const line of ['feeds remove Filed', 'feeds edit Filed weight:2', 'feeds pause Filed']) {
    expect(wordsOf(await sample.type(line))).toContain('configuration file')
  }
})

test.each(Object.keys(catalogues))(
  'descriptions in %s are short enough for every platform',
  (tag) => {
    const messages = Object.entries(catalogues[tag] ?? {})
    const long = messages.filter(
      ([key, words]) => /^(command|option)\./.test(key) && words.length > 100,
    )
    expect(long).toEqual([])
  },
)
