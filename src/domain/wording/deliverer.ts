// Who: the one who will do the work. "Staff", "a familiar adult" and "the service" are nobody whom a stranger could find.

import { findAll, heldIn, type Found, type Place } from './plain-text.ts'
import { findRoles } from './role.ts'

const service = "(?:[a-z'-]+ ){0,8}(?:services?|teams?|trust|camhs|clinic|hospital|unit|outreach|paediatrics|audiology|ophthalmology|neurology|orthopaedics|orthoptics|dietetics)"
const otherAuthor = new RegExp(
  String.raw`\b(?:trained|supervised|supervision|written|set|devised|designed|prescribed|recommended|recommendations?|` +
    String.raw`agreed|advised|advice|determined|decided|arranged|confirmed|considered|modelled|directed|` +
    String.raw`overseen|planned|guidance|guided|approved|signed off|drawn up|specified|demonstrated|left|` +
    String.raw`signed|updated|rewritten|from the plan) (?:(?:and|out) [a-z]+ )?(?:in [a-z ]{1,30} )?(?:by|` +
    String.raw`of|from) (?:(?!(?:and|by|with|for|to|from|in)\b)[a-z'-]{1,24} ){0,7}$`)
const recipient = new RegExp(
  String.raw`\b(?:(?<!up )to|for|liaison with|liaise with|liaising with|supervises?|training|` +
    String.raw`train|among|alongside|help|helping|support for|advise|coach|coaching|meets?|model to|` +
    String.raw`consultation with) (?:(?:the|all|both|each|every|her|his|their|any|those|named|new|` +
    String.raw`${'\\d{1,2}'}) )(?:(?!(?:by|from|with|who|will)\b)[a-z0-9',-]{1,24} ){0,12}$`)

export interface Deliverers {
  /** Places of roles that carry out the work, in the order of the line. */
  readonly roles: readonly Place[]
  /** Words in the place of a deliverer that name nobody in particular. */
  readonly unnamed: readonly Found[]
  /** A deliverer is named and nothing takes it back. */
  readonly isNamed: boolean
  /** A service or provider stands where a person might: enough for training and equipment. */
  readonly provider: Place | undefined
}

/** "… the teaching assistant will show": whatever stands before, this is the one who acts. */
const doesIt = new RegExp(
  String.raw`^(?: [a-z-]+ly)? (?:will|to|shall|must) (?!(?:be|receive|attend|have|undertake|enable|` +
  String.raw`help (?:them|him|her)|ensure|allow)\b)[a-z]`,
)

const trainedAdults = new RegExp(
  String.raw`\b(?:(?:\d{1,2}|every|each|all|both|named|same|the|an?|` +
  String.raw`trained)(?: [a-z,-]{2,12}){0,3},? (?:adults?|practitioners?|members? of staff|staff|members? of the (?:team|` +
  String.raw`class team)|people|person)(?: one-to-one)?,?(?: who (?:has|have) been| who (?:is|` +
  String.raw`are))? (?:who teach(?:es)?|who works?|who gives?|who supports?|leading|who leads?|trained (?:in|by|and signed)|` +
  String.raw`qualified in|teaching|working with|with (?:specific |specialist )?(?:training|` +
  String.raw`a qualification)|experienced in)|(?:every|each|all)(?: (?:the|of the|her|his|` +
  String.raw`their))?(?: [a-z-]{3,14})? (?:adults?|staff|teachers?|members? of staff)(?= (?:who|will|to|` +
  String.raw`should|must|working|teaching|in the|,))|named,? (?:and )?trained (?:adult|person|` +
  String.raw`member of staff)|\d{1,2} trained (?:adults|members of staff|staff)|(?:a|the) (?:second|third|further) trained adult|the adult with [a-z]{2,14}(?=[,.;]| (?:will|waiting|at|in|who))|key adult,? (?:who is |` +
  String.raw`who has been )?trained|(?:\d{1,2}|an?|the) adults? trained and|(?:the|her|his|` +
  String.raw`their) key (?:adult|worker|person)|by (?:all|every) (?:staff|adults?))`, 'g',
)
const nobody = new RegExp(
  String.raw`\b(?:(?:an?|the|his|her|their|another|some|any|other|by|with|from|school|trained|` +
  String.raw`support(?= staff)|nursery|teaching|appropriate|relevant|health|familiar|trusted|key|` +
  String.raw`additional|suitable|experienced|class|consistent|known|skilled|named) )+(?:(?:and|` +
  String.raw`or) [a-z]{4,12} )?(?:key )?(?:staff|adults?|person|professionals?|member of (?:staff|her team|` +
  String.raw`his team|their team|the team)|member of [a-z ]{0,20}team|personnel|colleagues?|someone|` +
  String.raw`somebody|agency|agencies|people)\b|\b(?:staff|adults|professionals|someone)\b|\b(?:by|from) (?:the|his|her|their) team\b`, 'g',
)
const alternative = new RegExp(
  String.raw`\bor (?:another |other |an?other |a |an |the |by |1 of )?(?:(?:teaching |therapy |trained |other |familiar )?(?:member of|members of|` +
  String.raw`assistants?|her team|his team|their team|adults?|staff)|suitable|similar|appropriate (?:adult|person|staff)|other|` +
  String.raw`any|whoever|anyone|someone|somebody|(?:older |another )?(?:pupil|peer|child|student|volunteer)|delegated|colleague|representative)\b`, 'g',
)
const providers = new RegExp(
  String.raw`\b(?:by|from|through|with) (?:the )?(?!(?:school staff)\b)${service}\b|(?:^|[.;:] |(?:and|` +
    String.raw`,) )(?:the )?${service}(?= (?:will|to|shall|must)\b|:)|\b(?:paediatric|audiology|` +
    String.raw`ophthalmology|orthoptic|dental|cardiology|neurology|dietetic|epilepsy|psychiatric|camhs|` +
    String.raw`orthopaedic|respiratory|endocrine) (?:clinic|review|test|check|appointment|follow-up)\b|` +
    String.raw`(?:^|[.;:] |\bby )(?:the )?(?:school|nursery|college|setting|council|local authority|` +
    String.raw`academy|health authority|integrated care board|icb|council's [a-z -]{3,30})(?= (?:will|to|` +
    String.raw`shall|must|by|before|on)\b|[.,;]|$)|\bat (?:the |a |an )?(?:(?!(?:and|for|with|in|each|` +
    String.raw`every|end|start|beginning)\b)[a-z'-]{1,20} ){1,4}(?:home|house|lodge|centre|scheme|club|` +
    String.raw`unit|farm|hostel|project|playscheme|group)\b`, 'g')

export const readDeliverers = (text: string, reviewing: readonly Place[], sort: 'training' | 'other'): Deliverers => {
  const checking = heldIn(text.length, reviewing)
  const outside = (place: Place): boolean => !checking.isWholly(place)
  const before = (place: Place): string => text.slice(Math.max(0, place.start - 110), place.start).replace(/^.*[.;]/, '')
  const isAgent = (place: Place): boolean => {
    // In a line about training, "trained by" leads to the one who gives it.
    const lead = sort === 'training' ? before(place).replace(/\btrained\b/g, 'taught') : before(place)
    if (doesIt.test(text.slice(place.end, place.end + 40))) return true
    if (otherAuthor.test(lead)) return false
    if (!recipient.test(lead)) return true
    return /\b(?:by|from)\b(?:(?!\b(?:to|for)\b).)*$/.test(lead)
  }
  const isTrainee = (place: Place): boolean => sort === 'training' && !isTrainer(text, place, before(place))
  const roles = [
    ...findRoles(text),
    ...(sort === 'training' ? [] : findAll(text, trainedAdults)),
  ].filter((role) => outside(role) && !isAnyOfThem(text, role) && isAgent(role) && !isTrainee(role))
    .toSorted((a, b) => a.start - b.start)
  // Nobody else carries it out: the one who supervises it is answerable for it.
  const overseer = roles.length > 0 || sort === 'training' ? undefined : findRoles(text).find((role) =>
    outside(role) && /\b(?:supervised|overseen|led) by (?:the |a |an |his |her )?$/.test(before(role)))
  if (overseer !== undefined) roles.push(overseer)

  const named = heldIn(text.length, roles)
  // "Two care workers from an agency": the agency is where the named ones come from.
  const isWhereFrom = (place: Found): boolean =>
    place.text.startsWith('from ') && roles.some((role) => role.end === place.start - 1)
  const firstRoleEnd = roles[0]?.end ?? text.length
  const unnamed = findAll(text, nobody).filter((place) =>
    outside(place) && named.isFree(place) && !isWhereFrom(place)
    && !/^(?:'| who (?:has|have) been trained| trained (?:by|in))/.test(text.slice(place.end, place.end + 26)))
  const carriedOutByNobody = unnamed.some((place) =>
    /\b(?:by|from) /.test(place.text) || /\b(?:by|from) (?:[a-z]+ ){0,2}$/.test(before(place)))
  const orNobody = findAll(text, alternative).some((place) => outside(place) && firstRoleEnd <= place.start)
  return {
    roles, unnamed,
    isNamed: roles.length > 0 && !carriedOutByNobody && !orNobody,
    provider: findAll(text, providers).find((place) =>
      outside(place) && !otherAuthor.test(
        `${sort === 'training' ? before(place).replace(/\btrained\b/g, 'taught') : before(place)}` +
        `${/^by |^from /.exec(place.text)?.[0] ?? ''}`)),
  }
}

/** "Teachers will use prompts": a bare plural is no more than "staff". */
const isAnyOfThem = (text: string, role: Place): boolean =>
  /^(?:teachers|assistants|teaching assistants|tas|practitioners|workers)$/.test(text.slice(role.start, role.end))
  && !/^ (?:with (?:an?|the|specific|specialist)|who (?:have|hold)|trained|qualified|experienced) /.test(text.slice(role.end, role.end + 24))
  && !/(?:\d|\ball|\bevery|\beach|\bboth|\bthe|'s) $/.test(text.slice(Math.max(0, role.start - 7), role.start))
  // "A suitable carer" is nobody yet.
  || /^(?:suitabl[ey]|appropriate(?:ly)?|relevant|available|any|other|competent)\b/.test(text.slice(role.start, role.end))
  // "A key worker" may be anyone; "her key worker" is somebody.
  || /^(?:[a-z]+ )?key worker$/.test(text.slice(role.start, role.end))
  && /\ban? $/.test(text.slice(Math.max(0, role.start - 3), role.start))

/** In a line about training, only the one who gives it delivers; those who are trained do not. */
const isTrainer = (text: string, place: Place, lead: string): boolean =>
  /\b(?:by|from|led by|given by|with)\b(?:(?!\b(?:to|for)\b)[a-z' ,-])*$/.test(lead)
  || text.startsWith(' time', place.end)
  || new RegExp(
    String.raw`^(?: for [a-z ]{3,40}| from the [a-z ]{3,40}| in [a-z ]{3,30})? ?(?:will|to|shall|must|` +
    String.raw`should|can|is to) (?!(?:be|receive|attend|have|undertake|complete|access|undergo)\b)`,
  ).test(text.slice(place.end, place.end + 70))
  || /^ (?:trains|delivers|gives|leads|provides|runs|teaches)\b/.test(text.slice(place.end, place.end + 12))
