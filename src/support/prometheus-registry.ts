import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { counters, gauges, histograms } from './metric-names.ts'

export type PrometheusRegistry = ReturnType<typeof createPrometheusRegistry>

/** The figures of one house, with those of the process beside them. */
export function createPrometheusRegistry() {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry, prefix: 'dateline_' })
  return {
    counters: mapValues(
      counters,
      ([help, labels], name) =>
        new Counter({ name, help, labelNames: [...labels] as string[], registers }),
    ),
    gauges: mapValues(
      gauges,
      ([help, labels], name) =>
        new Gauge({ name, help, labelNames: [...labels] as string[], registers }),
    ),
    histograms: mapValues(
      histograms,
      ([help, buckets], name) => new Histogram({ name, help, buckets: [...buckets], registers }),
    ),
    text: () => registry.metrics(),
  }
}

function mapValues<Key extends string, From, To>(
  table: Readonly<Record<Key, From>>,
  toValue: (from: From, key: Key) => To,
): Readonly<Record<Key, To>> {
  const entries = Object.entries<From>(table).map(([key, from]) => [key, toValue(from, key as Key)])
  return Object.fromEntries(entries) as Record<Key, To>
}
