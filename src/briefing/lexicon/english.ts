import { type Lexicon, sorts, wordSet } from './lexicon.ts'

/** Verbs that add -s, -ed, -ing by rule. */
const regular = `accuse acknowledge add address admit advise advocate affirm agree allege announce answer applaud argue ask
  assail assert assess assure attack bark bellow bemoan berate blame blast boast brag brand call caution chant charge chide
  chime cite claim clarify comment commend complain concede conclude condemn confess confide confirm contend continue
  counter credit criticize criticise deadpan declare decry defend demand denounce describe detail dismiss dispute dub echo
  elaborate emphasize emphasise encourage estimate exclaim explain express fire fume gloat gripe gush hail hint inform
  insist instruct interject intone invoke jest joke label lament laud lecture liken maintain mention moan mock mumble muse
  note object observe offer opine order paraphrase pen pledge plead point ponder post praise preach predict press proclaim
  promise pronounce propose protest quip quote rail rant read reaffirm reason reassure rebuke recall recount refer reflect
  reiterate relate remark remember remind repeat reply report reply request respond retort reveal ridicule sigh
  shout signal slam snap sneer spell state stress suggest summarize surmise tease testify thank threaten thunder tout trumpet tweet
  urge utter venture voice vow warn whisper wonder yell cry deny clarify characterize characterise portray refute rate rule
  compare summon promote endorse question posit bristle interrupt mutter murmur growl groan sob howl scream holler crow gasp drawl enthuse
  exult theorize speculate rejoin riff shrug smile laugh grin nod warn explode press vent boom scoff seethe scold chuckle implore beg bet caption inscribe headline text email sum`

const irregular = `said say says told tell tells wrote write writes spoke speak speaks thought think thinks believed believe
  believes felt feel feels went goes read swore swear swears began put puts sang sings heard hear hears found find finds meant knew
  gave made asks-for blogged blurted quipped admitted begged chimed summed tagged texted plea pleaded pled shot sent vlogged written
  knows hopes hoped fears feared expects expected sees saw concurred concurs`

const participles = `saying telling writing speaking thinking feeling reading swearing singing thinking hearing admitting begging
  summing blogging`

function formsOf(verb: string): { readonly finite: readonly string[]; readonly ing: string } {
  if (/[^aeiou]y$/.test(verb)) {
    const root = verb.slice(0, -1)
    return { finite: [`${root}ies`, `${root}ied`], ing: `${verb}ing` }
  }
  if (verb.endsWith('e'))
    return { finite: [`${verb}s`, `${verb}d`], ing: `${verb.slice(0, -1)}ing` }
  const s = /(?:s|sh|ch|x)$/.test(verb) ? 'es' : 's'
  const root = /^(?:admit|beg|brag|jot|quip|snap|slam|pen|plan|bet|refer)$/.test(verb)
    ? verb + verb.at(-1)
    : verb
  return { finite: [verb + s, `${root}ed`], ing: `${root}ing` }
}

const verbs = [...wordSet(regular)].map(formsOf)
const bases = [...wordSet(regular), 'say', 'tell', 'write', 'speak', 'read']

export const english: Lexicon = {
  finite: new Set([...wordSet(irregular), ...verbs.flatMap((verb) => verb.finite)]),
  infinite: new Set([...wordSet(participles), ...verbs.map((verb) => verb.ing), ...bases]),
  weak: wordSet(`thought think thinks believed believe believes felt feel feels heard hear hears found find finds meant knew knows gave made
    hoped hopes feared fears expected expects saw sees went goes began put puts thinking feeling hearing observed observes sent shot rated
    rates ruled rules pressed presses posted posts pointed points ordered orders charged charges attacked attacks offered offers
    endorsed endorses promoted compared compares released nodded nods answer call claim comment report request promise demand note
    object order point post press question read rule signal state text rate rank`),
  speechNouns:
    wordSet(`response statement words word tweet tweets message comment comments remark remarks answer reply speech letter email
    post quote line promise pledge claim argument testimony`),
  pronouns: sorts({
    man: 'he',
    woman: 'she',
    thing: 'it',
    several: 'they these those',
    person:
      'i we you who whom one someone somebody everyone everybody nobody anyone anybody noone me us him her them himself herself themselves itself this that another others both some many most all',
  }),
  possessives: sorts({
    man: 'his',
    woman: 'her',
    thing: 'its',
    several: 'their',
    person: 'my our your',
  }),
  prepositions:
    wordSet(`about above across after against along alongside amid among around at before behind below beneath beside
    between beyond by despite during except for from in inside into like near of off on onto out outside over past per since
    through throughout to toward towards under underneath until up upon via with within without down ahead aboard atop`),
  subordinators:
    wordSet(`that if when while because although though as whereas whether where after before since until unless once how
    why what than so yet but nor`),
  relatives: wordSet('who which whom whose that'),
  auxiliaries:
    wordSet(`has have had having was were is are be been being am do does did will would can could shall should may might must
    's 've 'd 'll hasn't haven't hadn't wasn't weren't isn't aren't don't doesn't didn't won't wouldn't can't couldn't cannot not
    get gets got getting`),
  contractions: /n't$|'(?:s|re|ve|ll|d|m)$/,
  adverbs:
    wordSet(`also then later once often never always even still again just only now soon earlier today yesterday twice instead
    further previously repeatedly reportedly recently simply himself herself itself themselves famously first ever already both
    meanwhile thus therefore however merely quickly though too there since publicly privately jokingly additionally elsewhere back`),
  determiners:
    wordSet(`a an the this that these those one some several many another two three four five six other no any each every all both few
    most his her its their our my your`),
  genitives: wordSet('of for with'),
  definite: wordSet('the'),
  conjunctions: wordSet('and or but nor plus'),
  roles:
    wordSet(`mr mrs ms miss mx dr sir lord lady dame prof professor president vice-president senator sen sens secretary minister
    chancellor governor gov mayor judge justice general gen colonel col captain capt lieutenant lt sergeant sgt major maj admiral adm
    commander cmdr rep reps representative congressman congresswoman lawmaker legislator assemblyman assemblywoman councilman councilwoman
    councillor alderman chairman chairwoman chairperson chair director chief chieftain prince princess king queen pope archbishop bishop
    cardinal rabbi imam sheikh ayatollah ambassador envoy attorney speaker commissioner officer detective inspector superintendent
    sheriff reverend rev father sister brother pastor coach manager executive ceo cfo coo cto founder co-founder owner partner
    spokesman spokeswoman spokesperson spokesmen adviser advisor aide strategist consultant pollster organizer organiser activist
    advocate analyst economist historian scientist researcher expert specialist doctor surgeon nurse physician psychologist psychiatrist
    lawyer solicitor barrister prosecutor counsel defender author writer novelist poet journalist reporter columnist correspondent
    commentator editor publisher host presenter anchor moderator pundit blogger critic photographer actor actress singer musician rapper
    comedian director producer filmmaker artist designer architect engineer developer inventor entrepreneur businessman businesswoman
    billionaire millionaire mogul tycoon investor banker trader broker farmer teacher principal headteacher student graduate scholar
    fellow dean lecturer teenager resident neighbor neighbour villager shopkeeper driver pilot worker employee volunteer veteran soldier
    marine guard policeman policewoman firefighter paramedic victim survivor witness suspect defendant plaintiff candidate nominee
    contender challenger rival incumbent opponent running-mate mate front-runner frontrunner leader deputy premier monarch emperor
    dictator official diplomat negotiator democrat republican conservative liberal libertarian socialist independent tory labour whip
    counselor counsellor psychologist treasurer comptroller auditor administrator coordinator supervisor head boss chief-of-staff member
    player striker midfielder defender goalkeeper captain quarterback pitcher champion athlete star trainer jockey referee
    mother mom mum dad son daughter wife husband widow brother sister uncle aunt cousin nephew niece grandmother grandfather friend
    colleague fan supporter voter protester demonstrator heckler narrator announcer caller reader author owner
    buyer seller landlord tenant patient parent client customer clerk registrar coroner magistrate ombudsman trustee governor-general
    first-lady lady monk nun priest minister preacher evangelist cleric mullah theologian ethicist biologist physicist chemist geologist
    astronomer astronaut seismologist meteorologist climatologist virologist epidemiologist sociologist anthropologist archaeologist
    statistician mathematician curator librarian conductor composer choreographer dancer chef barber baker butcher miner sailor skipper
    fisherman ranger hunter mechanic electrician plumber carpenter builder contractor vendor retailer wholesaler dealer broker agent
    operative insider outsider staffer intern assistant secretary-general undersecretary lobbyist donor fundraiser bundler`),
  men: wordSet(
    'mr sir lord king prince father brother son husband dad uncle nephew grandfather spokesman chairman congressman councilman businessman policeman actor pope bishop priest assemblyman',
  ),
  women: wordSet(
    'mrs ms miss lady dame queen princess mother sister daughter wife widow mom mum aunt niece grandmother spokeswoman chairwoman congresswoman councilwoman businesswoman policewoman actress nun assemblywoman',
  ),
  modifiers:
    wordSet(`former senior chief deputy vice acting then-president interim presidential gubernatorial senatorial mayoral foreign prime
    national state federal political communications press campaign media policy security defense defence finance financial general
    executive managing assistant associate junior retired veteran longtime fellow lead top high-ranking ranking republican democratic
    conservative liberal independent labour opposition party city county town police fire fellow co-chief regional global international
    legal criminal human rights public affairs relations health medical science technology research political science history law
    economics business sports team club first second third one-time onetime rival billionaire world marketing sales operations
    intelligence military air navy army trade labor immigration climate energy environment housing education transport transportation
    justice interior home cabinet government house senate congressional parliamentary supreme court district circuit radio television
    tv talk-show news cable white house founding board committee union student school university college head host nation's country's
    group's company's party's campaign's city's state's team's university's agency's firm's department's`),
  calendar:
    wordSet(`monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december christmas easter thanksgiving ramadan gmt est edt pst pdt am pm`),
  elision: undefined,
  hasCapitalNouns: false,
  dropsSubject: false,
  sources: ['according to', 'in the words of', 'as told by', 'quoting', 'citing'],
}
