import { sensesIn } from '../text/senses.ts'
import type { GroundSentence } from '../verify/ground.ts'
import { bareName, nameWordsIn } from '../verify/names.ts'
import type { SaidNumber } from '../verify/numbers.ts'
import type { Question } from './read-question.ts'

const time =
  /\b(?:\d{1,2}[:.]\d{2}|\d{1,2}\s?(?:am|pm|a\.m\.|p\.m\.|Uhr)|noon|midnight|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|april|may \d|\d may|(?:in|since|until|by|from|last|next|this|early|late) may|june|july|august|september|october|november|december|(?:19|20)\d\d|yesterday|today|tomorrow|tonight|(?:last|next|this|every) (?:week|month|year|night|summer|winter|spring|autumn|weekend|morning|evening)|(?:days?|weeks?|months?|years?|hours?|minutes?) (?:ago|later|earlier)|(?:since|until|by|in|within|after) (?:\w+ )?(?:\d+|one|two|three|four|five|six|a|several) (?:days?|weeks?|months?|years?|hours?)|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|januar|februar|märz|mai|juni|juli|oktober|dezember|gestern|heute|morgen|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|demain|lunes|martes|miércoles|jueves|viernes|sábado|domingo|ayer|hoy|mañana)\b/iu
/** Said of what is to come. */
const ahead =
  /\b(?:will|would|shall|is to|are to|due|expected|plans?|planned|set to|scheduled|from|next|tomorrow|until|by|wird|werden|soll|sera|doit)\b/iu
const place =
  /\b(?:in|at|near|outside|inside|from|to|into|off|on|across|around|along|between|towards|im|am|bei|nach|aus|à|au|en|dans|près de|em|no|na) (?:the |a |an |der |dem |den |la |le |el |o )?(?:(?:north|south|east|west|northern|southern|eastern|western|central|nearby|city|town|village|port|capital)\w* (?:of )?)*(?:\p{Lu}|river|sea|coast|border|harbou?r|airport|station|hospital|school|park|centre|center|street|terminal)/u
const cause =
  /\b(?:because|due to|owing to|as a result|caused by|after|following|amid|over|in response|thanks to|so that|in order to|to (?:avoid|prevent|stop|protect|save|reduce|help|make|allow)|blam\w+|reason|since|led to|prompted|triggered|sparked|weil|wegen|nachdem|aufgrund|damit|parce que|à cause|en raison|après|porque|debido|tras|para|devido|após|perché|a causa|omdat|vanwege)\b/iu
const money =
  /[£$€¥]\s?\d|\d[\d.,]*\s?(?:[kmb]n?\b|million|billion|thousand)?\s?(?:pounds?|dollars?|euros?|pence|cents|francs?|yen|€|£|\$|EUR|USD|GBP)|\b(?:free of charge|for free)\b/iu
const roleWord =
  /\b(?:mayor|minister|president|chancellor|secretary|police|officer|spokes\w+|manager|chief|director|owner|engineer|captain|coach|judge|court|council|government|company|man|woman|men|women|boy|girl|teenager|student|residents?|officials?|union|group|team|family|inspectors?|firefighters?|scientists?|researchers?)\b/iu

/** The sentence has something of the kind that the question asks for. */
export function hasWanted(
  question: Question,
  sentence: GroundSentence,
  language?: string,
): boolean {
  const { text } = sentence
  switch (question.wants) {
    case 'person':
      return hasOtherName(question, text, language) || roleWord.test(text)
    case 'time':
      return time.test(text) && (!question.isAhead || ahead.test(text))
    case 'place':
      return place.test(text)
    case 'number':
      return sentence.numbers.some((number) => counts(number, question, text, language))
    case 'money':
      return money.test(text) || sentence.numbers.some(({ kind }) => kind === 'percent')
    case 'cause':
      return cause.test(text)
    case 'words':
    case 'anything':
      return true
  }
}

/** How far from a number the thing that it counts stands. */
const nearUnits = 60

/** A number that is not the question's own, beside something that the question asks about. */
function counts(number: SaidNumber, question: Question, text: string, language?: string): boolean {
  if (number.value <= 1 || question.numbers.includes(number.value)) return false
  const around = text.slice(Math.max(0, number.start - nearUnits), number.end + nearUnits)
  const senses = sensesIn(around, language)
  return question.senses.length === 0 || question.senses.some((sense) => senses.includes(sense))
}

function hasOtherName(question: Question, text: string, language?: string): boolean {
  return nameWordsIn(text, language).some((word) => !question.names.includes(bareName(word.text)))
}
