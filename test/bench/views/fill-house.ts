import type { Article } from '../../../src/domain/article.ts'
import type { Briefing } from '../../../src/domain/briefing.ts'
import type { Digest } from '../../../src/domain/digest.ts'
import { digestDocuments } from '../../../src/domain/digest-document.ts'
import { articleId, feedId, storyId } from '../../../src/domain/ids.ts'
import { wordingFor } from '../../../src/domain/wording/wording.ts'
import { changeableColumns } from '../../../src/store/articles/articles.ts'
import { writeJson } from '../../../src/store/json.ts'
import { keepMessage } from '../../../src/store/messages/messages.ts'
import { keepTold } from '../../../src/store/stories/told.ts'
import type { WorkspaceTx } from '../../../src/store/transaction.ts'
import { saveFeedSubscription } from '../../../src/store/wishes/feed-subscriptions.ts'
import { saveSubscription } from '../../../src/store/wishes/subscriptions.ts'

const feeds = 200
const articlesPerFeed = 50
const days = 30
const digestsPerDay = 5
const storiesPerDigest = 7
const dayMs = 86_400_000
const channel = { platform: 'console', id: 'main' } as const

/** 200 feeds with 10,000 articles, and 150 digests in 30 days with 1,050 stories of three outlets each. */
export async function fillHouse(tx: WorkspaceTx) {
  const articles = await fillFeeds(tx)
  const subscription = await saveSubscription(
    tx,
    {
      name: 'morning',
      title: 'Morning briefing',
      channel,
      schedule: { kind: 'cron', cron: '0 */5 * * *', timezone: 'Europe/Berlin', exact: false },
      feeds: { kind: 'all' },
      stories: storiesPerDigest,
      length: 'short',
      language: undefined,
      onEmpty: 'skip',
      images: false,
      mention: undefined,
      paused: false,
    },
    'command',
  )
  const count = days * digestsPerDay
  for (let at = 0; at < count; at += 1) {
    const dueAt = new Date(tx.now.getTime() - ((count - at) * dayMs) / digestsPerDay)
    const stories = Array.from({ length: storiesPerDigest }, (_, place) =>
      storyOf(at * storiesPerDigest + place, articles),
    )
    const digest = digestOf(
      stories.map(({ briefing }) => briefing),
      dueAt,
      tx,
      subscription.id,
    )
    await record(tx, at, digest, stories)
  }
  const last = storyOf(count * storiesPerDigest - 1, articles)
  return { storyId: last.briefing.storyId, articleId: last.story.articles[0].id }
}

async function fillFeeds(tx: WorkspaceTx): Promise<readonly Article[]> {
  const articles: Article[] = []
  for (let at = 0; at < feeds; at += 1) {
    const url = `https://outlet-${at}.example/feed.xml`
    const name = `Outlet ${at}`
    const wish = { name, url, categories: ['world'], weight: 1, language: 'en', paused: false }
    const feed = await saveFeedSubscription(tx, wish, 'command')
    const own = Array.from({ length: articlesPerFeed }, (_, number) =>
      articleOf(feed.feedId, name, at, number, tx.now),
    )
    await tx.db
      .insertInto('articles')
      .values(
        own.map((article) => ({
          ...changeableColumns(article),
          id: article.id,
          feed_id: article.feedId,
          first_seen_at_ms: article.firstSeenAt.getTime(),
          revised_at_ms: 0,
          revision: 1,
        })),
      )
      .execute()
    await tx.db
      .insertInto('feed_days')
      .values(
        Array.from({ length: days }, (_, day) => ({
          feed_id: feed.feedId,
          day: new Date(tx.now.getTime() - day * dayMs).toISOString().slice(0, 10),
          polls: 24,
          unchanged: 20,
          failures: 0,
          articles: (at + day) % 7,
        })),
      )
      .execute()
    articles.push(...own)
  }
  return articles
}

const said = 'We will not open the bridge on a good guess'

function articleOf(
  feed: string,
  publisher: string,
  at: number,
  number: number,
  now: Date,
): Article {
  const paragraphs = Array.from(
    { length: 8 },
    (_, part) =>
      `The inspectors of district ${at} read report ${number} for the ${part + 1}. time and found nothing in it that the council had not been told before, the office said on Tuesday.`,
  )
  const quote = `Chief engineer Marta Lindqvist spoke at the ramp. “${said},” Lindqvist said.`
  const seenAt = new Date(now.getTime() - number * (dayMs / 2))
  return {
    id: articleId(`article-${at}-${number}`),
    feedId: feedId(feed),
    publisher,
    url: `https://outlet-${at}.example/news/${number}.html`,
    title: `Report ${number} of district ${at} is read again`,
    text: [quote, ...paragraphs].join('\n\n'),
    headings: [],
    publishedAt: seenAt,
    firstSeenAt: seenAt,
    language: 'en',
    byline: undefined,
    partial: false,
    revision: 1,
  }
}

function storyOf(at: number, articles: readonly Article[]) {
  const own = [0, 1, 2].map((step) => articles[(at * 3 + step) % articles.length] as Article)
  const [first] = own as [Article, ...Article[]]
  const start = first.text.indexOf(said)
  const from = first.text.indexOf('The inspectors')
  const point = { start: from, end: first.text.indexOf('\n\n', from), articleId: first.id }
  const briefing: Briefing = {
    storyId: storyId(`story-${at}`),
    headline: first.title,
    points: [0, 1, 2].map(() => ({
      text: first.text.slice(point.start, point.end),
      evidence: [point] as const,
    })),
    quotes: [0, 1].map(() => ({
      articleId: first.id,
      start,
      end: start + said.length,
      text: said,
      speaker: { name: 'Marta Lindqvist', role: 'Chief engineer' },
    })),
    disagreements: [],
    sources: own.map(({ id, publisher, url, title, publishedAt, language, partial }) => ({
      articleId: id,
      publisher,
      url,
      title,
      publishedAt,
      language,
      partial,
    })) as unknown as Briefing['sources'],
    updatedSince: undefined,
    authorship: {
      summarizer: 'extractive',
      fellBackBecause: at % 9 === 0 ? 'No answer.' : undefined,
    },
    checks: {
      quotesDropped: at % 5 === 0 ? [{ text: said, verdict: 'altered' }] : [],
      pointsReplaced: [],
    },
  }
  return {
    briefing,
    story: { id: briefing.storyId, articles: own as [Article, ...Article[]], told: undefined },
  }
}

function digestOf(
  briefings: readonly Briefing[],
  dueAt: Date,
  { workspaceId }: WorkspaceTx,
  digestId: Digest['digestId'],
): Digest {
  return {
    workspaceId,
    digestId,
    title: 'Morning briefing',
    channel,
    dueAt,
    since: undefined,
    lateUntil: undefined,
    timezone: 'Europe/Berlin',
    language: 'en',
    length: 'short',
    mention: undefined,
    briefings,
    coverage: {
      feedsRead: feeds,
      feedsFailed: [],
      articlesRead: 60,
      dropped: [],
      storiesLeftOut: 0,
      quotesDropped: 0,
      pointsReplaced: 0,
      notes: [],
    },
    nextAt: undefined,
  }
}

async function record(
  tx: WorkspaceTx,
  at: number,
  digest: Digest,
  stories: readonly ReturnType<typeof storyOf>[],
): Promise<void> {
  const dueMs = digest.dueAt.getTime()
  const slot = `slot-${at}`
  await tx.db
    .insertInto('slots')
    .values({
      workspace_id: tx.workspaceId,
      id: slot,
      digest_id: digest.digestId,
      slot_key: slot,
      due_at_ms: dueMs,
      state: 'recorded',
      words: '',
      attempts: 0,
      retry_at_ms: 0,
      lease_until_ms: 0,
      fence: 0,
      digest_json: writeJson(digest),
      closed_at_ms: dueMs,
    })
    .execute()
  await keepTold({ ...tx, now: digest.dueAt }, channel, slot as never, stories)
  const { parent, replies } = digestDocuments(digest, wordingFor('en'))
  for (const [part, document] of [parent, ...replies].entries()) {
    const id = `delivery-${at}-${part}`
    const parentId = part === 0 ? undefined : `delivery-${at}-0`
    await keepMessage(
      { ...tx, now: new Date(dueMs + part) },
      { id, channel, parentId, payload: { document } },
    )
    await tx.db
      .insertInto('deliveries')
      .values({
        workspace_id: tx.workspaceId,
        id,
        slot_id: slot,
        channel: 'console:main',
        part,
        story_id: part === 0 ? null : (digest.briefings[part - 1]?.storyId ?? null),
        message_json: '{}',
        cuts: 0,
        state: 'sent',
        words: '',
        attempts: 1,
        reconciliations: 0,
        attempt_started_at_ms: null,
        due_at_ms: dueMs,
        too_late_at_ms: dueMs,
        lease_until_ms: 0,
        fence: 0,
        message_id: id,
        sent_at_ms: dueMs,
        changed_at_ms: dueMs,
      })
      .execute()
  }
}
