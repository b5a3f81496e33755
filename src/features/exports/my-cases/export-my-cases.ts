import { actOutsideCase } from '../../../casebook/act.ts'
import { councilAreasOf } from '../../../casebook/access/sight.ts'
import type { LocalAreaId } from '../../../domain/ids.ts'
import { ok } from '../../../domain/outcome.ts'
import { stageWords } from '../../../domain/case-file/stage-words.ts'
import { stages } from '../../../domain/case-file/tracks.ts'
import { isStep, workWords } from '../../../domain/timeline/next-step.ts'
import { csvOf } from '../../../platform/export/csv.ts'
import type { MyCase } from '../export-store.ts'
import type { Purpose } from '../purpose.tsx'
import { keepExport } from '../purpose.tsx'

/** Every column of the file, in order; what is not here is not in it. */
export const myCasesColumns = ['Reference', 'First name', 'Family name', 'Date of birth', 'Stage', 'Request received', 'Next step', 'Next step due'] as const

export const myCasesFile = (cases: readonly MyCase[]): Uint8Array => csvOf({ columns: [...myCasesColumns], rows: cases.map(rowOf) })

export interface ExportOf {
  readonly purpose: Purpose
  readonly cases: readonly MyCase[]
  readonly csv: Uint8Array
}

/** Leaves a line of who took the file, for what, how many rows, and its hash. The file itself is kept nowhere. */
export const noteExport = actOutsideCase('export-my-cases', async (tx, { purpose, cases, csv }: ExportOf) => {
  const rows = new Map<LocalAreaId, number>(councilAreasOf(tx.viewer).slice(0, 1).map((area) => [area, 0]))
  for (const { localAreaId } of cases) rows.set(localAreaId, (rows.get(localAreaId) ?? 0) + 1)
  await keepExport(tx, 'my-cases', purpose, csv, rows)
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
