/** Where sites of a well-known kind keep the feed that belongs to an address; undefined when the shape is another. */
type Shape = (url: URL) => string | undefined

const segmentsOf = (url: URL) => url.pathname.split('/').filter((segment) => segment !== '')

const isSite = (url: URL, name: string) => url.hostname.replace(/^(?:www|m|old|new)\./, '') === name

const youtube: Shape = (url) => {
  if (!isSite(url, 'youtube.com')) return undefined
  const [kind, name] = segmentsOf(url)
  const list = url.searchParams.get('list')
  const feed = (key: string, value: string) =>
    `https://www.youtube.com/feeds/videos.xml?${key}=${encodeURIComponent(value)}`
  if (kind === 'channel' && name) return feed('channel_id', name)
  if (kind === 'user' && name) return feed('user', name)
  return kind === 'playlist' && list ? feed('playlist_id', list) : undefined
}

const reddit: Shape = (url) => {
  if (!isSite(url, 'reddit.com')) return undefined
  const [kind, name] = segmentsOf(url)
  const isListing = kind === 'r' || kind === 'user' || kind === 'u'
  return isListing && name
    ? `https://www.reddit.com/${kind === 'r' ? 'r' : 'user'}/${name}/.rss`
    : undefined
}

const github: Shape = (url) => {
  if (!isSite(url, 'github.com')) return undefined
  const [owner, project, part, branch] = segmentsOf(url)
  if (!owner || !project || ['topics', 'orgs', 'settings', 'search'].includes(owner))
    return undefined
  const base = `https://github.com/${owner}/${project.replace(/\.git$/, '')}`
  if (part === 'commits') return `${base}/commits${branch ? `/${branch}` : ''}.atom`
  return part === 'tags' ? `${base}/tags.atom` : `${base}/releases.atom`
}

const substack: Shape = (url) =>
  url.hostname.endsWith('.substack.com') ? `https://${url.hostname}/feed` : undefined

const medium: Shape = (url) => {
  if (!isSite(url, 'medium.com')) return undefined
  const [name] = segmentsOf(url)
  return name ? `https://medium.com/feed/${name}` : undefined
}

const bluesky: Shape = (url) => {
  const [kind, name] = segmentsOf(url)
  return isSite(url, 'bsky.app') && kind === 'profile' && name
    ? `https://bsky.app/profile/${name}/rss`
    : undefined
}

const googleNews: Shape = (url) => {
  if (url.hostname !== 'news.google.com' || url.pathname.startsWith('/rss')) return undefined
  const isListing = /^\/(?:search|topics|publications|home)?(?:\/|$)/.test(url.pathname)
  const path = url.pathname.replace(/^\/home\/?$/, '/')
  return isListing
    ? `https://news.google.com/rss${path === '/' ? '' : path}${url.search}`
    : undefined
}

const stackExchange: Shape = (url) => {
  const [kind, tagged, tag] = segmentsOf(url)
  const isTag = kind === 'questions' && tagged === 'tagged' && tag !== undefined
  return isTag ? `${url.origin}/feeds/tag/${tag}` : undefined
}

/** Sites whose profiles look like Mastodon's and are none. */
const notMastodon = /(?:^|\.)(?:youtube|medium|tiktok|threads|instagram|flickr)\.(?:com|net)$/

/** Mastodon and what speaks like it, on whatever host. */
const mastodon: Shape = (url) => {
  const [profile, ...rest] = segmentsOf(url)
  const isProfile = profile !== undefined && /^@[\w.-]+$/.test(profile) && rest.length === 0
  return isProfile && !profile.endsWith('.rss') && !notMastodon.test(url.hostname)
    ? `${url.origin}/${profile}.rss`
    : undefined
}

const shapes = [
  youtube,
  reddit,
  github,
  substack,
  medium,
  bluesky,
  googleNews,
  stackExchange,
  mastodon,
]

/** The feed's address, told from the shape of a page's address alone. */
export function feedOfKnownShape(url: URL): string | undefined {
  return shapes
    .map((shape) => shape(url))
    .find((found) => found !== undefined && found !== url.href)
}
