import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { inventNews } from '../news/invent-news.ts'
import type { Load } from './load.ts'

/* Publishers of a simulated time, in a process of their own: one feed per host, whose items come evenly through the day. */

const load = JSON.parse(process.argv[2] ?? '{}') as Load
const itemsInFeed = 30
const everyMs = 86_400_000 / load.itemsPerDay
/** What stands in the feeds when they are first looked at. */
const headStartMs = 43_200_000
const beganMs = new Date(load.startAt).getTime() - headStartMs
const news = inventNews(Math.ceil((load.hours * 3_600_000 + headStartMs) / everyMs))
let nowMs = beganMs + headStartMs

/** The numbers of the feed's items, the newest first: one event is told by neighbours, and those are different feeds. */
function numbersOf(feed: number): readonly number[] {
  const newest = Math.floor((nowMs - beganMs) / everyMs)
  const last = newest - ((newest - feed + load.feeds) % load.feeds)
  return Array.from({ length: itemsInFeed }, (_, at) => last - at * load.feeds).filter(
    (n) => n >= 0,
  )
}

function feedOf(host: string, numbers: readonly number[]): string {
  const items = numbers.map((number) => {
    const { title, text } = news[number] ?? { title: '', text: '' }
    const day = new Date(beganMs + number * everyMs).toUTCString()
    const [lead] = text.split('\n\n')
    return `<item><title>${title}</title><link>https://${host}/${number}</link><guid>${host}/${number}</guid><pubDate>${day}</pubDate><description>${lead}</description></item>`
  })
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>${host}</title><link>https://${host}/</link><language>en</language>${items.join('')}</channel></rss>`
}

function pageOf(number: number): string {
  const { title, text } = news[number] ?? { title: '', text: '' }
  const paragraphs = text.split('\n\n').map((part) => `<p>${part}</p>`)
  const menu = '<nav><ul><li><a href="/a">News</a></li><li><a href="/b">Sport</a></li></ul></nav>'
  return `<!doctype html><html lang="en"><head><title>${title}</title></head><body>${menu}<article><h1>${title}</h1>${paragraphs.join('')}</article></body></html>`
}

function answerFeed(response: ServerResponse, host: string, known: string | undefined): void {
  const numbers = numbersOf(Number(/\d+/.exec(host)?.[0]))
  const headers = { etag: `"${numbers[0]}"`, 'content-type': 'application/rss+xml' }
  if (known === headers.etag) response.writeHead(304, headers).end()
  else response.writeHead(200, headers).end(feedOf(host, numbers))
}

const server = createServer((request, response) => {
  const [host, path] = [request.headers.host ?? '', request.url ?? '/']
  if (path === '/feed') answerFeed(response, host, request.headers['if-none-match'])
  else if (/^\/\d+$/.test(path))
    response.writeHead(200, { 'content-type': 'text/html' }).end(pageOf(Number(path.slice(1))))
  else response.writeHead(404).end()
})
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
process.on('message', (at) => {
  nowMs = Number(at)
})
process.on('disconnect', () => process.exit(0))
