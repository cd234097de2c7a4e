/** Words that say nothing of what a text is about, by primary language; lower case, apostrophes straight. */
const lists: Readonly<Record<string, string>> = {
  en: `a about above after again against all also although always am among an and another any are aren't around as at
    be became because become been before began being below between both but by came can can't come could couldn't day did
    didn't do does doesn't doing don't down during each either else even ever every few first for from further get
    give go going good got great had has hasn't have haven't having he her here hers herself him himself his how
    however i if in into is isn't it it's its itself just know last least less let like look made make many may me
    might more most much must my myself near need never new next no nor not now of off often old on once one only or other
    our ours ourselves out over own per put quite rather really s said same saw say saying says see seem seen set she
    should since so some still such t take tell than that that's the their theirs them themselves then there there's
    these they thing things think this those though three through time to told too took toward two under until up upon us
    use used very want was wasn't way we well went were weren't what when where whether which while who whom whose why
    will with within without won't work would wouldn't year years yet you your yours yourself mr mrs ms dr`,
  de: `aber alle allem allen aller alles als also am an ander andere anderen auch auf aus bei bin bis bist da damit dann
    das dass dein dem den denn der des dessen die dies diese diesem diesen dieser dieses doch dort du durch ein eine
    einem einen einer eines er es etwas euch für gegen habe haben hat hatte hatten hier hin hinter ich ihm ihn ihnen ihr
    ihre ihrem ihren ihrer im in ins ist ja jede jedem jeden jeder jedes jetzt kann kein keine können könnte machen man
    mehr mein mit muss müssen nach nicht nichts noch nun nur ob oder ohne sagte sagt sehr sein seine seinem seinen seiner
    seit sich sie sind so solche soll sollen sollte sondern sonst über um und uns unter viel vom von vor war waren was
    weil welche wenn wer werde werden wie wieder will wir wird wo wollen worden wurde wurden während zu zum zur zwar
    zwischen`,
  fr: `a à ai ainsi alors après au aucun aussi autre autres aux avait avant avec avoir car ce cela celle celui ces cet
    cette ceux chez comme comment contre d dans de depuis des deux dit donc dont du elle elles en encore entre est et
    étaient était été être eu faire fait font hors ici il ils j je jusqu l la le les leur leurs lors lui m ma mais me
    même mes moins mon n ne ni non nos notre nous on ont ou où par pas pendant peu peut plus pour pourquoi qu quand que
    quel quelle qui s sa sans se selon sera ses si son sont sous sur t tous tout toute toutes très tu un une vers vos
    votre vous y`,
  es: `a al algo algunos ante antes aquí así aunque cada como con contra cuando cual de del desde dice dijo donde dos
    durante e el él ella ellas ellos en entre era eran es esa ese eso esta está están este esto estos fue fueron ha
    había han hasta hay la las le les lo los más me mi mientras muy nada ni no nos nosotros o otra otro otros para pero
    poco por porque qué que quien se según ser si sí sido sin sobre solo son su sus también tan tanto te tiene tienen
    todo todos tras tu un una uno unos y ya yo`,
  it: `a ad ai al alla alle allo anche ancora avere c che chi ci come con contro cui d da dal dalla dalle dei del della
    delle dello detto di dopo dove due e è ed era erano essere fa fatto fino fra gli ha hanno i il in io l la le lei li
    lo loro lui ma mentre mi molto ne negli nei nel nella nelle noi non nostro o ogni ora per perché però più poi prima
    può quale quando quanto quella quelle quelli quello questa queste questi questo qui se sei senza si sia sono stata
    stato su sua sue sugli sui sul sulla suo suoi tra tutti tutto un una uno vi`,
  pt: `a à ainda ao aos após as até com como contra da das de dela dele deles depois desde disse do dois dos e é ela
    elas ele eles em entre era eram essa esse esta está este estão eu foi foram há isso isto já lhe mais mas me mesmo
    muito na nas nem no nos nós não o os ou para pela pelas pelo pelos por porque qual quando que quem se seja sem ser
    seu seus sob sobre sua suas são só também te tem têm ter teve todo todos um uma umas uns vai você à às`,
  nl: `aan al alle als andere ben bij daar dan dat de der deze die dit doch doen door dus een eens en er ge geen haar
    had hadden heb hebben heeft hem het hier hij hoe hun iets ik in is ja je kan kon kunnen maar me meer men met mij
    mijn moet na naar niet niets nog nu of om omdat onder ons ook op over reeds te tegen toch toen tot u uit uw van
    veel voor want waren was wat we wel werd werden wie wij wil worden wordt zal ze zei zich zij zijn zo zonder zou`,
}

const sets = new Map<string, ReadonlySet<string>>()

/** The stop words of a BCP 47 tag's primary language; English where the language is unknown, none where there is no list. */
export function stopWords(language = 'en'): ReadonlySet<string> {
  const primary = language.toLowerCase().split(/[-_]/)[0] ?? ''
  const known = sets.get(primary)
  if (known) return known
  const words = new Set((lists[primary] ?? '').split(/\s+/).filter((word) => word !== ''))
  sets.set(primary, words)
  return words
}
