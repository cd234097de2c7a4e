import type { counters, gauges, histograms } from './metric-names.ts'
import type { PrometheusRegistry } from './prometheus-registry.ts'

type Labels = Readonly<Record<string, string>>

/** What the house counts of itself. */
export type Metrics = {
  count(name: keyof typeof counters, labels?: Labels, by?: number): void
  set(name: keyof typeof gauges, value: number, labels?: Labels): void
  observe(name: keyof typeof histograms, value: number): void
  /** Loads what keeps the figures. */
  open(): Promise<void>
  /** Prometheus text format. */
  text(): Promise<string>
}

/** The library that keeps the figures is loaded by `open` or the first `text`; what is counted before waits for it. */
export function createMetrics(): Metrics {
  const waiting: ((registry: PrometheusRegistry) => void)[] = []
  let registry: PrometheusRegistry | undefined
  const tell = (what: (registry: PrometheusRegistry) => void) => {
    if (registry) what(registry)
    else waiting.push(what)
  }
  const open = async () => {
    const { createPrometheusRegistry } = await import('./prometheus-registry.ts')
    registry ??= createPrometheusRegistry()
    for (const what of waiting.splice(0)) what(registry)
    return registry
  }
  return {
    count: (name, labels = {}, by = 1) => tell((to) => to.counters[name].inc({ ...labels }, by)),
    set: (name, value, labels = {}) => tell((to) => to.gauges[name].set({ ...labels }, value)),
    observe: (name, value) => tell((to) => to.histograms[name].observe(value)),
    async open() {
      await open()
    },
    text: async () => (await open()).text(),
  }
}
