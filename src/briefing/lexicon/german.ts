import { type Lexicon, sorts, wordSet, wordsEndingIn } from './lexicon.ts'

export const german: Lexicon = {
  finite:
    wordSet(`sagte sagt sagten sagen gesagt erklärte erklärt erklären erklärten betonte betont meinte meint berichtete berichtet teilte mitgeteilt
    kündigte forderte fordert warnte warnt kritisierte kritisiert lobte bestätigte bestätigt räumte behauptete behauptet schrieb schreibt
    geschrieben twitterte äußerte äußert verkündete versicherte versichert ergänzte ergänzt fügte antwortete antwortet fragte fragt rief
    urteilte zitierte begründete verteidigte bezeichnete bezeichnet nannte nennt sprach spricht verlangte wies unterstrich hob so
    mahnte mahnt appellierte beklagte beklagt argumentierte resümierte schilderte schildert erzählte erzählt erinnerte führte stellte`),
  infinite: wordSet('sagend betonend'),
  weak: wordSet('so sprach spricht wies hob führte stellte teilte fügte meint meinte rief'),
  speechNouns: wordSet('aussage antwort worte erklärung mitteilung rede tweet brief'),
  pronouns: sorts({
    man: 'er',
    woman: '',
    several: '',
    thing: 'es',
    person: 'ich wir man sie ihr du jemand niemand wer dies das',
  }),
  possessives: sorts({
    person: 'mein meine unser unsere dein deine',
    man: 'sein seine seinem seinen seiner',
    woman: 'ihr ihre ihrem ihren ihrer',
  }),
  prepositions:
    wordSet(`ab an am auf aus außer bei beim bis durch für gegen gegenüber hinter in im ins mit nach neben ohne seit trotz über um unter
    von vom vor während wegen zu zum zur zwischen laut gemäß anlässlich`),
  subordinators: wordSet(
    'dass wenn weil obwohl während nachdem bevor als ob damit sodass indem falls aber doch sondern denn',
  ),
  relatives: wordSet('welcher welche welches'),
  auxiliaries:
    wordSet(`ist sind war waren wird werden wurde wurden hat haben hatte hatten kann können konnte konnten muss müssen musste soll sollen sollte
    sollten will wollen wollte darf dürfen durfte würde würden habe sei seien worden gewesen möchte`),
  contractions: /$^/,
  adverbs: wordSet(
    'auch dann später noch schon nun jetzt zudem außerdem weiter zugleich bereits dazu dabei daraufhin heute gestern nur immer wieder hier dort ebenfalls jedoch allerdings danach zuvor gleichzeitig schließlich dagegen hingegen inzwischen mittlerweile unterdessen deshalb daher dennoch trotzdem damals zunächst',
  ),
  determiners:
    wordSet(`der die das den dem des ein eine einen einem einer eines dieser diese dieses diesem diesen jener jede jeder kein keine viele einige
    mehrere zwei drei vier alle`),
  genitives: wordSet('von vom'),
  definite: wordSet('der die das dem den'),
  conjunctions: wordSet('und oder sowie'),
  roles: wordsEndingIn(
    'herr frau dr prof professor professorin papst könig königin prinz prinzessin kaiser bischof general oberst richter richterin lehrer lehrerin arzt ärztin anwalt anwältin trainer trainerin autor autorin ingenieur ingenieurin bürgermeister bürgermeisterin cdu-chef spd-chefin',
    /(?:minister|ministerin|präsident|präsidentin|kanzler|kanzlerin|sprecher|sprecherin|chef|chefin|leiter|leiterin|vorsitzende|vorsitzender|vorsitzenden|experte|expertin|forscher|forscherin|politiker|politikerin|meister|meisterin|sekretär|sekretärin|direktor|direktorin|beauftragte|beauftragter|abgeordnete|abgeordneter|anwältin|anwalt|trainer|trainerin|kandidat|kandidatin|gouverneur|botschafter|botschafterin|kommissar|kommissarin|senator|senatorin|ökonom|ökonomin|analyst|analystin|mitarbeiter|mitarbeiterin|gründer|gründerin|manager|managerin)$/,
  ),
  men: wordSet('herr papst könig prinz kaiser'),
  women: { has: (word) => word === 'frau' || word === 'königin' || /[a-zäöü]{4}in$/.test(word) },
  modifiers: wordSet(
    'ehemalige ehemaliger frühere früherer damalige amtierende stellvertretende stellvertretender neue neuer deutsche deutscher russische russischer französische französischer amerikanische britische israelische ukrainische polnische türkische chinesische',
  ),
  calendar: wordSet(
    'montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz april mai juni juli august september oktober november dezember uhr ostern weihnachten',
  ),
  elision: undefined,
  hasCapitalNouns: true,
  dropsSubject: false,
  sources: [
    'laut',
    'nach angaben von',
    'nach angaben des',
    'nach angaben der',
    'nach worten von',
    'nach worten des',
    'nach worten der',
  ],
}
