/** Words that turn a clause round, by what they look like in seven languages. */
const negator =
  /^(?:not|never|no|none|nobody|nothing|neither|nor|without|cannot|\p{L}+n['’]t|nicht|kein\p{L}{0,2}|nie|niemals|ohne|weder|pas|jamais|aucune?|sans|nunca|jamás|sin|ning[uú]n\p{L}?|non|mai|senza|nessun\p{L}?|não|sem|nenhum\p{L}?|niet|geen|nooit|zonder)$/iu

/** Words that say "not" without saying it. */
const refusal =
  /^(?:den(?:y|ies|ied|ial)|refus|reject|fail|lack|unable|unlikely|prevent|avoid|declin|oppos|ban(?:s|ned|ning)?$|bar(?:s|red)?$|halt|stop|cancel|abandon|scrap|suspen|withdr|drop|block|absen|missing|against|ruled|rule$|rather|instead|yet|longer|hardly|barely|unless|impossible|defer|delay|postpon|withhold|dismiss|quash|overturn|halted|miss(?:es|ed)?$|disput|few$|doubt|neither|un(?:clear|known|able|harmed|injured|hurt|changed|paid|decided)|lehn|verweiger|weiger|bestreit|bestritt|dement|nega|neg[oó]|rechaz|refus|rifiut|recus|ontken)/iu

export function isNegator(word: string): boolean {
  return negator.test(word)
}

/** "Denied", "failed to": what follows is said not to be so. */
function isRefusal(word: string): boolean {
  return refusal.test(word)
}

export function turnsRound(word: string): boolean {
  return isNegator(word) || isRefusal(word)
}
