// The people who deliver provision. A role is known by its last word (nurse, assistant, …, any word in -ist), so that roles
// nobody listed are read too.

import { findAll, type Found, type Place } from './plain-text.ts'

const heads = [
  'therapists?', 'psychologists?', 'teachers?', 'assistants?', 'nurses?', 'workers?', 'practitioners?', 'officers?',
  'advis[eo]rs?', 'psychiatrists?', 'paediatricians?', 'doctors?', 'gps?', 'consultants?', 'dieti[ct]ians?', 'counsellors?',
  'mentors?', 'coach(?:es)?', 'tutors?', 'trainers?', 'visitors?', 'lead', 'leads', 'leaders?', 'clinicians?', 'technicians?',
  'instructors?', 'interpreters?', 'interven[oe]rs?', 'carers?', 'sitters?', 'co-?ordinators?', 'managers?',
  'head of [a-z]{3,12}', '(?:deputy|assistant) heads?(?: ?teachers?)?', 'head ?teachers?', 'principals?', 'deput(?:y|ies)', 'sen[d]?co', 'senco', 'inclusion lead', 'tas?', 'hltas?', 'lsas?', 'elsas?', 'qtvis?',
  'qtods?', 'qthis?', 'qtmsis?', 'tods?', 'slts?', 'salts?', 'ots?', 'eps?', 'cpns?', 'emhps?', 'csws?', 'psas?', 'key person',
  'educators?', 'facilitators?', 'supervisors?', 'chaperones?', 'child ?minders?', 'signers?', 'note[- ]?takers?', 'scribes?',
  'governess', 'matrons?', 'surgeons?', 'physicians?', 'midwi(?:fe|ves)', 'guides?', 'escorts?', 'lecturers?', 'examiners?',
  'technologists?', 'befrienders?', 'personal assistants?', 'navigators?', 'guardians?', 'librarians?', 'chaplains?',
].join('|')
const notInIst =
  'assist|exist|consist|list|persist|twist|wrist|resist|checklist|christ|playlist|enlist|insist|moist|mist|' +
  'fist|waitlist|specialist|shortlist|gist|twists|lists|wrists'
const anyRole = new RegExp(
  String.raw`\b(?:${heads}|(?!(?:${notInIst})\b)[a-z-]{3,20}(?:ist|ician)s?|specialist(?= (?:will|to|who|` +
  String.raw`and|in|for|from|with|each|every|once|visits|on|at|after|before|during)\b|[.,;)]|$))\b`, 'g')

// The same letters as a role, but another word: "to lead a group", "to coach him", "guides her", "an OT programme".
const isOtherWord = (text: string, found: Found): boolean => {
  const before = text.slice(Math.max(0, found.start - 14), found.start)
  const after = text.slice(found.end, found.end + 22)
  if (/^(?:leads?|guides?|coach|coaches|tutors?|mentors?|escorts?|scribes?)$/.test(found.text)
    && (/(?:^|[.;,] |\bto |\bwill |\bwho |\band |\bcan )$/.test(before) || /^ (?:to|in|her|him|them|a|the) (?:a|the|her|his|better)/.test(after))) {
    return !new RegExp(
      String.raw`(?:\ba|\ban|\bthe|[a-z]{4,}ing|pastoral|inclusion|nurture|wellbeing|learning|job|travel|` +
      String.raw`youth) $`,
    ).test(before)
  }
  // "OT programme", "EP advice", "nurse appointment": the service, not a person who comes.
  if (/^(?:ots?|slts?|salts?|eps?)$/.test(found.text)) {
    return !/(?:\b(?:by|from|with|the|an?|nhs|qualified|through|and|children's|registered)|^|[.;:,(]) ?$/.test(before)
      || new RegExp(
        String.raw`^ (?:programme|therapy|advice|sessions?|input|targets|support|strategies|exercises|plan|` +
        String.raw`service|team|assessment)\b`,
      ).test(after)
  }
  // "teacher-led", "the therapist's programme", "therapist input".
  return /^'s? |^s' |^(?:-made|-written)/.test(after)
}


// Where the words of a role begin: "the [qualified speech and language therapist]".
const notOfARole = new Set(`a an the by from with to of for in on at and or is are be will who which that as per each every any another
  her his their its this has have had telephone phone ring meet visit call email contact one-to-one 1-to-1 individual individually see sees weekly daily termly fortnightly monthly
  direct minutes hours sessions session week day term led run given delivered provided including using
  one both all no new when then also not but if after before during over until minute hour half year lesson school's`.split(/\s+/))

// Somebody known by what they do ("a reader", "the dog handler"), after by, from or with: any word in -er or -or that is no
// thing and no relation.
const doer = new RegExp(
  String.raw`(?<=\b(?:by|from|with) (?:an?|the|\d{1,2}|his|her|` +
  String.raw`their) (?:[a-z'-]{2,20} ){0,3})(?!(?:computer|timer|number|paper|counter|order|corner|folder|` +
  String.raw`printer|planner|tracker|monitor|projector|calculator|other|another|member|partner|sister|` +
  String.raw`brother|mother|father|water|letter|center|powder|rather|over|under|after|never|together|` +
  String.raw`register|shelter|transfer|further|higher|lower|longer|shorter|smaller|larger|quieter|calmer|` +
  String.raw`later|earlier|walker|wheeler|speaker|marker|pointer|scooter|trainer|colour|floor|door|mirror|` +
  String.raw`visor|tutor|summer|winter|november|december|october|september|counsellor|behaviour|junior|` +
  String.raw`senior|major|minor|prior|interior|exterior|outdoor|indoor|peer|career|cooler|player|buzzer|` +
  String.raw`reminder|poster|sticker|bitter|leader|former|proper|per|her|ever|super|upper|inner|outer|` +
  String.raw`proper|poor|older|younger|elder|newer)s?\b)[a-z]{3,16}[eo]rs?\b|\b(?:mr|mrs|ms|miss|dr)\.? [a-z]{2,20}`, 'g',
)
// Whoever has been trained or is qualified for it, whatever they are called.
const qualified = new RegExp(
  String.raw`(?<=\b(?:by|from|with) (?:an?|the|\d{1,2}) (?:[a-z'-]{2,20} ){0,3})(?!(?:adults?|staff|person|` +
  String.raw`people)\b)[a-z]{3,16}(?= (?:trained|qualified|accredited|registered|certified) (?:by|in|as|to|` +
  String.raw`with)\b)`, 'g',
)

/** Roles, each with the words that belong to it, in the order of the text. */
export const findRoles = (text: string): Place[] =>
  inOrder([
    ...findAll(text, anyRole).filter((role) => !isOtherWord(text, role)), ...findAll(text, doer), ...findAll(text, qualified),
  ]).map((role) => ({
    start: role.start - leadOf(text, role),
    end: role.end,
  }))

const inOrder = (roles: readonly Place[]): Place[] => {
  const seen = new Set<number>()
  return roles.toSorted((a, b) => a.start - b.start).filter((role) => {
    const isNew = !seen.has(role.end)
    seen.add(role.end)
    return isNew
  })
}

const leadOf = (text: string, role: Place): number => {
  const before = text.slice(Math.max(0, role.start - 70), role.start)
  const words = /(?:[a-z][a-z'-]* ){1,7}$/.exec(before)?.[0].split(' ').slice(0, -1) ?? []
  let length = 0
  for (let i = words.length - 1; i >= 0; i--) {
    const word = words[i] ?? ''
    const joins = word === 'and' && /^(?:speech|health|head|eating|moving|education|occupational|deaf|children)$/.test(words[i - 1] ?? '')
    if (!joins && notOfARole.has(word)) break
    length += word.length + 1
  }
  return length
}
