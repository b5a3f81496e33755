// The day by which an outcome is to be reached, in its author's own words, to fill a form in advance that a person confirms.

const month = '(?:January|February|March|April|May|June|July|August|September|October|November|December)'
const day = String.raw`(?:the end of |the start of )?(?:\d{1,2} )?${month} 20\d\d`
const stage = String.raw`(?:the end of |the start of )(?:the )?(?:(?:autumn|spring|summer) (?:half )?term(?:,? 20\d\d)?|Key Stage \d(?: \([^)]{4,20}\))?|Year \d{1,2}|Reception|(?:the )?school year(?: 20\d\d)?)`
const byWhen = new RegExp(String.raw`\b(?:by|before) (${day}|${stage})`, 'i')

/** "By July 2028, Rewan will …" → "July 2028". Undefined when no day is said: nothing is worked out. */
export const readOutcomeDate = (text: string): string | undefined => byWhen.exec(text)?.[1]
