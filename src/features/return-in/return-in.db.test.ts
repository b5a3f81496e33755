// A return read, brought over, brought over again and taken back, on a real database, with the worker's own hands.

import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import { Readable } from 'node:stream'
import { aPlacement, aSen2Header, aSen2Person, anOldPlan, inventedUpn, manySen2Persons } from '../../../test/builders/a-sen2-return.ts'
import { exportFileName, nineFileTexts } from '../../../test/builders/nine-files.ts'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import { childForReturn } from '../../casebook/return/children-for-return.ts'
import { inTransaction, read, type Occasion } from '../../casebook/tx.ts'
import { askedFor } from '../../domain/sen2/from-record/record-for-return.ts'
import { isSameValue } from '../../domain/plan/same-value.ts'
import { returnOf } from '../../domain/sen2/return-of.ts'
import type { ReturnYear } from '../../domain/sen2/return-years.ts'
import type { Sen2Person } from '../../domain/sen2/sen2-return.ts'
import { returnText } from '../../domain/sen2/write-return.ts'
import { demoAreaId } from '../demo/seed-world.ts'
import { acceptBatch } from './accept/accept-returns.ts'
import { getBatch, setTakenBack } from './batch-store.ts'
import { countPeople, getPerson, listFaults, listPeople } from './person-store.ts'
import { readReturnCommand } from './command.ts'
import { readBatch } from './read/read-returns.ts'
import { startAccepting, takeFiles } from './return-acts.ts'
import { takeBackBatch } from './take-back/take-returns-back.ts'

const areaId = demoAreaId('wendmere')
const textOf = (persons: Iterable<Sen2Person>, year: ReturnYear = 2026): string => [...returnText({ header: aSen2Header(year), persons }, year)].join('')

describe('a return of another system', () => {
  let hub: Hub
  let occasion: Occasion
  const key = (batchId: string) => ({ localAreaId: areaId, batchId })
  const counts = (batchId: string) => read(occasion, (tx) => countPeople(tx, key(batchId)))
  const childrenNow = async (): Promise<number> => Number((await hub.fresh.db.selectFrom('child').select(({ fn }) => fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n)
  const factsNow = async (): Promise<number> => Number((await hub.fresh.db.selectFrom('fact').select(({ fn }) => fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n)

  async function readIn(text: string): Promise<string> {
    const passed = await hub.house.passing.take(Readable.from([Buffer.from(text)]))
    const taken = await inTransaction(occasion, (tx) => takeFiles(tx, areaId, 'page', [{ fileName: 'return.xml', size: passed.size, sha256: passed.sha256, passing: passed.id }]))
    assert.ok(taken.ok)
    await readBatch(occasion, { localAreaId: areaId, id: taken.value.batchId })
    return taken.value.batchId
  }
  async function accept(batchId: string): Promise<void> {
    await inTransaction(occasion, (tx) => startAccepting(tx, areaId, batchId))
    await acceptBatch(occasion, { localAreaId: areaId, id: batchId })
  }
  async function takeBack(batchId: string): Promise<void> {
    await inTransaction(occasion, (tx) => setTakenBack(tx, areaId, batchId, 'Wrong file'))
    await takeBackBatch(occasion, { localAreaId: areaId, id: batchId })
  }

  before(async () => {
    hub = await aHub()
    occasion = await hub.occasion('system')
  })
  after(() => hub.close())

  let first: string
  it('is read with its faults, and the bytes are gone', async () => {
    const people = [...manySen2Persons(20), aSen2Person(2026, { UPN: `B${inventedUpn(500).slice(1)}` }), aSen2Person(2026, { UPN: inventedUpn(501), Surname: 'Rowan', Requests: [{ ...anOldPlan(), ActivePlans: { ...anOldPlan().ActivePlans, PlacementDetail: [aPlacement(2026, { URN: '900777' })], SENneed: [{ SENtype: 'ASD', SENtypeRank: '1' }] } }] })]
    first = await readIn(textOf(people))
    const batch = await read(occasion, (tx) => getBatch(tx, areaId, first))
    assert.equal(batch.state, 'read')
    assert.equal(batch.authority, '330')
    assert.deepEqual({ persons: batch.sums?.persons, groups: batch.sums?.groups, new: batch.sums?.settingsNew }, { persons: 22, groups: { 'not-assessed': 2, ceased: 2, active: 18 }, new: 1 })
    const kept = await read(occasion, (tx) => listPeople(tx, key(first), 'kept-out', { most: 10 }))
    assert.deepEqual(kept.map(({ no, keptOut }) => [no, keptOut]), [[21, 'The UPN cannot be right']])
    const faults = await read(occasion, (tx) => listFaults(tx, key(first), { severity: 'error' }, { most: 10 }))
    assert.deepEqual(faults.map(({ rule, personNo, keepsOut }) => [rule, personNo, keepsOut]), [['R-P08', 21, true]])
    assert.equal(batch.files[0]?.passing, undefined)
    assert.deepEqual(await hub.house.passing.listBefore(Number.MAX_SAFE_INTEGER), [])
  })

  it('is brought over, each person once', async () => {
    const children = await childrenNow()
    await accept(first)
    assert.equal(await childrenNow() - children, 21)
    const { in: came, left } = await counts(first)
    assert.deepEqual([came, left], [21, 1])
    const person = await read(occasion, (tx) => getPerson(tx, key(first), 6))
    const caseRow = await hub.fresh.db.selectFrom('caseFile').select(['stage', 'nextStep', 'nextDueOn', 'clocksRefused', 'caseOfficerId']).where('reference', '=', person.reference ?? '').executeTakeFirstOrThrow()
    assert.equal(caseRow.stage, 'maintained')
    assert.equal(caseRow.clocksRefused, null)
    assert.equal(caseRow.caseOfficerId, null)
    const clocks = await hub.fresh.db.selectFrom('clock as k').innerJoin('caseFile as c', (join) => join.onRef('c.id', '=', 'k.caseId')).select(['k.clockId', 'k.dueOn']).where('c.reference', '=', person.reference ?? '').execute()
    assert.ok(clocks.some(({ clockId, dueOn }) => clockId === 'REV-02' && dueOn === '2026-06-19'), JSON.stringify(clocks))
    assert.deepEqual(await hub.fresh.db.selectFrom('organisation').select('name').where('urn', '=', '900777').execute(), [{ name: 'Setting URN 900777' }])
  })

  it('brought in again changes nothing, by the same file or by one with somebody more', async () => {
    const [children, facts] = [await childrenNow(), await factsNow()]
    await accept(first)
    const again = await readIn(textOf([...manySen2Persons(20), aSen2Person(2026, { UPN: inventedUpn(600), Surname: 'Newcomer' })]))
    assert.deepEqual((await counts(again)).known, 20)
    await accept(again)
    const { in: came, unchanged } = await counts(again)
    assert.deepEqual([came, unchanged], [1, 20])
    assert.equal(await childrenNow(), children + 1)
    assert.ok(await factsNow() - facts < 8)
  })

  it('is written back from the record as it came', async () => {
    const said = [...manySen2Persons(20), aSen2Person(2026, { UPN: inventedUpn(501), Surname: 'Rowan' })]
    for (const no of [1, 2, 5, 6, 12, 20]) {
      const { childId, person } = await read(occasion, (tx) => getPerson(tx, key(first), no))
      assert.ok(childId !== undefined)
      const written = await read(occasion, async (tx) => returnOf(await childForReturn(tx, areaId, childId), askedFor(2026)))
      assert.ok(isSameValue(written?.person, said[no - 1]), JSON.stringify({ written: written?.person, person }, undefined, 1))
    }
  })

  it('goes on where it was stopped', async () => {
    const batchId = await readIn(textOf([...manySen2Persons(40)].slice(20).map((person) => ({ ...person, Surname: `Second-${person.Surname ?? ''}` }))))
    await inTransaction(occasion, (tx) => startAccepting(tx, areaId, batchId))
    const children = await childrenNow()
    // Stopped in the middle of a person: a fault is thrown after some.
    const real = occasion.house.newId
    let given = 0
    const breaking = { ...occasion, house: { ...occasion.house, newId: <T extends string>(): T => { given += 1; if (given > 150) throw new Error('killed'); return real<T>() } } }
    await assert.rejects(acceptBatch(breaking, { localAreaId: areaId, id: batchId }), /killed/)
    const half = await childrenNow() - children
    assert.ok(half > 0 && half < 20, String(half))
    await acceptBatch(occasion, { localAreaId: areaId, id: batchId })
    assert.equal(await childrenNow() - children, 20)
    assert.equal((await counts(batchId)).in, 20)
  })

  it('is taken back as a whole, but for cases that somebody has worked on', async () => {
    const people = [1, 2, 3].map((n) => aSen2Person(2026, { UPN: inventedUpn(700 + n), Surname: ['Alder', 'Birch', 'Cedar'][n - 1] ?? '', Forename: ['Ann', 'Bob', 'Cid'][n - 1] ?? '', Requests: [anOldPlan()] }))
    const children = await childrenNow()
    const batchId = await readIn(textOf(people))
    await accept(batchId)
    const worked = await read(occasion, (tx) => getPerson(tx, key(batchId), 2))
    const someone = await hub.fresh.db.selectFrom('person').select('id').limit(1).executeTakeFirstOrThrow()
    const caseRow = await hub.fresh.db.selectFrom('caseFile').selectAll().where('reference', '=', worked.reference ?? '').executeTakeFirstOrThrow()
    await hub.fresh.db.insertInto('fact').values({ localAreaId: areaId, caseId: caseRow.id, seq: 99, type: 'contact-recorded', happenedOn: '2026-03-01' as never, recordedAt: '2026-03-01T00:00:00Z' as never, recordedBy: someone.id, data: '{"name":"x"}' }).execute()
    await takeBack(batchId)
    assert.equal(await childrenNow() - children, 1)
    const { takenBack, workedOn } = await counts(batchId)
    assert.deepEqual([takenBack, workedOn], [2, 1])
    assert.equal((await hub.fresh.db.selectFrom('auditRecord').select('act').where('act', '=', 'take-back-return').execute()).length, 2)
    await assert.rejects(hub.fresh.db.deleteFrom('fact').where('caseId', '=', caseRow.id).execute(), /only grows/)
    // The same file brings them in again: who is there already is left as they are.
    const again = await readIn(textOf(people))
    await accept(again)
    assert.deepEqual([(await counts(again)).in, (await counts(again)).unchanged], [2, 1])
  })

  it('comes in by the command too, from the nine files of an export', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'nine-'))
    for (const [table, text] of nineFileTexts(aSen2Header(), [...manySen2Persons(50)].slice(40).map((person) => ({ ...person, Surname: `Third-${person.Surname ?? ''}` })))) await writeFile(path.join(folder, exportFileName(table)), text)
    const said: string[] = []
    const run = (...words: string[]) => readReturnCommand(occasion, words, (text) => { said.push(text) })
    assert.equal(await run(folder), 2)
    assert.equal(await run(path.join(folder, 'nowhere'), '--area', 'wendmere'), 2)
    assert.equal(await run(folder, '--area', 'wendmere'), 0)
    assert.match(said.at(-1) ?? '', /Nobody was brought over/)
    const children = await childrenNow()
    assert.equal(await run(folder, '--area', 'wendmere', '--accept'), 0)
    assert.match(said.at(-1) ?? '', /Brought over 10\. Here already: 0\. Left: 0/)
    assert.equal(await childrenNow() - children, 10)
    await rm(path.join(folder, exportFileName('senneed')))
    assert.equal(await run(folder, '--area', 'wendmere'), 2)
    assert.match(said.at(-1) ?? '', /one is missing: senneed/)
    await rm(folder, { recursive: true })
  })

  it('that cannot be read says where', async () => {
    const batchId = await readIn(textOf(manySen2Persons(2)).replace('</Message>', ''))
    const { state, why } = await read(occasion, (tx) => getBatch(tx, areaId, batchId))
    assert.equal(state, 'not-read')
    assert.match(why?.words ?? '', /the file ends inside/)
    assert.ok((why?.line ?? 0) > 10)
  })

  it('is in the database nobody’s but this council’s', async () => {
    await readIn(textOf([{ ...aSen2Person(), Sex: undefined as never }]))
    for (const table of ['returnBatch', 'returnFile', 'returnPerson', 'returnInFault'] as const) {
      for (const [who, sees] of [['hattie', true], ['aled', false], ['debra', false], ['shno', false]] as const) {
        const rows = await inTransaction(await hub.occasion(who), (tx) => tx.db.selectFrom(table).select('localAreaId').where('localAreaId', '=', areaId).execute())
        assert.equal(rows.length > 0, sees, `${who} in ${table}`)
      }
    }
  })
})
