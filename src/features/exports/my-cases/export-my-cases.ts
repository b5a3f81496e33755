import { createHash } from 'node:crypto'
import { actOutsideCase } from '../../../casebook/act.ts'
import { councilAreasOf } from '../../../casebook/access/sight.ts'
import { insertExport } from '../../../casebook/exports-made.ts'
import type { LocalAreaId } from '../../../domain/ids.ts'
import { ok } from '../../../domain/outcome.ts'
import { stageWords } from '../../../domain/case-file/stage-words.ts'
import { stages } from '../../../domain/case-file/tracks.ts'
import { isStep, workWords } from '../../../domain/timeline/next-step.ts'
import { csvOf } from '../../../platform/export/csv.ts'
import type { MyCase } from '../export-store.ts'

/** Every column of the file, in order; what is not here is not in it. */
export const myCasesColumns = ['Reference', 'First name', 'Family name', 'Date of birth', 'Stage', 'Request received', 'Next step', 'Next step due'] as const

export const exportPurposes = {
  work: 'To plan my own work', meeting: 'For a meeting about these cases', handover: 'To hand cases over to a colleague', inspection: 'For an audit or inspection', other: 'Something else',
} as const
export type ExportPurpose = keyof typeof exportPurposes
export const isPurpose = (text: string): text is ExportPurpose => Object.hasOwn(exportPurposes, text)

export const myCasesFile = (cases: readonly MyCase[]): Uint8Array => csvOf({ columns: [...myCasesColumns], rows: cases.map(rowOf) })

export interface ExportOf {
  readonly purpose: ExportPurpose
  readonly purposeWords?: string
  readonly cases: readonly MyCase[]
  readonly csv: Uint8Array
}

/** Leaves a line of who took the file, for what, how many rows, and its hash. The file itself is kept nowhere. */
export const noteExport = actOutsideCase('export-my-cases', async (tx, { purpose, purposeWords, cases, csv }: ExportOf) => {
  const rows = new Map<LocalAreaId, number>(councilAreasOf(tx.viewer).slice(0, 1).map((area) => [area, 0]))
  for (const { localAreaId } of cases) rows.set(localAreaId, (rows.get(localAreaId) ?? 0) + 1)
  if (tx.viewer.kind === 'person') await insertExport(tx, { name: 'my-cases', purpose, purposeWords, sha256: createHash('sha256').update(csv).digest('hex'), rows }, tx.viewer.personId)
  return ok(null)
})

const rowOf = ({ reference, givenName, familyName, bornOn, stage, receivedOn, nextStep, nextDueOn }: MyCase) => [
  reference, givenName, familyName, bornOn, stageOf(stage), receivedOn ?? undefined,
  nextStep !== null && isStep(nextStep) ? workWords[nextStep] : undefined, nextDueOn ?? undefined,
]

function stageOf(text: string): string {
  const stage = stages.find((one) => one === text)
  return stage === undefined ? text : stageWords[stage].staff
}
