import type { Messages } from './messages-en.ts'

export const messagesFr: Messages = {
  'digest.count':
    '{stories, plural, one {# sujet} other {# sujets}} tirés de {articles, plural, one {# article} other {# articles}}',
  'digest.late':
    'En retard : cette revue était prévue à {due} ; le bot était arrêté jusqu’à {until}.',
  'digest.nothing': 'Rien de nouveau dans {feeds, plural, one {votre flux} other {vos # flux}}.',
  'digest.next': 'Prochaine revue : {at}.',
  'digest.read': '{feeds, plural, one {# flux lu} other {# flux lus}}',
  'digest.failed': '{count} hors d’atteinte ({names})',
  'dropped.filtered':
    '{count, plural, one {# article écarté} other {# articles écartés}} par vos filtres',
  'dropped.muted': '{count, plural, one {# article masqué} other {# articles masqués}}',
  'dropped.old': '{count, plural, one {# article trop ancien} other {# articles trop anciens}}',
  'dropped.undated':
    '{count, plural, one {# article sans date et déjà ancien} other {# articles sans date et déjà anciens}}',
  'dropped.told': '{count, plural, one {# article} other {# articles}} sans rien de nouveau',
  'digest.leftOut': '{count, plural, one {# autre sujet} other {# autres sujets}} sans place',
  'digest.quotesDropped':
    '{count, plural, one {# citation écartée} other {# citations écartées}} après vérification',
  'digest.pointsReplaced':
    '{count, plural, one {# phrase remplacée} other {# phrases remplacées}} après vérification',
  'story.sources': '{count, plural, one {# source} other {# sources}}',
  'story.updated': 'Mis à jour',
  'story.updatedSince': 'Du nouveau depuis {at}',
  'story.disagreement': 'Les sources divergent : {text}',
  'story.partial': 'Repose sur la partie gratuite de l’article.',
  'story.corrected': 'Corrigé à {at} : {what}',
  'quote.verified': 'vérifié dans la source',
  'quote.open': 'voir dans l’article',
  'quote.translation': 'Traduction : {text}',
  'action.ask': 'Demander',
  'action.sources': 'Sources',
  'action.quotes': 'Citations',
  'action.changes': 'Ce qui a changé',
  'action.mute': 'Masquer ce sujet',
  'action.less': 'Moins de ce genre',
  'action.split': 'Pas le même sujet',
  'action.report': 'Signaler une erreur',
}
