import { lookup } from 'node:dns/promises'
import type { Wishes } from '../../domain/wishes.ts'
import { type Finding, fault, ok, warning } from './finding.ts'

export type LookUp = (host: string) => Promise<unknown>

/** Whether the names of the feeds' hosts are known: no request is made to any of them. */
export async function checkNetwork(wishes: Wishes, lookUp: LookUp = lookup): Promise<Finding> {
  const hosts = [...new Set(wishes.feeds.map(({ url }) => new URL(url).hostname))]
  if (hosts.length === 0)
    return warning('Network', 'No feed is configured, so nothing was looked up.')
  const unknown = await Promise.all(
    hosts.map(async (host) => ((await isKnown(host, lookUp)) ? [] : [host])),
  )
  const names = unknown.flat()
  if (names.length === 0) return ok('Network', `the names of ${hosts.length} feed hosts are known`)
  if (names.length < hosts.length)
    return warning(
      'Network',
      `Not known to the name server: ${names.join(', ')}. Check those feeds.`,
    )
  return fault('Network', 'No feed host is known to the name server: check DNS and the network.')
}

async function isKnown(host: string, lookUp: LookUp): Promise<boolean> {
  try {
    await lookUp(host)
    return true
  } catch {
    return false
  }
}
