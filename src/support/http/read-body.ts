import { type Readable, Transform, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import {
  constants,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createZstdDecompress,
} from 'node:zlib'
import { BodyEncodingError, BodyTooLargeError } from './failures.ts'

/** Limits that a body is read under; each may be lifted in a test that shows what it is for. */
export type BodyLimits = {
  /** Bytes after unpacking, also between two layers of packing. One chunk more may be read before it shows. */
  readonly maxBytes: number
  readonly maxEncodings: number
}

export type ReadBody = { readonly body: Uint8Array; readonly bytesOnWire: number }

/** The window that RFC 8878 (3.1.1.1.2) recommends decoders to support: 8 MB. */
const zstdWindowLog = 23

const decoders: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
  zstd: () => createZstdDecompress({ params: { [constants.ZSTD_d_windowLogMax]: zstdWindowLog } }),
}

/** What we ask for; the rest of `decoders` is what servers send unasked. */
export const acceptEncoding = 'gzip, br, zstd'

/** The body unpacked, counted as it comes, so that nothing larger than the limit ever stands in memory. */
export async function readBody(
  stream: Readable,
  contentEncoding: string | undefined,
  limits: BodyLimits,
): Promise<ReadBody> {
  const unpack = toDecoders(contentEncoding, limits)
  const chunks: Buffer[] = []
  let bytesOnWire = 0
  const onWire = bounded(limits.maxBytes, (chunk) => {
    bytesOnWire += chunk.length
  })
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk)
      done()
    },
  })
  await pipeline([
    stream,
    onWire,
    ...unpack.flatMap((decoder) => [decoder, bounded(limits.maxBytes)]),
    sink,
  ])
  return { body: joined(chunks), bytesOnWire }
}

function toDecoders(contentEncoding: string | undefined, limits: BodyLimits): Transform[] {
  const names = (contentEncoding ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '' && name !== 'identity')
  if (names.length > limits.maxEncodings) {
    throw new BodyEncodingError('The answer is packed too many times.')
  }
  return names.reverse().map((name) => {
    const create = Object.hasOwn(decoders, name) ? decoders[name] : undefined
    if (!create)
      throw new BodyEncodingError('The answer is packed in a way that we did not ask for.')
    return create()
  })
}

function bounded(maxBytes: number, tell: (chunk: Buffer) => void = () => {}): Transform {
  let bytes = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      tell(chunk)
      if (bytes > maxBytes) done(new BodyTooLargeError(maxBytes))
      else done(null, chunk)
    },
  })
}

function joined(chunks: readonly Buffer[]): Uint8Array {
  const [only] = chunks
  return chunks.length === 1 && only ? only : Buffer.concat(chunks)
}
