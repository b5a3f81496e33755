// Lines marked in reports, as the advice pages read them; casebook/plan/marked-lines.ts writes them.

import { z } from 'zod'
import { dispositionOf } from '../../casebook/plan/marked-lines.ts'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import type { Tx } from '../../casebook/tx.ts'
import type { AdviceId, PersonId } from '../../domain/ids.ts'
import type { AdviceLine, Disposition } from '../../domain/plan/advice-line.ts'
import type { LineFields } from '../../domain/plan/line.ts'
import { lineKinds } from '../../domain/plan/line.ts'
import type { Section } from '../../domain/plan/sections.ts'
import type { Advice } from './advice-store.ts'

export interface MarkedLine extends AdviceLine {
  readonly position: number
  /** Whether a person has confirmed its wording and amounts, on its own page or in one go. */
  readonly isWorded: boolean
  readonly disposition?: Disposition
}

const fieldsIn = z.record(z.string(), z.union([z.string(), z.number()]))

const rowsOf = (tx: Tx, caseFile: CaseFile, adviceId: AdviceId) => tx.db.selectFrom('adviceLine').selectAll()
  .where('localAreaId', '=', caseFile.localAreaId).where('adviceId', '=', adviceId).where('removedAt', 'is', null)

type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['executeTakeFirstOrThrow']>>

function toLine(row: Row, advice: Advice): MarkedLine {
  const disposition = dispositionOf(row)
  return {
    id: row.id, adviceId: row.adviceId, kind: lineKinds.find((kind) => kind === row.kind) ?? 'need', section: row.section as Section,
    position: row.position, text: row.text, fields: fieldsIn.parse(row.fields) as LineFields, isWorded: row.wordedAt !== null,
    quote: row.quote, start: row.quoteStart, end: row.quoteEnd,
    ...(advice.documentId === undefined ? {} : { documentId: advice.documentId }), ...(disposition === undefined ? {} : { disposition }),
  }
}

/** The marked lines of a report, in the order in which their words stand in it. */
export async function listLines(tx: Tx, caseFile: CaseFile, advice: Advice): Promise<MarkedLine[]> {
  const rows = await rowsOf(tx, caseFile, advice.id).orderBy('quoteStart').orderBy('quoteEnd').orderBy('id').execute()
  return rows.map((row) => toLine(row, advice))
}

/** Who asked the author about a line, to be told of the answer. */
export async function findAsker(tx: Tx, caseFile: CaseFile, { id, adviceId }: Pick<MarkedLine, 'id' | 'adviceId'>): Promise<PersonId | undefined> {
  const row = await tx.db.selectFrom('adviceLine').select('dispositionBy').where('localAreaId', '=', caseFile.localAreaId)
    .where('adviceId', '=', adviceId).where('id', '=', id).executeTakeFirst()
  return row?.dispositionBy ?? undefined
}
