import type { Messages } from './messages-en.ts'

export const messagesEs: Messages = {
  'digest.count':
    '{stories, plural, one {# tema} other {# temas}} de {articles, plural, one {# artículo} other {# artículos}}',
  'digest.late':
    'Con retraso: este resumen estaba previsto a las {due}; el bot estuvo detenido hasta las {until}.',
  'digest.nothing': 'Nada nuevo en {feeds, plural, one {su fuente} other {sus # fuentes}}.',
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
  'story.sources': '{count, plural, one {# fuente} other {# fuentes}}',
  'story.updated': 'Actualizado',
  'story.updatedSince': 'Novedades desde {at}',
  'story.disagreement': 'Las fuentes no coinciden: {text}',
  'story.partial': 'Se basa en la parte gratuita del artículo.',
  'story.corrected': 'Corregido {at}: {what}',
  'quote.verified': 'comprobado en la fuente',
  'quote.open': 'ver en el artículo',
  'quote.translation': 'Traducción: {text}',
  'action.ask': 'Preguntar',
  'action.sources': 'Fuentes',
  'action.quotes': 'Citas',
  'action.changes': 'Qué ha cambiado',
  'action.mute': 'Silenciar el tema',
  'action.less': 'Menos como esto',
  'action.split': 'No es el mismo tema',
  'action.report': 'Avisar de un error',
}
