import type { DatabaseSettings } from './settings.ts'

/** `sqlite:PATH` or `postgres://…`; undefined for anything else. */
export function readDatabaseAddress(text: string): DatabaseSettings | undefined {
  if (/^postgres(ql)?:\/\//.test(text)) return { kind: 'postgres', url: text }
  const path = /^sqlite:(.+)$/.exec(text)?.[1]
  return path === undefined ? undefined : { kind: 'sqlite', path }
}

/** A database as people may read of it: without user, password and options. */
export function nameOfDatabase(address: DatabaseSettings): string {
  if (address.kind === 'sqlite') return `sqlite:${address.path}`
  const url = URL.parse(address.url)
  return url ? `postgres://${url.host}${url.pathname}` : 'PostgreSQL'
}
