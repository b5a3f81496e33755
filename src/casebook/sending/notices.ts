// Statutory letters of a case: composed by the domain from what the record holds, refused while anything the law asks for is
// missing, and sent as one own copy to each addressee.

import type { Element, NoticeKind } from '../../domain/notice/required-content.ts'
import type { Contact as NoticeContact, NoticeParticulars } from '../../domain/notice/particulars.ts'
import type { Notice } from '../../domain/notice/notice.ts'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import { alertWords } from '../../domain/notice/alert-words.ts'
import { composeNotice } from '../../domain/notice/compose-notice.ts'
import type { Outcome } from '../../domain/outcome.ts'
import { ok, refused } from '../../domain/outcome.ts'
import type { Addressee } from './letters.ts'
import { sendLetter } from './letters.ts'
import type { CaseFile, Contact } from '../open-case-file.ts'
import type { Tx } from '../tx.ts'

/** What the sender adds to what the record knows: reasons, the window, section K … */
export type NoticeExtra = Partial<Omit<NoticeParticulars, 'child' | 'addressedTo' | 'council' | 'officer' | 'services' | 'sentOn' | 'receivedOn'>>

export interface NoticeIncomplete {
  readonly kind: 'notice-incomplete'
  readonly missing: readonly Element[]
}

function contactOf(contact: Contact): NoticeContact {
  return {
    name: contact.name,
    ...(contact.phone === undefined ? {} : { telephone: contact.phone }), ...(contact.email === undefined ? {} : { email: contact.email }),
    ...(contact.web === undefined ? {} : { website: contact.web }), ...(contact.address === undefined ? {} : { address: contact.address.join(', ') }),
  }
}

/** The Tribunal's own address for SEND appeals, the same all over England. */
const tribunal: NoticeContact = {
  name: 'First-tier Tribunal (Special Educational Needs and Disability)', website: 'https://www.gov.uk/courts-tribunals/first-tier-tribunal-special-educational-needs-and-disability',
}

/** Open to everybody in England who has complained to a council (Local Government Act 1974, Part III). */
const ombudsman: NoticeContact = { name: 'Local Government and Social Care Ombudsman', telephone: '0300 061 0614', website: 'https://www.lgo.org.uk/make-a-complaint' }

/** Whom a letter names to talk to: the case officer, reached as the team where they have no way of their own. */
export function officerContact({ area, officer }: Pick<CaseFile, 'area' | 'officer'>): NoticeContact {
  const team = area.contacts.sendTeam
  if (officer === undefined) return team === undefined ? { name: `${area.councilName} SEND team` } : contactOf(team)
  return { ...contactOf(team ?? { name: '' }), ...contactOf(officer) }
}

/** One addressee's copy in words. Shown in previews as it would go today. */
export function noticeFor(caseFile: CaseFile, kind: NoticeKind, to: Addressee, today: PlainDate, extra: NoticeExtra = {}): Notice {
  const { contacts } = caseFile.area
  const team = contacts.sendTeam
  const notice = composeNotice(kind, {
    child: {
      fullName: `${caseFile.child.givenName} ${caseFile.child.familyName}`, firstName: caseFile.child.preferredName, dateOfBirth: caseFile.child.bornOn,
    },
    addressedTo: { names: [to.copyOf ?? to.name], as: !to.isFamily ? 'professional' : to.copyAs === undefined && (to.copyOf !== undefined || to.relation === 'young person') ? 'young-person' : 'parent' },
    council: caseFile.area.councilName, officer: officerContact(caseFile),
    services: {
      tribunal, ombudsman,
      ...(contacts.mediationAdviser === undefined ? {} : { mediationAdviser: contactOf(contacts.mediationAdviser) }),
      ...(team === undefined ? {} : { councilMediation: contactOf(team) }),
      ...(contacts.disagreementResolution === undefined ? {} : { disagreementResolution: contactOf(contacts.disagreementResolution) }),
      ...(contacts.informationAdviceSupport === undefined ? {} : { informationAndAdvice: contactOf(contacts.informationAdviceSupport) }),
      ...(contacts.localOffer === undefined ? {} : { settingInformation: contactOf(contacts.localOffer) }),
    },
    sentOn: today, receivedOn: caseFile.receivedOn ?? today, ...extra,
  })
  return to.copyOf === undefined ? notice : { ...notice, paragraphs: [copyParagraph(to.name, to.copyOf), ...notice.paragraphs] }
}

/** Said first in a copy: whose letter and whose rights these are. */
const copyParagraph = (reader: string, holder: string): Notice['paragraphs'][number] =>
  ({ heading: `A copy for ${reader}`, text: `${holder} asked us to send you a copy of this letter. The rights in it are ${holder}’s. “You” means ${holder}.` })

/**
 * Composes and sends a notice to each addressee. Refused, with everything that is missing, when any copy lacks what the law
 * asks for; nothing is sent then. Answers with the ids of the kept copies, in the order of the addressees.
 */
export async function sendCaseNotice(
  tx: Tx, caseFile: CaseFile,
  { kind, to, extra = {}, dueOn, linkTo }: { kind: NoticeKind; to: readonly Addressee[]; extra?: NoticeExtra; dueOn?: PlainDate; linkTo?: string },
): Promise<Outcome<readonly string[], NoticeIncomplete>> {
  const notices = to.map((addressee) => ({ addressee, notice: noticeFor(caseFile, kind, addressee, tx.today, extra) }))
  const missing = [...new Set(notices.flatMap(({ notice }) => notice.missing))]
  if (missing.length > 0) return refused({ kind: 'notice-incomplete', missing })
  const alert = alertWords(kind, dueOn)
  const ids: string[] = []
  for (const { addressee, notice } of notices) {
    ids.push(await sendLetter(tx, caseFile, {
      letter: { kind, title: notice.title, paragraphs: notice.paragraphs }, to: addressee,
      alert: { subject: alert.subject, words: alert.email, textMessage: alert.textMessage },
      // A copy leads to the copy: what the letter is about is perhaps not for this parent to open.
      ...(linkTo === undefined || addressee.copyOf !== undefined ? {} : { linkTo }),
    }))
  }
  return ok(ids)
}
