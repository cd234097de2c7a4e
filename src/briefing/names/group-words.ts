import { wordSet } from '../lexicon/lexicon.ts'

/** Words that make a name the name of a body, a paper, a programme or a thing and not of a person; lower case. */
export const groupWords =
  wordSet(`academy administration agency airlines airport alliance army assembly association authority bank board
  broadcasting brothers bureau cabinet campaign capital center centers centre chamber church city coalition college commission committee communications
  community companies company conference congress conservatory convention corp corporation council county court cup daily defence defense delegation
  department district division echo election embassy energy examiner exchange express faculty federation financial forces foundation force forum
  fund gazette globe government group guard guardian herald holdings hospital hotel house inc independent industries initiative institute institution
  insurance intelligence international investigations journal kingdom labs laboratory law league legislature library ltd magazine mail markets media ministry mirror
  mission monitor motors movement museum nation nations national navy network networks news nations observer office organisation organization pac panel
  parliament party partners partnership patrol police poll post press program programme project radio records register republic research resources review
  school science security senate service services show society squad states station stock street studio studios sun supreme syndicate system systems team
  telegraph television theatre theater times treasury tribune tribunal trust unit union united universal university veterans video watch weekly west
  works world youth zeitung ministerium partei verband universität gericht bundestag bundesrat ministère parti université tribunal conseil ministerio
  partido universidad gobierno tribunal ministero partito università governo ministério governo ministerie partij universiteit regering
  act award awards bill bowl bridge christmas constitution dam day doctrine amendment festival forest games highway hurricane island islands lake mall mountain
  night ocean olympics park peninsula plan plaza prize protocol river road season sea square stadium tower towers treaty tuesday valley war way weekend avenue
  building monday wednesday thursday friday saturday sunday book airways americans republicans democrats kremlin pentagon facebook twitter google apple microsoft amazon youtube instagram`)

/** Places that stand for those who govern there, and peoples; lower case. */
export const placeWords =
  wordSet(`washington moscow beijing london paris berlin brussels kiev kyiv tehran jerusalem ankara cairo delhi tokyo seoul pyongyang damascus
  baghdad kabul islamabad riyadh ottawa canberra rome madrid lisbon vienna warsaw athens budapest prague stockholm oslo copenhagen helsinki dublin geneva
  america russia china britain england scotland wales ireland france germany italy spain portugal greece turkey ukraine poland israel iran iraq syria egypt
  libya lebanon jordan palestine yemen qatar kuwait saudi arabia afghanistan pakistan india bangladesh japan korea vietnam thailand indonesia malaysia
  philippines australia canada mexico cuba brazil argentina chile colombia venezuela peru nigeria kenya ethiopia sudan somalia europe africa asia antarctica
  california texas florida ohio iowa michigan pennsylvania wisconsin nevada arizona georgia virginia colorado illinois massachusetts connecticut
  maryland minnesota missouri alabama alaska arkansas delaware hawaii idaho indiana kansas kentucky louisiana maine mississippi montana nebraska
  ala ariz ark calif colo conn del fla ga ill ind kan ky la mass md mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo
  d.c n.c n.d n.h n.j n.m n.y r.i s.c s.d w.va d.c. n.c. n.d. n.h. n.j. n.m. n.y. r.i. s.c. s.d. w.va. nj ny nc nh dc pa
  oklahoma oregon tennessee utah vermont wyoming chicago boston houston dallas philadelphia atlanta seattle detroit miami manhattan brooklyn hollywood
  deutschland österreich schweiz frankreich españa italia brasil nederland belgië us u.s u.s. usa uk u.k u.k. eu u.n. un nato`)
