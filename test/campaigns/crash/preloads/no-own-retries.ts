import { WebClient } from '@slack/web-api'

/** Loaded before the bot: the SDK sends what failed again by itself, as it does when nobody tells it not to. */
const client = WebClient.prototype as unknown as {
  retryConfig: object
  apiCall(...call: readonly unknown[]): unknown
}
const { apiCall } = client
client.apiCall = function (...call) {
  this.retryConfig = { retries: 10, factor: 1.5, minTimeout: 100 }
  return apiCall.apply(this, [...call])
}
