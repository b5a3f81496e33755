import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aCase } from '../../../test/builders/a-case.ts'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import { englandsCalendar } from '../../domain/calendar/england.ts'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import { addDays, plainDateOf } from '../../domain/calendar/plain-date.ts'
import { delaysFor, delaysOf, owedToFamily, tellingOf } from '../../domain/case-file/delays.ts'
import { isCertainToBeMissed } from '../../domain/clocks/certain-to-be-missed.ts'
import { keyOf } from '../../domain/clocks/clock.ts'
import type { DocumentId, PlanVersionId } from '../../domain/ids.ts'
import { readClocks } from './keep-clocks.ts'
import { recordFact } from '../ledger.ts'
import { listLimitsToTell } from './limits-to-tell.ts'
import type { CaseFile, CaseKey } from '../open-case-file.ts'
import { openCaseFile } from '../open-case-file.ts'
import type { Tx } from '../tx.ts'
import { inTransaction } from '../tx.ts'

const day = plainDateOf

/** The same rule in two places: as SQL for lists of an area, and in the domain for one case. Here they must agree on every day. */
describe('the limits of whose delay a family is to be told', () => {
  let hub: Hub
  before(async () => { hub = await aHub() })
  after(() => hub.close())

  const onCase = async <T>(key: CaseKey, run: (tx: Tx, caseFile: CaseFile) => Promise<T>): Promise<T> =>
    inTransaction(await hub.occasion('hattie'), async (tx) => run(tx, await openCaseFile(tx, key, { lock: true })))

  const byRule = async (tx: Tx, caseFile: CaseFile): Promise<string[]> => {
    const read = await readClocks(tx, { localAreaId: caseFile.localAreaId, areaCode: caseFile.key.area, id: caseFile.id, bornOn: caseFile.child.bornOn, facts: caseFile.facts })
    assert.ok(read.ok)
    const delays = delaysOf(caseFile.facts)
    const started = read.value.flatMap(({ clock, startedOn }) => (startedOn === undefined ? [] : [{ clock: keyOf(clock), startedOn }]))
    return read.value.filter((reading) => owedToFamily(reading.clock) && reading.metOn === undefined && reading.overtakenFact === undefined).flatMap((reading) => {
      const { startedOn, dueOn, about } = reading
      if (startedOn === undefined || dueOn === undefined) return []
      const limit = { clock: keyOf(reading.clock), about, startedOn, dueOn }
      const telling = tellingOf({ dueOn, isExcused: reading.state === 'excused', isCertain: isCertainToBeMissed(limit, started, tx.today, englandsCalendar) }, delaysFor(limit, delays), tx.today)
      return telling === undefined ? [] : [`${limit.clock} ${telling}`]
    }).toSorted()
  }

  /** What is to be told on each of many days, by both; only days on which it changes are given back. */
  async function agreeing(key: CaseKey, from: PlainDate, to: PlainDate): Promise<string[]> {
    const changes: string[] = []
    let yesterday: string | undefined
    for (let today = from; today <= to; today = addDays(today, 1)) {
      hub.setNow(`${today}T09:00:00.000Z`)
      const [rule, list] = await onCase(key, async (tx, caseFile) => [await byRule(tx, caseFile), (await listLimitsToTell(tx, caseFile)).map(({ clockId, telling }) => `${clockId} ${telling}`).toSorted()])
      assert.deepEqual(list, rule, today)
      if (rule.join() !== yesterday) changes.push(`${today}: ${rule.join(', ')}`)
      yesterday = rule.join()
    }
    return changes
  }
  /** Made on the day on which it was asked for, so that the clock of the hub never goes back behind what is recorded. */
  const aCaseOf = (receivedOn: string, at: 'considering' | 'drafting' = 'considering'): Promise<CaseKey> => {
    hub.setNow(`${receivedOn}T09:00:00.000Z`)
    return aCase(hub, { receivedOn, at })
  }
  const record = (key: CaseKey, fact: Parameters<typeof recordFact>[2], on: string, corrects?: number) =>
    onCase(key, (tx, caseFile) => recordFact(tx, caseFile, fact, { happenedOn: day(on), ...(corrects === undefined ? {} : { corrects }) }))
  const aboutOf = (key: CaseKey): Promise<string> => onCase(key, async (_tx, { facts: [request] }) => Promise.resolve(request?.type === 'request-received' ? request.requestId : ''))
  const told = (about: string, clock: string, dueOn: string, expectedOn: string, claimId?: string) => ({
    type: 'delay-explained', delayId: hub.house.newId<string>(), clock, about, dueOn: day(dueOn), expectedOn: day(expectedOn), because: 'own-words', why: 'Why.', meanwhile: 'What.', noticeIds: [], ...(claimId === undefined ? {} : { claimId }),
  } as const)

  it('follow each legal day as it passes, the final plan before it does', async () => {
    const key = await aCaseOf('2026-07-20')
    // Six, sixteen and twenty weeks: 31 August, 9 November, 7 December; a draft by 22 November.
    assert.deepEqual(await agreeing(key, day('2026-08-30'), day('2026-12-10')), [
      '2026-08-30: ', '2026-09-01: ASMT-02 late', '2026-11-10: ASMT-02 late, ASMT-06 late', '2026-11-23: ASMT-02 late, ASMT-06 late, ASMT-10 certain', '2026-12-08: ASMT-02 late, ASMT-06 late, ASMT-10 late',
    ])
  })

  it('are not certain to be missed once the draft is served', async () => {
    const key = await aCaseOf('2026-07-20', 'drafting')
    hub.setNow('2026-11-25T09:00:00.000Z')
    await record(key, { type: 'draft-served', versionId: hub.house.newId<PlanVersionId>(), channel: 'hub', windowLastDay: day('2026-12-09') }, '2026-11-25')
    assert.deepEqual(await agreeing(key, day('2026-11-25'), day('2026-12-09')), ['2026-11-25: ', '2026-12-08: ASMT-10 late'])
  })

  it('are told again when the promise passes, and again when the excuse falls, at whatever day', async () => {
    const key = await aCaseOf('2026-07-20')
    const about = await aboutOf(key)
    hub.setNow('2026-08-20T09:00:00.000Z')
    await record(key, told(about, 'ASMT-02', '2026-08-31', '2026-09-10'), '2026-08-20')
    await record(key, { type: 'excuse-claimed', claimId: 'x', clock: 'ASMT-10', about, excuse: 'C', facts: { from: day('2026-08-01'), evidence: 'd' as DocumentId } }, '2026-08-20')
    await record(key, told(about, 'ASMT-10', '2026-12-07', '2027-01-10', 'x'), '2026-08-20')
    assert.deepEqual(await agreeing(key, day('2026-08-20'), day('2026-09-15')), ['2026-08-20: ', '2026-09-11: ASMT-02 promise-passed'])
    await record(key, { type: 'excuse-withdrawn', claimId: 'x' }, '2026-09-15', 3)
    await record(key, told(about, 'ASMT-02', '2026-08-31', '2026-09-20'), '2026-09-15')
    assert.deepEqual(await agreeing(key, day('2026-09-15'), day('2026-09-22')), ['2026-09-15: ASMT-10 excuse-withdrawn', '2026-09-21: ASMT-02 promise-passed, ASMT-10 excuse-withdrawn'])
  })

  it('are nobody’s to list outside the council', async () => {
    const key = await aCaseOf('2026-05-01')
    const mother = await hub.occasion('shno')
    assert.deepEqual(await inTransaction(mother, async (tx) => listLimitsToTell(tx, await openCaseFile(tx, key))), [])
  })
})
