import { type Lexicon, sorts, wordSet, wordsEndingIn } from './lexicon.ts'

export const dutch: Lexicon = {
  finite:
    wordSet(`zei zegt zeiden zeggen gezegd verklaarde verklaart vertelde vertelt stelde stelt schreef schrijft geschreven meldde meldt antwoordde antwoordt vroeg vraagt
    benadrukte benadrukt waarschuwde waarschuwt bevestigde bevestigt voegde liet laat reageerde reageert erkende erkent noemde noemt beweerde beweert
    kondigde riep vindt vond denkt dacht legt legde aldus twitterde concludeerde beloofde eiste bekritiseerde prees oordeelde zucht lacht licht lichtte`),
  infinite: wordSet('zeggend'),
  weak: wordSet('vindt vond denkt dacht laat liet legt legde voegde riep stelt stelde licht'),
  speechNouns: wordSet('verklaring antwoord woorden bericht brief toespraak tweet'),
  pronouns: sorts({
    man: 'hij',
    several: '',
    woman: '',
    person: 'ik wij we zij ze je jij u men wie dit dat het',
  }),
  possessives: sorts({
    person: 'mijn ons onze jouw uw',
    man: 'zijn',
    woman: 'haar',
    several: 'hun',
  }),
  prepositions: wordSet(
    'aan achter bij binnen boven buiten door in langs met na naar naast om onder op over per sinds te tegen tegenover ten ter tijdens tot tussen uit van vanaf vanuit volgens voor voorbij wegens zonder',
  ),
  subordinators: wordSet('als omdat toen terwijl nadat voordat hoewel zodat of dat maar want doch'),
  relatives: wordSet('die welke'),
  auxiliaries: wordSet(
    'is zijn was waren wordt worden werd werden heeft hebben had hadden kan kunnen kon konden moet moeten moest zal zullen zou zouden wil willen mag mogen geweest',
  ),
  contractions: /$^/,
  adverbs: wordSet(
    'ook dan later nog al nu toen eerder gisteren vandaag daarom bovendien verder echter steeds weer zelf',
  ),
  determiners: wordSet('de het een deze die dit geen enkele sommige veel twee drie vier elke alle'),
  genitives: wordSet('van'),
  definite: wordSet('de het'),
  conjunctions: wordSet('en of'),
  roles: wordsEndingIn(
    'dhr mevrouw meneer mr dr prof professor minister premier president koning koningin paus prins prinses rechter advocaat trainer coach bondscoach hoogleraar arts econoom',
    /(?:minister|president|woordvoerder|woordvoerster|voorzitter|directeur|leider|burgemeester|wethouder|kamerlid|onderzoeker|deskundige|secretaris|chef|trainer|schrijver|schrijfster|eigenaar|officier|commissaris|ambassadeur|hoogleraar|analist|oprichter)$/,
  ),
  men: wordSet('dhr meneer koning paus prins'),
  women: wordSet('mevrouw koningin prinses woordvoerster schrijfster'),
  modifiers: wordSet(
    'voormalig voormalige oud nieuwe nederlandse russische amerikaanse britse franse duitse belgische demissionair algemeen',
  ),
  calendar: wordSet(
    'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag januari februari maart april mei juni juli augustus september oktober november december kerstmis pasen',
  ),
  elision: undefined,
  hasCapitalNouns: false,
  dropsSubject: false,
  sources: ['volgens', 'aldus'],
}
