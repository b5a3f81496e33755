// Sending: from the case, to people on the case. A letter's words are kept as sent; an e-mail or text says only what kind of
// thing happened and by when, never whose child or what was decided. Everything goes through the one outbox.

import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import type { ChosenChannel } from '../../domain/reminders/channel-for.ts'
import { channelFor, goesByPost } from '../../domain/reminders/channel-for.ts'
import type { OrganisationId, PersonId } from '../../domain/ids.ts'
import { paths } from '../../paths.ts'
import { checkBeforeSending } from './check-before-sending.ts'
import { reachOf } from './family-addressees.ts'
import { holdThing } from './hold.ts'
import { recordFact } from '../ledger.ts'
import type { CaseFile } from '../open-case-file.ts'
import type { OfCase } from './outgoing.ts'
import { queueOutgoing } from './outgoing.ts'
import type { Tx } from '../tx.ts'

export { listFamilyAddressees } from './family-addressees.ts'

export interface LetterParagraph {
  readonly heading?: string
  readonly text: string
  /** The required element that this paragraph answers, when it answers one. */
  readonly element?: string
  /** Somebody wrote it for this letter. */
  readonly isTyped?: boolean
  /** It stands in the plan that goes with it, which was looked through. */
  readonly isOfPlan?: boolean
}

export interface Letter {
  /** The notice's kind: 'will-assess', 'draft-plan' … */
  readonly kind: string
  readonly title: string
  readonly paragraphs: readonly LetterParagraph[]
}

export interface Addressee {
  readonly personId?: PersonId
  readonly organisationId?: OrganisationId
  readonly name: string
  readonly email?: string
  readonly phone?: string
  /** How they chose to be told that something waits. */
  readonly chosen?: ChosenChannel
  /** Kinds of reminder that they do not want. */
  readonly kindsOff?: readonly string[]
  readonly postal?: readonly string[]
  /** The only channel that may be used: any, email, phone, post, hub, none. */
  readonly safeContact: string
  readonly isFamily: boolean
  /** Whether they have an account: nobody is told to sign in who cannot. */
  readonly canSignIn: boolean
  /** Languages, formats, interpreter: what the sender should know. */
  readonly language?: string
  readonly needsInterpreter: boolean
  readonly formats: readonly string[]
  readonly relation?: string
  /** Of a parent who gets a copy because the young person said so: the young person's name. The letter and its rights stay theirs. */
  readonly copyOf?: string
  /** The copy is for whoever acts for a parent: it is written to a parent, not to a young person. */
  readonly copyAs?: 'parent'
}

/** The bodies told of a request and of what is decided on it: the health body, social care, and the setting (reg 4(2), 5(1)). */
export async function listBodiesToTell(tx: Tx, caseFile: CaseFile): Promise<Addressee[]> {
  const ids = [caseFile.area.icbId, caseFile.area.socialCareId, ...await schoolIdsOf(tx, caseFile)]
  return Promise.all([...new Set(ids.filter((id) => id !== undefined))].map((organisationId) => addresseeOf(tx, { organisationId })))
}

/** The setting that the child attends: told what is decided after a review (SEND Regs 2014 reg 20(10)). */
export const listSchoolsToTell = async (tx: Tx, caseFile: CaseFile): Promise<Addressee[]> =>
  Promise.all((await schoolIdsOf(tx, caseFile)).map((organisationId) => addresseeOf(tx, { organisationId })))

async function schoolIdsOf(tx: Tx, caseFile: CaseFile): Promise<OrganisationId[]> {
  const schools = await tx.db.selectFrom('caseParty').select('organisationId').distinct()
    .where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).where('part', '=', 'school')
    .where((eb) => eb.or([eb('toOn', 'is', null), eb('toOn', '>=', tx.today)])).execute()
  return schools.flatMap(({ organisationId }) => organisationId ?? [])
}

/** A body or somebody in it, reached at its own address on file. */
export async function addresseeOf(tx: Tx, { organisationId, personId }: { organisationId?: OrganisationId; personId?: PersonId }): Promise<Addressee> {
  if (personId !== undefined) {
    const person = await tx.db.selectFrom('person as n').leftJoin('reminderChoice as w', 'w.personId', 'n.id')
      .select(['n.id', 'n.fullName', 'n.email', 'n.phone', 'w.channel', 'w.kindsOff']).where('n.id', '=', personId).executeTakeFirstOrThrow()
    return { personId, name: person.fullName, isFamily: false, canSignIn: true, safeContact: 'any', needsInterpreter: false, formats: [], ...reachOf(person) }
  }
  if (organisationId === undefined) throw new Error('an addressee is a person or an organisation')
  const body = await tx.db.selectFrom('organisation').selectAll().where('id', '=', organisationId).executeTakeFirstOrThrow()
  return {
    organisationId, name: body.service === null ? body.name : `${body.service}, ${body.name}`, isFamily: false, canSignIn: true, safeContact: 'any', needsInterpreter: false, formats: [],
    ...(body.email === null ? {} : { email: body.email }), ...(body.address.length === 0 ? {} : { postal: [body.name, ...body.address] }),
  }
}

/**
 * Keeps one addressee's copy of a letter as composed, sends it by the channel that is safe for them, and says so in the
 * ledger. Answers with the kept copy's id.
 */
export async function sendLetter(
  tx: Tx, caseFile: CaseFile, { letter, to, alert, linkTo }: { letter: Letter; to: Addressee; alert: Alert; linkTo?: string },
): Promise<string> {
  await checkBeforeSending(tx, caseFile, {
    what: 'letter', text: [letter.title, letterBody(letter)].join('\n'), typed: letter.paragraphs.filter(({ isTyped, isOfPlan }) => isTyped === true && isOfPlan !== true).map(({ text }) => text).join('\n'), readers: readersOf(to),
  })
  const noticeId = tx.newId<string>()
  await tx.db.insertInto('notice').values({
    localAreaId: caseFile.localAreaId, caseId: caseFile.id, id: noticeId, kind: letter.kind, title: letter.title,
    content: JSON.stringify(letter.paragraphs), composedBy: tx.viewer.kind === 'person' ? tx.viewer.personId : null, composedAt: tx.now,
    sentOn: tx.today, toPersonId: to.personId ?? null, toOrganisationId: to.organisationId ?? null, toName: to.name,
  }).execute()
  await holdThing(tx, caseFile.localAreaId, 'letter', noticeId)
  if (goesByPost(to)) {
    await queueOutgoing(tx, caseFile, {
      ...target(to), channel: 'letter', toAddress: [to.name, ...(to.postal ?? [])].join('\n'), noticeId, about: letter.kind, subject: letter.title, body: letterBody(letter),
    })
  } else await alertAddressee(tx, caseFile, to, alert, { noticeId, about: letter.kind, linkTo: linkTo ?? paths.caseLetter({ ...caseFile.key, noticeId }) })
  await recordFact(tx, caseFile, { type: 'letter-sent', noticeId, kind: letter.kind, to: to.name })
  return noticeId
}

export { goesByPost } from '../../domain/reminders/channel-for.ts'

/** Words for an e-mail or text: what kind of thing, by when. Never a child's name, school, need or decision. */
export interface Alert {
  readonly subject: string
  readonly words: string
  /** For a text message, before the link; the subject where left out. */
  readonly textMessage?: string
}

/** Tells somebody that something waits for them in the hub. */
export async function alertAddressee(
  tx: Tx, caseFile: CaseFile, to: Addressee, alert: Alert, { about, linkTo, noticeId }: { about: string; linkTo: string; noticeId?: string },
): Promise<void> {
  const body = `${alert.words}\n\nSign in to see it: ${tx.house.baseUrl}${linkTo}\n\nCase number: ${caseFile.reference}\n${caseFile.area.councilName} SEND team`
  await queueAlert(tx, caseFile, to, { alert, body, about, ...(noticeId === undefined ? {} : { noticeId }) })
}

/** Puts an alert into the outbox by the channel that is safe for them and, among those, the one they chose. Undefined when none is. */
export async function queueAlert(
  tx: Tx, caseFile: OfCase, to: Addressee, { alert: { subject, textMessage }, body, about, noticeId }: { alert: Alert; body: string; about: string; noticeId?: string },
): Promise<string | undefined> {
  // Whoever wants no messages is told of a letter all the same: a right to appeal can hang on it.
  const { chosen, ...reach } = to
  const channel = channelFor({ ...reach, ...(chosen === undefined || (chosen === 'hub' && noticeId !== undefined) ? {} : { chosen }) }, { texts: tx.house.sender.sendsTexts })
  if (channel.by === 'none') return undefined
  const item = { ...target(to), about, subject, ...(noticeId === undefined ? {} : { noticeId }) }
  // The address of the hub alone: a longer one does not fit a text, and tells more.
  if (channel.by === 'text') return queueOutgoing(tx, caseFile, { ...item, channel: 'text', toAddress: channel.address, body: `${textMessage ?? `${subject}.`} ${tx.house.baseUrl}${paths.home()}` })
  // Who gets letters on paper may still have an e-mail address that is safe, for what only says that something waits.
  const email = channel.by === 'email' ? channel.address : channel.by === 'post' && ['any', 'email'].includes(to.safeContact) ? to.email : undefined
  return queueOutgoing(tx, caseFile, { ...item, ...(email === undefined ? { channel: 'hub' } : { channel: 'email', toAddress: email }), body })
}

export const target = ({ personId, organisationId }: Addressee) =>
  ({ ...(personId === undefined ? {} : { toPersonId: personId }), ...(organisationId === undefined ? {} : { toOrganisationId: organisationId }) })

/** As what an addressee reads, for words that are kept from one reader. */
const readersOf = ({ isFamily, relation, personId }: Addressee): string[] =>
  (isFamily ? [relation === 'young person' ? 'young-person' : 'parent', ...(personId === undefined ? [] : [`parent:${personId}`])] : ['school', 'adviser', 'consulted-setting', 'recipient'])

const letterBody = (letter: Letter): string =>
  letter.paragraphs.map(({ heading, text }) => (heading === undefined ? text : `${heading}\n${text}`)).join('\n\n')

/** A letter left on another day than was thought. Its words stay as they were read. */
export async function moveSentOn(tx: Tx, caseFile: CaseFile, noticeId: string, sentOn: PlainDate): Promise<void> {
  await tx.db.updateTable('notice').set({ sentOn }).where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id)
    .where('id', '=', noticeId).execute()
}
