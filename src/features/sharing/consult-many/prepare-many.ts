// What several children's consultations would be, child by child: the same rules as for one, so that nothing is told here that the act would not do.

import { openCaseFile } from '../../../casebook/open-case-file.ts'
import type { Tx } from '../../../casebook/tx.ts'
import { mayAct } from '../../../domain/access/policy.ts'
import type { CaseId, OrganisationId } from '../../../domain/ids.ts'
import { closedWords } from '../closed.tsx'
import type { Report } from '../consultation-store.ts'
import { listConsultations, listReportsForSettings } from '../consultation-store.ts'
import type { Asked } from '../consult/consult-settings.ts'
import { isAskedOf, prepareConsultation } from '../consult/consult-settings.ts'
import { refusalWords } from '../consult/page.ts'
import { nameOfVersion, versionToConsultOn } from '../consult/plan-to-consult-on.ts'

export type PreparedChild =
  | {
    readonly caseId: CaseId
    readonly asked: readonly Asked[]
    readonly plan: string
    /** Reports of professionals that settings may read, and those of them that go along. */
    readonly reports: readonly Report[]
    readonly chosen: readonly string[]
  }
  | { readonly caseId: CaseId; readonly refusedBecause: string }

export interface WantedForChild {
  readonly settings: readonly OrganisationId[]
  /** Ids of reports, or all of the professionals' that a setting may read. The family's own words go along from the case alone, where they are read first. */
  readonly reports: readonly string[] | 'all'
}

export const mayBeAsked = 'A review or an amendment has to be under way before settings are asked'

/** Settings that are being asked already are left out; a child for whom none is left is refused, with the reason. */
export async function prepareChild(tx: Tx, areaCode: string, caseId: CaseId, { settings, reports: wanted }: WantedForChild): Promise<PreparedChild> {
  const caseFile = await openCaseFile(tx, { area: areaCode, caseId })
  if (mayAct('consult-setting', caseFile.parts, caseFile.stage) !== 'yes') return { caseId, refusedBecause: caseFile.stage === 'maintained' ? mayBeAsked : closedWords(caseFile, caseFile.stage) }
  const consultations = await listConsultations(tx, caseFile)
  const left = settings.filter((id) => !isAskedOf(consultations, id, versionToConsultOn(caseFile)))
  if (left.length === 0) return { caseId, refusedBecause: 'Each of these settings has been asked about this child already' }
  const reports = (await listReportsForSettings(tx, caseFile)).filter(({ isFamilyViews }) => !isFamilyViews)
  const chosen = reports.map(({ id }) => id).filter((id) => wanted === 'all' || wanted.includes(id))
  const prepared = await prepareConsultation(tx, caseFile, { settings: left, reports: chosen, documents: [] })
  if (!prepared.ok) return { caseId, refusedBecause: refusalWords(prepared.refusal, caseFile) }
  const { asked, version, keptOut } = prepared.value
  if (keptOut.length > 0) return { caseId, refusedBecause: 'Words that were to be kept from settings are in the plan or a report. Consult for this child from the case, where you read them first' }
  return { caseId, asked, plan: nameOfVersion(caseFile, version), reports, chosen }
}
