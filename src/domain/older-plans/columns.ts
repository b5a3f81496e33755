// What the column of a table or a label in front of some words says that they are: a need, an outcome, provision, or a part of one of
// these ("How often", "Who").

export type Column =
  | 'need' | 'health-need' | 'social-need' | 'strength' | 'outcome' | 'provision' | 'health-provision' | 'social-provision' | 'view'
  /** Parts of a provision line. */
  | 'who' | 'how-often' | 'how-much' | 'group' | 'checked' | 'funding' | 'from'
  /** Parts of an outcome line. */
  | 'by-when' | 'measure' | 'steps'
  /** A number that leads to another row or section. */
  | 'reference'
  | 'area'

type Row = readonly [Column, RegExp]

const asks = String.raw`(?:what|which|how|who|when|where)`

/** The first that fits. */
const columns: readonly Row[] = [
  ['reference', /^(?:no\.?|number|#|ref(?:erence)?\.?|(?:need|outcome|provision|target|objective)s? (?:no\.?|number|ref(?:erence)?\.?|#)|needs?(?:\(s\))? (?:met|addressed)|links? to(?: (?:outcome|need|section [a-k])s?)?|related (?:outcome|need)s?|(?:which )?outcomes? (?:this )?(?:relates?|links?|contributes?) to|for outcomes?|section)$/iu],
  ['health-need', /\b(?:health(?: ?care)?|medical) needs?\b/iu],
  ['social-need', /\bsocial(?: care)? needs?\b/iu],
  ['health-provision', /\bhealth(?: ?care)? provision\b|\bprovision from health\b/iu],
  ['social-provision', /\bsocial care provision\b|\bprovision from social care\b/iu],
  ['who', /^(?:by )?(?:who(?:m)?|provided by|delivered by|(?:who )?(?:will )?(?:provide|deliver|do|lead)s?(?: (?:it|this))?|provider|person(?:s)? responsible|responsib(?:le|ility)(?: (?:person|for delivery))?|staff(?:ing)?|lead|who will (?:do|provide|deliver|help|lead|support)\b.*|who is responsible.*|who gives it|agency|service|resources? and staffing|delivered by whom|by whom)$/iu],
  ['how-often', /^(?:how much and how often|how often(?: and (?:for )?how long)?.*|frequency(?: and duration)?|when(?: and how often)?|how (?:often|frequently)\b.*|how often and when|timing|timescale for delivery)$/iu],
  ['how-much', /^(?:(?:for )?how (?:much|long)\b.*|duration|hours(?: per week| a week)?|amount|quantity|level of support|time(?: allocated)?|quantification|length)$/iu],
  ['group', /^(?:(?:in what )?group(?: size)?|ratio|adult[: -]*(?:to )?child ratio|staff(?:ing)? ratio|how many others|setting|where|individual or group.*)$/iu],
  ['checked', /^(?:review(?:ed)?(?: (?:by|date|arrangements|when))?|monitor(?:ed|ing)(?: (?:by|and review|arrangements))?|how (?:will )?(?:it|this|progress)(?: will)? be (?:monitored|reviewed|checked).*|who (?:will )?(?:check|review|monitor)s?.*|review arrangements|arrangements for (?:monitoring|review|setting).*|checked(?: by)?)$/iu],
  ['funding', /^(?:funding|funded by|cost(?:s|ing)?|resource(?:s)?(?: required)?|source of funding)$/iu],
  ['from', /^(?:start(?: date)?|from(?: when)?|start and end dates?)$/iu],
  ['by-when', /^(?:by when|target date|timescales?|time ?frame|date to be achieved(?: by)?|achieve(?:d)? by|due|end of key stage|by|to be achieved by|completion date)$/iu],
  ['measure', /^(?:success (?:criteria|measures?)|measures?(?: of success)?|how (?:will )?(?:we|it|i|success|you|this)(?: will)?\b.*(?:know|measured|seen|achieved).*|evidence of (?:success|progress)|what success (?:will )?looks? like|how it is measured|indicators?)$/iu],
  ['steps', /^(?:steps(?: towards.*)?|short[- ]?term (?:targets?|goals?|outcomes?|objectives?)|small steps|milestones?|interim (?:targets?|steps)|steps to (?:achieve|success).*|by the (?:next review|end of the year).*)$/iu],
  ['strength', new RegExp(String.raw`^(?:${asks} (?:is|are|goes|works?) (?:going )?(?:well|good)\b.*|(?:my |his |her |their |[\p{L}'’-]+['’]s )?strengths?(?: and (?:abilities|skills|interests))?|${asks} (?:i|he|she|they) (?:can do|am good at|is good at).*|what is working(?: well)?)$`, 'iu')],
  ['outcome', /^(?:(?:agreed |desired |intended |expected |long[- ]?term |my |the |smart |sought |linked |education(?:al)? |target )*outcomes?(?: sought| to be achieved| for .*| \(.*\))?(?: ?[\d.]+[a-z]?)?|what (?:do )?(?:i|we|he|she|they) (?:want|hope|would like)(?: to (?:achieve|happen|be able to do))?.*|aims?|long[- ]?term (?:goals?|aims?|objectives?|targets?)|goals?|objectives?|what (?:will|should) (?:change|be different|i be able to do).*)$/iu],
  ['provision', /^(?:(?:special )?(?:educational |education |sen |additional |agreed |specialist |linked |required )*provision(?: required| needed| to (?:meet|achieve|be made).*| \(.*\)| for .*)?(?: ?[\d.]+[a-z]?)?|(?:support|help|intervention|strategies)(?: (?:required|needed|and strategies|and provision|to be provided|and interventions))?|what (?:help|support|provision|will (?:be (?:done|provided|put in place)|happen)|(?:do|does) (?:i|he|she|they|[\p{L}]+) need).*|what must be (?:provided|done)|how (?:will )?(?:this|the outcome|it) (?:will )?be (?:achieved|met).*|what needs to (?:happen|be done|be provided).*|actions?|provision and resources)$/iu],
  ['need', new RegExp(String.raw`^(?:(?:identified |special |educational |education |sen |my |the |main |primary |description of |summary of |his |her |their |[\p{L}'’-]+['’]s )*(?:needs?|difficult(?:y|ies)|barriers?(?: to learning)?|challenges?)(?: identified| \(.*\))?(?: ?[\d.]+[a-z]?)?|area of difficulty|what (?:is|are) (?:difficult|hard|not working|the difficulties|my needs)\b.*|${asks} (?:i|he|she|they) finds? (?:difficult|hard|tricky).*|${asks} i need help with.*|needs? and (?:difficulties|barriers|impact)|strengths?(?:,| and| &|\\/) (?:special )?(?:educational )?(?:needs?|difficulties)(?: and current functioning)?)$`, 'iu')],
  ['view', /^(?:(?:my |the |child['’]?s |parents?['’]? |young person['’]?s |family )*(?:views?|aspirations?|hopes?|wishes)(?: and aspirations)?)$/iu],
  // Questions, by the one thing that they ask about.
  ['outcome', /^(?:what|which)\b(?=.*\boutcomes?\b)(?!.*\b(?:needs?|provision)\b)/iu],
  ['provision', /^(?:what|which|how)\b(?=.*\b(?:provision|support|help)\b)(?!.*\boutcomes?\b)/iu],
  ['need', /^(?:what|which)\b(?=.*\b(?:needs?|difficulties)\b)(?!.*\b(?:outcomes?|provision)\b)/iu],
  ['area', /^(?:(?:broad )?areas?(?: of (?:need|development|learning|sen))?|category(?: of need)?|type of need|domain)$/iu],
]

/** Undefined when the words name no column. */
export function columnSaid(text: string): Column | undefined {
  const words = text.replaceAll(/\s+/g, ' ').replace(/^[\s\d.)(]+(?=\p{L})/u, '').replace(/[\s:?*.–-]+$/u, '').trim()
  if (words === '' || words.split(' ').length > 14) return undefined
  return columnOf(words) ?? inTwoLanguages(words).map(columnOf).find((column) => column !== undefined)
}

const columnOf = (words: string): Column | undefined => columns.find(([, pattern]) => pattern.test(words))?.[0]

/** "Canlyniad / Outcome": each side says it. */
export const inTwoLanguages = (words: string): string[] => { const sides = words.split(/\s\/\s/u); return sides.length === 2 ? sides : [] }

/** What a part of a line is called where it is added to the line's own words. */
export const partOf: Readonly<Partial<Record<Column, 'provision' | 'outcome'>>> = {
  who: 'provision', 'how-often': 'provision', 'how-much': 'provision', group: 'provision', checked: 'provision', funding: 'provision', from: 'provision',
  'by-when': 'outcome', measure: 'outcome', steps: 'outcome',
}
