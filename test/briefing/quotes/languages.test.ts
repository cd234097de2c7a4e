import { describe, expect, test } from 'vitest'
import { findQuotes } from '../../../src/briefing/quotes/find-quotes.ts'

const german = `Bundesverkehrsministerin Petra Lang hat am Dienstag die Sperrung der Hafenbrücke verteidigt.

„Wir öffnen keinen Tag zu früh, und wenn es den ganzen Winter dauert“, sagte Lang am Abend vor Journalisten.

Der Hafendirektor Karl Brandt widersprach. „Jede Woche ohne Brücke kostet unsere Betriebe mehr als die Reparatur“, so Brandt.

„Die Menschen in der Stadt haben lange genug gewartet“, erklärte eine Sprecherin der Handelskammer.`

const french = `Le maire de Brest, Yann Le Goff, a annoncé mardi la fermeture du pont jusqu'en mars.

« Nous n'ouvrirons pas un jour trop tôt, quoi qu'il en coûte », a déclaré M. Le Goff. « La sécurité passe avant tout », a-t-il ajouté.

Selon la directrice du port, Anne Kerguelen, « chaque semaine sans pont coûte plus cher que la réparation ».`

const spanish = `La alcaldesa de Cádiz, Lucía Romero, anunció el martes el cierre del puente hasta marzo.

«No abriremos ni un día antes de tiempo, cueste lo que cueste», dijo Romero. «La seguridad es lo primero», añadió.

“Cada semana sin puente cuesta más que toda la reparación”, lamentó el director del puerto, Carlos Vega.`

const italian = `Il sindaco di Genova, Marco Riva, ha annunciato martedì la chiusura del ponte fino a marzo.

«Non apriremo un giorno prima del tempo, costi quel che costi», ha detto Riva ai giornalisti.

"Ogni settimana senza ponte costa più dell'intera riparazione", ha spiegato la direttrice del porto, Chiara Moretti.`

const portuguese = `O prefeito de Santos, João Pereira, anunciou na terça-feira o fechamento da ponte até março.

"Não vamos abrir um dia antes da hora, custe o que custar", disse Pereira aos jornalistas.

“Cada semana sem ponte custa mais do que todo o conserto”, afirmou a diretora do porto, Marina Alves.`

const dutch = `Burgemeester Femke Visser heeft dinsdag de havenbrug tot maart gesloten.

"We gaan geen dag te vroeg open, wat het ook kost", zei Visser tegen verslaggevers.

"Elke week zonder brug kost meer dan de hele reparatie", aldus havendirecteur Kees Bos.`

const told = (text: string, language?: string) =>
  findQuotes({ text, language }).map(({ speaker }) =>
    [speaker?.name, speaker?.role].filter(Boolean).join(', '),
  )

const cases = [
  [
    'de',
    german,
    [
      'Petra Lang, Bundesverkehrsministerin',
      'Karl Brandt, Hafendirektor',
      'eine Sprecherin der Handelskammer',
    ],
  ],
  [
    'fr',
    french,
    [
      'Yann Le Goff, maire de Brest',
      'Yann Le Goff, maire de Brest',
      'Anne Kerguelen, directrice du port',
    ],
  ],
  [
    'es',
    spanish,
    [
      'Lucía Romero, alcaldesa de Cádiz',
      'Lucía Romero, alcaldesa de Cádiz',
      'Carlos Vega, director del puerto',
    ],
  ],
  ['it', italian, ['Marco Riva, sindaco di Genova', 'Chiara Moretti, direttrice del porto']],
  ['pt', portuguese, ['João Pereira, prefeito de Santos', 'Marina Alves, diretora do porto']],
  ['nl', dutch, ['Femke Visser, Burgemeester', 'Kees Bos, havendirecteur']],
] as const

describe('speakers in other languages', () => {
  test.each(cases)('are named with their roles in %s', (language, text, speakers) => {
    expect(told(text, language)).toEqual(speakers)
  })

  test.each(cases)('are found where nobody says that the text is in %s', (_, text, speakers) => {
    expect(told(text)).toEqual(speakers)
  })

  test.each([
    [
      'Nach Angaben des Ingenieurs Tobias Kern ist der Pfeiler beschädigt. „Ich habe den Rat schon vor drei Jahren gewarnt“, sagte Kern.',
      'Tobias Kern, Ingenieur',
    ],
    [
      '„Entscheidend ist, dass das Geld auch ankommt“, sagte der Sprecher Jan Holm der Norwicker Zeitung.',
      'Jan Holm, Sprecher',
    ],
    [
      'Der Minister Peter Huber nannte den Plan teuer. Allerdings räumte er ein: „Ohne Norwick wird es aber auch nicht gehen.“',
      'Peter Huber, Minister',
    ],
    [
      'L’ingegnere Tommaso Greco conosce il ponte. «Ho avvisato tutti gli altri tre anni fa», ha spiegato Greco al Corriere del porto.',
      'Tommaso Greco',
    ],
    [
      '"Não vamos abrir a ponte um dia antes da hora", disse a prefeita Ana Souza a jornalistas.',
      'Ana Souza, prefeita',
    ],
  ])('end where the sentence goes on: %s', (text, speaker) => {
    expect(told(text)).toEqual([speaker])
  })

  test('in scripts without capitals are not made up', () => {
    expect(told('東京都の知事は火曜日に発表した。「安全が第一だ」と知事は述べた。', 'ja')).toEqual(
      [],
    )
    expect(
      told('أعلن رئيس البلدية الإغلاق. وقال: «لن نفتحه قبل الأوان بأي ثمن».', 'ar'),
    ).not.toContain('الأوان')
  })
})
