// What happened, in a sentence: ONE table, with a row for every fact type. Staff and family may read it in different words.
// No sentence carries anybody's free text, and none tells one family member what another did: `familySees` says whose.

import type { AmendmentCause, Fact, FactType, HelpPart, RecordedFact } from '../domain/case-file/facts.ts'
import type { ReturnItem } from '../domain/case-file/return-facts.ts'
import { needs } from '../domain/sen2/code-sets.ts'
import { channelWords } from './channel-words.ts'
import { endingSentences } from './ending-sentences.ts'
import { dateWords } from '../domain/calendar/date-words.ts'
import { reasonWords } from '../domain/case-file/delay-reasons.ts'
import { restrictionKinds, restrictionKindWords } from '../domain/family/restriction.ts'
import { partWords, parts } from '../domain/access/parts.ts'
import { transferKindWords } from '../domain/transfer/phases.ts'
import { clockOn } from '../domain/clocks/regimes.ts'
import { doesWords } from '../domain/reminders/schedule.ts'
import { heldWords, isHeldAct } from '../domain/sending/what-comes-back.ts'
import { wordsOfDecision } from '../domain/rights/decisions.ts'
import { changeOutcomeWords } from '../domain/review/change-said.ts'

export interface FactNames {
  /** The name of a person by id; "somebody" when it is not known. */
  readonly person: (id: string) => string
}

const sealedThing = { advice: 'report', document: 'document' } as const

export const factKinds = ['request', 'decision', 'advice', 'plan', 'review', 'people', 'letters', 'dispute'] as const
/** What a timeline can be narrowed to. */
export type FactKind = (typeof factKinds)[number]

export const factKindWords: Record<FactKind, string> = {
  request: 'The request', decision: 'Decisions', advice: 'Advice and views', plan: 'The plan', review: 'Reviews', people: 'People',
  letters: 'Letters and messages', dispute: 'Disagreement and appeal',
}

export interface FactRow<F> {
  readonly kind: FactKind
  readonly staff: (fact: F, names: FactNames) => string
  /** The family's words; the staff's where left out. */
  readonly family?: (fact: F, names: FactNames) => string
  /** all: every family member on the case. own: only whom it came from or went to. none: the council's own business. */
  readonly familySees: 'all' | 'own' | 'none'
}

type FactTable = { readonly [T in FactType]: FactRow<Extract<Fact, { type: T }>> }

const requesterWords = {
  parent: 'a parent', 'young-person': 'the young person', school: 'the school', 'post-16': 'the college', 'early-years': 'the early years setting',
  health: 'a health professional', 'social-care': 'social care', other: 'somebody else',
} as const
const itemWords = {
  a: 'views of the family', b: 'education advice', c: 'medical advice', d: 'psychological advice', e: 'social care advice', f: 'other advice',
  g: 'advice on preparing for adulthood', h: 'advice that the family asked for', s19: 'the child’s own views',
} as const
const restrictionChangeWords = {
  narrowed: 'A restriction was made stricter', 'widening-asked': 'Somebody asked to ease a restriction: a second person must confirm', widened: 'A restriction was eased, by two people',
  'widening-declined': 'A restriction stays as it is: the second person declined', reviewed: 'A restriction was looked at again',
} as const
const returnItemWords: Record<ReturnItem, string> = { sex: 'sex', ethnicity: 'ethnicity', upn: 'UPN', uln: 'ULN', 'upn-unknown': 'why no UPN or ULN is known', 'youth-accommodation': 'whether in youth accommodation' }
const needWords = (code: string): string => (needs as Readonly<Record<string, string>>)[code] ?? code
const partNamed = (text: string): string => partWords[parts.find((part) => part === text) ?? 'recipient']
const amendmentCauseWords: Record<AmendmentCause, string> = {
  change: 'something has changed', mediation: 'what was agreed in mediation', order: 'the Tribunal’s order', concession: 'the council does not oppose the appeal', correction: 'a slip is put right', reassessment: 'there is a new assessment',
}
const reviewOutcomeWords = {
  maintain: { staff: 'keep the plan as it is', family: 'the plan stays as it is' }, amend: { staff: 'amend the plan', family: 'we want to change the plan' },
  cease: { staff: 'cease the plan', family: 'we want to end the plan' },
} as const
const changeSayerWords = { family: 'The family', professional: 'Somebody who works with the child', council: 'The council' } as const
const bySaid = { 'young-person': 'The young person said', officer: 'The young person said, as an officer wrote down,', representative: 'Whoever decides for the young person said' } as const
const helpNames = { plan: 'read the plan', letters: 'get copies of letters', messages: 'write to the council', views: 'give views' } as const
const helpWords = (help: readonly HelpPart[]): string => help.map((part) => helpNames[part]).join(', ')
const canMeetWords = { yes: 'can meet the needs in the plan', no: 'says that it cannot meet the needs in the plan', 'with-support': 'can meet the needs with more support' } as const

export const factSentences: FactTable = {
  'request-received': { kind: 'request', familySees: 'all', staff: ({ madeBy, channel }) => `A request for an assessment came from ${requesterWords[madeBy]}, ${channelWords[channel]}`, family: () => 'We got the request for an assessment' },
  'brought-to-attention': { kind: 'request', familySees: 'all', staff: ({ madeBy, channel }) => `The child was brought to the council’s attention by ${requesterWords[madeBy]}, ${channelWords[channel]}`, family: () => 'Somebody told us that your child may need an assessment' },
  'request-withdrawn': { kind: 'request', familySees: 'all', staff: ({ councilStillResponsible }) => `The request was withdrawn${councilStillResponsible ? '; the council goes on, because the child may still need an assessment' : ''}`, family: () => 'The request was taken back' },
  'duplicate-said': { kind: 'request', familySees: 'none', staff: ({ otherReference }) => `It was said that case ${otherReference} is the same child; a second person has to agree` },
  'duplicate-settled': { kind: 'request', familySees: 'none', staff: ({ otherReference, as }) => `Case ${otherReference} was found to be ${as === 'same-child' ? 'the same child' : 'a different child'}` },
  'officer-assigned': { kind: 'people', familySees: 'all', staff: ({ personId }, names) => `${names.person(personId)} became the case officer`, family: ({ personId }, names) => `${names.person(personId)} now looks after your case` },
  'evidence-added': { kind: 'request', familySees: 'own', staff: ({ title }) => `Evidence was added: ${title}` },

  'family-told-of-request': { kind: 'decision', familySees: 'all', staff: () => 'The family was told that the council is considering an assessment', family: () => 'We told you that we are thinking about an assessment' },
  'bodies-told-of-request': { kind: 'decision', familySees: 'all', staff: () => 'Health, social care and the setting were told of the request', family: () => 'We told health, social care and the school or nursery about the request' },
  'panel-advised': { kind: 'decision', familySees: 'none', staff: ({ question }) => `The panel gave its advice on ${question === 'assess' ? 'whether to assess' : 'whether to issue a plan'}` },
  'assessment-decided': { kind: 'decision', familySees: 'all', staff: ({ outcome }) => (outcome === 'assess' ? 'The council decided to assess' : 'The council decided not to assess'), family: ({ outcome }) => (outcome === 'assess' ? 'We decided to assess' : 'We decided not to assess. Your letter says why and what you can do') },

  'advice-asked': { kind: 'advice', familySees: 'all', staff: ({ item, of }) => `${of} was asked for ${itemWords[item]}`, family: ({ item, of }) => `We asked ${of} for ${itemWords[item]}` },
  'advice-request-received': { kind: 'advice', familySees: 'none', staff: ({ by }) => `${by} confirmed that the request for advice had arrived` },
  'advice-chased': { kind: 'advice', familySees: 'all', staff: ({ of }) => `${of} was chased for advice`, family: ({ of }) => `We reminded ${of} that we need their advice` },
  'advice-given': { kind: 'advice', familySees: 'all', staff: ({ item, by }) => `${by} gave ${itemWords[item]}`, family: ({ by }) => `${by} sent us their advice` },
  'advice-returned': { kind: 'advice', familySees: 'none', staff: ({ to }) => `The advice went back to ${to} to be put right` },
  'advice-accepted': { kind: 'advice', familySees: 'none', staff: ({ by }) => `Advice by ${by} was accepted` },
  'earlier-advice-reused': { kind: 'advice', familySees: 'all', staff: ({ by }) => `Earlier advice by ${by} was used again, as all agreed`, family: ({ by }) => `We are using advice that ${by} gave before, as agreed with you` },
  'advice-excused': { kind: 'advice', familySees: 'all', staff: ({ of }) => `The case goes on without advice from ${of}`, family: ({ of }) => `We are going on without advice from ${of}` },
  'advice-withdrawn': { kind: 'advice', familySees: 'none', staff: ({ of }) => `The request for advice to ${of} was withdrawn` },
  'advice-taken': { kind: 'advice', familySees: 'none', staff: ({ by }) => `${by} took on the request for advice` },
  'family-advice-answered': { kind: 'advice', familySees: 'all', staff: ({ isReasonable }) => `The council said ${isReasonable ? 'yes' : 'no'} to advice that the family asked for`, family: ({ isReasonable }) => `We said ${isReasonable ? 'yes' : 'no'} to advice that you asked for` },
  'lines-marked': { kind: 'advice', familySees: 'none', staff: ({ count }) => `${count === 1 ? 'One line' : `${count} lines`} in a report were marked or worded` },
  'term-kept-out': { kind: 'advice', familySees: 'none', staff: () => 'Words were noted that must not reach the plan' },
  'views-recorded': { kind: 'advice', familySees: 'own', staff: ({ whose }) => (whose === 'child' ? 'The child’s own views were recorded' : 'A parent’s views were recorded'), family: ({ whose }) => (whose === 'child' ? 'Your child’s views were saved' : 'Your views were saved') },

  'plan-decided': { kind: 'decision', familySees: 'all', staff: ({ outcome }) => (outcome === 'issue' ? 'The council decided to issue a plan' : 'The council decided not to issue a plan'), family: ({ outcome }) => (outcome === 'issue' ? 'We decided to make a plan' : 'We decided not to make a plan. Your letter says why and what you can do') },
  'drafting-began': { kind: 'plan', familySees: 'all', staff: () => 'Writing of the draft plan began', family: () => 'We started to write the draft plan' },
  'advice-lines-settled': { kind: 'plan', familySees: 'none', staff: ({ used, joined, notUsed, asked, disagree }) => `Lines of advice were settled: ${used} used, ${joined} joined, ${notUsed} not used, ${asked} sent back to their author, ${disagree} left until people agree`, family: () => '' },
  'author-asked': { kind: 'plan', familySees: 'none', staff: ({ of, isSent }) => `${of} was asked about words of a report${isSent ? '' : ', by hand: there is no way to reach them here'}` },
  'author-answered': { kind: 'plan', familySees: 'none', staff: ({ by }) => `${by} answered what was asked about a report` },
  'version-frozen': { kind: 'plan', familySees: 'none', staff: ({ no }) => `The draft was kept as version ${no}`, family: () => '' },
  'working-copy-made': { kind: 'plan', familySees: 'own', staff: ({ no }) => `The working document was taken as a Word file, copy ${no}`, family: () => 'You took the plan side by side as a Word file' },
  'working-copy-brought-back': { kind: 'plan', familySees: 'own', staff: ({ found }) => `A Word file of the working document came back with ${found} ${found === 1 ? 'difference' : 'differences'}`, family: () => 'You brought back a Word file' },
  'working-copy-settled': { kind: 'plan', familySees: 'own', staff: ({ proposed, left }) => `A Word file that came back was looked through: ${proposed} asked for, ${left} left`, family: ({ proposed }) => `You looked through your Word file and asked for ${proposed} ${proposed === 1 ? 'change' : 'changes'}` },
  'draft-served': { kind: 'plan', familySees: 'all', staff: ({ channel, windowLastDay }) => `The draft plan was sent to the family ${channelWords[channel]}, who have until ${dateWords(windowLastDay)} to answer`, family: ({ windowLastDay }) => `We sent you the draft plan. Please tell us what you think by ${dateWords(windowLastDay)}` },
  'representation-made': { kind: 'plan', familySees: 'own', staff: ({ section }) => `A comment on the draft was made${section === undefined ? '' : `, section ${section}`}`, family: () => 'You commented on the draft plan' },
  'representation-answered': { kind: 'plan', familySees: 'own', staff: ({ decision }) => `A comment on the draft was ${decision}`, family: ({ decision }) => (decision === 'accepted' ? 'We agreed to a change that you asked for' : decision === 'declined' ? 'We did not agree to a change that you asked for, and said why' : 'We answered your comment') },
  'proposal-reopened': { kind: 'plan', familySees: 'none', staff: () => 'An answer to a proposal was taken off, and it is open again' },
  'family-finished-commenting': { kind: 'plan', familySees: 'own', staff: ({ by }) => `${by} finished commenting on the draft`, family: () => 'You told us that you had finished commenting' },
  'setting-asked-for': { kind: 'plan', familySees: 'own', staff: ({ name }) => `The family asked for ${name}`, family: ({ name }) => `You asked for ${name}` },
  'meeting-asked-for': { kind: 'plan', familySees: 'own', staff: () => 'The family asked for a meeting about the draft', family: () => 'You asked for a meeting' },
  'format-asked-for': { kind: 'plan', familySees: 'own', staff: ({ format }) => `The family asked for the plan as ${format}`, family: ({ format }) => `You asked for the plan as ${format}` },
  'wish-answered': { kind: 'plan', familySees: 'own', staff: ({ kind }) => `The family was answered about the ${kind} they asked for`, family: ({ kind }) => `We answered you about the ${kind} you asked for` },
  'setting-consulted': { kind: 'plan', familySees: 'all', staff: ({ name }) => `${name} was consulted`, family: ({ name }) => `We asked ${name} if it can meet the needs in the plan` },
  'consultation-answered': { kind: 'plan', familySees: 'none', staff: ({ name, canMeetNeeds }) => `${name} ${canMeetWords[canMeetNeeds]}` },
  'consultation-withdrawn': { kind: 'plan', familySees: 'none', staff: ({ name }) => `The consultation of ${name} was closed` },
  'consultation-chased': { kind: 'plan', familySees: 'none', staff: ({ name }) => `${name} was chased for its answer to the consultation` },
  'health-body-agreed': { kind: 'plan', familySees: 'all', staff: ({ agreedBy }) => `The health body agreed to section G (${agreedBy})`, family: () => 'The NHS agreed to the health support in the plan' },
  'plan-checked': { kind: 'plan', familySees: 'none', staff: ({ status, held }) => `The ${status === 'draft' ? 'draft' : status === 'final' ? 'final plan' : 'amended plan'} was checked: ${held === 0 ? 'nothing held it' : `${held} ${held === 1 ? 'fault' : 'faults'} held it`}` },
  'check-released': { kind: 'plan', familySees: 'none', staff: ({ checkId }) => `A manager released the check ${checkId}` },
  'final-issued': { kind: 'plan', familySees: 'all', staff: ({ settingName }) => `The final plan was issued${settingName === undefined ? '' : `, naming ${settingName}`}`, family: ({ settingName }) => `We sent you the final plan${settingName === undefined ? '' : `. It names ${settingName}`}` },
  'older-plan-brought-in': { kind: 'plan', familySees: 'all', staff: ({ issuedOn }) => `The plan was first made. Its version of ${dateWords(issuedOn)} was brought in from the council’s files`, family: ({ issuedOn }) => `The plan was first made. We added the version of ${dateWords(issuedOn)} from our files` },
  'plan-shell-brought-in': { kind: 'plan', familySees: 'all', staff: () => 'The plan was first made. Its days were brought in from a statutory return; its words are not in the hub yet', family: () => 'The plan was first made' },
  'return-brought-in': { kind: 'request', familySees: 'none', staff: ({ year }) => `The record was brought in from the council’s SEN2 return of ${year}` },
  'plan-delivered': { kind: 'plan', familySees: 'none', staff: ({ to }) => `The final plan was delivered to ${to}` },
  'plan-opened': { kind: 'plan', familySees: 'none', staff: ({ by }) => `${by} opened the final plan` },
  'plan-acknowledged': { kind: 'plan', familySees: 'none', staff: ({ by }) => `${by} confirmed having the final plan` },
  'delivery-chased': { kind: 'plan', familySees: 'none', staff: ({ of }) => `${of} was asked again to open the final plan` },
  'plan-superseded-told': { kind: 'plan', familySees: 'none', staff: ({ to }) => `${to} was told that the plan they have is no longer in force` },

  'review-meeting-arranged': { kind: 'review', familySees: 'all', staff: ({ meetingOn }) => `A review meeting was arranged for ${dateWords(meetingOn)}`, family: ({ meetingOn }) => `We will meet on ${dateWords(meetingOn)} to look at the plan again` },
  'review-called-off': { kind: 'review', familySees: 'all', staff: () => 'The review meeting was called off', family: () => 'The meeting about the plan was called off' },
  'review-invitee-listed': { kind: 'review', familySees: 'none', staff: ({ name }) => `${name} was put on the list of invitations to the review` },
  'review-invitee-struck': { kind: 'review', familySees: 'none', staff: ({ name }) => `${name} was taken off the list of invitations to the review` },
  'review-invitations-sent': { kind: 'review', familySees: 'all', staff: ({ count }) => `The invitations to the review were sent, ${count} in all`, family: () => 'Everyone was asked to the meeting about the plan' },
  'review-invitation-answered': { kind: 'review', familySees: 'own', staff: ({ by, isComing }) => `${by} answered the invitation to the review: ${isComing ? 'they will come' : 'they cannot come'}`, family: ({ isComing }) => (isComing ? 'You said that you will come to the meeting' : 'You said that you cannot come to the meeting') },
  'review-contribution-given': { kind: 'review', familySees: 'own', staff: ({ from }) => `The part of ${from} for the review was given`, family: () => 'You told us what you think, for the meeting about the plan' },
  'review-contribution-changed': { kind: 'review', familySees: 'own', staff: ({ from }) => `The part of ${from} for the review was changed by who gave it`, family: () => 'You changed what you told us for the meeting about the plan' },
  'review-advice-circulated': { kind: 'review', familySees: 'all', staff: ({ count }) => `The papers for the review were sent round, ${count} of them`, family: () => 'The papers for the meeting were sent to everyone' },
  'review-meeting-held': { kind: 'review', familySees: 'all', staff: ({ noInstitution }) => `A review meeting was held${noInstitution ? ', arranged by the council because there is no setting' : ''}`, family: () => 'We met to look at the plan again' },
  'review-report-sent': { kind: 'review', familySees: 'all', staff: () => 'The report of the review was sent', family: () => 'The report of the meeting was sent' },
  'review-notes-changed': { kind: 'review', familySees: 'none', staff: () => 'The notes of the review meeting were changed' },
  'review-report-graded': { kind: 'review', familySees: 'none', staff: () => 'The report of the review was looked at for its quality' },
  'adulthood-considered': { kind: 'review', familySees: 'all', staff: () => 'Preparing for adulthood was considered at the review', family: () => 'The review talked about getting ready for adult life' },
  'review-decision-notified': { kind: 'review', familySees: 'all', staff: ({ outcome }) => `The family was told the decision after the review: ${reviewOutcomeWords[outcome].staff}`, family: ({ outcome }) => `We told you what we decided after the meeting: ${reviewOutcomeWords[outcome].family}` },
  'amendment-begun': { kind: 'review', familySees: 'all', staff: ({ because }) => `An amendment of the plan was begun: ${amendmentCauseWords[because]}`, family: () => 'We started to change the plan' },
  'amendment-notice-sent': { kind: 'review', familySees: 'all', staff: ({ channel }) => `The amendment notice was sent ${channelWords[channel]}`, family: () => 'We sent you the changes that we want to make to the plan' },
  'amended-final-issued': { kind: 'review', familySees: 'all', staff: () => 'The amended final plan was sent', family: () => 'We sent you the changed final plan' },
  'lines-confirmed': { kind: 'review', familySees: 'none', staff: ({ right, toChange }) => `Lines of the plan were gone through: ${right} still right, ${toChange} to change` },
  'change-said': { kind: 'review', familySees: 'own', staff: ({ by }) => `${changeSayerWords[by]} said that something has changed`, family: () => 'You told us that something has changed' },
  'change-answered': { kind: 'review', familySees: 'own', staff: ({ outcome }) => `The council decided what follows from a change: ${changeOutcomeWords[outcome].staff.toLowerCase()}`, family: ({ outcome }) => `We answered what you told us has changed. ${changeOutcomeWords[outcome].said}` },
  'not-amending-notified': { kind: 'review', familySees: 'all', staff: () => 'The family was told that the plan will not be amended after all', family: () => 'We told you that we will not change the plan after all' },
  'early-review-considered': { kind: 'review', familySees: 'all', staff: () => 'An early review was considered, because the child is under five', family: () => 'We thought about an early look at the plan' },
  'review-convenor-named': { kind: 'review', familySees: 'all', staff: ({ name }) => `${name} convenes reviews for the council`, family: ({ name }) => `${name} arranges the next look at the plan` },
  'phase-transfer-foreseen': { kind: 'review', familySees: 'all', staff: ({ kind, year }) => `A phase transfer in ${year} was foreseen: ${transferKindWords[kind].toLowerCase()}`, family: ({ kind, year }) => (kind === 'same-school-sixth-form' ? `We will check the plan for staying on at school in ${year}` : `We will name the next school or college in the plan, for ${year}`) },
  'phase-transfer-cancelled': { kind: 'review', familySees: 'all', staff: () => 'No phase transfer is made after all', family: () => 'No move to another school or college is planned now' },
  'next-placement-named': { kind: 'review', familySees: 'all', staff: ({ how, name }) => `The plan names the next placement${name === undefined ? '' : `: ${name}`}${how === 'type' ? ' (a type of setting)' : how === 'same' ? ' (unchanged)' : ''}`, family: () => 'The plan says where next' },

  'letter-sent': { kind: 'letters', familySees: 'own', staff: ({ kind, to }) => `A letter was sent to ${to}: ${kind.replaceAll('-', ' ')}`, family: () => 'We sent you a letter' },
  'letter-posted': { kind: 'letters', familySees: 'own', staff: ({ to }) => `The letter to ${to} was posted`, family: () => 'We posted your letter' },
  'letter-readdressed': { kind: 'letters', familySees: 'none', staff: ({ to }) => `The letter to ${to}, not posted yet, was given the address that is on record now` },
  'sending-tried-again': { kind: 'letters', familySees: 'none', staff: ({ to }) => `What could not be sent to ${to} was sent again` },
  'sending-taken-back': { kind: 'letters', familySees: 'none', staff: ({ act }) => `Taken back before it left: ${isHeldAct(act) ? heldWords[act].toLowerCase() : 'what was sent'}` },
  'sent-at-once': { kind: 'letters', familySees: 'none', staff: ({ act }) => `Sent at once, without waiting: ${isHeldAct(act) ? heldWords[act].toLowerCase() : 'what was sent'}` },
  'stop-released': { kind: 'letters', familySees: 'none', staff: ({ count }) => `${count} ${count === 1 ? 'finding that stopped a sending was' : 'findings that stopped a sending were'} released as a false alarm` },
  'reminder-sent': { kind: 'letters', familySees: 'own', staff: ({ to, dueOn, clockIds, outgoingId }) => (outgoingId === undefined ? `${to} were told that no reason is recorded for what was due by ${dateWords(dueOn)}: ${clockIds.map((id) => clockOn(id).title).join('; ')}` : `${to} was reminded to ${doesWords(clockIds)} by ${dateWords(dueOn)}`), family: ({ dueOn }) => `We reminded you of ${dateWords(dueOn)}` },
  'message-sent': { kind: 'letters', familySees: 'own', staff: ({ from }) => (from === 'family' ? 'A family member sent a message' : 'The council sent a message to the family'), family: ({ from }) => (from === 'family' ? 'You sent us a message' : 'We sent you a message') },
  'party-joined': { kind: 'people', familySees: 'none', staff: ({ part, name }) => `${name} joined the case as ${partNamed(part)}` },
  'party-left': { kind: 'people', familySees: 'none', staff: ({ part, name }) => `${name} left the case as ${partNamed(part)}` },
  'family-recorded': { kind: 'people', familySees: 'none', staff: ({ name, relation }) => `${name} was recorded as ${relation}` },
  // Who of a family is let in is not told to the others.
  'family-invited': { kind: 'people', familySees: 'none', staff: ({ name }) => `${name} was invited to open an account` },
  // Even that an address changed can tell one parent that the other has moved.
  'address-changed': { kind: 'people', familySees: 'none', staff: ({ household }) => `An address was recorded (${household})` },
  'responsibility-recorded': { kind: 'people', familySees: 'none', staff: ({ name, hasResponsibility, hasCare }) => `What ${name} is in law was recorded: ${hasResponsibility ? 'parental responsibility' : 'no parental responsibility'}, ${hasCare ? 'cares for the child' : 'does not care for the child'}` },
  'contact-recorded': { kind: 'people', familySees: 'none', staff: ({ name }) => `How it is safe to reach ${name} was recorded` },
  // What a court keeps from one parent is told to nobody here: each is told by the court, or by a person.
  'restriction-recorded': { kind: 'people', familySees: 'none', staff: ({ kind, name }) => `${restrictionKindWords[restrictionKinds.find((one) => one === kind) ?? 'other']} was recorded${name === undefined ? '' : ` about ${name}`}` },
  'restriction-changed': { kind: 'people', familySees: 'none', staff: ({ how, name }) => `${restrictionChangeWords[how]}${name === undefined ? '' : ` (${name})`}` },
  'sealed-address-asked': { kind: 'people', familySees: 'none', staff: () => 'A protected address was asked for, with a reason' },
  'address-questioned': { kind: 'people', familySees: 'none', staff: ({ name }) => `Letters to ${name} are held: the address is in doubt` },
  'address-settled': { kind: 'people', familySees: 'none', staff: ({ name, outcome }) => `The address of ${name} was settled: ${outcome}` },
  // Whoever helps one parent is nothing that the other is told of.
  'proxy-named': { kind: 'people', familySees: 'own', staff: ({ name, for: principal, to }) => `${name} acts for ${principal} until ${dateWords(to)}`, family: ({ name, to }) => `${name} can help you here until ${dateWords(to)}` },
  'proxy-ended': { kind: 'people', familySees: 'own', staff: ({ name, for: principal }) => `${name} no longer acts for ${principal}`, family: ({ name }) => `${name} can no longer see or do anything here for you` },
  'communication-recorded': { kind: 'people', familySees: 'all', staff: () => 'How the child communicates was recorded', family: () => 'We wrote down how your child communicates' },
  'return-items-recorded': { kind: 'people', familySees: 'none', staff: ({ items }) => `For the national return: ${items.map((item) => returnItemWords[item]).join(', ')} recorded` },
  'needs-recorded': {
    kind: 'people', familySees: 'all', staff: ({ primary, secondary, isPutRight }) => `The main need was ${isPutRight ? 'put right' : 'recorded'}: ${needWords(primary)}${secondary === undefined ? '' : `; the second: ${needWords(secondary)}`}`,
    family: ({ primary, secondary }) => `We wrote down the main kind of need: ${needWords(primary)}${secondary === undefined ? '' : `, and the second: ${needWords(secondary)}`}`,
  },
  'placement-recorded': { kind: 'people', familySees: 'all', staff: ({ where, rank, isPutRight }) => `Where the child is educated was ${isPutRight ? 'put right' : 'recorded'}${rank === 2 ? ', the second place' : ''}: ${where}`, family: ({ where }) => `We wrote down where your child is educated: ${where}` },
  'named-setting-recorded': { kind: 'plan', familySees: 'all', staff: ({ where, rank, isPutRight }) => `What section I names was ${isPutRight ? 'put right' : 'recorded'} for the national return${rank === 2 ? ', the second place' : ''}: ${where}`, family: ({ where }) => `We wrote down what section I of the plan names: ${where}` },
  'personal-budget-recorded': { kind: 'plan', familySees: 'all', staff: ({ isTakenUp }) => `It was recorded that there is ${isTakenUp ? 'a' : 'no'} personal budget`, family: ({ isTakenUp }) => `We wrote down that there is ${isTakenUp ? 'a' : 'no'} personal budget` },
  'return-fault-explained': { kind: 'people', familySees: 'none', staff: ({ rule }) => `A question of the national return was answered with an explanation (${rule})` },

  'rights-notice-given': { kind: 'letters', familySees: 'all', staff: ({ rightsOn }) => `The family was told that the rights pass to the young person on ${dateWords(rightsOn)}`, family: ({ rightsOn }) => `We wrote to say that the rights pass to the young person on ${dateWords(rightsOn)}` },
  'rights-reminder-sent': { kind: 'letters', familySees: 'all', staff: ({ rightsOn }) => `The family was reminded that the rights pass on ${dateWords(rightsOn)}`, family: ({ rightsOn }) => `We wrote again to say that the rights pass on ${dateWords(rightsOn)}` },
  'young-person-recorded': { kind: 'people', familySees: 'none', staff: ({ canSignIn }) => `How to reach the young person was recorded${canSignIn ? ', with a sign-in of their own' : ''}` },
  // What one parent may do is not told to the other, and doubts are the council's to look at.
  'permission-given': { kind: 'people', familySees: 'none', staff: ({ name, parts: help, by }) => `${bySaid[by]} that ${name} may ${helpWords(help)}` },
  'permission-narrowed': { kind: 'people', familySees: 'none', staff: ({ name, parts: help, by }) => `${bySaid[by]} that ${name} may do less than before: ${helpWords(help)}` },
  'permission-ended': { kind: 'people', familySees: 'none', staff: ({ name, by }) => `${bySaid[by]} that ${name} may see nothing new and do nothing more` },
  'permission-refused': { kind: 'people', familySees: 'none', staff: ({ name, by }) => `${bySaid[by]} that ${name} is not to be told anything new` },
  'capacity-doubted': { kind: 'people', familySees: 'none', staff: ({ decision }) => `Whether the young person can decide ${wordsOfDecision(decision)} is to be looked at` },
  'capacity-found': {
    kind: 'people', familySees: 'all',
    staff: ({ hasCapacity, decision, standIn, assessmentId }) => (assessmentId === undefined ? `The young person was found ${hasCapacity ? 'able' : 'unable'} to take a decision alone`
      : `The young person was found ${hasCapacity ? 'able' : 'unable'} to decide ${wordsOfDecision(decision)}${standIn === undefined ? '' : `; ${standIn.name} decides as ${standIn.as}`}`),
    family: ({ hasCapacity }) => `The young person was found ${hasCapacity ? 'able' : 'unable'} to take a decision alone`,
  },
  'setting-began': { kind: 'people', familySees: 'all', staff: ({ name }) => `${name} became the child’s setting` },
  'setting-ended': { kind: 'people', familySees: 'all', staff: ({ name }) => `The child left ${name}` },
  'educated-otherwise': { kind: 'people', familySees: 'all', staff: ({ arrangement }) => (arrangement === 'eotas' ? 'Education otherwise than at school began' : arrangement === 'elective-home' ? 'The parents educate the child at home' : 'The child is waiting for a place') },
  'custody-began': { kind: 'people', familySees: 'all', staff: () => 'The young person was detained' },
  'custody-ended': { kind: 'people', familySees: 'all', staff: () => 'The young person was released' },
  'moved-out-of-area': { kind: 'people', familySees: 'all', staff: ({ to }) => `The case moved to ${to}` },
  'move-known': { kind: 'people', familySees: 'none', staff: ({ movesOn, to }) => `A move to ${to} on ${dateWords(movesOn)} became known` },
  'transfer-ordered': { kind: 'people', familySees: 'none', staff: ({ to }) => `The plan and the record were made ready to go to ${to}` },
  'plan-transferred': { kind: 'people', familySees: 'all', staff: ({ to }) => `The plan and the record were sent to ${to}`, family: ({ to }) => `We sent the plan to ${to}` },
  'transfer-taken-back': { kind: 'people', familySees: 'none', staff: ({ to }) => `What was sent to ${to} was taken back before it was taken in` },
  'move-called-off': { kind: 'people', familySees: 'none', staff: ({ to }) => `The move to ${to} will not be made` },
  'transfer-receipted': { kind: 'people', familySees: 'all', staff: ({ by }) => `${by} took the child in: its receipt is kept`, family: ({ by }) => `${by} has the plan now` },
  'plan-transferred-in': { kind: 'people', familySees: 'all', staff: ({ from, planFirstMadeOn }) => `The plan came from ${from}. It counts as made here on ${dateWords(planFirstMadeOn)}`, family: ({ from }) => `The plan came to us from ${from}` },
  'plan-made-elsewhere': { kind: 'plan', familySees: 'all', staff: ({ by }) => `The plan was made by ${by}` },
  'became-responsible': { kind: 'request', familySees: 'all', staff: ({ from }) => `We became responsible: the child moved here from ${from} before a plan was made`, family: ({ from }) => `You moved here from ${from}, so the request is ours now` },
  'transfer-told': { kind: 'letters', familySees: 'all', staff: ({ willReassess, reviewOn }) => `The family was told of the transfer: ${willReassess ? 'a new assessment' : 'no new assessment'}, and a review by ${dateWords(reviewOn)}`, family: () => 'We wrote to say what happens with the plan now' },
  'health-body-change-known': { kind: 'people', familySees: 'none', staff: ({ to }) => `The health body changes to ${to}` },
  'health-body-cannot-arrange': { kind: 'people', familySees: 'all', staff: ({ body }) => `${body} became aware that it cannot practicably arrange the health provision in the plan`, family: ({ body }) => `${body} said that it cannot give the health care in the plan as it is written` },
  'health-body-asked-council': { kind: 'people', familySees: 'all', staff: ({ body, asksFor }) => `${body} asked the council to ${asksFor === 'review' ? 'review the plan' : 'assess again'}; the council must do so`, family: ({ body, asksFor }) => `${body} asked us to ${asksFor === 'review' ? 'look at the plan again with you' : 'do a new assessment'}. We must do it` },
  'new-health-body-told': { kind: 'people', familySees: 'none', staff: ({ to }) => `${to} was told of the plan by the health body before it` },
  'attendance-impracticable': { kind: 'people', familySees: 'none', staff: ({ name }) => `Going to ${name} is no longer practicable` },
  'alternative-arranged': { kind: 'people', familySees: 'all', staff: ({ name }) => `${name} was arranged until the plan is amended`, family: ({ name }) => `We arranged ${name} until the plan is changed` },
  ...endingSentences,
  'delay-explained': { kind: 'letters', familySees: 'all', staff: ({ dueOn, expectedOn, because }) => `The family was told that what is due by ${dateWords(dueOn)} is late, and is expected by ${dateWords(expectedOn)}: ${reasonWords(because).toLowerCase()}`, family: ({ dueOn, expectedOn }) => `We told you that something due by ${dateWords(dueOn)} is late, and that we now expect it by ${dateWords(expectedOn)}. Your letter says why` },
  'excuse-claimed': { kind: 'letters', familySees: 'none', staff: ({ clock, excuse }) => `An excuse of the law was claimed for ${clock}: ${reasonWords(excuse).toLowerCase()}` },
  'excuse-withdrawn': { kind: 'letters', familySees: 'none', staff: () => 'The claim of an excuse was withdrawn: the legal date binds' },
  // For whom a copy is made, and of what, would tell the reader that something is kept from them: the copy itself says so where it is.
  'copy-demanded': { kind: 'letters', familySees: 'none', staff: ({ title, reader }) => `${title}: ${reader} gets it only as a copy with words removed` },
  'copy-marked': { kind: 'letters', familySees: 'none', staff: ({ removed, kept, isForCheck }) => `In a copy, ${removed} ${removed === 1 ? 'place was' : 'places were'} marked to be removed and ${kept} to stay${isForCheck ? ', for a second person to check' : ''}` },
  'copy-returned': { kind: 'letters', familySees: 'none', staff: ({ wasReleased }) => (wasReleased ? 'A released copy with words removed was taken back to be changed' : 'A copy with words removed was sent back by its checker') },
  'copy-released': { kind: 'letters', familySees: 'none', staff: ({ reader, removed }) => `A copy for ${reader} was checked and released, with words removed in ${removed} ${removed === 1 ? 'place' : 'places'}` },
  'copy-lifted': { kind: 'letters', familySees: 'none', staff: ({ reader }) => `${reader} may have the whole again` },
  'item-sealed': { kind: 'people', familySees: 'none', staff: ({ thing }) => `A ${sealedThing[thing]} was sealed` },
  'item-seal-kept': { kind: 'people', familySees: 'none', staff: ({ thing, reviewOn }) => `The seal on a ${sealedThing[thing]} was looked at again and stays until ${dateWords(reviewOn)}` },
  'item-unsealed': { kind: 'people', familySees: 'none', staff: ({ thing }) => `The seal on a ${sealedThing[thing]} was lifted` },
  'direct-payment-agreed': { kind: 'plan', familySees: 'all', staff: () => 'A direct payment was agreed' },
}

const rowOf = <F extends Fact>(fact: F): FactRow<F> => factSentences[fact.type] as unknown as FactRow<F>

export const kindOfFact = (fact: Fact): FactKind => rowOf(fact).kind
export const familySees = (fact: Fact): FactRow<Fact>['familySees'] => rowOf(fact).familySees

export function sentenceFor(fact: RecordedFact, names: FactNames, audience: 'staff' | 'family'): string {
  const row = rowOf<Fact>(fact)
  return (audience === 'family' ? row.family ?? row.staff : row.staff)(fact, names)
}
