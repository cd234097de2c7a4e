/** What a look at the house says; `faults` are sentences for the operator. */
export type Readiness = { readonly faults: readonly string[] }

/** What the server asks of the house. */
export type Health = {
  /** Whether work can be done now: the database answers, the platforms are connected. */
  readiness(): Promise<Readiness>
  /** Prometheus text format. */
  metrics(): Promise<string>
}
