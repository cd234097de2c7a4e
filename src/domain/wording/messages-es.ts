import { commandsEs } from './commands-es.ts'
import type { Messages } from './messages-en.ts'

export const messagesEs: Messages = {
  ...commandsEs,
  'slack.title': 'Dateline',
  'slack.close': 'Cerrar',
  'slack.working': 'Sigo trabajando en ello; la respuesta aparecerá aquí.',
  'slack.prompts': 'Pregunta por las noticias de tus fuentes',
  'slack.prompt.today': '¿Qué hay de nuevo hoy?',
  'slack.prompt.quotes': '¿Quién dijo qué sobre el tema principal?',
  'install.title': 'Añadir Dateline a Slack',
  'install.intro':
    'Dateline publica resúmenes breves de las fuentes que elige tu equipo, y no pide más permisos que los necesarios.',
  'install.button': 'Añadir a Slack',
  'install.done':
    'Dateline está instalado en {workspace}. Escribe /briefing en Slack para empezar.',
  'install.cancelled': 'No se instaló nada: se canceló en Slack.',
  'install.stale':
    'No se instaló nada: este enlace ya se usó, es demasiado antiguo o se abrió en otro navegador. Empieza de nuevo.',
  'install.refused': 'No se instaló nada: Slack respondió «{code}». Empieza de nuevo.',
  'install.orgWide':
    'No se instaló nada: Dateline se añade a un espacio de trabajo, no a toda una organización. Empieza de nuevo y elige un espacio de trabajo.',
  'discord.menu.summarize': 'Resumir enlace',
  'discord.menu.ask': 'Preguntar sobre esto',
  'discord.failed': 'No he podido hacerlo. Vuelva a intentarlo en un momento.',
  'discord.unknown': 'Ya no conozco este botón. Dé la orden otra vez.',
  'digest.count':
    '{stories, plural, one {# tema} other {# temas}} de {articles, plural, one {# artículo} other {# artículos}}',
  'digest.late':
    'Con retraso: este resumen estaba previsto a las {due}; el bot estuvo detenido hasta las {until}.',
  'digest.nothing': 'Nada nuevo en {feeds, plural, one {su fuente} other {sus # fuentes}}.',
  'digest.nothingSince':
    'Nada nuevo en {feeds, plural, one {su fuente} other {sus # fuentes}} desde {since}.',
  'digest.unreachable':
    '{feeds, plural, one {Su fuente no respondió} other {Ninguna de sus # fuentes respondió}}.',
  'digest.next': 'Próximo resumen: {at}.',
  'digest.read': '{feeds, plural, one {# fuente leída} other {# fuentes leídas}}',
  'digest.failed': '{count} sin respuesta ({names})',
  'dropped.filtered':
    '{count, plural, one {# artículo descartado} other {# artículos descartados}} por sus filtros',
  'dropped.muted': '{count, plural, one {# artículo silenciado} other {# artículos silenciados}}',
  'dropped.old':
    '{count, plural, one {# artículo demasiado antiguo} other {# artículos demasiado antiguos}}',
  'dropped.undated':
    '{count, plural, one {# artículo} other {# artículos}} sin fecha y sin novedad',
  'dropped.told': '{count, plural, one {# artículo} other {# artículos}} sin nada nuevo',
  'digest.leftOut': '{count, plural, one {# tema más} other {# temas más}} sin espacio',
  'digest.quotesDropped':
    '{count, plural, one {# cita no superó} other {# citas no superaron}} la comprobación',
  'digest.pointsReplaced':
    '{count, plural, one {# frase sustituida} other {# frases sustituidas}} tras la comprobación',
  'why.printed': 'Tema {place}, «{headline}»: {reasons}.',
  'why.filtered': 'Descartado por el filtro: {rule}.',
  'why.muted': 'Silenciado: {subject}.',
  'why.old':
    'Publicado hace {days, plural, one {# día} other {# días}}: demasiado antiguo para ser noticia.',
  'why.undated':
    'No tiene fecha y se vio por primera vez hace {days, plural, one {# día} other {# días}}.',
  'why.told': 'No dice nada que este canal no supiera ya por «{headline}».',
  'why.noRoom': 'Su tema quedó en el puesto {place}; en el resumen caben {room}.',
  'why.outlets': 'contado por {count, plural, one {# medio} other {# medios}}',
  'why.weight': 'de una fuente con peso {factor}',
  'why.followed': 'seguido: {subject}',
  'why.boosted': 'destacado por el filtro: {rule}',
  'why.update': 'continúa «{headline}»',
  'story.sources': '{count, plural, one {# fuente} other {# fuentes}}',
  'story.updated': 'Actualizado',
  'story.updatedSince': 'Novedades desde {at}:',
  'story.disagreement': 'Las fuentes no coinciden: {text}',
  'story.partial': 'Se basa en la parte gratuita del artículo.',
  'story.corrected': 'Corregido {at}: {what}',
  'story.counts': '{one} cuenta {oneCount}, {other} {otherCount}.',
  'counted.dead': '{count, plural, one {# muerto} other {# muertos}}',
  'counted.injured': '{count, plural, one {# herido} other {# heridos}}',
  'counted.missing': '{count, plural, one {# desaparecido} other {# desaparecidos}}',
  'counted.arrested': '{count, plural, one {# detenido} other {# detenidos}}',
  'brief.modelLate':
    'Escrito por el resumidor integrado: el modelo de lenguaje no respondió a tiempo.',
  'brief.modelFailed': 'Escrito por el resumidor integrado: el modelo de lenguaje falló.',
  'correction.count': '{publisher} cuenta ahora {now}, no {before}.',
  'correction.figure': '{publisher} dice ahora {now}, no {before}.',
  'correction.quote': '{publisher} ya no recoge las palabras «{quote}» de {speaker}.',
  'brief.modelUnreachable':
    'Escrito por el resumidor integrado: no se pudo contactar con el modelo de lenguaje.',
  'brief.modelRefused':
    'Escrito por el resumidor integrado: el modelo de lenguaje nos rechazó: no acepta su clave o su nombre.',
  'brief.modelBusy': 'Escrito por el resumidor integrado: el modelo de lenguaje nos pidió esperar.',
  'brief.modelBroken':
    'Escrito por el resumidor integrado: el modelo de lenguaje no respondió en la forma pedida.',
  'brief.modelCut':
    'Escrito por el resumidor integrado: la respuesta del modelo de lenguaje quedó cortada.',
  'brief.modelFiltered':
    'Escrito por el resumidor integrado: el modelo de lenguaje no quiso contar esta noticia.',
  'brief.modelResting':
    'Escrito por el resumidor integrado: el modelo de lenguaje falló varias veces y descansa un minuto.',
  'brief.modelSpent':
    'Escrito por el resumidor integrado: el presupuesto del modelo de lenguaje está agotado.',
  'brief.modelTooLong':
    'Escrito por el resumidor integrado: esta edición es más larga de lo que el modelo de lenguaje puede leer.',
  'brief.answerChecked': 'Se quitó lo que el modelo de lenguaje decía más allá de las fuentes.',
  'quote.verified': 'comprobado en la fuente',
  'quote.open': 'ver en el artículo',
  'quote.translation': 'Traducción: {text}',
  'notice.suspended':
    'Ya no puedo publicar en {channel}: {why} No se envía nada allí durante un día; después, el próximo resumen lo intenta de nuevo.',
  'notice.dead':
    'No se pudo publicar un resumen en {channel}: {why} Sus artículos pasan al siguiente.',
  'notice.deadPart': 'No se pudo publicar una parte de un resumen en {channel}: {why}',
  'notice.budgetSoft':
    'El modelo de lenguaje ha costado {spent} de los {limit} de este mes. En el límite lo sustituye el resumidor integrado; budget lo cambia.',
  'notice.budgetHard':
    'Los {limit} de este mes para el modelo de lenguaje se han agotado ({spent}). Hasta el próximo mes escribe el resumidor integrado, y los resúmenes lo dicen; budget cambia el límite.',
  'notice.silent':
    '«{title}» no ha tenido novedades {count, plural, one {# vez} other {# veces seguidas}}.',
  'silence.feeds': 'No se pueden leer fuentes: {names}.',
  'silence.filters': 'Llegaron artículos, y tus filtros o silencios los dejaron fuera a todos.',
  'silence.nothing': 'Las fuentes no trajeron nada nuevo.',
  'action.ask': 'Preguntar',
  'action.sources': 'Fuentes',
  'action.quotes': 'Citas',
  'action.changes': 'Qué ha cambiado',
  'action.mute': 'Silenciar el tema',
  'action.less': 'Menos como esto',
  'action.split': 'No es el mismo tema',
  'action.report': 'Avisar de un error',
  'summarize.styleNeedsModel':
    'El resumen incorporado usa las frases del artículo; otros estilos necesitan un modelo de lenguaje.',
}
