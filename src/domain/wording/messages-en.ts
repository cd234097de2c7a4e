/** The catalogue's reference: ICU messages; every other language has exactly these keys. */
export const messagesEn = {
  'digest.count':
    '{stories, plural, one {# story} other {# stories}} from {articles, plural, one {# article} other {# articles}}',
  'digest.late': 'Late: this briefing was due at {due}; the bot was down until {until}.',
  'digest.nothing': 'Nothing new in {feeds, plural, one {your feed} other {your # feeds}}.',
  'digest.next': 'Next briefing {at}.',
  'digest.read': 'Read {feeds, plural, one {# feed} other {# feeds}}',
  'digest.failed': '{count} could not be reached ({names})',
  'dropped.filtered': '{count, plural, one {# article} other {# articles}} dropped by your filters',
  'dropped.muted': '{count, plural, one {# article} other {# articles}} muted',
  'dropped.old': '{count, plural, one {# article} other {# articles}} too old',
  'dropped.undated':
    '{count, plural, one {# article} other {# articles}} without a date and not new',
  'dropped.told': '{count, plural, one {# article} other {# articles}} told nothing new',
  'digest.leftOut': '{count, plural, one {# more story} other {# more stories}} did not fit',
  'digest.quotesDropped':
    '{count, plural, one {# quote} other {# quotes}} failed the check and not printed',
  'digest.pointsReplaced':
    '{count, plural, one {# sentence} other {# sentences}} replaced after the check',
  'story.sources': '{count, plural, one {# source} other {# sources}}',
  'story.updated': 'Updated',
  'story.updatedSince': 'Updated since {at}',
  'story.disagreement': 'Sources disagree: {text}',
  'story.partial': 'Rests on the free part of the article.',
  'story.corrected': 'Corrected {at}: {what}',
  'quote.verified': 'verified in source',
  'quote.open': 'see it in the article',
  'quote.translation': 'Translated: {text}',
  'action.ask': 'Ask',
  'action.sources': 'Sources',
  'action.quotes': 'Quotes',
  'action.changes': 'What changed',
  'action.mute': 'Mute story',
  'action.less': 'Less like this',
  'action.split': 'Not the same story',
  'action.report': 'Report an error',
} as const

export type MessageKey = keyof typeof messagesEn
export type Messages = Readonly<Record<MessageKey, string>>
