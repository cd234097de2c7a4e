import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, relative, sep } from 'node:path'
import type { FixedAddress } from '../support/http/dial.ts'

export type SampleWire = {
  /** For the guarded client: where the invented hosts are served. */
  readonly fixedAddresses: ReadonlyMap<string, FixedAddress>
  /** When each edition opens, the earliest first. */
  readonly editions: readonly Date[]
  stop(): Promise<void>
}

type Page = { readonly body: Uint8Array; readonly etag: string; readonly type: string }
/** What one edition changed: `host/path` → page. */
type Edition = { readonly opensAt: Date; readonly pages: ReadonlyMap<string, Page> }

/** Before the digest of 08:00 in Berlin. */
const openingTime = 'T06:00:00Z'

const types: Readonly<Record<string, string>> = {
  'feed.xml': 'application/rss+xml; charset=utf-8',
  'rss.xml': 'application/rss+xml; charset=utf-8',
  'atom.xml': 'application/atom+xml; charset=utf-8',
  'feed.json': 'application/feed+json; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
}

/**
 * Serves the publishers of a folder on a free loopback port: `YYYY-MM-DD/host/path`, as they stand at the time that `now`
 * tells. Everything is read once, so that no request ever reaches the disk.
 */
export async function startSampleWire(folder: string, now: () => Date): Promise<SampleWire> {
  const editions = await readEditions(folder)
  const server = createServer((request, response) => {
    answer(request, response, pageAt(editions, addressOf(request), now()))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { address, port } = server.address() as AddressInfo
  const fixed: FixedAddress = { address, port, protocol: 'http:' }
  return {
    fixedAddresses: new Map(hostsOf(editions).map((host) => [host, fixed])),
    editions: editions.map(({ opensAt }) => opensAt),
    async stop() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

async function readEditions(folder: string): Promise<readonly Edition[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const dates = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
  return Promise.all(dates.sort().map((date) => readEdition(join(folder, date), date)))
}

async function readEdition(folder: string, date: string): Promise<Edition> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  const files = entries.filter((entry) => entry.isFile())
  const pages = await Promise.all(
    files.map(async (file): Promise<readonly [string, Page]> => {
      const path = join(file.parentPath, file.name)
      return [relative(folder, path).split(sep).join('/'), toPage(file.name, await readFile(path))]
    }),
  )
  return { opensAt: new Date(`${date}${openingTime}`), pages: new Map(pages) }
}

function toPage(name: string, body: Uint8Array): Page {
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 22)
  const type = types[name] ?? types[extname(name)] ?? 'application/octet-stream'
  return { body, etag: `"${hash}"`, type }
}

function hostsOf(editions: readonly Edition[]): readonly string[] {
  const names = editions.flatMap(({ pages }) => [...pages.keys()])
  return [...new Set(names.map((name) => name.split('/')[0] ?? ''))]
}

function addressOf({ headers, url = '/' }: IncomingMessage): string {
  const host = (headers.host ?? '').split(':')[0] ?? ''
  const path = url.split('?')[0] ?? '/'
  return `${host}${path.endsWith('/') ? `${path}index.html` : path}`
}

function pageAt(editions: readonly Edition[], address: string, now: Date): Page | undefined {
  const [first, ...later] = editions
  const open = [...(first ? [first] : []), ...later.filter(({ opensAt }) => opensAt <= now)]
  return open.findLast(({ pages }) => pages.has(address))?.pages.get(address)
}

function answer(request: IncomingMessage, response: ServerResponse, page: Page | undefined): void {
  if (!page) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('There is no such page.\n')
  } else if (request.headers['if-none-match'] === page.etag) {
    response.writeHead(304, { etag: page.etag }).end()
  } else {
    response.writeHead(200, { 'content-type': page.type, etag: page.etag }).end(page.body)
  }
}
