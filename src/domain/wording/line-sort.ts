// What sort of provision a line is, because what must be said differs: therapy needs minutes, a clinic review does not.
// The first cue in the line decides, save where a sort has its own sure sign (training of adults, equipment).

import type { ProvisionKind } from '../plan/line.ts'
import { blank, type Place } from './plain-text.ts'

const training = new RegExp(
  String.raw`\b(?:will|to|shall) (?:also )?(?:be )?train(?:ed)?\b(?! (?:in touch|to use the toilet))|` +
  String.raw`(?<!travel |toilet |potty |auditory |mobility |attention |vision |parts |independent |brain |` +
  String.raw`skills |vocational |speech |memory |resistance )\btraining\b(?! (?:plan|` +
  String.raw`programme for [a-z]+ to|placement|course for [a-z]+ to))|\bworkshop (?:to|for|on)\b|` +
  String.raw`\bworkshops?\b[^.;]{0,80}\b(?:staff|team|teachers|parents|assistants|adults)\b|\bworkshop\b|\binset\b|\b(?:staff|supervisors|teachers|assistants|adults|` +
  String.raw`team)\b[^.;]{0,24} (?:will|to|should) (?:attend|receive|undertake|` +
  String.raw`complete) [^.;]{0,24}(?:session|workshop|course|training)|\bsession on\b.{0,80}\b(?:to|` +
  String.raw`for) (?:the |all )?(?:[a-z-]+ ){0,3}(?:staff|teachers?|tutors?|adults?|assistants?|team)\b|` +
  String.raw`\breceive [a-z0-9 -]{0,30}training\b|\bare trained in\b|\bbriefing (?:for|to|on|about)\b`,
)
const trainedModifier = /\bwho (?:has|have|is|are|holds?) (?:[a-z0-9-]+ ){0,4}training\b|\bwith (?:[a-z]+ )?training (?:in|on)\b|(?<!\bbe |\bbeen |\bare )\btrained (?:by|in|and)\b/
const equipmentNoun =
  'laptops?|tablets?|computers?|ipads?|devices?|software|apps?|desks?|tables?|chairs?|seating(?! (?:away|near|close|at|next|beside|in|by|to))|seats?|' +
  'stools?|cushions?|frames?|hoists?|slings?|splints?|orthos[ei]s|footwear|hearing aids?|radio aids?|' +
  'microphones?|(?:microphone|fm) systems?|braillers?|brailles?|displays?|pencil (?:grips?|toppers?)|grips|' +
  'toppers|writing (?:slope|board)s?|slopes?|walkers?|wheelchairs?|ear defenders|headphones|' +
  'fidget (?:tools?|toys?|items?)|fidgets|weighted [a-z]+|switch(?:es)?|communication (?:aid|device|book|' +
  'passport|board)s?|symbol (?:and photo )?books?|passports?|visual timetables?|task boards?|workstations?|' +
  'footrests?|foot blocks?|torch(?:es)?|toys|resources|equipment|aids|sleep system|beds?|magnifiers?|' +
  'scissors|cutlery|receivers?|screens?|wedges?|rails?|ramps?|tripods?|reading pens?|coloured overlays?|' +
  'overlays?|trikes?|bikes?|standers?|changing table|cards?|photographs|handsets?|cups?|keyboards?|mouse|' +
  'trackballs?'
const equipmentHead = new RegExp(
  String.raw`^(?:[-; \d.)]{0,6})(?:[a-z ]{3,24}[.:] )?(?:(?:the|an?|use of (?=an? |his|her|the|\d)|` +
  String.raw`access to|provision of|his|her|their|own|\d{1,2}|(?!(?:reviews?|checks?|tests?|checking|monitoring|assessments?)\b)[a-z-]+|to|have|` +
  String.raw`a personal),? ){0,6}?(?:${equipmentNoun})\b(?! (?:work|skills|lessons|programme|training|` +
  String.raw`session|group|use))`)
const equipmentGiven = new RegExp(
  String.raw`\b(?:provide|supply|lend|loan|issue|fit|fund|purchase|supplied|provided|lent|loaned|issued|` +
  String.raw`fitted|buy|bought|install|installed|available)\b.{0,70}\b(?:${equipmentNoun})\b(?! (?:work|` +
  String.raw`skills|lessons|training|programme|session))|\b(?:${equipmentNoun})\b.{0,60}\b(?:to be|will be|` +
  String.raw`should be|is to be) (?:provided|supplied|lent|loaned|fitted|issued|made available|available|` +
  String.raw`installed|in place)\b`)

const therapyCue = new RegExp(
  String.raw`\b(?:[a-z]+therapy|therapy|therapeutic|therapies|counselling|cbt|salt|slt|ot|` +
  String.raw`psychotherapy)\b(?! (?:assistant|service|team|advice|programmes?|exercises|aids?|department|reviews?|clinics?|appointments?|checks?|equipment|stores?))`,
)

const cues: readonly (readonly [ProvisionKind, RegExp])[] = [
  ['therapy-direct', therapyCue],
  ['consultation', new RegExp(
    String.raw`\b(?:consultations?|(?<!adult )supervision(?! of the)|supervises? (?:the |her |his |their )?(?:key|teaching|assistants?|staff|ta)|liaison|liaise|advice|` +
    String.raw`contribute|joint planning|planning meetings?|contact with (?:home|parents|family)|` +
    String.raw`communication (?:between|with (?:home|parents|family))|links? with|diary|home-school (?:book|links?)|outreach)\b`,
  )],
  ['short-break', new RegExp(
    String.raw`\b(?:short[- ]breaks?|respite|overnight(?! (?:feed|oxygen|ventilat|monitor|care\b))(?:s| stays?| short)?|play ?schemes?|holiday (?:club|` +
    String.raw`scheme)|nights? away|weekends? away|weekends? (?:in|a|per|each|every|at)|nights? (?:a|per|` +
    String.raw`each|every|at)|sitting service)\b`,
  )],
  ['nursing', new RegExp(
    String.raw`\b(?:gastrostomy|catheter[a-z]*|suction|medicines?|medication(?! reviews?)|feeds?\b(?! back)|dressings\b|` +
    String.raw`injections?|insulin|tracheostomy|stoma|rescue medic[a-z]+|enema|tube|blood glucose|nebuli[sz]ers?|cough assist|chest physio(?:therapy)?|chest clearance|oxygen|infusions?|eye patch|patching)\b`,
  )],
  ['care', new RegExp(
    String.raw`\b(?:personal care|personal assistant|carer|sitter|feeding and dressing|family support|` +
    String.raw`parenting|dressing and|home help|help at home|befriend(?:er|ing)|pa hours)\b`,
  )],
  ['review', new RegExp(
    String.raw`\b(?:medication reviews?|reviews?|reviewed|outpatients?|(?<!\bin |\bat |\bin the |\bat the )clinics?|appointments?|check(?:ed|s)?(?![- ]?in)|monitor(?:ed|ing|` +
    String.raw`s)?|eye test|(?:hearing|audiology|vision|eye|sight|blood) tests?|x-rays?|(?:mri|ct|bone|ultrasound|heart|brain) scans?|scans?|ecgs?|eegs?|screening|` +
    String.raw`assessments?|assess|follow-up|audit|weigh(?:ed|t)?|surveillance|care plan to be updated)\b`,
  )],
  ['adult-support', new RegExp(
    String.raw`\b(?:support(?:ed|s|ing)?(?! (?:internship|living|sitting|employment|lodgings))|adult help|assistance|` +
    String.raw`adult supervision|(?:will|to) help\b(?! (?:set|make|build|plan|arrange|keep|choose|prepare) )|help (?:in class|with)|intervenor|1-to-1 (?:worker|adult)|` +
    String.raw`additional adult|key adult|adults? (?:for|with)|^help\b|(?:additional|extra|more|some) help\b|assistants? (?:for|hours|time)|ta hours|(?:will|to) (?:be|` +
    String.raw`stay) with|in a ratio)\b`,
  )],
  ['environment', new RegExp(
    String.raw`\b(?:class(?:es)? of|class sizes?|classes?\b(?= with)|(?:quiet|calm|low-[a-z]+|safe|sensory|` +
    String.raw`distraction-free|separate|dark)[a-z, -]{0,24} (?:room|space|area|den|place|environment)|` +
    String.raw`environment|space|timetable of|reduced timetable|part-time timetable|start time|later start|` +
    String.raw`ethos|(?:exam|examination|access) (?:access )?arrangements|pupils in the class|` +
    String.raw`children in the class|seated|a place to)\b`,
  )],
  ['programme-by-trained-adult', /\b(?:programmes?|exercises|scheme|circuits?|sensory diet|stretches|routine)\b/],
  ['teaching', new RegExp(
    String.raw`\b(?:teach(?:es|ing)?|taught|tuition|lessons?|tutor(?:ing)?|phonics|reading|literacy|maths|` +
    String.raw`numeracy|spelling|touch-typing|typing|handwriting|braille|interventions?|pre-teaching|` +
    String.raw`mentor(?:ing)?|group|club|practice|training|coach(?:ing)?|careers|check-in|breaks?\b|` +
    String.raw`mobility|cane|work placements?|meet and greet)\b`,
  )],
  ['strategy', new RegExp(
    String.raw`\b(?:use|using|make use|give|gives|say|says|show|wait|accept|adults? (?:will|to)|` +
    String.raw`staff (?:will|to|should)|aware|mindful|prompts?|approach(?:es)?|praise|encourage(?:ment)?|` +
    String.raw`policy|curriculum|strateg(?:y|ies)|time for|processing time|visuals?|repetition|` +
    String.raw`expectations|adjustments|reminders?|checklist|cues?|routines?|named person)\b`,
  )],
]

const groupWords = /\b(?:groups?(?! (?:tasks?|activit|discussions?|projects?|what|who|is\b))|(?<!\d )pairs?(?! of (?!pupils|children|friends))|clubs? (?:of|for|run|led)|circles?(?! time)|peer (?:work|sessions))\b/

// Whatever the thing is, a provider who will supply a counted thing supplies equipment.
const equipmentSupplied = new RegExp(
  String.raw`\bwill deliver \d{1,3} (?!(?:[a-z0-9'-]+ ){0,4}(?:sessions?|hours?|visits?|training|therapy|lessons?|minutes?|blocks?|workshops?|groups?)\b)|` +
  String.raw`\b(?:will|to|shall|must) (?:provide|supply|lend|loan|fit|install|purchase|buy) (?:an?|\d{1,3}|` +
  String.raw`the) (?!(?:[a-z0-9'-]+ ){0,4}(?:sessions?|hours?|visits?|training|support|therapy|programmes?|` +
  String.raw`teaching|lessons?|minutes?|advice|reports?|groups?|input|staff|adults?|assistants?|workers?|` +
  String.raw`teachers?|place|room|space)\b)`,
)

export interface LineSort {
  readonly kind: ProvisionKind
  /** Work in a group, so that its size is essential. */
  readonly isGroup: boolean
  /** A number of children in a class or room, where the setting is the provider. */
  readonly isClassSize: boolean
  /** A visit, clinic, test or review, where an interval or count is enough. */
  readonly isVisit: boolean
}

const classSize = new RegExp(
  String.raw`\b(?:low|high|good|small)(?:er)? (?:[a-z-]+[ -]){0,4}ratio\b|\bclass(?:es)?(?: sizes?| of| with|room of)\b|\b(?:pupils|children|students) in (?:the|any|each|every|her|his|their) (?:class|lesson|room|set)\b|` +
  String.raw`\bteaching in (?:an? )?(?:class|room|base|set)|\bsmall(?:er)? class(?:es)?\b|\bclass(?:es)? (?:will|to) (?:be|have|number)|` +
  String.raw`\b(?:taught )?in (?:a )?(?:sets?|class(?:es)?) of\b|\btaught in (?:a )?groups? of\b`,
)

/**
 * `line` is the line without its checking clauses, `people` the roles in it, `times` how often and how long; `hasMinutes`
 * whether an amount of time stands in it.
 */
export const sortLine = (line: string, hasMinutes: boolean, people: readonly Place[], times: readonly Place[]): LineSort => {
  const main = blank(line, [...people, ...times])
  const isTraining = isAboutTraining(line, main)
  const namesItem = /\b(?:supplied|lent|loaned|bought|purchased|fitted|issued) (?:by|from)\b/.test(line) && !/\b(?:sessions?|training|visits?|lessons?)\b/.test(line) || !isChecked.test(line) && equipmentHead.test(line) || equipmentGiven.test(line) || equipmentSupplied.test(line)
  const isEquipment = !hasMinutes && !isTraining && namesItem
    && !/\b(?:session|lesson|group|programme|therapy)s?\b(?! (?:equipment|services?|team|stores?|department|clinic))/.test(main.slice(0, 60))
  const cared = people.some((person) => /(?:personal assistant|carer|sitter|\bpa)s?$/.test(line.slice(person.start, person.end)))
  const cue = firstCue(main)
  const kind = isTraining ? 'training' : isEquipment ? 'equipment' : cared && isSupportLike(cue) ? 'care' : cue
  const isDoing = (kind === 'teaching' || kind === 'other') && !hasMinutes && doing.test(line)
  const isAlone = /\b(?:1-to-1|1:1|individually)\b/.test(line) && !/\bsmall[ -]groups?\b/.test(line)
  const isGroup = groupWords.test(line) && !isAlone && !/\b(?:age|year|tutor|family) group/.test(main)
  const isClassSize = classSize.test(line)
  return {
    kind: settledKind(kind, { isGroup, isClassSize, isDoing }),
    isGroup,
    isClassSize,
    isVisit: kind === 'review' || kind === 'nursing'
      || (kind !== 'training' && /\b(?:visits?|clinic|hospital|appointments?)\b/.test(line) && !/\b(?:programme|therapy)\b/.test(main)),
  }
}

// "The teacher will seat her at the front": an act on stated occasions, not a taught session.
const doing = new RegExp(
  String.raw`\b(?:teachers?|assistants?|adults?|staff|tutor|ta|lsa|hlta|lead|mentor|nurse|officer|` +
  String.raw`worker|practitioner|adviser|therapist|coordinator|senco) (?:will|to|should|` +
    String.raw`must) (?!(?:teach|train|review|` +
  String.raw`check|visit|contribute|monitor|attend|lead|run|deliver|provide|work|support|help|hold|offer|` +
    String.raw`see|meet|hear|read|be|` +
  String.raw`have|receive|carry|take|practise|make|arrange)\b)[a-z]+`,
)

const settledKind = (
  kind: ProvisionKind, is: { readonly isGroup: boolean; readonly isClassSize: boolean; readonly isDoing: boolean },
): ProvisionKind => {
  if (kind === 'therapy-direct' && is.isGroup) return 'therapy-group'
  if (is.isClassSize && kind !== 'adult-support') return 'environment'
  return is.isDoing ? 'strategy' : kind
}

const isSupportLike = (kind: ProvisionKind): boolean =>
  kind === 'adult-support' || kind === 'teaching' || kind === 'strategy' || kind === 'other'

/** "Nine hours of therapy, of which three are training" is therapy: what the line begins with. */
const isAboutTraining = (line: string, main: string): boolean => {
  if (onlyTrainedModifier(line)) return false
  const at = line.search(training)
  const therapyAt = main.search(therapyCue)
  return at >= 0 && !(therapyAt >= 0 && therapyAt < at)
}

const onlyTrainedModifier = (main: string): boolean =>
  trainedModifier.test(main) && !training.test(main.replace(new RegExp(trainedModifier, 'g'), ''))

const isChecked = new RegExp(
  String.raw`\b(?:to|will|should|must) be (?:reviewed|checked|monitored|weighed|tested|assessed|screened|` +
  String.raw`measured)\b`,
)

const firstCue = (main: string): ProvisionKind => {
  if (isChecked.test(main)) return 'review'
  let first: { readonly kind: ProvisionKind; readonly at: number } | undefined
  for (const [kind, cue] of cues) {
    const at = main.search(cue)
    if (at >= 0 && (first === undefined || at < first.at)) first = { kind, at }
  }
  // "Will give weekly hydrotherapy": giving is a strategy only where no therapy is given.
  if (first?.kind === 'strategy' && therapyCue.test(main)) return 'therapy-direct'
  return first?.kind ?? (/\b(?:sessions?|meetings?)\b/.test(main) ? 'teaching' : 'other')
}
