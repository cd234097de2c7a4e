import { commandsPtBr } from './commands-pt-br.ts'
import type { Messages } from './messages-en.ts'

export const messagesPtBr: Messages = {
  ...commandsPtBr,
  'slack.title': 'Dateline',
  'slack.close': 'Fechar',
  'slack.working': 'Ainda estou trabalhando nisso; a resposta aparecerá aqui.',
  'slack.prompts': 'Pergunte sobre as notícias dos seus feeds',
  'slack.prompt.today': 'O que há de novo hoje?',
  'slack.prompt.quotes': 'Quem disse o quê sobre o assunto principal?',
  'install.title': 'Adicionar o Dateline ao Slack',
  'install.intro':
    'O Dateline publica resumos curtos dos feeds que sua equipe escolhe e não pede mais permissões do que o necessário.',
  'install.button': 'Adicionar ao Slack',
  'install.done':
    'O Dateline está instalado em {workspace}. Digite /briefing no Slack para começar.',
  'install.cancelled': 'Nada foi instalado: a instalação foi cancelada no Slack.',
  'install.stale':
    'Nada foi instalado: este link já foi usado, é antigo demais ou foi aberto em outro navegador. Comece de novo.',
  'install.refused': 'Nada foi instalado: o Slack respondeu “{code}”. Comece de novo.',
  'install.orgWide':
    'Nada foi instalado: o Dateline é adicionado a um workspace de cada vez, não a uma organização inteira. Comece de novo e escolha um workspace.',
  'discord.menu.summarize': 'Resumir link',
  'discord.menu.ask': 'Perguntar sobre isto',
  'discord.failed': 'Não consegui fazer isso. Tente de novo daqui a pouco.',
  'discord.unknown': 'Não conheço mais este botão. Dê o comando outra vez.',
  'digest.count':
    '{stories, plural, one {# assunto} other {# assuntos}} de {articles, plural, one {# artigo} other {# artigos}}',
  'digest.late':
    'Atrasado: este resumo estava previsto para {due}; o bot ficou parado até {until}.',
  'digest.nothing': 'Nada de novo {feeds, plural, one {no seu feed} other {nos seus # feeds}}.',
  'digest.nothingSince':
    'Nada de novo {feeds, plural, one {no seu feed} other {nos seus # feeds}} desde {since}.',
  'digest.unreachable':
    '{feeds, plural, one {Seu feed não respondeu} other {Nenhum dos seus # feeds respondeu}}.',
  'digest.next': 'Próximo resumo: {at}.',
  'digest.read': '{feeds, plural, one {# feed lido} other {# feeds lidos}}',
  'digest.failed': '{count} sem resposta ({names})',
  'dropped.filtered':
    '{count, plural, one {# artigo descartado} other {# artigos descartados}} pelos seus filtros',
  'dropped.muted': '{count, plural, one {# artigo silenciado} other {# artigos silenciados}}',
  'dropped.old': '{count, plural, one {# artigo antigo demais} other {# artigos antigos demais}}',
  'dropped.undated':
    '{count, plural, one {# artigo sem data e já antigo} other {# artigos sem data e já antigos}}',
  'dropped.told': '{count, plural, one {# artigo} other {# artigos}} sem nada de novo',
  'digest.leftOut': '{count, plural, one {mais # assunto} other {mais # assuntos}} sem espaço',
  'digest.quotesDropped':
    '{count, plural, one {# citação não passou} other {# citações não passaram}} na verificação',
  'digest.pointsReplaced':
    '{count, plural, one {# frase substituída} other {# frases substituídas}} após a verificação',
  'why.printed': 'Assunto {place}, “{headline}”: {reasons}.',
  'why.filtered': 'Descartado pelo filtro: {rule}.',
  'why.muted': 'Silenciado: {subject}.',
  'why.old':
    'Publicado há {days, plural, one {# dia} other {# dias}}: antigo demais para ser notícia.',
  'why.undated':
    'Não tem data e foi visto pela primeira vez há {days, plural, one {# dia} other {# dias}}.',
  'why.told': 'Não diz nada que este canal já não soubesse por “{headline}”.',
  'why.noRoom': 'O assunto ficou na posição {place}; no resumo cabem {room}.',
  'why.outlets': 'contado por {count, plural, one {# veículo} other {# veículos}}',
  'why.weight': 'de um feed com peso {factor}',
  'why.followed': 'seguido: {subject}',
  'why.boosted': 'destacado pelo filtro: {rule}',
  'why.update': 'continua “{headline}”',
  'story.sources': '{count, plural, one {# fonte} other {# fontes}}',
  'story.updated': 'Atualizado',
  'story.updatedSince': 'Novidades desde {at}:',
  'story.disagreement': 'As fontes divergem: {text}',
  'story.partial': 'Baseia-se na parte gratuita do artigo.',
  'story.corrected': 'Corrigido {at}: {what}',
  'story.counts': '{one} conta {oneCount}, {other} {otherCount}.',
  'counted.dead': '{count, plural, one {# morto} other {# mortos}}',
  'counted.injured': '{count, plural, one {# ferido} other {# feridos}}',
  'counted.missing': '{count, plural, one {# desaparecido} other {# desaparecidos}}',
  'counted.arrested': '{count, plural, one {# detido} other {# detidos}}',
  'brief.modelLate':
    'Escrito pelo resumidor embutido: o modelo de linguagem não respondeu a tempo.',
  'brief.modelFailed': 'Escrito pelo resumidor embutido: o modelo de linguagem falhou.',
  'correction.count': '{publisher} agora conta {now}, e não {before}.',
  'correction.figure': '{publisher} agora diz {now}, e não {before}.',
  'correction.quote': '{publisher} não traz mais as palavras “{quote}” de {speaker}.',
  'brief.modelUnreachable':
    'Escrito pelo resumidor embutido: não foi possível alcançar o modelo de linguagem.',
  'brief.modelRefused':
    'Escrito pelo resumidor embutido: o modelo de linguagem nos recusou: a chave ou o nome não é aceito.',
  'brief.modelBusy':
    'Escrito pelo resumidor embutido: o modelo de linguagem pediu que esperássemos.',
  'brief.modelBroken':
    'Escrito pelo resumidor embutido: o modelo de linguagem não respondeu na forma pedida.',
  'brief.modelCut':
    'Escrito pelo resumidor embutido: a resposta do modelo de linguagem foi cortada.',
  'brief.modelFiltered':
    'Escrito pelo resumidor embutido: o modelo de linguagem não quis contar esta notícia.',
  'brief.modelResting':
    'Escrito pelo resumidor embutido: o modelo de linguagem falhou várias vezes e descansa por um minuto.',
  'brief.modelSpent': 'Escrito pelo resumidor embutido: o orçamento do modelo de linguagem acabou.',
  'brief.modelTooLong':
    'Escrito pelo resumidor embutido: esta edição é mais longa do que o modelo de linguagem pode ler.',
  'brief.answerChecked': 'O que o modelo de linguagem disse além das fontes foi retirado.',
  'quote.verified': 'verificado na fonte',
  'quote.open': 'ver no artigo',
  'quote.translation': 'Tradução: {text}',
  'notice.suspended':
    'Não consigo mais publicar em {channel}: {why} Nada é enviado para lá por um dia; depois, o próximo resumo tenta de novo.',
  'notice.dead':
    'Não foi possível publicar um resumo em {channel}: {why} Os artigos vão para o próximo.',
  'notice.deadPart': 'Não foi possível publicar uma parte de um resumo em {channel}: {why}',
  'notice.budgetSoft':
    'O modelo de linguagem custou {spent} dos {limit} deste mês. No limite, o resumidor embutido assume; budget o muda.',
  'notice.budgetHard':
    'Os {limit} deste mês para o modelo de linguagem acabaram ({spent}). Até o próximo mês escreve o resumidor embutido, e os resumos dizem isso; budget muda o limite.',
  'notice.silent':
    '“{title}” não teve novidades {count, plural, one {# vez} other {# vezes seguidas}}.',
  'silence.feeds': 'Não é possível ler fontes: {names}.',
  'silence.filters': 'Chegaram artigos, e seus filtros ou silêncios deixaram todos de fora.',
  'silence.nothing': 'As fontes não trouxeram nada de novo.',
  'action.ask': 'Perguntar',
  'action.sources': 'Fontes',
  'action.quotes': 'Citações',
  'action.changes': 'O que mudou',
  'action.mute': 'Silenciar o assunto',
  'action.less': 'Menos disto',
  'action.split': 'Não é o mesmo assunto',
  'action.report': 'Relatar um erro',
  'summarize.styleNeedsModel':
    'O resumo embutido usa as frases do próprio artigo; outros estilos precisam de um modelo de linguagem.',
}
