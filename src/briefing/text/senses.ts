import { bareName } from '../verify/names.ts'
import { stopWords } from './stop-words.ts'
import { stemOf, wordsOf } from './words.ts'

/** Words that ask for and tell the same, irregular forms included; the first stands for all. */
const senses = `die died dies dying dead death deaths killed kill kills killing fatal fatally
injure injured injures injuring injuries injury hurt wounded wound wounds
arrest arrested arrests detained detain detains detention
buy bought buys buying purchase purchased acquire acquired acquires acquisition
sell sold sells selling sale sales
win won wins winning victory winner
lose lost loses losing loss losses defeat defeated
say said says saying tell told tells telling state stated
begin began begun begins start started starts starting launch launched launches
end ended ends ending finish finished finishes
cost costs costing price prices priced worth
pay paid pays payment payments
resign resigned resigns resignation quit quits
close closed closes closing closure shut shuts
open opened opens opening reopen reopened
attack attacked attacks strike strikes struck raid raids
vote voted votes voting elect elected election elections
rise rose risen rises rising increase increased increases grow grew grown growth up
fall fell fallen falls falling drop dropped drops decline declined decrease decreased down
meet met meets meeting talks
hold held holds holding
leave left leaves leaving
make made makes making
find found finds finding discover discovered
shoot shot shoots shooting
spend spent spends spending
build built builds building
steal stole stolen stealing theft thefts robbery
break broke broken breaks breaking
choose chose chosen chooses
go went gone goes going
take took taken takes taking
give gave given gives giving
lead led leads leading
speak spoke spoken speaks
write wrote written writes
keep kept keeps
send sent sends sending
fight fought fights fighting
catch caught catches
name named names appoint appointed appoints
crash crashed crashes collision collided
fire fires blaze blazes burned burnt
doctor doctors physician
police officers officer
company firm business
children kids child
man men
woman women
person people persons
old aged age
plan plans planned planning
warn warned warns warning
deny denied denies denying denial
agree agreed agrees agreement deal
ban banned bans
delay delayed delays postponed postpone
approve approved approves approval
accuse accused accuses charged charge charges
own owner owners owned owns ownership
employ employs employed employee employees employer staff
jail jailed prison sentenced imprisoned sentence`

const canonical = new Map<string, string>()
const kin = new Map<string, readonly string[]>()
for (const line of senses.split('\n')) {
  const words = line.split(' ')
  const [first = ''] = words
  const stems = [...new Set(words.map(stemOf))]
  for (const word of words) canonical.set(word, first)
  for (const stem of stems) kin.set(stem, stems)
}

/** The stems that tell the same as a stem, itself among them. */
export function kinOf(stem: string): readonly string[] {
  return kin.get(stem) ?? [stem]
}

/** What the words of a text mean, one entry for each that says something. */
export function sensesIn(text: string, language?: string): readonly string[] {
  const stops = stopWords(language)
  return wordsOf(text).flatMap((word) => {
    const lower = bareName(word)
    const sense = canonical.get(lower)
    if (sense !== undefined) return [sense]
    return stops.has(lower) ? [] : [stemOf(lower)]
  })
}
