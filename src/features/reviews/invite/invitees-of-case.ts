// Who is invited, worked out from the case: the family as they are told things, the setting, the council's officer, the health body and
// social care (SEND Regulations 2014, reg 20(2)), and whoever advises on the child. Each with the lines of the plan that concern them.

import { addresseeOf, listFamilyAddressees } from '../../../casebook/sending/letters.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { listAdviceAuthors } from '../../../casebook/plan/lines-for-viewer.ts'
import type { Tx } from '../../../casebook/tx.ts'
import type { OrganisationId, PersonId } from '../../../domain/ids.ts'
import type { PlanContent } from '../../../domain/plan/line.ts'
import type { InviteePart } from '../../../domain/review/invitees.ts'
import { linesThatConcern } from '../../../domain/review/lines-that-concern.ts'
import { listAdvisers, listMeans } from '../around-store.ts'
import type { NewInvitation } from '../review-store.ts'

interface Candidate {
  readonly part: InviteePart
  readonly personId?: PersonId
  readonly organisationId?: OrganisationId
  readonly name: string
  readonly profession?: string
  readonly needs?: string
}

export async function listInvitees(tx: Tx, caseFile: CaseFile, { content, setting }: { content: PlanContent; setting?: { id: OrganisationId; name: string } | undefined }): Promise<NewInvitation[]> {
  const candidates = [
    ...await familyOf(tx, caseFile),
    ...(setting === undefined ? [] : [{ part: 'setting', organisationId: setting.id, name: setting.name } as const]),
    officerOf(caseFile), ...await bodiesOf(tx, caseFile), ...(await listAdvisers(tx, caseFile)).map((one) => ({ part: 'adviser', ...one }) as const),
  ]
  return withLines(tx, caseFile, content, candidates)
}

/** Each as a row of the list, with the lines of the plan that concern them. */
export async function withLines(tx: Tx, caseFile: CaseFile, content: PlanContent, candidates: readonly Candidate[]): Promise<NewInvitation[]> {
  const authors = await listAdviceAuthors(tx, caseFile)
  return candidates.map((one) => ({ ...one, id: tx.newId<string>(), lineIds: linesThatConcern(one, content, authors) }))
}

/** The young person in their own right; before that their parents, and the child, whose own part somebody helps with. */
async function familyOf(tx: Tx, caseFile: CaseFile): Promise<Candidate[]> {
  const told = (await listFamilyAddressees(tx, caseFile)).filter(({ copyOf }) => copyOf === undefined)
  const family = told.map((to): Candidate => {
    const needs = [to.needsInterpreter ? `Interpreter${to.language === undefined ? '' : `: ${to.language}`}` : '', ...to.formats].filter((words) => words !== '').join(', ')
    return {
      part: to.relation === 'young person' ? 'young-person' : 'parent', name: to.name,
      ...(to.personId === undefined ? {} : { personId: to.personId }), ...(needs === '' ? {} : { needs }),
    }
  })
  if (family.some(({ part }) => part === 'young-person')) return family
  const means = await listMeans(tx, caseFile)
  const needs = means.map(({ kind, detail }) => (detail === null ? kind : `${kind}: ${detail}`)).join(', ')
  return [...family, { part: 'child', name: `${caseFile.child.preferredName} ${caseFile.child.familyName}`, ...(needs === '' ? {} : { needs }) }]
}

const officerOf = ({ officer, area }: CaseFile): Candidate =>
  (officer === undefined ? { part: 'officer', name: `${area.councilName} SEND team` } : { part: 'officer', personId: officer.id, name: officer.name, profession: area.officerTitle })

/** The health body names a health professional; social care sends an officer: the invitation goes to the body, which says who comes. */
async function bodiesOf(tx: Tx, { area }: CaseFile): Promise<Candidate[]> {
  const wanted = [['health', area.icbId], ['social-care', area.socialCareId]] as const
  const found: Candidate[] = []
  for (const [part, organisationId] of wanted) {
    if (organisationId === undefined) continue
    found.push({ part, organisationId, name: (await addresseeOf(tx, { organisationId })).name })
  }
  return found
}
