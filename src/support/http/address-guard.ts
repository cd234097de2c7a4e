import ipaddr from 'ipaddr.js'

type Address = ipaddr.IPv4 | ipaddr.IPv6
type Network = readonly [Address, number]

/** Says of an address, as it would be dialled, whether it may be. */
export type AddressGuard = (address: string) => boolean

/** Never dialled, whatever the operator allows: link-local ranges and the metadata services of clouds. */
const never: readonly Network[] = [
  '169.254.0.0/16',
  'fe80::/10',
  'fd00:ec2::254/128',
  '168.63.129.16/32',
  '100.100.100.200/32',
  '0.0.0.0/8',
].map((text) => ipaddr.parseCIDR(text))

/** Public, but with an IPv4 address inside that decides (RFC 6052; IPv6-only hosts reach IPv4 through it). */
const nat64 = ipaddr.parseCIDR('64:ff9b::/96')

/**
 * Judges parsed addresses, never their spelling: unicast on the public internet, or in a network that the operator named.
 * Mapped, NAT64, 6to4 and Teredo forms are judged by what they stand for or refused.
 */
export function createAddressGuard(allowNetworks: readonly string[]): AddressGuard {
  const allowed = allowNetworks.map((text): Network => ipaddr.parseCIDR(text))
  return (text) => {
    const address = parseAddress(text)
    if (!address || isIn(address, never)) return false
    return address.range() === 'unicast' || isIn(address, allowed)
  }
}

/** The address itself: unmapped, without a zone; undefined for what is no address. */
export function parseAddress(text: string): Address | undefined {
  const bare = text.replace(/^\[|\]$/g, '').replace(/%.*$/, '')
  if (!ipaddr.isValid(bare)) return undefined
  const address = ipaddr.process(bare)
  return isIn(address, [nat64]) ? innerAddress(address) : address
}

function innerAddress(address: Address): Address {
  return new ipaddr.IPv4(address.toByteArray().slice(-4))
}

function isIn(address: Address, networks: readonly Network[]): boolean {
  return networks.some(
    ([network, bits]) => network.kind() === address.kind() && address.match([network, bits]),
  )
}
