import { expect, test } from 'vitest'
import { counters, gauges, histograms } from '../../src/support/metric-names.ts'
import { createMetrics } from '../../src/support/metrics.ts'
import { queries } from './grafana-dashboard.ts'

const ours = [...Object.keys(counters), ...Object.keys(gauges), ...Object.keys(histograms)]
const named = queries.flatMap((query) => query.match(/dateline_[a-z0-9_]+/g) ?? [])
const withoutBucket = (name: string) => name.replace(/_bucket$/, '')

test('the dashboard asks for nothing that is not measured', async () => {
  const text = await createMetrics().text()
  const measured = new Set([...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name]) => name))
  expect(named.length).toBeGreaterThan(20)
  expect(named.map(withoutBucket).filter((name) => !measured.has(name))).toEqual([])
})

test('the dashboard shows everything that Dateline counts', () => {
  const shown = new Set(named.map(withoutBucket))
  expect(ours.filter((name) => !shown.has(name))).toEqual([])
})

test('the dashboard parts by no label that its metric does not have', () => {
  const labels = new Map<string, readonly string[]>(
    Object.entries({ ...counters, ...gauges }).map(([name, [, own]]) => [name, own]),
  )
  for (const query of queries) {
    const [name = ''] = query.match(/dateline_[a-z0-9_]+/) ?? []
    const own = labels.get(name)
    const [, by = ''] = /by \(([^)]+)\)/.exec(query) ?? []
    const used = by.split(', ').filter((label) => label !== '' && label !== 'instance')
    if (own) expect(own, query).toEqual(expect.arrayContaining(used))
  }
})
