import { DefaultRestOptions } from 'discord.js'
import { UsageError } from '../../../domain/errors.ts'

const mostBytes = 1_048_576
const timeoutMs = 10_000

/** Where Discord keeps what people attach. */
const hosts: readonly string[] = ['cdn.discordapp.com', 'media.discordapp.net']

/** The text of an attachment, from Discord's own hosts alone, or from the server that stands in for Discord. */
export async function readAttachment(address: string, apiUrl: string | undefined): Promise<string> {
  const url = URL.parse(address)
  const isOurs = url !== null && (hosts.includes(url.host) || isStandIn(url, apiUrl))
  if (!isOurs) throw new UsageError('The file is not one of Discord’s.')
  const response = await DefaultRestOptions.makeRequest(address, {
    method: 'GET',
    signal: AbortSignal.timeout(timeoutMs),
  })
  if (!response.ok) throw new UsageError('The file could not be fetched from Discord.')
  const decoder = new TextDecoder()
  let bytes = 0
  let text = ''
  for await (const chunk of response.body ?? []) {
    bytes += (chunk as Uint8Array).byteLength
    if (bytes > mostBytes) throw new UsageError('The file is larger than 1 MB.')
    text += decoder.decode(chunk as Uint8Array, { stream: true })
  }
  return text + decoder.decode()
}

function isStandIn(url: URL, apiUrl: string | undefined): boolean {
  return apiUrl !== undefined && URL.parse(apiUrl)?.host === url.host
}
