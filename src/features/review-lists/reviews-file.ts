import { otherwiseWords, plannedStateWords } from '../../domain/review/planned.ts'
import type { CsvCell } from '../../platform/export/csv.ts'
import { kindList } from './planned-cells.tsx'
import type { PlannedRow } from './register-store.ts'

/** Every column of a file of planned reviews; what is not here is not in it. */
export const fileColumns = [
  'Council area', 'Case', 'Child', 'Date of birth', 'Setting', 'Kind of review', 'How it stands', 'Meeting by', 'Decision by (law)', 'Meeting arranged', 'Meeting held', 'Early review from', 'Early review to', 'Looked after by', 'Convenes for the council',
] as const

export const fileRow = (row: PlannedRow): CsvCell[] => [
  row.areaName, row.reference, row.name, row.bornOn, row.arrangement === 'attending' ? row.settings : otherwiseWords[row.arrangement], kindList(row), plannedStateWords[row.state], row.meetingBy, row.dueOn, row.meetingOn, row.heldOn,
  row.early?.from, row.early?.to, row.officer, row.convenor,
]
