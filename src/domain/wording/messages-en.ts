import { commandsEn } from './commands-en.ts'
/** The catalogue's reference: ICU messages; every other language has exactly these keys. */
export const messagesEn = {
  ...commandsEn,
  'slack.title': 'Dateline',
  'slack.close': 'Close',
  'slack.working': 'I am still working on it; the answer will appear here.',
  'slack.prompts': 'Ask about the news in your feeds',
  'slack.prompt.today': 'What is new today?',
  'slack.prompt.quotes': 'Who said what about the main story?',
  'install.title': 'Add Dateline to Slack',
  'install.intro':
    'Dateline posts short briefings of the feeds that your team chooses, and asks for no more rights than that takes.',
  'install.button': 'Add to Slack',
  'install.done': 'Dateline is installed in {workspace}. Type /briefing in Slack to begin.',
  'install.cancelled': 'Nothing was installed: it was cancelled in Slack.',
  'install.stale':
    'Nothing was installed: this link was used before, is too old, or was opened in another browser. Start again.',
  'install.refused': 'Nothing was installed: Slack answered "{code}". Start again.',
  'install.orgWide':
    'Nothing was installed: Dateline is added to one workspace at a time, not to a whole organization. Start again and choose a workspace.',
  'discord.menu.summarize': 'Summarize link',
  'discord.menu.ask': 'Ask about this',
  'discord.failed': 'I could not carry that out. Try again in a moment.',
  'discord.unknown': 'I do not know this button any more. Give the command again.',
  'digest.count':
    '{stories, plural, one {# story} other {# stories}} from {articles, plural, one {# article} other {# articles}}',
  'digest.late': 'Late: this briefing was due at {due}; the bot was down until {until}.',
  'digest.nothing': 'Nothing new in {feeds, plural, one {your feed} other {your # feeds}}.',
  'digest.nothingSince':
    'Nothing new in {feeds, plural, one {your feed} other {your # feeds}} since {since}.',
  'digest.unreachable':
    '{feeds, plural, one {Your feed could not be reached} other {None of your # feeds could be reached}}.',
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
  'why.printed': 'Story {place}, “{headline}”: {reasons}.',
  'why.filtered': 'Dropped by the filter: {rule}.',
  'why.muted': 'Muted: {subject}.',
  'why.old': 'Published {days, plural, one {# day} other {# days}} ago: too old to be news.',
  'why.undated':
    'It has no date and was first seen {days, plural, one {# day} other {# days}} ago.',
  'why.told': 'It says nothing that this channel was not told with “{headline}”.',
  'why.noRoom': 'Its story came in place {place}; the digest has room for {room}.',
  'why.outlets': 'told by {count, plural, one {# outlet} other {# outlets}}',
  'why.weight': 'from a feed with weight {factor}',
  'why.followed': 'followed: {subject}',
  'why.boosted': 'boosted by the filter: {rule}',
  'why.update': 'goes on from “{headline}”',
  'story.sources': '{count, plural, one {# source} other {# sources}}',
  'story.updated': 'Updated',
  'story.updatedSince': 'Updated since {at}:',
  'story.disagreement': 'Sources disagree: {text}',
  'story.partial': 'Rests on the free part of the article.',
  'story.corrected': 'Corrected {at}: {what}',
  'story.counts': '{one} counts {oneCount}, {other} {otherCount}.',
  'counted.dead': '{count, number} dead',
  'counted.injured': '{count, number} injured',
  'counted.missing': '{count, number} missing',
  'counted.arrested': '{count, number} arrested',
  'brief.modelLate':
    'Written by the built-in summarizer: the language model did not answer in time.',
  'brief.modelFailed': 'Written by the built-in summarizer: the language model failed.',
  'correction.count': '{publisher} now counts {now}, not {before}.',
  'correction.figure': '{publisher} now says {now}, not {before}.',
  'correction.quote': '{publisher} no longer has the words “{quote}” by {speaker}.',
  'brief.modelUnreachable':
    'Written by the built-in summarizer: the language model could not be reached.',
  'brief.modelRefused':
    'Written by the built-in summarizer: the language model refused us: its key or its name is not accepted.',
  'brief.modelBusy': 'Written by the built-in summarizer: the language model asked us to wait.',
  'brief.modelBroken':
    'Written by the built-in summarizer: the language model did not answer in the form that was asked for.',
  'brief.modelCut':
    'Written by the built-in summarizer: the answer of the language model was cut off.',
  'brief.modelFiltered':
    'Written by the built-in summarizer: the language model declined to tell this story.',
  'brief.modelResting':
    'Written by the built-in summarizer: the language model failed several times and is left alone for a minute.',
  'brief.modelSpent':
    'Written by the built-in summarizer: the budget for the language model is used up.',
  'brief.modelTooLong':
    'Written by the built-in summarizer: this digest is longer than the language model may read.',
  'brief.answerChecked': 'What the language model said beyond the sources was left out.',
  'quote.verified': 'verified in source',
  'quote.open': 'see it in the article',
  'quote.translation': 'Translated: {text}',
  'notice.suspended':
    'I cannot post in {channel} any more: {why} Nothing is sent there for a day; after that the next digest tries again.',
  'notice.dead':
    'A digest could not be posted in {channel}: {why} Its articles go into the next one.',
  'notice.deadPart': 'A part of a digest could not be posted in {channel}: {why}',
  'notice.budgetSoft':
    'The language model has cost {spent} of this month’s {limit}. At the limit the built-in summarizer takes over; budget changes it.',
  'notice.budgetHard':
    'This month’s {limit} for the language model are used up ({spent}). The built-in summarizer writes until next month, and digests say so; budget changes the limit.',
  'notice.silent':
    '“{title}” has had no news for {count, plural, one {# digest} other {# digests in a row}}.',
  'silence.feeds': 'Feeds cannot be read: {names}.',
  'silence.filters': 'Articles came, and your filters or mutes left all of them out.',
  'silence.nothing': 'Its feeds brought nothing new.',
  'action.ask': 'Ask',
  'action.sources': 'Sources',
  'action.quotes': 'Quotes',
  'action.changes': 'What changed',
  'action.mute': 'Mute story',
  'action.less': 'Less like this',
  'action.split': 'Not the same story',
  'action.report': 'Report an error',
  'summarize.styleNeedsModel':
    'The built-in summarizer prints the article’s own sentences; other styles need a language model.',
} as const

export type MessageKey = keyof typeof messagesEn
export type Messages = Readonly<Record<MessageKey, string>>
