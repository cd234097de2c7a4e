import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { InboundReply } from '../../../support/inbound.ts'

const types = {
  'console.css': 'text/css; charset=utf-8',
  'console.js': 'text/javascript; charset=utf-8',
  'discord.css': 'text/css; charset=utf-8',
  'icon.svg': 'image/svg+xml',
  'slack.css': 'text/css; charset=utf-8',
} as const

type AssetName = keyof typeof types
type Asset = { readonly body: string; readonly version: string }

const read = new Map<string, Asset>()

function assetNamed(name: AssetName): Asset {
  const known = read.get(name)
  if (known) return known
  const body = readFileSync(new URL(`assets/${name}`, import.meta.url), 'utf8')
  const version = createHash('sha256').update(body).digest('base64url').slice(0, 8)
  const asset = { body, version }
  read.set(name, asset)
  return asset
}

function isAsset(name: string): name is AssetName {
  return Object.hasOwn(types, name)
}

/** Where the file stands; another address whenever it is another file, so that browsers may keep it. */
export function assetAddress(name: string): string {
  return isAsset(name) ? `/assets/${name}?v=${assetNamed(name).version}` : `/assets/${name}`
}

/** The page's own files: nothing in it comes from elsewhere. Undefined where the address is none of theirs. */
export function assetAt(pathname: string): InboundReply | undefined {
  const name = /^\/assets\/([\w.-]+)$/.exec(pathname)?.[1]
  if (name === undefined || !isAsset(name)) return undefined
  const headers = { 'content-type': types[name], 'cache-control': 'max-age=31536000, immutable' }
  return { status: 200, headers, body: assetNamed(name).body }
}
