import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aCase } from '../../../test/builders/a-case.ts'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import type { LineId, PlanId } from '../../domain/ids.ts'
import type { Attempt } from '../../domain/plan/clash.ts'
import { demoPersonId } from '../../features/demo/seed-world.ts'
import { readLineHistory } from './clashes.ts'
import { findLine, getLine, insertLine } from './line-rows.ts'
import type { CaseFile, CaseKey } from '../open-case-file.ts'
import { openCaseFile } from '../open-case-file.ts'
import { NotFound } from '../out-of-bounds.ts'
import { writePlacement } from './placement-line.ts'
import { planIdOf, readPlanContent } from './plan-content.ts'
import { saveAttempt, trySaving } from './save-line.ts'
import type { Tx } from '../tx.ts'
import { inTransaction } from '../tx.ts'

describe('the one writer of a plan’s lines', () => {
  let hub: Hub
  let key: CaseKey
  const tom = demoPersonId('tom')
  before(async () => {
    hub = await aHub()
    key = await aCase(hub, { at: 'drafting' })
  })
  after(() => hub.close())

  const asTom = async <T>(run: (tx: Tx, caseFile: CaseFile, planId: PlanId) => Promise<T>): Promise<T> =>
    inTransaction(await hub.occasion('tom'), async (tx) => {
      const caseFile = await openCaseFile(tx, key)
      return run(tx, caseFile, await planIdOf(tx, caseFile))
    })
  const wording = (text: string, section: 'F' | 'G' = 'F') => ({ section, text, fields: {} })
  const saying = (text: string, base: number, section: 'F' | 'G' = 'F'): Attempt => ({ base, by: tom, how: 'saved', wording: wording(text, section), isRemoved: false })
  const aLine = (text: string, section: 'F' | 'G' = 'F'): Promise<LineId> =>
    asTom((tx, caseFile, planId) => insertLine(tx, caseFile, planId, { kind: 'provision', wording: wording(text, section), by: tom }))

  it('gives a clash back and writes nothing, where the editor keeps both', async () => {
    const line = await aLine('First')
    await asTom((tx, caseFile, planId) => trySaving(tx, caseFile, planId, line, saying('Second', 1)))
    const given = await asTom((tx, caseFile, planId) => trySaving(tx, caseFile, planId, line, saying('Third', 1)))
    assert.equal(given.kind, 'clash')
    const shown = await asTom((tx, caseFile) => readLineHistory(tx, caseFile, line))
    assert.deepEqual([shown.revisions.length, shown.clashes.length], [2, 0])
    const kept = await asTom((tx, caseFile, planId) => saveAttempt(tx, caseFile, planId, line, saying('Third', 1)))
    assert.equal(kept.kind, 'clash')
    const { clashes } = await asTom((tx, caseFile) => readLineHistory(tx, caseFile, line))
    assert.deepEqual(clashes.map(({ attempts }) => attempts.map(({ wording: { text } }) => text)), [['Third']])
  })

  it('keeps why, for whom and how each revision came about', async () => {
    const line = await aLine('Before')
    await asTom((tx, caseFile, planId) => trySaving(tx, caseFile, planId, line, saying('After', 1), 'A change was accepted'))
    const rows = await hub.fresh.db.selectFrom('planLineRevision').select(['n', 'because', 'how', 'forOrganisationId']).where('lineId', '=', line).orderBy('n').execute()
    assert.deepEqual(rows.map(({ n, because, how }) => [n, because, how]), [[1, null, 'saved'], [2, 'A change was accepted', 'saved']])
    assert.ok(rows.every(({ forOrganisationId }) => forOrganisationId !== null))
  })

  it('puts a line that changes its section after those that are there', async () => {
    await aLine('Health help', 'G')
    const line = await aLine('Moves to health')
    await asTom((tx, caseFile, planId) => trySaving(tx, caseFile, planId, line, saying('Moves to health', 1, 'G')))
    const { lines } = await asTom((tx, caseFile, planId) => readPlanContent(tx, caseFile, planId))
    assert.deepEqual(lines.filter(({ section }) => section === 'G').map(({ text }) => text), ['Health help', 'Moves to health'])
  })

  it('knows no line of another plan, and no kind that cannot stand in a section', async () => {
    const line = await aLine('Ours')
    const stranger = hub.house.newId<PlanId>()
    assert.equal(await asTom((tx, caseFile) => findLine(tx, caseFile, stranger, line)), undefined)
    await assert.rejects(asTom((tx, caseFile) => getLine(tx, caseFile, stranger, line)), NotFound)
    await assert.rejects(asTom((tx, caseFile, planId) => insertLine(tx, caseFile, planId, { kind: 'need', wording: wording('x'), by: tom })), /cannot stand in section F/)
  })

  it('writes section I again and again as one decision after another, each with its history', async () => {
    const named = (text: string) => asTom((tx, caseFile, planId) => writePlacement(tx, caseFile, planId, tom, { text, fields: {} }))
    const first = await named('Larkfell School')
    assert.equal(first.revision, 1)
    assert.equal((await named('Wender Academy')).revision, 1)
    const again = await named('Larkfell School')
    assert.deepEqual([again.id, again.revision], [first.id, 3], 'out once, then in again')
    const { lines } = await asTom((tx, caseFile, planId) => readPlanContent(tx, caseFile, planId))
    assert.deepEqual(lines.filter(({ section }) => section === 'I').map(({ text, revision }) => [text, revision]), [['Larkfell School', 3]])
  })
})
