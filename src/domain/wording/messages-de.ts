import type { Messages } from './messages-en.ts'

export const messagesDe: Messages = {
  'digest.count':
    '{stories, plural, one {# Thema} other {# Themen}} aus {articles, plural, one {# Artikel} other {# Artikeln}}',
  'digest.late':
    'Verspätet: Diese Übersicht war um {due} fällig; der Bot war bis {until} nicht in Betrieb.',
  'digest.nothing': 'Nichts Neues in {feeds, plural, one {Ihrem Feed} other {Ihren # Feeds}}.',
  'digest.next': 'Nächste Übersicht: {at}.',
  'digest.read': '{feeds, plural, one {# Feed} other {# Feeds}} gelesen',
  'digest.failed': '{count} nicht erreichbar ({names})',
  'dropped.filtered': '{count} Artikel von Ihren Filtern ausgelassen',
  'dropped.muted': '{count} Artikel stummgeschaltet',
  'dropped.old': '{count} Artikel zu alt',
  'dropped.undated': '{count} Artikel ohne Datum und nicht neu',
  'dropped.told': '{count} Artikel ohne Neues',
  'digest.leftOut': '{count, plural, one {# weiteres Thema} other {# weitere Themen}} ohne Platz',
  'digest.quotesDropped':
    '{count, plural, one {# Zitat hat} other {# Zitate haben}} die Prüfung nicht bestanden',
  'digest.pointsReplaced': '{count, plural, one {# Satz} other {# Sätze}} nach der Prüfung ersetzt',
  'story.sources': '{count, plural, one {# Quelle} other {# Quellen}}',
  'story.updated': 'Aktualisiert',
  'story.updatedSince': 'Neu seit {at}',
  'story.disagreement': 'Die Quellen widersprechen sich: {text}',
  'story.partial': 'Beruht auf dem frei lesbaren Teil des Artikels.',
  'story.corrected': 'Berichtigt {at}: {what}',
  'quote.verified': 'in der Quelle geprüft',
  'quote.open': 'im Artikel ansehen',
  'quote.translation': 'Übersetzt: {text}',
  'action.ask': 'Fragen',
  'action.sources': 'Quellen',
  'action.quotes': 'Zitate',
  'action.changes': 'Was ist neu',
  'action.mute': 'Thema stummschalten',
  'action.less': 'Weniger davon',
  'action.split': 'Nicht dasselbe Thema',
  'action.report': 'Fehler melden',
}
