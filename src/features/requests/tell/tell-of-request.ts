import { act } from '../../../casebook/act.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import type { Addressee } from '../../../casebook/sending/letters.ts'
import { listBodiesToTell, listFamilyAddressees } from '../../../casebook/sending/letters.ts'
import type { NoticeIncomplete } from '../../../casebook/sending/notices.ts'
import { noticeFor, sendCaseNotice } from '../../../casebook/sending/notices.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { joinCase } from '../../../casebook/parties.ts'
import type { Tx } from '../../../casebook/tx.ts'
import type { Notice } from '../../../domain/notice/notice.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import { paths } from '../../../paths.ts'

export type TellRefusal =
  | { readonly kind: 'told-already' }
  | { readonly kind: 'nobody-in-the-family' }
  /** The area has not said which body this is (SEND Regs 2014 reg 4(2)(a), (b)). */
  | { readonly kind: 'body-not-known'; readonly which: 'health' | 'social-care' }
  | NoticeIncomplete

export interface WhoIsTold {
  readonly family: readonly Addressee[]
  /** Known not to be safe, or not known to be safe: never written to from here. */
  readonly notWrittenTo: readonly Addressee[]
  readonly bodies: readonly Addressee[]
}

export async function whoIsTold(tx: Tx, caseFile: CaseFile): Promise<WhoIsTold> {
  const everybody = await listFamilyAddressees(tx, caseFile)
  return {
    family: everybody.filter(({ safeContact }) => safeContact !== 'none'), notWrittenTo: everybody.filter(({ safeContact }) => safeContact === 'none'),
    bodies: await listBodiesToTell(tx, caseFile),
  }
}

const copiesTo = (bodies: readonly Addressee[]): string[] => bodies.map(({ name }) => name)

/** The letters as they would go today, each with the name of whom it is for. */
export function lettersOf(tx: Tx, caseFile: CaseFile, { family, bodies }: WhoIsTold): { to: string; notice: Notice }[] {
  return [
    ...family.map((to) => ({ to: to.name, notice: noticeFor(caseFile, 'assessment-considered', to, tx.today) })),
    ...bodies.map((to) => ({ to: to.name, notice: noticeFor(caseFile, 'bodies-told', to, tx.today, { copiesTo: copiesTo(bodies) }) })),
  ]
}

/**
 * Consults the family (CFA 2014 s.36(4), (7)) and tells health, social care and the setting (SEND Regs 2014 reg 4(2)) that
 * an assessment is being considered. Both at once: each is owed as soon as practicable, and one must not wait for the other.
 */
export const tellOfRequest = act<Record<never, never>, undefined, TellRefusal>('tell-of-request', async (tx, caseFile) => {
  if (caseFile.facts.some(({ type }) => type === 'family-told-of-request')) return refused({ kind: 'told-already' })
  const told = await whoIsTold(tx, caseFile)
  if (told.family.length === 0) return refused({ kind: 'nobody-in-the-family' })
  if (caseFile.area.icbId === undefined) return refused({ kind: 'body-not-known', which: 'health' })
  if (caseFile.area.socialCareId === undefined) return refused({ kind: 'body-not-known', which: 'social-care' })
  const family = await sendCaseNotice(tx, caseFile, { kind: 'assessment-considered', to: told.family })
  if (!family.ok) return family
  await recordFact(tx, caseFile, { type: 'family-told-of-request', noticeId: family.value[0] ?? '' })
  for (const body of told.bodies) await letSee(tx, caseFile, body)
  // Letters to families are not the bodies' to open: what they are told stands on the overview of the case.
  const bodies = await sendCaseNotice(tx, caseFile, { kind: 'bodies-told', to: told.bodies, extra: { copiesTo: copiesTo(told.bodies) }, linkTo: paths.caseOverview(caseFile.key) })
  if (!bodies.ok) return bodies
  await recordFact(tx, caseFile, { type: 'bodies-told-of-request', noticeId: bodies.value[0] ?? '' })
  return ok(undefined)
})

/** A body that is told can see that the case is there and its dates. The setting has its part already. */
async function letSee(tx: Tx, caseFile: CaseFile, { organisationId, name }: Addressee): Promise<void> {
  const part = organisationId === caseFile.area.icbId ? 'health-lead' : organisationId === caseFile.area.socialCareId ? 'social-care-lead' : undefined
  if (organisationId === undefined || part === undefined) return
  await joinCase(tx, caseFile, { organisationId, part, basis: 'told that an assessment is considered (SEND Regulations 2014, reg 4(2))', name })
}
