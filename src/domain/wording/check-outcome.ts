// Is an outcome SMART, and is it an outcome at all? Code 9.64 to 9.69: an outcome is "the benefit or difference made to an
// individual as a result of an intervention", and is not itself provision. Points at words; a person decides.

import { findAll, heldIn, readPlainText, type Place } from './plain-text.ts'
import { findRoles } from './role.ts'
import type { Phrase } from './check-provision.ts'

export const smartParts = ['specific', 'measurable', 'achievable', 'relevant', 'timeBound'] as const
export type SmartPart = (typeof smartParts)[number]

export interface OutcomeCheck extends Readonly<Record<SmartPart, boolean>> {
  /** All five parts hold. A line can be SMART and still only count a service. */
  readonly isSmart: boolean
  readonly isProvisionInDisguise: boolean
  readonly phrases: readonly Phrase[]
  /** One sentence for each part that does not hold, for the author. */
  readonly reasons: readonly string[]
}

const month = '(?:january|february|march|april|may|june|july|august|september|october|november|december)'
const dated = new RegExp(
  String.raw`\b(?:by|before|until|to|in|at|within|during|from) (?:the )?(?:(?:end|start|beginning|close|` +
    String.raw`middle) of (?:the |his |her |their |this |next )?)?(?:(?:autumn|spring|summer|nursery|` +
    String.raw`reception|school|academic|next|first|second|third|final) )*(?:(?:half )?(?:term|` +
    String.raw`year)(?:,? (?:of |in )?(?:20\d\d|year \d{1,2}|reception))?\b|(?:school )?year \d{1,2}\b|` +
    String.raw`key stage(?: \d)?\b|foundation stage\b|(?:course|placement|internship|apprenticeship)\b|ks ?\d|reception\b|nursery\b|${month}(?: 20\d\d)?\b|\d{1,2}(?:st|nd|rd|` +
    String.raw`th)? ${month}|easter|christmas|whitsun|(?:autumn|spring|summer)\b|20\d\d|` +
    String.raw`age(?:d)? (?:of )?\d{1,2}|(?:his|her|their) (?:\d{1,2}(?:st|nd|rd|th)|[a-z]{4,12}) birthday|` +
    String.raw`the age of \d{1,2}|\d{1,2} (?:weeks|months|terms|years)|(?:this|next) (?:term|year|month)|` +
    String.raw`end of (?:this|the) (?:year|term)|(?:her|his|their) (?:next )?annual review|` +
    String.raw`the next annual review|college|sixth form|time (?:he|she|they|[a-z]{2,12}) (?:is|are|` +
    String.raw`leaves?|turns?|starts?|moves?)|\d{1,2} (?:weeks|months|years)'? time)`, 'g')
/** "At the end of the day" and "for six weeks" are no target date. */
const isTarget = (text: string): boolean =>
  !new RegExp(
    String.raw`^(?:in|at|to|from|during) (?:the )?(?:school|nursery|reception|college|first|second|year \d|` +
    String.raw`end of the)?\b(?! (?:to|20))`,
  ).test(text)
  || /20\d\d|^in \d/.test(text)

const rate = new RegExp(
  String.raw`\b\d{1,3} ?(?:out of|of|in|from|/) ?(?:a |the |every |his |her |their )?(?:possible |` +
  String.raw`first )?\d{1,3}\b|\b\d{1,3}(?:\.\d)? ?(?:%|per ?cent)|\b\d{1,3} (?:[a-z-]+ ){0,3}(?:out of|` +
  String.raw`in) \d{1,3}\b|\bhalf of (?:her|his|their|the)\b`,
)
const countOf = new RegExp(
  String.raw`\b(?:at least |no more than |up to |fewer than |more than |under |below |above |within |for |` +
  String.raw`over |up to a )?(?<!year |years |stage |level |grade |key stage |age |aged |class |section |` +
  String.raw`band |step |phase )\b\d{1,3}(?:\.\d{1,2})?(?! ?(?:january|february|march|april|may|june|july|` +
  String.raw`august|september|october|november|december|20\d\d))(?:[ -]|` +
  String.raw`$)(?!to-1)(?:[a-z-]+ ){0,4}?(?:words?|sentences?|minutes?|seconds?|hours?|times|days?|nights?|` +
  String.raw`occasions?|steps?|meals?|questions?|items?|trials?|attempts?|settings?|adults?|children|` +
  String.raw`people|peers?|pieces?|lessons?|sessions?|weeks?|tablets?|symbols?|photographs?|pictures?|` +
  String.raw`objects?|instances?|lunchtimes?|playtimes?|visits?|jobs?|subjects?|flags|digits|errors?|` +
  String.raw`signs?|emotions?|feelings?|facts?|pages?|friends?|activit(?:y|ies)|placements?|months|` +
  String.raw`strategies|kg|cm|metres?|key|part|food|foods|journeys?|trips?|numbers?|letters?|sounds?|` +
  String.raw`events?|goals?|incidents?|songs?|turns?|headaches?|admissions?|half-days|language|terms?|` +
  String.raw`topics?|reminders?|spoons?|mouthfuls?|stairs?|lengths?|pounds?|books?|prompts?|exchanges?|` +
  String.raw`interactions?|choices?|targets?|tasks?|clubs?)\b`,
)
const alone = new RegExp(
  String.raw`\b(?:with no|without|no) (?:any |an |a |adult |extra |further |physical |verbal |signs of |` +
  String.raw`being )*(?:help|prompt(?:s|ing|ed)?|reminders?|reminded|repetition|support|assistance|adult|` +
  String.raw`contact|mistakes?|errors?|distress|hand pain|parent|told|asked|supervision)\b|\b(?:by (?:him|` +
  String.raw`her)self|by themselves|on (?:his|her|their) own|unaided|unprompted|alone\b(?! time)|(?<!more )(?<!increasingly )(?<!as )independently|` +
  String.raw`from memory)\b`,
)
const every = new RegExp(
  String.raw`\bno (?:missed )?(?:[a-z-]+ ){0,4}(?:admissions?|absences?|exclusions?|suspensions?|` +
  String.raw`incidents?|feeds?|seizures?)\b|\b(?:below|above|at or above|under|over|` +
  String.raw`to) (?:a score of )?\d{1,3}\b(?! (?:weeks|months|years))|\b(?:once|twice|\d times) (?:a|each|` +
  String.raw`every|per) (?:[a-z]+ )?(?:day|week|month|morning|lunchtime|lesson|term|fortnight|session|` +
  String.raw`half)\b|\b(?:on|at|in) (?:every|each) (?:[a-z]+ )?(?:occasion|day|lesson|lunchtime|morning|` +
  String.raw`week|of)\b|\beach (?:day|week|morning|lunchtime|lesson)\b|\bevery (?:day|lesson|night|week)\b|` +
  String.raw`\bfull[- ]time\b|\b(?:pass(?:ed)?|gain(?:ed)?|achieved?|hold|have|earn|get|take|` +
  String.raw`complete[d]?) (?:[a-z0-9]+ ){0,3}(?:entry level|level|grade|gcse|functional skills|award|qualifications?|licence|badge|` +
  String.raw`certificate|qualification|duke)|\bgrade \d\b|\bfull[- ]page\b|` +
  String.raw`\bfrom \d{1,2}(?:[.:]\d\d)? ?(?:am|pm)\b|\bby \d{1,2}(?:[.:]\d\d)? ?(?:am|pm)\b|` +
  String.raw`\bby midnight\b|\bon time\b|\b£ ?\d`,
)

const comparative = new RegExp(
  String.raw`\b(?:more|better|less|greater|improved|increased|reduced|happier|calmer|enhanced|easier|` +
  String.raw`for longer|longer|further|stronger|fewer|good progress|progress)\b(?! than)`, 'g',
)
const broadState =
  'happy|happier|confident|resilient|settled|independent|prepared|calm|calmer|healthy|healthier|safe|safer|' +
  'ready|engaged|motivated|content|included|valued|successful|fulfilled|secure|well|able to cope|' +
  'maintained|maximised|optimised|improved|supported|able to (?:manage|regulate|cope|access|communicate|' +
  'learn|engage|interact|socialise)'
const broad = new RegExp(
  String.raw`\bfeel(?:s|ing)?\b(?! (?:and|on))|\b(?:be|become|becomes|remain|stay) (?:a |an |more |much |` +
    String.raw`less |increasingly |fully |as |better |very |and )*(?:${broadState})\b(?! (?:in|at|when|to|` +
    String.raw`with|about) [a-z]+ing\b)(?! in [a-z]+ing\b)|\b(?:improve|develop|increase|enhance|build|` +
    String.raw`grow|maximise|optimise|extend|strengthen|promote|maintain|gain|broaden|deepen|boost|` +
    String.raw`raise)(?:s|d|ed)? (?!(?:a|an|one|two|\d|from)\b)|\b(?:make|makes|made|` +
    String.raw`making) (?:[a-z]+ )?progress|\b(?:full |his |her |their )*potential\b|\bhave (?:improved|` +
    String.raw`greater|better|increased|more|good|a better|a greater|the confidence|confidence|positive|` +
    String.raw`higher)\b|^(?:[a-z]+, )?(?:improved|increased|better|greater|enhanced|reduced|more|good|` +
    String.raw`positive|emotional)\b|\bworry (?:less|more)\b|\b(?:enjoy|thrive|flourish|cope|socialise|` +
    String.raw`mature|progress) ?\b|\b(?:manage|regulate|understand|express|control|recognise) (?:his|her|` +
    String.raw`their) (?:own )?(?:emotions?|anxiety|feelings|behaviour|needs|mood|sensory needs)\b|` +
    String.raw`\bcatch up\b|\b(?:make|makes|made|making|have|has) (?:new |good |some |more )?friends(?! and)\b(?! who)|\bunderstand (?:him|her|them)sel(?:f|ves)\b|` +
    String.raw`\b(?:to|will) improve[.]?$|\bregulat(?:e|es|ing) (?:him|her|them)sel(?:f|ves)\b|^to learn to [a-z]+[.]?$|\b(?:participate|take part|engage) (?:fully |actively |well )?in (?:school life|society|life|learning|the community|family life)\b|\bhave the (?:skills|tools|strategies|knowledge)\b|\bunderstand and use language\b|(?:level|close) (?:close )?to (?:that of )?(?:his|her|their) peers\b|\b(?:age[- ]related|national|age[- ]appropriate|expected) (?:expectations?|levels?|progress|standards?)\b|\b(?:live|living|lead|leading|have) (?:an? )?(?:[a-z-]+ ){0,3}(?:life|lives)\b|\bclos(?:e|es|ed|ing) the gap\b|\bbe (?:as )?(?:independent|included)|\bachieve (?:well|` +
    String.raw`success|more|his|her|their)\b|\bengage (?:in|with) (?:learning|school|education|` +
    String.raw`the curriculum|lessons)\b|\binteract (?:with|positively)\b(?! (?:at least|\d))|` +
    String.raw`\bto communicate (?:effectively|better|more)\b|\bcommunicate (?:effectively|better|more|his|` +
    String.raw`her|their)\b`)

const service =
  '(?:speech|language|therapy|physiotherapy|hydrotherapy|counselling|mentoring|tuition|teaching|support|' +
  'intervention|interventions|sessions?|lessons?|input|help|equipment|training|advice|feeds|medicines?|' +
  'programme|care|nursing|provision|assistance|appointments?|hours?)'
const received = new RegExp(
  String.raw`\b(?:will |to |have |be )(?:continue to )?(?:regularly )?(?:receive|access|` +
    String.raw`be (?:able to )?access(?:ing)?|be (?:supported|available|monitored|included in|given|provided|offered|encouraged|allowed|` +
    String.raw`taught|assisted|helped|referred|assessed|seen|enrolled|placed)|have (?:regular |increased |` +
    String.raw`good |full |ongoing )?access|have (?:more |regular |the |an |increased )*opportunit(?:y|` +
    String.raw`ies)|have (?:had(?! no)|received|been (?:given|provided|offered|supported|trained|seen|taught)|` +
    String.raw`attended|accessed)|be provided|have (?:an? )?(?:[a-z-]+ )?(?:laptop|tablet|device|radio aid|key ?worker|` +
    String.raw`key adult|mentor|one-to-one|1-to-1|teaching assistant|wheelchair|communication aid|place|` +
    String.raw`timetable|programme|\d+ (?:hours|sessions))|get (?:regular |more )?(?:support|help|access))|` +
    String.raw`\b(?:will|to) work (?:alongside |closely )?with (?:the |an? |his |her )(?:[a-z-]+ ){0,5}(?:therapist|psychologist|teacher|assistant|mentor|counsellor|nurse|worker)\b|` +
    String.raw`\bhave completed (?:an? |the |his |her )?(?:[a-z0-9-]+ ){0,3}(?:programme|intervention|therapy|block|training)\b|` +
    String.raw`\battend(?:s|ed)? (?:an? |the |his |her |weekly |regular |daily |fortnightly |` +
    String.raw`\d+ )*(?:[a-z-]+ ){0,4}(?:group|club|[a-z]*therapy|clinic|programme|intervention|provision|` +
    String.raw`counselling|nurture|sessions of|appointments?|workshops?|course)\b|\b(?:support|input|` +
    String.raw`nursing|portage|therapy|help|provision|intervention)s? (?:will |to )(?:be |continue|remain)|` +
    String.raw`\bwill continue to support\b|\b(?:staff|teachers?|teaching assistants?|adults|school|class team|team|` +
    String.raw`parents)(?:'s staff)? will (?:be|have been|have|receive|provide|use|deliver|support|make|` +
    String.raw`give)\b|\bstaff will\b|\bto be (?:supported|given|provided|offered)\b|\b(?:family|` +
    String.raw`parents) to be supported\b|\bparticipate in (?:[a-z-]+ ){0,3}(?:group|therapy|sessions|` +
    String.raw`programme)\b|\bbe (?:given|provided|supported|offered)\b|\bcontinue to be supported\b|` +
    String.raw`\b${service} (?:will be|to be) (?:provided|delivered|put in place|in place|given|offered)|` +
    String.raw`\bparticipate in (?:[a-z-]+ ){0,3}intervention|\bbenefit from (?:[a-z-]+ ){0,4}(?:${service}|environment|setting|class|approach|curriculum|placement)\b|` +
    String.raw`\b(?:will|to) have (?:(?!(?:had|been|no|[a-z]+ed)\b)[a-z0-9-]+ ){0,5}(?:support|tuition|therapy|teaching|provision|mentoring|counselling|opportunit(?:y|ies))\b`, 'g')
const byOwnAct = new RegExp(
  String.raw`\b(?:independently|by (?:him|her)self|on (?:his|her) own|without (?:adult )?(?:help|prompt|` +
  String.raw`support)[a-z]*|using (?:his|her) own|book and attend)\b`,
)

const notTheChild = new RegExp(
  String.raw`^(?:(?:by|before|within|in) [^,]{3,40},? )?(?:for )?(?:the |her |his |their )?(?:parents?|(?:mum|dad|mother|father) and (?:mum|dad|mother|father)|grandparents|mum|` +
  String.raw`mother|dad|father|[a-z]+'s (?:mother|father|mum|dad|parents)|carers?|family|siblings?|brother|` +
  String.raw`sister) (?:will|to|should|feel|are|have|can)\b`,
)
// What the council, the school or a professional will have done is provision, however it is counted and dated.
const leadIn = String.raw`^(?:(?:by|before|within|in|at) [^,]{3,50}, )?(?:for )?`
const othersDo = new RegExp(
  leadIn + String.raw`(?:the |an? |all (?:of )?|every |each |both )?(?:[a-z']+ ){0,3}(?:council|school|college|nursery|authority|service|team|` +
  String.raw`staff|teachers|adults?) (?:will|to|should|have|has)\b`)
const subject = new RegExp(leadIn + String.raw`(?<who>(?:the |an? |all (?:of )?|every |each )[^,]{3,60}?) (?:will|to|should) `)
const isDoneByRole = (words: string): boolean => {
  const who = subject.exec(words)?.groups?.who
  return who !== undefined && findRoles(who).some((role) => role.end === who.length)
}
const provider = new RegExp(
  String.raw`\b(?:portage|nursing support|therapy support|the service|outreach|school) (?:will|` +
  String.raw`to) (?:continue|remain|keep)\b`,
)
// Listing the whole of a class of things from memory is a feat, unless the things are what the child has to learn.
const trivia = new RegExp(
  String.raw`\b(?:recite|memorise|list|name) (?:(?:all|every|each)\b(?: of)?|the first \d+|\d+)(?: the| \d+)? ` +
  String.raw`(?!(?:[a-z-]+ ){0,3}(?:letters?|sounds?|numbers?|numerals|days|months|seasons|feelings?|emotions?|colours?|shapes?|body|` +
  String.raw`parts|family|people|adults?|staff|friends?|classmates|child(?:ren)?|coins?|steps?|things?|objects?|items?|ingredients|` +
  String.raw`words?|signs?|symbols?|foods?|photographs|pictures|animals|jobs|ways|signs|strategies|places|verbs|nouns|facts|times|` +
  String.raw`hazards|risks|medicines|rules|subjects|teachers|toys|names)\b)[a-z]+`,
)
const beyond = new RegExp(
  String.raw`\bfull(?:est)? potential\b|\bmaximis|\boptimis|\blife chances\b|\bin everything\b|` +
  String.raw`\bat all times and\b|\bnever\b.*\bagain\b|\bbroad and balanced\b|\bpain free\b|` +
  String.raw`\bprepared for adulthood\b|\bcured?\b`,
)
// A plan is reviewed once a year (Code 9.166): a target days away asks for no change that provision could bring about.
const withinDays = /\b(?:by|before) (?:the end of )?(?:tomorrow|tonight|today|this week|next week|(?:next |this )?(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b/
const fromHere = /\b(?:now|currently|at present|presently|today)\b/
const total = /\b(?:every|all|100 ?%|any)\b.*\b(?:every|no|any|without (?:an?|any)|never|100 ?%)\b|\b100 ?%/

const broadEvery = new RegExp(broad.source, 'g')

const because = (places: readonly Place[], why: string): (Place & { readonly why: string })[] =>
  places.map(({ start, end }) => ({ start, end, why }))

export const checkOutcome = (text: string): OutcomeCheck => {
  const plain = readPlainText(text)
  const words = plain.text
  const timeBound = findAll(words, dated).some((date) => isTarget(date.text))
    || /\b(?:in|over) the (?:year|12 months) to\b/.test(words) || withinDays.test(words) || /\bwithin an? (?:year|term|month)\b|\b(?:before|on|when|by) (?:s?he |they )?(?:mov(?:ing|es?)|leav(?:ing|es?)|start(?:ing|s)?|transfer(?:ring|s)?|finish(?:ing|es)) (?:on |up |to |from |in )*(?:school|college|year|key stage|secondary|primary|nursery|reception|sixth|university|work)\b/.test(words)
  const services = findAll(words, received)
  const isAboutOthers = othersDo.test(words) || isDoneByRole(words)
  const isProvisionInDisguise = services.length > 0 && !byOwnAct.test(words) || provider.test(words) || isAboutOthers
  const staff = /\b(?:staff|teachers|adults) will\b/.test(words) || isAboutOthers
  const undated = words.replace(dated, ' ')
  const isCounted = rate.test(undated) || countOf.test(undated) || every.test(undated)
    || (alone.test(undated) && !isProvisionInDisguise)
  // "Will have a laptop and will have been trained in it" either is so on the day or is not.
  const isDoneByDate = isProvisionInDisguise && timeBound && /\bwill have (?:an? |had |[a-z]+(?:ed|en|ght|ne)\b)/.test(words)
  const isShown = isCounted || isDetailed(undated)
  const measurable = (isShown && !isBareService(words, isProvisionInDisguise)) || isDoneByDate
  const isBroad = broad.test(words)
  const specific = isProvisionInDisguise ? measurable || staff : measurable || (!isBroad && /\b(?:will|to|can|is able)\b/.test(words))
  const achievable = !beyond.test(words) && !(fromHere.test(words) && total.test(words)) && !withinDays.test(words)
  const relevant = !(notTheChild.test(words) && !/\bsupported\b/.test(words)) && !trivia.test(words) && !provider.test(words)
  const smart = { specific, measurable, achievable, relevant, timeBound }
  return {
    ...smart,
    isSmart: specific && measurable && achievable && relevant && timeBound,
    isProvisionInDisguise,
    phrases: phrasesIn(text, plain.placeOf, [
      ...(isProvisionInDisguise ? because(services, 'This is what is provided. Say what the child or young person will do.') : []),
      ...(measurable ? [] : because(findAll(words, comparative), 'More or better than what? Say what will be counted.')),
      ...(specific ? [] : because(findAll(words, broadEvery), 'This is a wide area. Say what the child or young person will do.')),
    ]),
    reasons: [
      ...smartParts.filter((part) => !smart[part]).map((part) => reasonWhy[part]),
      ...(isProvisionInDisguise ? [disguise] : []),
    ],
  }
}

const longOutcome = 16
const longWithNumber = 12
const state = /\b(?:confident|happy|calm|settled|aware|comfortable|willing|positive|able to (?:cope|manage|access|engage))\b/
const anyNumber = /\b\d+\b|\b(?:every|each|once|twice|both|first|second)\b/

/**
 * An act told at length, with no wide word and no "more" or "better" in it, says what will be seen even where the rules know
 * no form for how it is counted: "will buy one item in a local shop, using words, with a parent waiting outside".
 */
const isDetailed = (undated: string): boolean =>
  undated.trim().split(/ +/, longOutcome).length >= (anyNumber.test(undated) ? longWithNumber : longOutcome)
  && !broad.test(undated) && undated.search(comparative) < 0 && !state.test(undated)

/** "Weekly speech therapy" counts the service without a date or a total: nothing about the child is measured. */
const isBareService = (words: string, isProvisionInDisguise: boolean): boolean =>
  isProvisionInDisguise && !/\b\d/.test(words.replace(dated, ' ').replace(/\b1[- ]to[- ]1\b/g, ' '))

const reasonWhy: Readonly<Record<SmartPart, string>> = {
  specific: 'It does not say what the child or young person will do. Name an act that somebody could see.',
  measurable: 'It does not say how anyone will know that it has been reached. Say what will be counted or seen, and how often.',
  achievable: 'As it is worded it may be out of reach, or have no end. Say what is a fair step from where the child is now.',
  relevant: 'It does not seem to be about a need or a wish of this child or young person. Link it to one, or leave it out.',
  timeBound: 'It does not say by when. Add a date, an age, or the end of a phase.',
}
const disguise = 'This describes a service and not the difference that it makes. Move it to provision, and say here what will change.'

const phrasesIn = (
  text: string, placeOf: (start: number, end: number) => Place, found: readonly (Place & { readonly why: string })[],
): Phrase[] => {
  const held = heldIn(text.length)
  return found.flatMap(({ start, end, why }) => {
    if (!held.isFree({ start, end })) return []
    held.hold({ start, end })
    const place = placeOf(start, end)
    return [{ ...place, text: text.slice(place.start, place.end), why }]
  }).toSorted((a, b) => a.start - b.start)
}
