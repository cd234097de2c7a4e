import { commandsDe } from './commands-de.ts'
import type { Messages } from './messages-en.ts'

export const messagesDe: Messages = {
  ...commandsDe,
  'slack.title': 'Dateline',
  'slack.close': 'Schließen',
  'slack.working': 'Ich arbeite noch daran; die Antwort erscheint hier.',
  'slack.prompts': 'Frag nach den Nachrichten aus deinen Feeds',
  'slack.prompt.today': 'Was gibt es heute Neues?',
  'slack.prompt.quotes': 'Wer hat was zum wichtigsten Thema gesagt?',
  'install.title': 'Dateline zu Slack hinzufügen',
  'install.intro':
    'Dateline postet kurze Meldungen aus den Feeds, die euer Team auswählt, und verlangt nicht mehr Rechte, als dafür nötig sind.',
  'install.button': 'Zu Slack hinzufügen',
  'install.done': 'Dateline ist in {workspace} installiert. Mit /briefing in Slack geht es los.',
  'install.cancelled': 'Nichts wurde installiert: Es wurde in Slack abgebrochen.',
  'install.stale':
    'Nichts wurde installiert: Dieser Link wurde schon benutzt, ist zu alt oder wurde in einem anderen Browser geöffnet. Bitte neu beginnen.',
  'install.refused': 'Nichts wurde installiert: Slack antwortete „{code}“. Bitte neu beginnen.',
  'install.orgWide':
    'Nichts wurde installiert: Dateline wird zu einem einzelnen Workspace hinzugefügt, nicht zu einer ganzen Organisation. Bitte neu beginnen und einen Workspace wählen.',
  'discord.menu.summarize': 'Link zusammenfassen',
  'discord.menu.ask': 'Dazu fragen',
  'discord.failed': 'Das hat nicht geklappt. Versuchen Sie es gleich noch einmal.',
  'discord.unknown': 'Diesen Knopf kenne ich nicht mehr. Geben Sie den Befehl noch einmal.',
  'digest.count':
    '{stories, plural, one {# Thema} other {# Themen}} aus {articles, plural, one {# Artikel} other {# Artikeln}}',
  'digest.late':
    'Verspätet: Diese Übersicht war um {due} fällig; der Bot war bis {until} nicht in Betrieb.',
  'digest.nothing': 'Nichts Neues in {feeds, plural, one {Ihrem Feed} other {Ihren # Feeds}}.',
  'digest.nothingSince':
    'Nichts Neues in {feeds, plural, one {Ihrem Feed} other {Ihren # Feeds}} seit {since}.',
  'digest.unreachable':
    '{feeds, plural, one {Ihr Feed war nicht} other {Keiner Ihrer # Feeds war}} erreichbar.',
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
  'why.printed': 'Thema {place}, „{headline}“: {reasons}.',
  'why.filtered': 'Vom Filter ausgelassen: {rule}.',
  'why.muted': 'Stummgeschaltet: {subject}.',
  'why.old':
    'Vor {days, plural, one {# Tag} other {# Tagen}} erschienen: zu alt für eine Nachricht.',
  'why.undated': 'Ohne Datum und vor {days, plural, one {# Tag} other {# Tagen}} zuerst gesehen.',
  'why.told': 'Sagt nichts, was dieser Kanal nicht schon mit „{headline}“ erfahren hat.',
  'why.noRoom': 'Das Thema kam auf Platz {place}; die Übersicht hat Platz für {room}.',
  'why.outlets': 'berichtet von {count, plural, one {# Medium} other {# Medien}}',
  'why.weight': 'aus einem Feed mit dem Gewicht {factor}',
  'why.followed': 'gefolgt: {subject}',
  'why.boosted': 'vom Filter vorgezogen: {rule}',
  'why.update': 'setzt „{headline}“ fort',
  'story.sources': '{count, plural, one {# Quelle} other {# Quellen}}',
  'story.updated': 'Aktualisiert',
  'story.updatedSince': 'Neu seit {at}:',
  'story.disagreement': 'Die Quellen widersprechen sich: {text}',
  'story.partial': 'Beruht auf dem frei lesbaren Teil des Artikels.',
  'story.corrected': 'Berichtigt {at}: {what}',
  'story.counts': '{one} zählt {oneCount}, {other} {otherCount}.',
  'counted.dead': '{count, plural, one {# Toten} other {# Tote}}',
  'counted.injured': '{count, plural, one {# Verletzten} other {# Verletzte}}',
  'counted.missing': '{count, plural, one {# Vermissten} other {# Vermisste}}',
  'counted.arrested': '{count, plural, one {# Festnahme} other {# Festnahmen}}',
  'brief.modelLate':
    'Vom eingebauten Zusammenfasser geschrieben: Das Sprachmodell hat nicht rechtzeitig geantwortet.',
  'brief.modelFailed':
    'Vom eingebauten Zusammenfasser geschrieben: Das Sprachmodell ist ausgefallen.',
  'correction.count': '{publisher} zählt jetzt {now}, nicht {before}.',
  'correction.figure': '{publisher} nennt jetzt {now}, nicht {before}.',
  'correction.quote': '{publisher} enthält die Worte „{quote}“ von {speaker} nicht mehr.',
  'brief.modelUnreachable':
    'Vom eingebauten Zusammenfasser geschrieben: Das Sprachmodell war nicht erreichbar.',
  'brief.modelRefused':
    'Vom eingebauten Zusammenfasser geschrieben: Das Sprachmodell hat uns abgewiesen: Schlüssel oder Name wird nicht angenommen.',
  'brief.modelBusy':
    'Vom eingebauten Zusammenfasser geschrieben: Das Sprachmodell bat uns zu warten.',
  'brief.modelBroken':
    'Vom eingebauten Zusammenfasser geschrieben: Das Sprachmodell antwortete nicht in der verlangten Form.',
  'brief.modelCut':
    'Vom eingebauten Zusammenfasser geschrieben: Die Antwort des Sprachmodells brach ab.',
  'brief.modelFiltered':
    'Vom eingebauten Zusammenfasser geschrieben: Das Sprachmodell wollte diese Meldung nicht erzählen.',
  'brief.modelResting':
    'Vom eingebauten Zusammenfasser geschrieben: Das Sprachmodell ist mehrmals ausgefallen und hat eine Minute Pause.',
  'brief.modelSpent':
    'Vom eingebauten Zusammenfasser geschrieben: Das Budget für das Sprachmodell ist aufgebraucht.',
  'brief.modelTooLong':
    'Vom eingebauten Zusammenfasser geschrieben: Diese Ausgabe ist länger, als das Sprachmodell lesen darf.',
  'brief.answerChecked': 'Was das Sprachmodell über die Quellen hinaus sagte, ist weggelassen.',
  'quote.verified': 'in der Quelle geprüft',
  'quote.open': 'im Artikel ansehen',
  'quote.translation': 'Übersetzt: {text}',
  'notice.suspended':
    'Ich kann in {channel} nicht mehr posten: {why} Einen Tag lang wird dort nichts gesendet; danach versucht es die nächste Übersicht wieder.',
  'notice.dead':
    'Eine Übersicht konnte in {channel} nicht gepostet werden: {why} Ihre Artikel kommen in die nächste.',
  'notice.deadPart': 'Ein Teil einer Übersicht konnte in {channel} nicht gepostet werden: {why}',
  'notice.budgetSoft':
    'Das Sprachmodell hat {spent} von {limit} dieses Monats gekostet. Am Limit übernimmt der eingebaute Zusammenfasser; budget ändert es.',
  'notice.budgetHard':
    'Die {limit} dieses Monats für das Sprachmodell sind verbraucht ({spent}). Bis zum nächsten Monat schreibt der eingebaute Zusammenfasser, und die Übersichten sagen es; budget ändert das Limit.',
  'notice.silent':
    '„{title}“ hatte {count, plural, one {# Mal} other {# Mal in Folge}} nichts Neues.',
  'silence.feeds': 'Feeds sind nicht lesbar: {names}.',
  'silence.filters':
    'Es kamen Artikel, und Ihre Filter oder Stummschaltungen haben alle ausgelassen.',
  'silence.nothing': 'Die Feeds brachten nichts Neues.',
  'action.ask': 'Fragen',
  'action.sources': 'Quellen',
  'action.quotes': 'Zitate',
  'action.changes': 'Was ist neu',
  'action.mute': 'Thema stummschalten',
  'action.less': 'Weniger davon',
  'action.split': 'Nicht dasselbe Thema',
  'action.report': 'Fehler melden',
  'summarize.styleNeedsModel':
    'Der eingebaute Zusammenfasser druckt die Sätze des Artikels; andere Stile brauchen ein Sprachmodell.',
}
