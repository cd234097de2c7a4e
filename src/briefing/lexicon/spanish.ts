import { type Lexicon, sorts, wordSet } from './lexicon.ts'

export const spanish: Lexicon = {
  finite:
    wordSet(`dijo dice dijeron dicho decía afirmó afirma afirmado aseguró asegura asegurado explicó explica explicado señaló señala señalado añadió añade
    agregó agrega declaró declara declarado indicó indica manifestó manifiesta sostuvo sostiene advirtió advierte destacó destaca subrayó subraya
    recordó recuerda comentó comenta contó cuenta respondió responde preguntó pregunta escribió escribe anunció anuncia denunció denuncia reconoció reconoce
    admitió admite insistió insiste criticó critica consideró considera confirmó confirma expresó expresa apuntó apunta concluyó concluye reiteró lamentó
    pidió exigió prometió precisó matizó exclamó argumentó relató tuiteó calificó llamó defendió celebró zanjó ironizó alertó`),
  infinite: wordSet('diciendo afirmando asegurando añadiendo señalando explicando decir declarar'),
  weak: wordSet('cuenta llamó pidió considera recuerda contó'),
  speechNouns: wordSet('declaración respuesta palabras mensaje carta discurso comunicado tuit'),
  pronouns: sorts({
    man: 'él',
    woman: 'ella',
    several: 'ellos ellas',
    person: 'yo nosotros nosotras usted ustedes tú quien quienes esto eso',
  }),
  possessives: sorts({ person: 'mi mis nuestro nuestra nuestros nuestras su sus' }),
  prepositions: wordSet(
    'a al ante bajo con contra de del desde durante en entre hacia hasta mediante para por según sin sobre tras',
  ),
  subordinators: wordSet('que si cuando porque aunque como mientras donde pues pero sino'),
  relatives: wordSet('quien quienes cual cuales'),
  auxiliaries: wordSet(
    'ha han había habían es son era eran fue fueron será serán está están estaba ser estar haber puede pueden podía debe deben va van sea hay tiene tienen se no lo le',
  ),
  contractions: /$^/,
  adverbs: wordSet(
    'también además luego después ya aún todavía siempre nunca ayer hoy entonces así asimismo incluso ahora solo',
  ),
  determiners: wordSet(
    'el la los las un una unos unas este esta estos estas ese esa varios varias algunos algunas muchos dos tres cuatro cada todo toda todos',
  ),
  genitives: wordSet('de del'),
  definite: wordSet('el la'),
  conjunctions: wordSet('y e o u ni'),
  roles:
    wordSet(`sr sra srta don doña presidente presidenta ministro ministra secretario secretaria vicepresidente vicepresidenta portavoz vocero vocera alcalde alcaldesa
    diputado diputada senador senadora gobernador gobernadora general coronel juez jueza fiscal abogado abogada profesor profesora economista investigador
    investigadora médico médica experto experta director directora jefe jefa líder candidato candidata entrenador entrenadora jugador jugadora autor autora
    escritor escritora periodista historiador historiadora rey reina papa príncipe princesa obispo cardenal embajador embajadora canciller comisario analista
    fundador fundadora consejero consejera delegado delegada responsable primer mandatario mandataria vecino vecina`),
  men: wordSet(
    'sr don presidente ministro alcalde diputado senador rey papa príncipe abogado director candidato',
  ),
  women: wordSet(
    'sra srta doña presidenta ministra alcaldesa diputada senadora reina princesa abogada directora candidata',
  ),
  modifiers: wordSet(
    'ex exministro expresidente antiguo antigua actual general ejecutivo ejecutiva español española ruso rusa estadounidense británico francés francesa alemán alemana nacional adjunto adjunta nuevo nueva',
  ),
  calendar: wordSet(
    'lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre navidad',
  ),
  elision: undefined,
  hasCapitalNouns: false,
  dropsSubject: true,
  sources: ['según', 'en palabras de', 'de acuerdo con'],
}
