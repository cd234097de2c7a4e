import type { Composed, ComposeRequest } from '../../commands/tools.ts'
import type { Article } from '../../domain/article.ts'
import { type DigestWindow, type House, makeDigest } from '../../pipeline.ts'
import { listFollows, listMutes } from '../../store/people/tastes.ts'
import type { Store } from '../../store/store.ts'
import type { WorkspaceTx } from '../../store/transaction.ts'
import { readWindow } from '../read-window.ts'

/** A digest as it would be now, with the reasons; nothing is recorded. */
export async function composeNow(
  store: Store,
  house: Pick<House, 'briefing' | 'clock'>,
  request: ComposeRequest,
): Promise<Composed> {
  const { workspaceId } = request.subscription
  const window = await store.inWorkspace(workspaceId, (tx) => windowFor(tx, request))
  const { digest, briefed, left } = await makeDigest(window, house)
  const titles = new Map(window.articles.map(({ id, title }) => [id, title]))
  return {
    digest,
    reasons: briefed.map(({ ranked }) => ranked.reasons),
    leftOut: left.map(({ articleId, reason, words }) => ({
      title: titles.get(articleId) ?? '',
      reason,
      words,
    })),
  }
}

async function windowFor(tx: WorkspaceTx, request: ComposeRequest): Promise<DigestWindow> {
  const { subscription, since, topic, personId, wording } = request
  const times = { dueAt: tx.now, lateUntil: undefined, nextAt: undefined }
  const usual = await readWindow(tx, subscription, times, since)
  const { articles: came } = usual
  const articles = topic === undefined ? came : came.filter((article) => isAbout(article, topic))
  return {
    ...usual,
    articles,
    wording,
    read: { ...usual.read, articlesRead: articles.length },
    wishes: {
      ...usual.wishes,
      wording,
      follows: personId === undefined ? [] : await listFollows(tx, personId),
      mutes: personId === undefined ? [] : await listMutes(tx, personId),
    },
  }
}

/** Every word of the topic stands in the title or the text. */
function isAbout({ title, text }: Article, topic: string): boolean {
  const said = `${title} ${text}`.toLowerCase()
  return topic
    .toLowerCase()
    .split(/\s+/)
    .every((word) => said.includes(word))
}
