import { redact } from '../redact.ts'
import type { Attributes, Span } from './tracer.ts'

const internalKind = 1
const errorStatus = 2

/** An `ExportTraceServiceRequest` as JSON: https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding */
export function toOtlp(spans: readonly Span[], resource: Attributes): object {
  return {
    resourceSpans: [
      {
        resource: { attributes: toPairs(resource) },
        scopeSpans: [{ scope: { name: 'dateline' }, spans: spans.map(toWire) }],
      },
    ],
  }
}

function toWire(span: Span): object {
  const { traceId, spanId, parentId, name, attributes, startedAt, tookMs, fault } = span
  const startMs = startedAt.getTime()
  return {
    traceId,
    spanId,
    ...(parentId !== undefined && { parentSpanId: parentId }),
    name,
    kind: internalKind,
    startTimeUnixNano: nanosOf(startMs),
    endTimeUnixNano: nanosOf(startMs + tookMs),
    attributes: toPairs(attributes),
    status: fault === undefined ? {} : { code: errorStatus, message: redact(fault) },
  }
}

/** 64-bit integers are text in OTLP's JSON. */
function nanosOf(ms: number): string {
  return String(BigInt(Math.round(ms * 1000)) * 1000n)
}

function toPairs(attributes: Attributes): readonly object[] {
  return Object.entries(attributes).map(([key, value]) => ({ key, value: toValue(value) }))
}

function toValue(value: Attributes[string]): object {
  switch (typeof value) {
    case 'boolean':
      return { boolValue: value }
    case 'number':
      return Number.isInteger(value) ? { intValue: String(value) } : { doubleValue: value }
    default:
      return { stringValue: value }
  }
}
