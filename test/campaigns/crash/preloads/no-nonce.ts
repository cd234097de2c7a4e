import { DefaultRestOptions } from 'discord.js'

/** Loaded before the bot: Discord's requests lose their nonce on the way out. */
const options = DefaultRestOptions as { makeRequest: typeof DefaultRestOptions.makeRequest }
const send = options.makeRequest
options.makeRequest = (url, init) =>
  send(url, Object.assign(init, { body: withoutNonce(init.body) }))

function withoutNonce<Body>(body: Body): Body {
  if (typeof body !== 'string') return body
  const {
    nonce: _nonce,
    enforce_nonce: _enforced,
    ...rest
  } = JSON.parse(body) as Record<string, unknown>
  return JSON.stringify(rest) as Body
}
