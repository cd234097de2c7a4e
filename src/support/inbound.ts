/** A request that came in over HTTP, with its body untouched: signatures are over the raw bytes. */
export type InboundRequest = {
  readonly method: string
  /** Path and query. */
  readonly url: string
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: Uint8Array
}

export type InboundReply = {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
}

/** A part of the web server's addresses that somebody else answers: a platform's webhooks, the console's pages. */
export type Mount = {
  /** `/slack` answers `/slack` and everything beneath it. */
  readonly path: string
  respond(request: InboundRequest): Promise<InboundReply>
}
