// Lines in a case's draft, written as drafting writes them: a plan that a family could be sent.

import type { CaseKey } from '../../src/casebook/open-case-file.ts'
import { openCaseFile } from '../../src/casebook/open-case-file.ts'
import { planIdOf } from '../../src/casebook/plan/plan-content.ts'
import { findLine, getLine, insertLine } from '../../src/casebook/plan/line-rows.ts'
import { trySaving } from '../../src/casebook/plan/save-line.ts'
import { inTransaction } from '../../src/casebook/tx.ts'
import { system } from '../../src/casebook/signing-in/viewer.ts'
import type { LineId } from '../../src/domain/ids.ts'
import type { LineFields, LineKind } from '../../src/domain/plan/line.ts'
import type { Section } from '../../src/domain/plan/sections.ts'
import { demoPersonId } from '../../src/features/demo/seed-world.ts'
import type { Hub } from '../harness/hub.ts'

export interface NewLine {
  readonly kind: LineKind
  readonly section: Section
  readonly text: string
  readonly fields?: LineFields
}

export const someLines: readonly NewLine[] = [
  { kind: 'view', section: 'A', text: 'I like drawing horses.', fields: { whose: 'child', howGathered: 'by talking' } },
  { kind: 'need', section: 'B', text: 'She finds it hard to follow spoken instructions.' },
  { kind: 'outcome', section: 'E', text: 'She follows two-part instructions in class.', fields: { by: 'July 2028' } },
  { kind: 'provision', section: 'F', text: 'A teaching assistant repeats each instruction.', fields: { minutes: 20, times: 5, per: 'week' } },
]

/** Adds lines to the draft of a case that is being drafted; answers with their ids in order. */
export const aDraft = (hub: Pick<Hub, 'house'>, key: CaseKey, lines: readonly NewLine[] = someLines): Promise<LineId[]> =>
  inTransaction({ house: hub.house, viewer: system, page: 'test' }, async (tx) => {
    const caseFile = await openCaseFile(tx, key, { lock: true })
    const planId = await planIdOf(tx, caseFile)
    const ids: LineId[] = []
    for (const { kind, section, text, fields = {} } of lines) {
      ids.push(await insertLine(tx, caseFile, planId, { kind, by: demoPersonId('tom'), wording: { section, text, fields } }))
    }
    return ids
  })

/** The plan writer changes a line's words, or takes it out when none are given. */
export const rewrite = (hub: Hub, key: CaseKey, lineId: LineId, text?: string): Promise<void> =>
  inTransaction({ house: hub.house, viewer: system, page: 'test' }, async (tx) => {
    const caseFile = await openCaseFile(tx, key, { lock: true })
    const planId = await planIdOf(tx, caseFile)
    const { latest: { n: base, wording } } = await getLine(tx, caseFile, planId, lineId)
    const by = demoPersonId('tom')
    await trySaving(tx, caseFile, planId, lineId, text === undefined
      ? { base, by, how: 'removed', wording, isRemoved: true }
      : { base, by, how: 'saved', wording: { ...wording, text }, isRemoved: false })
  })

/** The line's latest words; undefined when it is out of the draft. */
export const wordsOf = (hub: Hub, key: CaseKey, lineId: LineId): Promise<string | undefined> =>
  inTransaction({ house: hub.house, viewer: system, page: 'test' }, async (tx) => {
    const caseFile = await openCaseFile(tx, key)
    const line = await findLine(tx, caseFile, await planIdOf(tx, caseFile), lineId)
    return line === undefined || line.latest.isRemoved ? undefined : line.latest.wording.text
  })
