import { act } from '../../../casebook/act.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import type { Addressee, Letter } from '../../../casebook/letters.ts'
import { addresseeOf, keepNotice, listFamilyAddressees, sendNotice } from '../../../casebook/letters.ts'
import type { CaseFile, Contact } from '../../../casebook/open-case-file.ts'
import { joinCase } from '../../../casebook/parties.ts'
import type { Tx } from '../../../casebook/tx.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { alertWords } from '../../../domain/notice/alert-words.ts'
import { composeNotice } from '../../../domain/notice/compose-notice.ts'
import type { Notice } from '../../../domain/notice/notice.ts'
import { sendable } from '../../../domain/notice/notice.ts'
import type { Contact as NoticeContact, NoticeParticulars } from '../../../domain/notice/particulars.ts'
import type { OrganisationId } from '../../../domain/ids.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import { paths } from '../../../paths.ts'
import type { Body, BodyKind } from './bodies-store.ts'
import { listBodiesToTell } from './bodies-store.ts'

export type TellRefusal =
  | { readonly kind: 'told-already' }
  | { readonly kind: 'nobody-in-the-family' }
  | { readonly kind: 'body-missing'; readonly which: BodyKind }
  | { readonly kind: 'notice-incomplete'; readonly missing: readonly string[] }

export interface TellInput {
  readonly bodies: readonly OrganisationId[]
}

const contactOf = (contact: Contact | undefined): NoticeContact | undefined => contact === undefined ? undefined : {
  name: contact.name, ...(contact.phone === undefined ? {} : { telephone: contact.phone }), ...(contact.email === undefined ? {} : { email: contact.email }),
  ...(contact.web === undefined ? {} : { website: contact.web }), ...(contact.address === undefined ? {} : { address: contact.address.join(', ') }),
}

/** What both notices are made from. With no officer named yet, the team is whom to talk to. */
function particularsOf(caseFile: CaseFile, today: PlainDate): Omit<NoticeParticulars, 'addressedTo'> {
  const { area, child, officer } = caseFile
  const { sendTeam, informationAdviceSupport, disagreementResolution } = area.contacts
  const [support, resolution] = [contactOf(informationAdviceSupport), contactOf(disagreementResolution)]
  return {
    child: { fullName: `${child.givenName} ${child.familyName}`, firstName: child.preferredName, dateOfBirth: child.bornOn }, council: area.councilName,
    officer: officer === undefined ? contactOf(sendTeam) ?? { name: `${area.councilName} SEND team` } : {
      name: officer.name, ...(officer.phone === undefined ? {} : { telephone: officer.phone }), ...(officer.email === undefined ? {} : { email: officer.email }),
    },
    services: { ...(support === undefined ? {} : { informationAndAdvice: support }), ...(resolution === undefined ? {} : { disagreementResolution: resolution }) },
    sentOn: today, receivedOn: caseFile.receivedOn ?? today,
  }
}

const letterOf = (notice: Notice): Letter => ({ kind: notice.kind, title: notice.title, paragraphs: notice.paragraphs })

/** Each family member's own copy: nobody's letter names another. */
export function familyNotice(caseFile: CaseFile, to: Addressee, today: PlainDate): Notice {
  return composeNotice('assessment-considered', { ...particularsOf(caseFile, today), addressedTo: { names: [to.name], as: to.relation === 'young person' ? 'young-person' : 'parent' } })
}

export function bodiesNotice(caseFile: CaseFile, bodies: readonly Body[], today: PlainDate): Notice {
  const names = bodies.map(({ name }) => name)
  return composeNotice('bodies-told', { ...particularsOf(caseFile, today), addressedTo: { names, as: 'professional' }, copiesTo: names })
}

/**
 * Consults the family (CFA 2014 s.36(4), (7)) and tells health, social care and the setting (SEND Regs 2014 reg 4(2)) that
 * an assessment is being considered. Both at once: each is owed as soon as practicable, and one must not wait for the other.
 */
export const tellOfRequest = act<TellInput, undefined, TellRefusal>('tell-of-request', async (tx, caseFile, input) => {
  if (caseFile.facts.some(({ type }) => type === 'family-told-of-request')) return refused({ kind: 'told-already' })
  const family = (await listFamilyAddressees(tx, caseFile)).filter(({ safeContact }) => safeContact !== 'none')
  if (family.length === 0) return refused({ kind: 'nobody-in-the-family' })
  const possible = await listBodiesToTell(tx, caseFile)
  const bodies = possible.filter(({ id }) => input.bodies.includes(id))
  const lacking = (['health', 'social-care', 'setting'] as const).find((which) => !bodies.some(({ kind }) => kind === which) && (which !== 'setting' || possible.some(({ kind }) => kind === which)))
  if (lacking !== undefined) return refused({ kind: 'body-missing', which: lacking })
  const notices = [...family.map((to) => familyNotice(caseFile, to, tx.today)), bodiesNotice(caseFile, bodies, tx.today)]
  const missing = notices.flatMap((notice) => { const may = sendable(notice); return may.ok ? [] : may.refusal.missing })
  if (missing.length > 0) return refused({ kind: 'notice-incomplete', missing: [...new Set(missing)] })
  await tellFamily(tx, caseFile, family)
  await tellBodies(tx, caseFile, bodies)
  return ok(undefined)
})

async function tellFamily(tx: Tx, caseFile: CaseFile, family: readonly Addressee[]): Promise<void> {
  const sent: string[] = []
  for (const to of family) {
    const letter = letterOf(familyNotice(caseFile, to, tx.today))
    const noticeId = await keepNotice(tx, caseFile, letter)
    const { subject, email } = alertWords('assessment-considered')
    await sendNotice(tx, caseFile, { noticeId, letter, to: [to], alert: { subject, words: email } })
    sent.push(noticeId)
  }
  await recordFact(tx, caseFile, { type: 'family-told-of-request', noticeId: sent[0] ?? '' })
}

async function tellBodies(tx: Tx, caseFile: CaseFile, bodies: readonly Body[]): Promise<void> {
  const letter = letterOf(bodiesNotice(caseFile, bodies, tx.today))
  const noticeId = await keepNotice(tx, caseFile, letter)
  const to: Addressee[] = []
  for (const body of bodies) {
    await joinCase(tx, caseFile, { organisationId: body.id, part: body.part, basis: 'told that an assessment is considered (SEND Regulations 2014, reg 4(2))', name: body.name })
    to.push(await addresseeOf(tx, { organisationId: body.id }))
  }
  const { subject, email } = alertWords('bodies-told')
  // Letters to the family are not theirs to open: what they are told stands on the overview of the case.
  await sendNotice(tx, caseFile, { noticeId, letter, to, alert: { subject, words: email }, linkTo: paths.caseOverview(caseFile.key) })
  await recordFact(tx, caseFile, { type: 'bodies-told-of-request', noticeId })
}
