// A draft with advice to draw on: reports given with marked lines, people asked for advice, and as many lines as a test needs.

import type { CaseKey } from '../../src/casebook/open-case-file.ts'
import { openCaseFile } from '../../src/casebook/open-case-file.ts'
import { insertLine } from '../../src/casebook/plan/line-rows.ts'
import { planIdOf } from '../../src/casebook/plan/plan-content.ts'
import { inTransaction } from '../../src/casebook/tx.ts'
import type { AdviceItem } from '../../src/domain/case-file/facts.ts'
import { plainDateOf } from '../../src/domain/calendar/plain-date.ts'
import type { AdviceId, AdviceLineId, AdviceRequestId, LineId } from '../../src/domain/ids.ts'
import type { LineFields, LineKind, Source } from '../../src/domain/plan/line.ts'
import type { Section } from '../../src/domain/plan/sections.ts'
import { demoPersonId } from '../../src/features/demo/seed-world.ts'
import type { Hub } from '../harness/hub.ts'

export interface MarkedWish {
  readonly kind: LineKind
  readonly section: Section
  readonly text: string
  readonly fields?: LineFields
}

/** Advice that was given, its author on the case, and its marked lines; the ids are in the order of the wishes. */
export async function someAdvice(
  hub: Hub, key: CaseKey, marked: readonly MarkedWish[],
  { by = 'imogen', kind = 'psychological', item = 'd', notFor = [] }: { by?: string; kind?: string; item?: AdviceItem; notFor?: string[] } = {},
): Promise<{ adviceId: AdviceId; lineIds: AdviceLineId[] }> {
  return inTransaction(await hub.occasion('system'), async (tx) => {
    const { localAreaId, id: caseId } = await openCaseFile(tx, key)
    const person = await tx.db.selectFrom('person').select(['fullName', 'profession']).where('id', '=', demoPersonId(by)).executeTakeFirstOrThrow()
    const adviceId = tx.newId<AdviceId>()
    const adviceRequestId = tx.newId<AdviceRequestId>()
    await tx.db.insertInto('adviceRequest').values({ localAreaId, id: adviceRequestId, caseId, item, kind, askedPersonId: demoPersonId(by), sentOn: tx.today, state: 'given' }).execute()
    await tx.db.insertInto('caseParty').values({
      localAreaId, id: tx.newId<string>(), caseId, personId: demoPersonId(by), part: 'adviser', basis: 'asked for advice', fromOn: tx.today,
    }).execute()
    const quotes = marked.map(({ text }) => text)
    const report = quotes.join('\n')
    await tx.db.insertInto('advice').values({
      localAreaId, id: adviceId, caseId, adviceRequestId, item, kind, authorPersonId: demoPersonId(by), authorName: person.fullName,
      authorRole: person.profession ?? 'adviser', dated: plainDateOf('2026-09-10'), reportText: report, state: 'given', givenAt: tx.now, notFor,
    }).execute()
    const lineIds = marked.map(() => tx.newId<AdviceLineId>())
    for (const [place, wish] of marked.entries()) {
      const start = report.indexOf(wish.text)
      await tx.db.insertInto('adviceLine').values({
        localAreaId, id: lineIds[place] ?? tx.newId<AdviceLineId>(), adviceId, kind: wish.kind, section: wish.section, position: place, text: wish.text,
        fields: JSON.stringify(wish.fields ?? {}), quote: wish.text, quoteStart: start, quoteEnd: start + wish.text.length, markedBy: demoPersonId(by), markedAt: tx.now,
      }).execute()
    }
    return { adviceId, lineIds }
  })
}

/** Lines in the draft, written by the plan writer, at the end of their sections. */
export async function someLines(hub: Hub, key: CaseKey, lines: readonly (MarkedWish & { sources?: readonly Source[] })[]): Promise<LineId[]> {
  return inTransaction(await hub.occasion('tom'), async (tx) => {
    const caseFile = await openCaseFile(tx, key)
    const planId = await planIdOf(tx, caseFile)
    const ids: LineId[] = []
    for (const { kind, section, text, fields = {}, sources = [] } of lines) {
      const id = tx.newId<LineId>()
      await insertLine(tx, caseFile, planId, { id, kind, wording: { section, text, fields }, by: demoPersonId('tom'), sources })
      ids.push(id)
    }
    return ids
  })
}
