/** Lines longer than this are sentences, whatever they begin with. */
const longestLine = 300
const longestLabel = 60

const anyOf = (parts: readonly string[]) => new RegExp(`^(?:${parts.join('|')})`, 'iu')

/** What the label of a list of other articles begins with. */
const label = anyOf([
  'related(?:\\b|:)',
  'read (?:more|next|also|on)\\b',
  'see (?:more|also)\\b',
  'more(?:\\s*:|$| (?:from|on|about|like|great|stories|news)\\b)',
  'also (?:read|see|on)\\b',
  'also:',
  'you (?:may|might) (?:also )?(?:like|be interested)',
  "don['’]?t miss",
  'recommended\\b',
  'trending\\b',
  'popular\\b',
  'most (?:read|popular|viewed)\\b',
  'recent articles',
  'latest (?:news|stories)',
  'mehr zum thema',
  'lesen sie auch',
  'lire aussi',
  'à lire (?:aussi|également)',
  'leia (?:também|mais)',
  'lee también',
  'leggi anche',
  'lees ook',
  'baca juga',
  'читайте также',
])

const inlineLabel = new RegExp(`^\\W{0,3}(?:${label.source.slice(1)})[^:]{0,40}:`, 'iu')

const line = anyOf([
  'advert(?:isement|s)?$',
  'sponsored(?: content)?$',
  '(?:story )?continue[sd]? (?:reading )?below',
  'article continues',
  'this (?:slideshow|site|video|page) requires (?:javascript|cookies)',
  'this website uses cookies',
  'skip to (?:main )?content',
  'click here (?:to|for)\\b.{0,120}$',
  '(?:sign up|subscribe|register)(?: (?:to|for|here|now|today|below)\\b.{0,200})?[.!:]?$',
  'get (?:the latest|breaking|access|our)\\b.{0,160}(?:inbox|newsletter|alerts?|app|reports?|subscri\\w+)',
  '.{0,120}\\bnewsletters?(?: here)?[.!]?$',
  '(?:please )?(?:share|like) (?:this|us|on)\\b',
  'follow (?:us|me|him|her|them|\\S+) on (?:twitter|facebook|instagram|x|social|google)\\b',
  '(?:post|leave|add|view|read|write) (?:a )?comments?$',
  'comments?(?: \\(\\d+\\))?$',
  '(?:image|photo|picture)s? (?:copyright|caption|credit|source)',
  '(?:photo|image|picture|credit|source|foto|bild|video)s?\\s*:.{0,80}$',
  '\\((?:photo|image|picture|credit|ap|afp|reuters|getty)\\b.{0,100}\\)$',
  '.{0,60}\\b(?:getty images|ap photo|shutterstock|istock|via getty)\\)?$',
  'copyright\\b',
  '©',
  'all rights reserved',
  '(?:first )?published(?: on)?\\s*:?.{0,60}\\d{4}',
  '(?:last )?(?:updated|modified)(?: on| at)?\\s*:?.{0,60}\\d{4}',
  'posted (?:on|by|in|at)\\b.{0,80}$',
  'filed under',
  'tags?\\s*:',
  '(?:reporting|writing|editing) by\\b',
  'additional reporting',
  'this (?:post|article|page) (?:may )?contains? affiliate',
  'have (?:a )?(?:tip|news tip)',
  '(?:please )?(?:email|e-mail|write to|reach|contact|follow)\\b.{0,120}(?:@|twitter|facebook|instagram)',
  '.{0,200}\\bcontributed (?:reporting|to this (?:report|story|article))',
  '[\\w.+-]+@[\\w-]+\\.[\\w.]+$',
  '(?:https?://)?(?:www\\.)?twitter\\.com/\\w+$',
  'updated at \\d',
  'enlarge (?:image|this image)',
  '(?:image|photo|slide|picture) \\d+ (?:of|/) \\d+',
  'loading\\b.{0,20}$',
  'join our\\b.{0,150}',
  '.{0,80}\\bmay earn (?:an? )?(?:affiliate )?commission',
  'print(?: this)?(?: article)?$',
  '(?:share|tweet|email|whatsapp|facebook|twitter|pinterest|linkedin|reddit)$',
  '(?:load|show|view|see) (?:more|all)$',
  'tempo de leitura',
  'reading time',
  '\\d+ (?:min|minute)s? read',
])

/** Something that stands in every article of a site and belongs to none. */
export function isBoilerplate(text: string): boolean {
  if (text.length > longestLine) return false
  return line.test(text) || isLabel(text)
}

/** `Related: Ten bridges that fell down`: a label and what it announces on one line. */
export function startsLikeLabel(text: string): boolean {
  return text.length <= longestLine && inlineLabel.test(text)
}

/** What announces links to other articles. */
export function isLabel(text: string): boolean {
  return text.length <= longestLabel && label.test(text)
}
