// Lines in a case's draft, written as drafting writes them: a plan that a family could be sent.

import type { CaseKey } from '../../src/casebook/open-case-file.ts'
import { openCaseFile } from '../../src/casebook/open-case-file.ts'
import { planIdOf } from '../../src/casebook/plan-content.ts'
import type { NewLine } from '../../src/casebook/plan-lines.ts'
import { addLine, findLatestLine, removeLine, saveWording } from '../../src/casebook/plan-lines.ts'
import { inTransaction } from '../../src/casebook/tx.ts'
import { system } from '../../src/casebook/viewer.ts'
import type { LineId } from '../../src/domain/ids.ts'
import { demoPersonId } from '../../src/features/demo/seed-world.ts'
import type { Hub } from '../harness/hub.ts'

export const someLines: readonly NewLine[] = [
  { kind: 'view', section: 'A', text: 'I like drawing horses.', fields: { whose: 'child', howGathered: 'by talking' } },
  { kind: 'need', section: 'B', text: 'She finds it hard to follow spoken instructions.' },
  { kind: 'outcome', section: 'E', text: 'She follows two-part instructions in class.', fields: { by: 'July 2028' } },
  { kind: 'provision', section: 'F', text: 'A teaching assistant repeats each instruction.', fields: { minutes: 20, times: 5, per: 'week' } },
]

/** Adds lines to the draft of a case that is being drafted; answers with their ids in order. */
export const aDraft = (hub: Hub, key: CaseKey, lines: readonly NewLine[] = someLines): Promise<LineId[]> =>
  inTransaction({ house: hub.house, viewer: system, page: 'test' }, async (tx) => {
    const caseFile = await openCaseFile(tx, key, { lock: true })
    const planId = await planIdOf(tx, caseFile)
    const ids: LineId[] = []
    for (const line of lines) ids.push(await addLine(tx, caseFile, planId, demoPersonId('tom'), line))
    return ids
  })

/** The plan writer changes a line's words, or takes it out when none are given. */
export const rewrite = (hub: Hub, key: CaseKey, lineId: LineId, text?: string): Promise<void> =>
  inTransaction({ house: hub.house, viewer: system, page: 'test' }, async (tx) => {
    const caseFile = await openCaseFile(tx, key, { lock: true })
    const planId = await planIdOf(tx, caseFile)
    const line = await findLatestLine(tx, caseFile, planId, lineId)
    if (line === undefined) throw new Error('no such line')
    const { n: base, wording } = line.latest
    const by = demoPersonId('tom')
    await (text === undefined
      ? removeLine(tx, caseFile, planId, { lineId, base, by })
      : saveWording(tx, caseFile, planId, { lineId, base, by, wording: { ...wording, text } }))
  })

/** The line's latest words; undefined when it is out of the draft. */
export const wordsOf = (hub: Hub, key: CaseKey, lineId: LineId): Promise<string | undefined> =>
  inTransaction({ house: hub.house, viewer: system, page: 'test' }, async (tx) => {
    const caseFile = await openCaseFile(tx, key)
    const line = await findLatestLine(tx, caseFile, await planIdOf(tx, caseFile), lineId)
    return line === undefined || line.latest.isRemoved ? undefined : line.latest.wording.text
  })
