/** What a workspace has chosen, and the people in it. Every key begins with the workspace. */
export type WorkspaceTables = {
  workspaces: {
    workspace_id: string
    name: string
    settings_json: string
    created_at_ms: number
    removed_at_ms: number | null
  }
  installations: {
    workspace_id: string
    sealed: string
    installed_by: string
    installed_at_ms: number
    /** A renewal of the token was begun and has not been written down as done. */
    renewing_since_ms: number | null
    /** A renewal came to nothing: the app has to be installed again. */
    lost_at_ms: number | null
    revoked_at_ms: number | null
  }
  people: {
    workspace_id: string
    person_id: string
    name: string
    locale: string | null
    timezone: string | null
    personal_digest_json: string | null
  }
  permissions: {
    workspace_id: string
    subject: string
    granted_by: string
    granted_at_ms: number
  }
  feed_subscriptions: {
    workspace_id: string
    feed_id: string
    name: string
    categories_json: string
    weight: number
    language: string | null
    paused: number
    managed_by: 'file' | 'command'
    added_at_ms: number
    removed_at_ms: number | null
  }
  subscriptions: {
    workspace_id: string
    id: string
    name: string
    title: string
    channel: string
    schedule_json: string
    feeds_json: string
    stories: number
    length: string
    language: string | null
    on_empty: string
    images: number
    mention: string | null
    paused: number
    managed_by: 'file' | 'command'
    added_at_ms: number
    removed_at_ms: number | null
    next_slot_key: string | null
    next_due_at_ms: number | null
  }
  filters: {
    workspace_id: string
    id: string
    action: string
    field: string
    match: string
    value: string
    negated: number
    scope: string | null
    managed_by: 'file' | 'command'
    removed_at_ms: number | null
  }
  mutes: {
    workspace_id: string
    id: string
    person_id: string
    kind: string
    value: string
    until_ms: number
  }
  follows: {
    workspace_id: string
    id: string
    person_id: string
    kind: string
    value: string
    added_at_ms: number
  }
  feedback: {
    workspace_id: string
    id: string
    person_id: string
    kind: string
    about: string
    words: string
    at_ms: number
  }
  splits: {
    workspace_id: string
    first_article_id: string
    second_article_id: string
    person_id: string
    at_ms: number
  }
  audit: {
    workspace_id: string
    id: string
    person_id: string
    name: string
    what: string
    before_json: string
    after_json: string
    at_ms: number
  }
  actions: {
    workspace_id: string
    id: string
    command: string
    options_json: string
    created_at_ms: number
  }
  arrivals: { workspace_id: string; id: string; at_ms: number }
  counters: { workspace_id: string; key: string; window_start_ms: number; count: number }
  spending: {
    workspace_id: string
    digest_id: string
    day: string
    calls: number
    input_tokens: number
    output_tokens: number
    micro_dollars: number
  }
  model_results: { workspace_id: string; key: string; value_json: string; at_ms: number }
  settings: { workspace_id: string; key: string; value_json: string }
}
