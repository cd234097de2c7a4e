import type { SlotState } from '../../domain/slot.ts'

/** Due work and what became of it. Every key begins with the workspace. */
export type DeliveryTables = {
  slots: {
    workspace_id: string
    id: string
    digest_id: string
    slot_key: string
    due_at_ms: number
    state: SlotState
    words: string
    attempts: number
    retry_at_ms: number
    lease_until_ms: number
    fence: number
    owner: string | null
    owner_fence: number | null
    digest_json: string | null
    closed_at_ms: number | null
  }
  deliveries: {
    workspace_id: string
    id: string
    slot_id: string
    channel: string
    part: number
    story_id: string | null
    message_json: string
    /** How often a smaller form took the message's place. */
    cuts: number
    state: string
    words: string
    attempts: number
    reconciliations: number
    attempt_started_at_ms: number | null
    due_at_ms: number
    too_late_at_ms: number
    lease_until_ms: number
    fence: number
    owner: string | null
    owner_fence: number | null
    message_id: string | null
    sent_at_ms: number | null
    changed_at_ms: number
  }
  destinations: {
    workspace_id: string
    channel: string
    suspended_at_ms: number | null
    suspended_words: string
    told_admin_at_ms: number | null
    paused_until_ms: number
    failures_in_row: number
    failure_days_json: string
  }
  /** Articles that a digest has used, so that they do not come again as news. */
  seen: {
    workspace_id: string
    digest_id: string
    article_id: string
    revision: number
    slot_id: string
    at_ms: number
  }
  told: {
    workspace_id: string
    channel: string
    story_id: string
    slot_id: string
    told_json: string
    at_ms: number
  }
  /** Which article, in which revision, a channel was told of with which story; for corrections. */
  told_articles: {
    workspace_id: string
    channel: string
    story_id: string
    article_id: string
    revision: number
    at_ms: number
  }
  story_traces: {
    workspace_id: string
    article_id: string
    slot_id: string
    stage: string
    words: string
    at_ms: number
  }
  /** What stands in the console's channels. */
  messages: {
    workspace_id: string
    id: string
    channel: string
    parent_id: string | null
    payload_json: string
    posted_at_ms: number
    edited_at_ms: number | null
  }
}
