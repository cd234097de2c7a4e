import type { LookupFunction, Socket } from 'node:net'
import { buildConnector } from 'undici'
import { type AddressGuard, parseAddress } from './address-guard.ts'
import { NetworkRefusedError } from './failures.ts'

/** All addresses of a name, in the order in which they are tried. */
export type Resolve = (host: string) => Promise<readonly string[]>

/** Where a name is served that no resolver knows; given in code only, for a demonstration or a test. */
export type FixedAddress = {
  readonly address: string
  readonly port: number
  readonly protocol: 'http:' | 'https:'
}

export type DialGuards = {
  /** Asked for a literal address before it is dialled. */
  readonly literal: AddressGuard
  /** Asked for every address of a name; one bad one refuses the name. */
  readonly resolved: AddressGuard
  /** Asked for the address at the other end of the open connection. */
  readonly peer: AddressGuard
}

export type DialOptions = {
  readonly guards: DialGuards
  readonly resolve: Resolve
  readonly connectMs: number
  readonly fixedAddresses: ReadonlyMap<string, FixedAddress>
}

/** Opens connections, and only here: a name is resolved once, all its addresses are judged, and one of those is dialled. */
export function createDialler(options: DialOptions): buildConnector.connector {
  const { guards, connectMs, fixedAddresses } = options
  const common = { timeout: connectMs, allowH2: false, autoSelectFamily: true }
  const connect = buildConnector({ ...common, lookup: guardedLookup(options) })
  const connectFixed = buildConnector(common)
  return (target, callback) => {
    const fixed = fixedAddresses.get(target.hostname)
    if (fixed) {
      const { address, port, protocol } = fixed
      connectFixed({ ...target, hostname: address, port: String(port), protocol }, callback)
    } else if (parseAddress(target.hostname) && !guards.literal(target.hostname)) {
      callback(new NetworkRefusedError(), null)
    } else {
      connect(target, (...[error, socket]) => {
        if (error) callback(error, null)
        else if (hasGoodPeer(socket, guards.peer)) callback(null, socket)
        else {
          socket.destroy()
          callback(new NetworkRefusedError(), null)
        }
      })
    }
  }
}

function hasGoodPeer(socket: Socket, guard: AddressGuard): boolean {
  return socket.remoteAddress !== undefined && guard(socket.remoteAddress)
}

/** Node's own dialler asks this for addresses and dials nothing else. */
function guardedLookup({ guards, resolve }: DialOptions): LookupFunction {
  return (host, { all }, callback) => {
    resolve(host).then(
      (addresses) => {
        const found = addresses.map((address) => ({ address, family: familyOf(address) }))
        const [first] = found
        if (!first) callback(notFound(host), '')
        else if (!addresses.every(guards.resolved)) callback(new NetworkRefusedError(), '')
        else if (all) callback(null, found)
        else callback(null, first.address, first.family)
      },
      (error: NodeJS.ErrnoException) => callback(error, ''),
    )
  }
}

const familyOf = (address: string) => (address.includes(':') ? 6 : 4)

function notFound(host: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`No address is known for ${host}`), { code: 'ENOTFOUND' })
}
