import { dateWords } from '../../../domain/calendar/date-words.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { plannedKindWords, plannedStateWords } from '../../../domain/review/planned.ts'
import type { Block, PrintedDocument } from '../../../platform/documents/printed-document.ts'
import { heading, paragraph, printedDocument, spansOf } from '../../../platform/documents/printed-document.ts'
import { kindList } from '../planned-cells.tsx'
import type { Due } from './find-due.ts'

/** The list on paper, one table for each council area. */
export function dueDocument({ term, pupils, listed }: Due, today: PlainDate): PrintedDocument {
  const day = (on: PlainDate | null | undefined): string => (on === null || on === undefined ? 'Not yet' : dateWords(on))
  const rows = [
    ...(pupils ?? []).map((row) => ({ area: row.areaName, cells: [`${row.name}, born ${dateWords(row.bornOn)}`, row.reference, kindList(row), day(row.meetingBy), day(row.dueOn), plannedStateWords[row.state]] })),
    ...listed.map((row) => ({ area: row.areaName, cells: [`${row.childName}, born ${dateWords(row.bornOn)}`, row.reference, row.kinds.map((kind) => plannedKindWords[kind]).join(', '), day(row.meetingBy), day(row.decisionBy), row.settingNames] })),
  ]
  const areas = [...new Set(rows.map(({ area }) => area))].toSorted()
  const head = ['Child', 'Case', 'Kind', 'Meeting by', 'Decision by', 'How it stands, or where'].map((words) => spansOf(words))
  return printedDocument({
    title: `Reviews due in the ${term.name.toLowerCase()}`, subject: 'Reviews of education, health and care plans', headerLine: `As of ${dateWords(today)}. Names children: keep it safe`,
    blocks: areas.length === 0 ? [paragraph('No review is due.')] : areas.flatMap((area): Block[] => [
      heading(1, area),
      { kind: 'table', caption: `${area}: children whose plan is reviewed`, columns: head, rows: rows.filter((row) => row.area === area).map(({ cells }) => cells.map((words, index) => ({ spans: spansOf(words), ...(index === 0 ? { heads: 'row' as const } : {}) }))) },
    ]),
  })
}
