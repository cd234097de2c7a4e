import { type Lexicon, sorts, wordSet } from './lexicon.ts'

export const french: Lexicon = {
  finite:
    wordSet(`dit disait déclare déclaré déclarait affirme affirmé affirmait explique expliqué expliquait assure assuré estime estimé ajoute ajouté
    précise précisé souligne souligné indique indiqué annonce annoncé rappelle rappelé raconte raconté confie confié répond répondu demande demandé
    écrit lance lancé poursuit poursuivi conclut conclu regrette regretté dénonce dénoncé critique critiqué salue salué insiste insisté reconnaît reconnu
    admet admis juge jugé tweeté martèle martelé prévient prévenu avertit averti plaide plaidé promis promet résume résumé commente commenté
    qualifie qualifié appelle appelé évoque évoqué argue note noté observe observé témoigne témoigné soupire ironise rapporte rapporté réclame
    dirent ont-déclaré détaille détaillé déplore déploré réagit réagi s'interroge interrogé exhorté`),
  infinite: wordSet(
    'disant déclarant affirmant expliquant ajoutant estimant assurant soulignant précisant dire déclarer affirmer',
  ),
  weak: wordSet('critique demande note juge appelle observe appelé lancé évoque évoqué promis'),
  speechNouns: wordSet('déclaration réponse mots tweet message lettre discours communiqué propos'),
  pronouns: sorts({
    man: 'il',
    woman: 'elle',
    several: 'ils elles',
    person: 'je nous vous tu on qui ce cela celui celle ceux',
  }),
  possessives: sorts({ person: 'mon ma mes notre nos votre vos son sa ses leur leurs' }),
  prepositions:
    wordSet(`à au aux avant après avec chez contre d dans de des depuis dès du durant en entre envers hors jusque lors malgré outre par parmi pendant
    pour près sans sauf selon sous suivant sur vers via`),
  subordinators: wordSet(
    'que qu si quand lorsque lorsqu puisque puisqu comme parce afin alors tandis mais car où dont',
  ),
  relatives: wordSet('qui lequel laquelle'),
  auxiliaries: wordSet(
    'a ont avait avaient est sont était étaient sera seront été être avoir aura auront aurait serait peut peuvent pouvait doit doivent va vont fait s se ne n y en',
  ),
  contractions: /$^/,
  adverbs: wordSet(
    'aussi ensuite puis encore déjà toujours jamais ainsi également alors hier mardi-soir lundi-soir notamment pourtant cependant enfin non pas plus bien',
  ),
  determiners: wordSet(
    'le la les l un une des du ce cet cette ces plusieurs quelques certains certaines deux trois quatre chaque tout toute tous',
  ),
  genitives: wordSet('de du des d'),
  definite: wordSet('le la l'),
  conjunctions: wordSet('et ou ni'),
  roles:
    wordSet(`m mme mlle mm président présidente ministre secrétaire premier première chef cheffe directeur directrice porte-parole maire député députée sénateur
    sénatrice général colonel juge procureur procureure avocat avocate professeur professeure économiste chercheur chercheuse médecin expert experte responsable
    candidat candidate patron patronne entraîneur entraîneuse joueur joueuse auteur autrice écrivain journaliste historien historienne roi reine pape prince princesse
    évêque cardinal ambassadeur ambassadrice gouverneur commissaire analyste fondateur fondatrice préfet préfète leader chancelier chancelière habitant habitante
    secrétaire-général vice-président vice-présidente syndicaliste militant militante policier policière pompier`),
  men: wordSet(
    'm mm président roi pape prince avocat directeur maire sénateur député chercheur candidat chancelier',
  ),
  women: wordSet(
    'mme mlle présidente reine princesse avocate directrice sénatrice députée chercheuse candidate chancelière ministre-déléguée',
  ),
  modifiers: wordSet(
    'ancien ancienne général générale français française russe américain américaine britannique allemand allemande adjoint adjointe délégué national nationale actuel actuelle futur future nouveau nouvelle politique étrangères',
  ),
  calendar: wordSet(
    'lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre novembre décembre noël pâques',
  ),
  elision: /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quelqu)['’](?=\p{L})/iu,
  hasCapitalNouns: false,
  dropsSubject: false,
  sources: ['selon', 'd après', 'pour'],
}
