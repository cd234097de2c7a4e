import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/* A web of publishers for benchmarks, in a process of its own so that its work is not counted: one feed per host. */

const itemsPerFeed = 50
const paragraph =
  'The council of the harbour town met on Tuesday evening and voted for a new ferry across the sound, which is to run every quarter of an hour from the spring. '

function feedOf(host: string): string {
  const items = Array.from({ length: itemsPerFeed }, (_, at) => {
    const day = new Date(Date.UTC(2026, 10, 24) - at * 3_600_000).toUTCString()
    return `<item><title>Item ${at} of ${host}</title><link>https://${host}/${at}</link><guid>${host}/${at}</guid><pubDate>${day}</pubDate><description>${paragraph.repeat(2)}</description></item>`
  })
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>${host}</title><link>https://${host}/</link>${items.join('')}</channel></rss>`
}

const server = createServer((request, response) => {
  const headers = { etag: '"1"', 'content-type': 'application/rss+xml' }
  if (request.headers['if-none-match']) response.writeHead(304, headers).end()
  else response.writeHead(200, headers).end(feedOf(request.headers.host ?? ''))
})
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
process.on('disconnect', () => process.exit(0))
