import { commandsFr } from './commands-fr.ts'
import type { Messages } from './messages-en.ts'

export const messagesFr: Messages = {
  ...commandsFr,
  'slack.title': 'Dateline',
  'slack.close': 'Fermer',
  'slack.working': 'J’y travaille encore ; la réponse apparaîtra ici.',
  'slack.prompts': 'Posez une question sur l’actualité de vos flux',
  'slack.prompt.today': 'Quoi de neuf aujourd’hui ?',
  'slack.prompt.quotes': 'Qui a dit quoi sur le sujet principal ?',
  'install.title': 'Ajouter Dateline à Slack',
  'install.intro':
    'Dateline publie de brefs résumés des flux que choisit votre équipe, et ne demande que les droits nécessaires.',
  'install.button': 'Ajouter à Slack',
  'install.done':
    'Dateline est installé dans {workspace}. Tapez /briefing dans Slack pour commencer.',
  'install.cancelled': 'Rien n’a été installé : l’installation a été annulée dans Slack.',
  'install.stale':
    'Rien n’a été installé : ce lien a déjà servi, est trop ancien ou a été ouvert dans un autre navigateur. Recommencez.',
  'install.refused': 'Rien n’a été installé : Slack a répondu « {code} ». Recommencez.',
  'install.orgWide':
    'Rien n’a été installé : Dateline s’ajoute à un espace de travail à la fois, pas à toute une organisation. Recommencez et choisissez un espace de travail.',
  'discord.menu.summarize': 'Résumer le lien',
  'discord.menu.ask': 'Poser une question',
  'discord.failed': 'Je n’ai pas pu le faire. Réessayez dans un instant.',
  'discord.unknown': 'Je ne connais plus ce bouton. Redonnez la commande.',
  'digest.count':
    '{stories, plural, one {# sujet} other {# sujets}} tirés de {articles, plural, one {# article} other {# articles}}',
  'digest.late':
    'En retard : cette revue était prévue à {due} ; le bot était arrêté jusqu’à {until}.',
  'digest.nothing': 'Rien de nouveau dans {feeds, plural, one {votre flux} other {vos # flux}}.',
  'digest.nothingSince':
    'Rien de nouveau dans {feeds, plural, one {votre flux} other {vos # flux}} depuis {since}.',
  'digest.unreachable':
    '{feeds, plural, one {Votre flux n’a pas pu être atteint} other {Aucun de vos # flux n’a pu être atteint}}.',
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
  'why.printed': 'Sujet {place}, « {headline} » : {reasons}.',
  'why.filtered': 'Écarté par le filtre : {rule}.',
  'why.muted': 'Masqué : {subject}.',
  'why.old':
    'Publié il y a {days, plural, one {# jour} other {# jours}} : trop ancien pour être une nouvelle.',
  'why.undated':
    'Sans date et vu pour la première fois il y a {days, plural, one {# jour} other {# jours}}.',
  'why.told': 'Ne dit rien que ce canal n’ait déjà appris avec « {headline} ».',
  'why.noRoom': 'Son sujet est arrivé en place {place} ; la revue en contient {room}.',
  'why.outlets': 'rapporté par {count, plural, one {# média} other {# médias}}',
  'why.weight': 'd’un flux de poids {factor}',
  'why.followed': 'suivi : {subject}',
  'why.boosted': 'mis en avant par le filtre : {rule}',
  'why.update': 'suite de « {headline} »',
  'story.sources': '{count, plural, one {# source} other {# sources}}',
  'story.updated': 'Mis à jour',
  'story.updatedSince': 'Du nouveau depuis {at} :',
  'story.disagreement': 'Les sources divergent : {text}',
  'story.partial': 'Repose sur la partie gratuite de l’article.',
  'story.corrected': 'Corrigé à {at} : {what}',
  'story.counts': '{one} compte {oneCount}, {other} {otherCount}.',
  'counted.dead': '{count, plural, one {# mort} other {# morts}}',
  'counted.injured': '{count, plural, one {# blessé} other {# blessés}}',
  'counted.missing': '{count, plural, one {# disparu} other {# disparus}}',
  'counted.arrested': '{count, plural, one {# arrestation} other {# arrestations}}',
  'brief.modelLate':
    'Écrit par le résumeur intégré : le modèle de langage n’a pas répondu à temps.',
  'brief.modelFailed': 'Écrit par le résumeur intégré : le modèle de langage est en panne.',
  'correction.count': '{publisher} compte désormais {now}, et non {before}.',
  'correction.figure': '{publisher} indique désormais {now}, et non {before}.',
  'correction.quote': '{publisher} ne contient plus les mots « {quote} » de {speaker}.',
  'brief.modelUnreachable':
    'Écrit par le résumeur intégré : le modèle de langage était injoignable.',
  'brief.modelRefused':
    'Écrit par le résumeur intégré : le modèle de langage nous a refusés : sa clé ou son nom n’est pas accepté.',
  'brief.modelBusy':
    'Écrit par le résumeur intégré : le modèle de langage nous a demandé d’attendre.',
  'brief.modelBroken':
    'Écrit par le résumeur intégré : le modèle de langage n’a pas répondu sous la forme demandée.',
  'brief.modelCut': 'Écrit par le résumeur intégré : la réponse du modèle de langage a été coupée.',
  'brief.modelFiltered':
    'Écrit par le résumeur intégré : le modèle de langage a refusé de raconter ce sujet.',
  'brief.modelResting':
    'Écrit par le résumeur intégré : le modèle de langage a échoué plusieurs fois et se repose une minute.',
  'brief.modelSpent': 'Écrit par le résumeur intégré : le budget du modèle de langage est épuisé.',
  'brief.modelTooLong':
    'Écrit par le résumeur intégré : cette édition est plus longue que ce que le modèle de langage peut lire.',
  'brief.answerChecked': 'Ce que le modèle de langage disait au-delà des sources a été retiré.',
  'quote.verified': 'vérifié dans la source',
  'quote.open': 'voir dans l’article',
  'quote.translation': 'Traduction : {text}',
  'notice.suspended':
    'Je ne peux plus publier dans {channel} : {why} Rien n’y est envoyé pendant un jour ; ensuite, le prochain résumé réessaie.',
  'notice.dead':
    'Un résumé n’a pas pu être publié dans {channel} : {why} Ses articles passent dans le suivant.',
  'notice.deadPart': 'Une partie d’un résumé n’a pas pu être publiée dans {channel} : {why}',
  'notice.budgetSoft':
    'Le modèle de langue a coûté {spent} sur les {limit} de ce mois. À la limite, le résumeur intégré prend le relais ; budget la change.',
  'notice.budgetHard':
    'Les {limit} de ce mois pour le modèle de langue sont épuisés ({spent}). Le résumeur intégré écrit jusqu’au mois prochain, et les résumés le disent ; budget change la limite.',
  'notice.silent':
    '« {title} » n’a rien eu de nouveau {count, plural, one {# fois} other {# fois de suite}}.',
  'silence.feeds': 'Des flux ne sont pas lisibles : {names}.',
  'silence.filters': 'Des articles sont arrivés, et vos filtres ou sourdines les ont tous écartés.',
  'silence.nothing': 'Les flux n’ont rien apporté de nouveau.',
  'action.ask': 'Demander',
  'action.sources': 'Sources',
  'action.quotes': 'Citations',
  'action.changes': 'Ce qui a changé',
  'action.mute': 'Masquer ce sujet',
  'action.less': 'Moins de ce genre',
  'action.split': 'Pas le même sujet',
  'action.report': 'Signaler une erreur',
  'summarize.styleNeedsModel':
    "Le résumé intégré reprend les phrases de l''article ; les autres styles demandent un modèle de langue.",
}
