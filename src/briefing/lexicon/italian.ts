import { type Lexicon, sorts, wordSet } from './lexicon.ts'

export const italian: Lexicon = {
  finite:
    wordSet(`detto dice disse dicono dichiarato dichiara affermato afferma spiegato spiega aggiunto aggiunge sottolineato sottolinea annunciato annuncia
    raccontato racconta scritto scrive risposto risponde ricordato ricorda sostenuto sostiene assicurato assicura commentato commenta precisato precisa
    concluso conclude ammesso ammette avvertito avverte criticato critica denunciato denuncia chiesto chiede osservato osserva ribadito ribadisce
    confermato conferma definito definisce chiamato twittato replicato replica attaccato esclamato riferito riferisce evidenziato tuonato insistito rilevato`),
  infinite: wordSet('dicendo affermando spiegando aggiungendo sottolineando dire dichiarare'),
  weak: wordSet('chiamato chiede chiesto critica replica osserva precisa'),
  speechNouns: wordSet('dichiarazione risposta parole messaggio lettera discorso nota tweet'),
  pronouns: sorts({
    man: 'lui egli',
    woman: 'lei ella',
    several: 'loro essi',
    person: 'io noi voi tu chi questo quello ciò',
  }),
  possessives: sorts({ person: 'mio mia nostro nostra suo sua suoi sue loro' }),
  prepositions: wordSet(
    'a ad al allo alla ai agli alle con contro da dal dallo dalla dai dagli dalle di del dello della dei degli delle dell dall all nell sull dopo durante entro fra in nel nello nella nei negli nelle per presso secondo senza sopra sotto su sul sullo sulla sui sugli sulle tra verso',
  ),
  subordinators: wordSet('che se quando perché poiché mentre dove come sebbene ma però anche'),
  relatives: wordSet('cui quale quali'),
  auxiliaries: wordSet(
    'ha hanno aveva avevano è sono era erano sarà saranno stato stata stati essere avere può possono deve devono va sia ho abbiamo non si lo',
  ),
  contractions: /$^/,
  adverbs: wordSet('anche poi ancora già sempre mai ieri oggi così inoltre quindi ora infine pure'),
  determiners: wordSet(
    'il lo la i gli le l un uno una questo questa questi queste quel quella alcuni alcune molti due tre quattro ogni tutti',
  ),
  genitives: wordSet('di del dello della dei degli delle dell d'),
  definite: wordSet('il lo la l'),
  conjunctions: wordSet('e ed o oppure né'),
  roles:
    wordSet(`sig signor signora dott dottor dottoressa prof professor professore professoressa presidente ministro ministra segretario segretaria premier vicepremier
    vicepresidente portavoce sindaco sindaca deputato deputata senatore senatrice governatore generale colonnello giudice procuratore avvocato avvocata economista
    ricercatore ricercatrice medico esperto esperta direttore direttrice capo leader candidato candidata allenatore allenatrice giocatore autore autrice scrittore scrittrice
    giornalista storico re regina papa principe principessa vescovo cardinale ambasciatore ambasciatrice cancelliere commissario commissaria analista fondatore
    fondatrice assessore amministratore delegato responsabile tecnico ct`),
  men: wordSet(
    'sig signor dottor dott ministro sindaco deputato senatore re papa principe direttore',
  ),
  women: wordSet(
    'signora dottoressa ministra sindaca deputata senatrice regina principessa direttrice',
  ),
  modifiers: wordSet(
    'ex generale esteri italiano italiana russo russa americano americana britannico francese tedesco tedesca nazionale nuovo nuova delegato',
  ),
  calendar: wordSet(
    'lunedì martedì mercoledì giovedì venerdì sabato domenica gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre natale pasqua',
  ),
  elision: /^(?:[cdlmst]|un|dell|all|dall|nell|sull|coll|quest|quell|anch)['’](?=\p{L})/iu,
  hasCapitalNouns: false,
  dropsSubject: true,
  sources: ['secondo', 'stando a'],
}
