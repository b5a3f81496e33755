// Which section of SEND Regulations 2014 reg 12(1) a heading opens. Councils word their forms in many ways: by letter, by title, by
// both, by a letter of their own. What the title says counts for more than its letter; where the two differ a person is asked.

import type { Section } from '../plan/sections.ts'

/** 'H' where a form does not say which of H1 and H2; 'EF' and so on where one heading opens several that a table then tells apart. */
export type Opened = Section | 'H' | 'several'

export interface HeadingSaid {
  readonly opens: Opened
  /** letter and title agree, or the title could mean nothing else: sure. */
  readonly sure: 'sure' | 'likely' | 'unsure'
  /** It says "Section F", "Part B" and so on, and is a heading wherever it stands. */
  readonly isLettered: boolean
  /** Words that follow the heading in the same paragraph and are the section's own. */
  readonly rest?: string
}

type Title = readonly [Opened, RegExp]

const sen = String.raw`(?:special educational needs?|sen\b|send\b)`
const child = String.raw`(?:(?:the |your |my |our )?(?:child|children|young person|pupil|student|learner)(?:['’]?s)?|[\p{L}'’-]+['’]s?|his|her|their|my)`

/** In this order: the first that fits. The narrow ones come before those whose words they contain. */
const titles: readonly Title[] = [
  ['several', /\b(?:needs?|outcomes?|provision)\b[\s,/&+]+(?:\w+ )?(?:and |& )?\b(?:needs?|outcomes?|special educational provision|provision)\b(?!.*\bhealth\b)(?=.*\b(?:outcomes?)\b)(?=.*\bprovision\b)/iu],
  ['H1', /\bchronically sick\b|\bCSDPA\b|\bsection 2 of the\b|\bdisabled persons act\b/iu],
  ['H2', /\b(?:any )?other social care (?:provision|support|services)\b|\bsocial care provision\b.*\b(?:not|other than|outside|in addition to)\b.*\bact\b|\bprovision under the children act\b/iu],
  ['H', /\bsocial care (?:provision|support|services|help)\b|\bsupport from social care\b|\bprovision (?:from|for) social care\b/iu],
  ['D', /\bsocial care needs?\b|\bsocial needs which\b|\bneeds?\b.*\bsocial care\b/iu],
  ['G', /\bhealth(?: ?care)? (?:provision|support|services)\b|\bprovision (?:from|for|by) (?:health|the nhs)\b|\bhealth and therapy provision\b/iu],
  ['C', /\bhealth(?: ?care)? needs?\b|\bmedical needs?\b|\bneeds?\b.*\bhealth\b(?!.*\bmental health\b)/iu],
  ['J', /\bpersonal budgets?\b|\bdirect payments?\b/iu],
  ['K', /\badvice and information\b|\b(?:list of |professional |supporting )?(?:advice|reports|evidence|assessments|information) (?:gathered|received|used|attached|considered|obtained|contributing|taken into account)\b|^(?:section \w )?appendi(?:x|ces)$|\bprofessional advice\b|\blist of (?:reports|advice|appendices)\b/iu],
  ['I', /\bplacement\b|\b(?:name|type)(?: (?:and|or|\/) (?:name|type))? of (?:the )?(?:\w+ ){0,3}(?:school|setting|institution|provider|college|nursery)\b|\beducational (?:setting|institution|establishment)\b|\b(?:named|naming the) (?:school|setting|college)\b|\b(?:school|setting|college)(?: or other (?:institution|setting))?(?: to be)? (?:named|attended)\b|^where (?:i|\p{L}+) (?:will )?(?:learn|go to school)|^(?:my |the )?(?:school|setting|nursery|college)s?(?:(?: or| and|\/) (?:other )?[\p{L} ]{1,30})?$/iu],
  ['A', /\bviews?\b.*\b(?:interests?|aspirations?|feelings|wishes|hopes|goals)\b|\b(?:interests?|aspirations?|hopes)\b.*\b(?:views?|aspirations?|dreams|child|family|parents?|carers?)\b|^(?:all )?about me$|^my (?:story|views|world|profile|aspirations)\b|^one[- ]page profile$|^who (?:am i|i am)\b|^(?:the )?voice of the (?:child|young person|family)|^(?:child|young person|family|parent)(?:['’]?s)?(?:,? (?:and|&) (?:child|young person|family|parent|parents|carers?)(?:['’]?s)?)? views$|^(?:views and )?aspirations$|^what (?:is|matters) (?:most )?(?:important )?to me\b.*\b(?:and|family)\b/iu],
  ['F', /\bspecial education(?:al)? provision\b|\beducation(?:al)? provision\b|\bprovision\b.*\b(?:to meet|for|required|needed|specified|special educational)\b|^(?:the )?(?:sen )?provision$|\b(?:help|support) (?:that )?(?:\p{L}+ )?(?:will (?:get|have|receive)|needs?)\b.*\b(?:school|learn|education)\b/iu],
  ['E', /\boutcomes?\b/iu],
  ['B', new RegExp(String.raw`\b${sen}(?: and disabilit(?:y|ies))?(?: \(sen[d]?\))?(?!.*\bprovision\b)|^(?:the |${child} )?(?:strengths and )?(?:educational|learning) needs$|^${child} (?:strengths and )?needs$|^needs$|^strengths and (?:special )?(?:educational )?needs$|^(?:summary|description) of (?:${child} )?needs$`, 'iu')],
]

/** "Adran A / Section A": the same in another language in front of it. */
const lettered = /^\W*(?:[\p{L}\d ,]{2,40}\/\s*)?(?:(?:section|part|sect\.?|§)\s*)(?:["'“‘([]\s*)?([a-k])(?:\s*[-–.]?\s*\(?\s*([12]|i{1,2})\s*\)?(?!\d))?(?=$|[\s:.,;)\]"'”’–—-])/iu
const bareLetter = /^\W*([a-kA-K])(?:\s*[-–.]?\s*\(?\s*([12])\s*\)?(?!\d))?\s*(?:[:.)\]–—-]\s*|\s+(?=\p{Lu}))/u
const severalLetters = /^\W*(?:[\p{L}\d ,]{2,40}\/\s*)?(?:sections?|parts?)\s+([a-k]\d?)\s*(?:,|&|\/|\+|and|to|-|–)\s*([a-k]\d?)\b/iu
/** "2.1 My special educational needs (Section B)", "My support – Sections H1 and H2": the letter behind, set apart from the words. */
const behind = /\s*[([–—:-]\s*(?:see )?(?:sections?|parts?)\s+([a-k])\s*([12])?(?:\s*(?:,|&|\/|\+|and|to|-|–)\s*([a-k])\s*[12]?)*\s*[)\]]?\W*$/iu
const numberedOnly = /^\W*(?:section|part)\s+\d{1,2}\b\s*[:.)–—-]*\s*/iu

const longest = 40

const countWords = (text: string): number => text.split(/\s+/).filter(Boolean).length

/** What a heading opens; undefined when it is no section's heading. `isHeading`: it looks like one (style, bold, capitals, alone in its cell). */
export function headingSaid(text: string, { isHeading, isStyled = false }: { readonly isHeading: boolean; readonly isStyled?: boolean }): HeadingSaid | undefined {
  const words = text.replaceAll(/\s+/g, ' ').trim()
  if (words === '' || countWords(words) > longest * 3) return undefined
  const several = severalLetters.exec(words)
  if (several !== null && (isHeading || countWords(words) <= 20)) return { opens: severalOf(several[1] ?? '', several[2] ?? ''), sure: 'sure', isLettered: true }
  const byLetter = lettered.exec(words)
  if (byLetter !== null) return letteredSaid(words, byLetter, isHeading)
  const ofSocialCare = socialCare.exec(words)
  if (ofSocialCare !== null) return socialCareSaid(ofSocialCare)
  const withTitle = socialCareTitle.exec(words)
  if (withTitle !== null && agrees(withTitle[1] === '1' ? 'H1' : 'H2', titleOf(withTitle[2] ?? ''))) return { opens: withTitle[1] === '1' ? 'H1' : 'H2', sure: 'sure', isLettered: true }
  if (!isHeading) return undefined
  const letterBehind = behind.exec(words)
  if (letterBehind !== null) return behindSaid(words.slice(0, letterBehind.index), letterBehind)
  const unnumbered = words.replace(numberedOnly, '').replace(/^\d{1,2}(?:\.\d{1,2})*[.):]?\s+/, '')
  if (countWords(unnumbered) > longest) return undefined
  const bare = bareLetter.exec(unnumbered)
  if (bare !== null) {
    const section = letterOf(bare[1] ?? '', bare[2])
    const title = titleOf(unnumbered.slice(bare[0].length))
    if (section !== undefined && agrees(section, title)) return { opens: section === 'H' && title !== undefined ? title : section, sure: 'sure', isLettered: true }
    // "G. Health help", styled as the others are: the letter is all that says it.
    if (section !== undefined && title === undefined && isStyled) return { opens: section, sure: 'likely', isLettered: true }
  }
  const opens = titleOf(unnumbered)
  return opens === undefined ? undefined : { opens, sure: isStyled || isPlainTitle(unnumbered) ? 'sure' : 'likely', isLettered: false }
}

/** "H1", "H2: None", bold or not: nothing else in a plan begins so. A line's number, "H2.1", does not. */
const socialCare = /^\W*h\s*[-–.]?\s*\(?([12])\)?(?:\W*$|\s*[:.)–-]\s*(?!\d)(.*)$)/iu

/** "H2 Other social care provision", with nothing between. */
const socialCareTitle = /^\W*h\s?([12])\s+(\p{Lu}.*)$/iu

function socialCareSaid([, part, after = '']: RegExpExecArray): HeadingSaid {
  const opens = part === '1' ? 'H1' : 'H2'
  const isTitle = after === '' || agrees(opens, titleOf(after))
  return { opens, sure: 'sure', isLettered: true, ...(isTitle ? {} : { rest: after }) }
}

/** H1 and H2 are two parts of one section of the form; of others a table says which. */
const severalOf = (first: string, second: string): Opened => (/^h/iu.test(first) && /^h/iu.test(second) ? 'H' : 'several')

/** In a heading of a form's own words the letter that it names in brackets is what says the section. Where its words say another, a person looks. */
function behindSaid(title: string, [, letter = '', part, other]: RegExpExecArray): HeadingSaid | undefined {
  if (other !== undefined) return { opens: severalOf(letter, other), sure: 'sure', isLettered: true }
  const section = letterOf(letter, part)
  if (section === undefined) return undefined
  const said = titleOf(title)
  return { opens: section === 'H' && said !== undefined && agrees('H', said) ? said : section, sure: said === undefined || agrees(section, said) ? 'sure' : 'unsure', isLettered: true }
}

function letteredSaid(words: string, found: RegExpExecArray, isHeading: boolean): HeadingSaid | undefined {
  const section = letterOf(found[1] ?? '', found[2])
  if (section === undefined) return undefined
  const after = words.slice(found[0].length).replace(/^[\s:.,;)\]"'”’–—-]+/, '')
  if (after === '') return { opens: section, sure: 'sure', isLettered: true }
  const { title, rest } = titleAndRest(after, section)
  // "Section F sets out what the school does" is a sentence, and stands in some other section.
  if (!isHeading && title === undefined && (/^\p{Ll}/u.test(after) || countWords(after) > 8)) return undefined
  if (!isHeading && countWords(words) > longest) return undefined
  if (!isHeading && /^(?:of|in|is|are|was|and|or|to|for|sets?|describes?|contains?|says|below|above|has|will|should|must|which|that)\b/iu.test(after)) return undefined
  const withRest = rest === undefined ? {} : { rest }
  if (title === undefined) return { opens: section, sure: isHeading ? 'sure' : 'likely', isLettered: true, ...withRest }
  if (agrees(section, title)) return { opens: section === 'H' ? title : section, sure: 'sure', isLettered: true, ...withRest }
  return { opens: title, sure: 'unsure', isLettered: true, ...withRest }
}

function letterOf(letter: string, part: string | undefined): Opened | undefined {
  const upper = letter.toUpperCase()
  if (upper !== 'H' && part !== undefined) return undefined
  if (upper === 'H') return part === undefined ? 'H' : part === '1' || part.toLowerCase() === 'i' ? 'H1' : 'H2'
  return isOneOf(upper) ? upper : undefined
}
const isOneOf = (letter: string): letter is 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'I' | 'J' | 'K' => /^[A-GI-K]$/.test(letter)

const agrees = (section: Opened, title: Opened | undefined): boolean => title !== undefined && (title === section || (section === 'H' && (title === 'H1' || title === 'H2')) || ((section === 'H1' || section === 'H2') && (title === 'H' || title === 'H1' || title === 'H2')))

const titleOf = (text: string): Opened | undefined => titles.find(([, pattern]) => pattern.test(text.trim()))?.[0]

/** "Placement: Larkfell Primary School": where the first part alone is the title, what follows the colon is the section's own. */
function titleAndRest(after: string, section: Opened): { title: Opened | undefined; rest?: string } {
  const whole = titleOf(after)
  const cut = /^([^:–—]{3,120}?)\s*[:–—]\s+(.+)$/u.exec(after)
  if (cut !== null) {
    const [, before = '', rest = ''] = cut
    const first = titleOf(before)
    if (first !== undefined && agrees(section, first) && titleOf(rest) === undefined && !rest.startsWith('(')) return { title: first, rest }
  }
  if (whole === undefined && section === 'I') return { title: undefined, rest: after }
  return { title: whole }
}

/** The titles as the regulations have them, or nearly: taken for a heading even where nothing marks them out. */
const plainTitle = /^(?:(?:the )?views,? (?:and )?(?:interests,? )?(?:and )?aspirations|special educational needs(?: \(sen\))?|(?:the )?outcomes(?: sought)?|special educational provision|health(?: ?care)? (?:needs|provision)|social care (?:needs|provision)|(?:any )?other social care provision|placement|personal budget(?: and direct payments)?|direct payments?|advice and information)$/iu
export const isPlainTitle = (text: string): boolean => plainTitle.test(text.trim())

/** Headings that open nothing of reg 12(1) and end the section before them. */
const outside = /^\W*(?:signatures?|signed(?: (?:by|for|on)\b.{0,60})?|sign[- ]off|authorisation|right(?:s)? (?:of|to) appeal|your right to appeal|if you (?:do not agree|disagree)|how to (?:appeal|disagree)|mediation|disagreement resolution|review arrangements?|how (?:this|the|my) (?:ehc )?plan (?:will be|is) (?:reviewed|monitored|checked)\b.{0,40}|arrangements for (?:the )?(?:annual )?review|monitoring(?: and review)?(?: arrangements)?|contact details|contacts|useful contacts|glossary|abbreviations|distribution(?: list)?|circulation|copies (?:sent )?to|document (?:control|history)|version control|data protection|privacy|(?:child(?:['’]s)?|personal|pupil|family|basic|key) (?:details|information)|details of .*|people who (?:know|support|help) .*|who (?:was|has been) involved.*|professionals involved.*|contributors|contents|table of contents|index|about this (?:plan|document)|introduction|guidance(?: notes)?|notes? for completion|summary of (?:changes|amendments)|education,? health (?:and|&) care (?:\(ehc\) )?plan.*|ehc plan.*|ehcp.*)\W*$/iu

export const opensNothing = (text: string): boolean => outside.test(text.replaceAll(/\s+/g, ' ').trim().replace(/^\d{1,2}(?:\.\d{1,2})*[.):]?\s+/, ''))

/** "Signed: …", where nothing marks it out. */
export const isSigned = (text: string): boolean => /^(?:signed|signature)\b[^.:]{0,40}:|^signed (?:by|for|on behalf of)\b[^.]{0,90}$/iu.test(text)
