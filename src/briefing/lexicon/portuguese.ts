import { type Lexicon, sorts, wordSet } from './lexicon.ts'

export const portuguese: Lexicon = {
  finite:
    wordSet(`disse diz disseram dito dizia afirmou afirma afirmado explicou explica acrescentou acrescenta declarou declara destacou destaca ressaltou ressalta
    lembrou lembra comentou comenta contou conta respondeu responde perguntou pergunta escreveu escreve anunciou anuncia denunciou denuncia reconheceu
    reconhece admitiu admite insistiu insiste criticou critica considerou considera confirmou confirma avisou alertou alerta garantiu garante
    relatou completou completa concluiu conclui reiterou lamentou pediu exigiu prometeu defendeu frisou sublinhou salientou referiu adiantou assegurou
    argumentou tuitou chamou classificou indicou observou apontou revelou avaliou`),
  infinite: wordSet('dizendo afirmando explicando acrescentando dizer declarar'),
  weak: wordSet('conta chamou pediu considera lembra completa observou apontou'),
  speechNouns: wordSet('declaração resposta palavras mensagem carta discurso nota comunicado'),
  pronouns: sorts({
    man: 'ele',
    woman: 'ela',
    several: 'eles elas',
    person: 'eu nós você vocês quem isto isso',
  }),
  possessives: sorts({ person: 'meu minha nosso nossa seu sua seus suas' }),
  prepositions: wordSet(
    'à ao aos às ante após até com contra de do da dos das desde durante em no na nos nas entre para pela pelo pelas pelos por perante segundo sem sob sobre num numa',
  ),
  subordinators: wordSet('que se quando porque embora como enquanto onde pois mas'),
  relatives: wordSet('quem cujo cuja qual quais'),
  auxiliaries: wordSet(
    'tem têm tinha tinham há é são era eram foi foram será serão está estão estava ser estar ter pode podem deve devem vai vão seja não se',
  ),
  contractions: /$^/,
  adverbs: wordSet('também ainda já sempre nunca ontem hoje depois então assim além agora só'),
  determiners: wordSet(
    'o a os as um uma uns umas este esta estes estas esse essa vários várias alguns algumas muitos dois duas três quatro cada todo toda todos',
  ),
  genitives: wordSet('de do da dos das'),
  definite: wordSet('o a'),
  conjunctions: wordSet('e ou nem'),
  roles:
    wordSet(`sr sra dr dra dom dona presidente presidenta ministro ministra secretário secretária vice-presidente porta-voz prefeito prefeita deputado deputada senador
    senadora governador governadora general coronel juiz juíza procurador procuradora advogado advogada professor professora economista pesquisador pesquisadora
    médico médica especialista diretor diretora chefe líder candidato candidata treinador treinadora técnico jogador jogadora autor autora escritor escritora
    jornalista historiador historiadora rei rainha papa príncipe princesa bispo cardeal embaixador embaixadora chanceler comissário comissária analista
    fundador fundadora primeiro-ministro primeira-ministra delegado delegada morador moradora`),
  men: wordSet(
    'sr dom ministro prefeito deputado senador rei papa príncipe advogado diretor primeiro-ministro',
  ),
  women: wordSet(
    'sra dona ministra prefeita deputada senadora rainha princesa advogada diretora primeira-ministra',
  ),
  modifiers: wordSet(
    'ex-presidente ex-ministro antigo antiga atual geral executivo executiva brasileiro brasileira português portuguesa russo russa americano americana nacional novo nova',
  ),
  calendar: wordSet(
    'segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro natal',
  ),
  elision: undefined,
  hasCapitalNouns: false,
  dropsSubject: true,
  sources: ['segundo', 'de acordo com', 'para'],
}
