import { expect, test } from 'vitest'
import { feedOfKnownShape } from '../../../src/feeds/discover/known-shapes.ts'

test.each([
  [
    'https://www.youtube.com/channel/UCabc',
    'https://www.youtube.com/feeds/videos.xml?channel_id=UCabc',
  ],
  [
    'https://m.youtube.com/playlist?list=PL1',
    'https://www.youtube.com/feeds/videos.xml?playlist_id=PL1',
  ],
  ['https://www.youtube.com/@handle', undefined],
  ['https://old.reddit.com/r/news/', 'https://www.reddit.com/r/news/.rss'],
  ['https://www.reddit.com/u/someone', 'https://www.reddit.com/user/someone/.rss'],
  ['https://github.com/nodejs/node', 'https://github.com/nodejs/node/releases.atom'],
  [
    'https://github.com/nodejs/node/commits/main',
    'https://github.com/nodejs/node/commits/main.atom',
  ],
  ['https://github.com/nodejs', undefined],
  ['https://letters.substack.com/p/a-letter', 'https://letters.substack.com/feed'],
  ['https://medium.com/@someone', 'https://medium.com/feed/@someone'],
  ['https://bsky.app/profile/someone.example', 'https://bsky.app/profile/someone.example/rss'],
  [
    'https://news.google.com/search?q=harbour%20bridge&hl=en',
    'https://news.google.com/rss/search?q=harbour%20bridge&hl=en',
  ],
  ['https://news.google.com/topics/CAAq?hl=de', 'https://news.google.com/rss/topics/CAAq?hl=de'],
  ['https://news.google.com/home', 'https://news.google.com/rss'],
  ['https://stackoverflow.com/questions/tagged/rss', 'https://stackoverflow.com/feeds/tag/rss'],
  ['https://social.example/@someone', 'https://social.example/@someone.rss'],
  ['https://social.example/@someone/11223344', undefined],
  ['https://social.example/@someone.rss', undefined],
  ['https://harbour-post.example/city/', undefined],
])('%s has its feed at %s', (page, feed) => {
  expect(feedOfKnownShape(new URL(page))).toBe(feed)
})
