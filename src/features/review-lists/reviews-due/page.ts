import { actOutsideCase } from '../../../casebook/act.ts'
import type { Ask } from '../../../casebook/ask.ts'
import { read } from '../../../casebook/tx.ts'
import { ok } from '../../../domain/outcome.ts'
import { otherwiseWords, plannedKindWords, plannedStateWords } from '../../../domain/review/planned.ts'
import { paths } from '../../../paths.ts'
import { PdfFault } from '../../../platform/documents/to-pdf.ts'
import type { CsvCell } from '../../../platform/export/csv.ts'
import { csvOf, csvType } from '../../../platform/export/csv.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { file, page, redirect } from '../../../platform/http/reply.ts'
import { confirmReceived, listReceived } from '../list-store.ts'
import { kindList } from '../planned-cells.tsx'
import { dueDocument } from './due-document.ts'
import type { Due } from './find-due.ts'
import { findDue } from './find-due.ts'
import { view } from './view.tsx'

/** One list for all councils: a school has children of several. */
export async function show(ask: Ask): Promise<Reply> {
  return read(ask, async (tx) => page(view({ frame: ask.frame, today: tx.today, due: await findDue(tx, ask) })))
}

/** The body says that it has its lists. */
const confirmLists = actOutsideCase('confirm-review-lists', async (tx) => ok(await confirmReceived(tx, (await listReceived(tx)).map(({ id }) => id))))

export async function submit(ask: Ask): Promise<Reply> {
  await read(ask, (tx) => findDue(tx, ask))
  await confirmLists(ask, null)
  return redirect(paths.reviewsDue({ done: 'recorded' }))
}

export const dueColumns = ['Council area', 'Case', 'Child', 'Date of birth', 'Setting', 'Kind of review', 'How it stands', 'Meeting by', 'Decision by (law)', 'Meeting arranged', 'Case officer'] as const

/** Own pupils as they stand, then the children of the lists that were sent. */
export function dueRows({ pupils = [], listed }: Pick<Due, 'pupils' | 'listed'>): CsvCell[][] {
  return [
    ...pupils.map((row): CsvCell[] => [row.areaName, row.reference, row.name, row.bornOn, row.arrangement === 'attending' ? row.settings : otherwiseWords[row.arrangement], kindList(row), plannedStateWords[row.state], row.meetingBy, row.dueOn, row.meetingOn, row.officer]),
    ...listed.map((row): CsvCell[] => [row.areaName, row.reference, row.childName, row.bornOn, row.settingNames, row.kinds.map((kind) => plannedKindWords[kind]).join(', '), undefined, row.meetingBy ?? undefined, row.decisionBy ?? undefined, row.meetingOn ?? undefined, undefined]),
  ]
}

export async function asFile(ask: Ask): Promise<Reply> {
  return read(ask, async (tx) => file(csvOf({ columns: dueColumns, rows: dueRows(await findDue(tx, ask)) }), csvType, `Reviews due ${tx.today}.csv`))
}

/** The same list to print. Where no PDF can be made here, the page itself prints, and says so. */
export async function asPdf(ask: Ask): Promise<Reply> {
  const { due, today } = await read(ask, async (tx) => ({ due: await findDue(tx, ask), today: tx.today }))
  const { pdf: maker } = ask.house
  const instead = (): Reply => page(view({ frame: ask.frame, today, due, hasNoPdf: true }))
  if (!maker.available) return instead()
  try {
    return file(await maker.make(dueDocument(due, today)), 'application/pdf', `Reviews due ${today}.pdf`)
  } catch (thrown) {
    if (thrown instanceof PdfFault) return instead()
    throw thrown
  }
}
