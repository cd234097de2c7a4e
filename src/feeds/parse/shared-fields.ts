import type { DcNs, DcTermsNs, ItunesNs, MediaNs } from 'feedsmith'
import { readDate } from './read-date.ts'

/** The modules that RSS, RDF and Atom items may carry alike. */
export type Modules = {
  readonly dc?: DcNs.ItemOrFeed<string> | undefined
  readonly dcterms?: DcTermsNs.ItemOrFeed<string> | undefined
  readonly media?: MediaNs.ItemOrFeed | undefined
  readonly itunes?: ItunesNs.Item | undefined
}

type MediaParts = Pick<
  MediaNs.Content,
  'thumbnails' | 'player' | 'title' | 'description' | 'categories' | 'credits'
>

/** The item's own media elements, those of its contents and of its groups. */
function mediaParts(media: MediaNs.ItemOrFeed | undefined): readonly MediaParts[] {
  if (!media) return []
  return [media, ...mediaContents(media), ...(media.groups ?? [])]
}

function mediaContents(media: MediaNs.ItemOrFeed): readonly MediaNs.Content[] {
  return [
    ...(media.contents ?? []),
    ...(media.groups ?? []).flatMap((group) => group.contents ?? []),
  ]
}

export function mediaTitle(media: MediaNs.ItemOrFeed | undefined): string | undefined {
  return mediaParts(media).find((part) => part.title)?.title?.value
}

export function mediaDescription(media: MediaNs.ItemOrFeed | undefined): string | undefined {
  return mediaParts(media).find((part) => part.description)?.description?.value
}

export function mediaUrls(media: MediaNs.ItemOrFeed | undefined): readonly (string | undefined)[] {
  if (!media) return []
  return [
    ...mediaContents(media).map((content) => content.url),
    ...mediaParts(media).flatMap((part) => [
      ...(part.thumbnails ?? []).map((thumbnail) => thumbnail.url),
      part.player?.url,
    ]),
    ...(media.peerLinks ?? []).map((link) => link.href),
  ]
}

export function moduleAuthors({
  dc,
  dcterms,
  itunes,
  media,
}: Modules): readonly (string | undefined)[] {
  const credits = mediaParts(media).flatMap((part) => part.credits ?? [])
  return [
    ...(dc?.creators ?? []),
    ...(dcterms?.creators ?? []),
    itunes?.author,
    ...credits
      .filter((credit) => /^(author|writer|owner)$/i.test(credit.role ?? ''))
      .map((credit) => credit.value),
  ]
}

export function moduleCategories({
  dc,
  dcterms,
  itunes,
  media,
}: Modules): readonly (string | undefined)[] {
  return [
    ...(dc?.subjects ?? []),
    ...(dcterms?.subjects ?? []),
    ...(itunes?.keywords ?? []),
    ...mediaParts(media).flatMap((part) =>
      (part.categories ?? []).flatMap(({ name, label }) => [name, label]),
    ),
  ]
}

export function moduleDates({ dc, dcterms }: Modules): readonly (string | undefined)[] {
  return [
    ...(dc?.dates ?? []),
    ...(dcterms?.issued ?? []),
    ...(dcterms?.dates ?? []),
    ...(dcterms?.created ?? []),
    ...(dcterms?.modified ?? []),
  ]
}

/** What can be read as a day, as ISO 8601, each once, in the order given. */
export function isoDates(dates: readonly (string | undefined)[]): readonly string[] {
  return present(
    dates.map((date) => (date === undefined ? undefined : readDate(date)?.toISOString())),
  )
}

/** Without gaps, blanks and repetitions. */
export function present(values: readonly (string | undefined)[]): readonly string[] {
  const kept = values
    .map((value) => value?.trim())
    .filter((value) => value !== undefined && value !== '')
  return [...new Set(kept as string[])]
}
