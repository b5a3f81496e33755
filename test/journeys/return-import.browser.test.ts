// A caseload comes over from another system: last year's return is read and looked through, one person in it is mended, all are brought over and stand as
// cases whose plans await their words. The nine CSV files of the same people bring nobody twice. A second file, brought over by mistake, is taken back.

import assert from 'node:assert/strict'
import { it } from 'node:test'
import { returnText } from '../../src/domain/sen2/write-return.ts'
import { paths } from '../../src/paths.ts'
import { aSen2Header, aSen2Person, anOldPlan, inventedUpn, manySen2Persons } from '../builders/a-sen2-return.ts'
import { exportFileName, nineFileTexts } from '../builders/nine-files.ts'
import type { PageReader } from '../harness/page-reader.ts'
import { bothWays } from './both-ways.ts'
import { morningOf } from './steps/dates.ts'
import { expectClosed, expectRefused } from './steps/refused.ts'

const area = 'wendmere'
const una = aSen2Person(2026, { UPN: inventedUpn(800), Surname: 'Hazelwood-Featherstonehaugh', Forename: 'Una', Requests: [anOldPlan()] })
const misread = { ...una, UPN: `${inventedUpn(800).startsWith('B') ? 'C' : 'B'}${inventedUpn(800).slice(1)}` }
const others = [...manySen2Persons(12)]
const xmlOf = (persons: readonly typeof una[]) => ({ name: 'SEN2 2026.xml', bytes: Buffer.from([...returnText({ header: aSen2Header(2026), persons }, 2026)].join('')) })

bothWays('a caseload from last year’s return', { now: morningOf('2026-09-14') }, (scene) => {
  const bringIn = async (manager: PageReader, files: Parameters<PageReader['submitFiles']>[0]['files']): Promise<void> => {
    await manager.get(paths.returnsIn({ area }))
    await manager.follow('Bring in a return')
    await manager.submitFiles({ files })
    assert.equal(manager.heading, 'A return brought in', manager.errors.join())
    await scene.hub.work()
    await manager.follow('Look again')
  }

  it('is for SEND managers, and asks for a file that can be one', async () => {
    const officer = await scene.cast.as('hattie')
    await officer.get(paths.returnsIn({ area }))
    expectClosed(officer, /Returns brought in/)
    const manager = await scene.cast.as('meera')
    await manager.get(paths.returnsIn({ area }))
    assert.match(manager.words, /No return has been brought in yet/)
    await manager.follow('Bring in a return')
    await manager.submit()
    expectRefused(manager, ['Select the return: one XML file, one zip, or the nine CSV files'])
    await bringIn(manager, [{ name: 'half.xml', bytes: xmlOf(others).bytes.subarray(0, 9000) }])
    assert.match(manager.words, /The return could not be read further than line \d+, column \d+/)
    assert.match(manager.words, /Nobody was brought over/)
  })

  it('is read without bringing anybody over: what is in it, what is wrong and on which line', async () => {
    const manager = await scene.cast.as('meera')
    await bringIn(manager, [xmlOf([...others, misread])])
    assert.match(manager.words, /People in the file 13 Can be brought over 12/)
    assert.match(manager.words, /Cannot, until they are mended 1/)
    await manager.follow('Every error and query, with its line')
    assert.match(manager.words, /Person 13 .*line \d+, column \d+ .*The UPN cannot be right/)
  })

  it('lets a person be mended in place, and keeps what was typed', async () => {
    const manager = await scene.cast.as('meera')
    await manager.get(paths.returnsIn({ area }))
    await manager.get(await newestBatch())
    await manager.get(`${manager.url.replace(/\?.*/, '')}/people?show=kept-out`)
    await manager.follow('Una Hazelwood-Featherstonehaugh')
    await manager.submit({ UPN: inventedUpn(800), Surname: '' }, { button: 'Save and check again' })
    expectRefused(manager, ['Enter the surname'], { kept: { UPN: inventedUpn(800) } })
    await manager.submit({ UPN: inventedUpn(800), Surname: 'Hazelwood-Featherstonehaugh' }, { button: 'Save and check again' })
    assert.match(manager.words, /This person can be brought over/)
  })

  it('brings the caseload over: cases with their days and clocks, whose plans await their words', async () => {
    const manager = await scene.cast.as('meera')
    await manager.get(await newestBatch())
    await manager.follow('Bring the caseload over')
    assert.match(manager.words, /13 people of the return come over/)
    await manager.submit({}, { button: 'Bring the caseload over' })
    await scene.hub.work()
    await manager.get(await newestBatch())
    assert.match(manager.words, /Brought over 13 /)
    const { id } = await scene.hub.fresh.db.selectFrom('caseFile as c').innerJoin('child as h', 'h.id', 'c.childId').select('c.id').where('h.familyName', '=', 'Hazelwood-Featherstonehaugh').executeTakeFirstOrThrow()
    await manager.get(paths.caseOverview({ area, caseId: id }))
    assert.match(manager.words, /The plan’s words are not in the hub yet/)
    for (const tab of ['Final plan', 'Changes', 'Timeline']) {
      await manager.follow(tab)
      assert.equal(manager.status, 200, tab)
    }
    await manager.follow('Reviews')
    assert.match(manager.words, /The next review, with its decision, is due by \d+ \w+ 20\d\d/)
  })

  it('brings nobody twice: the nine CSV files of the same people change nothing', async () => {
    const manager = await scene.cast.as('meera')
    const before = await childrenNow()
    await bringIn(manager, [...nineFileTexts(aSen2Header(2026), [...others, una])].map(([table, text]) => ({ name: exportFileName(table), bytes: Buffer.from(text) })))
    assert.match(manager.words, /Of these, on record already 13/)
    await manager.follow('Bring the caseload over')
    await manager.submit({}, { button: 'Bring the caseload over' })
    await scene.hub.work()
    await manager.get(await newestBatch())
    assert.match(manager.words, /Here already with all of it 13/)
    assert.equal(await childrenNow(), before)
  })

  it('is taken back whole while nobody has worked on it', async () => {
    const manager = await scene.cast.as('meera')
    const before = await childrenNow()
    await bringIn(manager, [xmlOf([aSen2Person(2026, { UPN: inventedUpn(801), Surname: 'Willow', Forename: 'Zed', Requests: [anOldPlan()] })])])
    await manager.follow('Bring the caseload over')
    await manager.submit({}, { button: 'Bring the caseload over' })
    await scene.hub.work()
    assert.equal(await childrenNow(), before + 1)
    await manager.get(await newestBatch())
    await manager.follow('Take all of it back')
    await manager.submit({}, { button: 'Take it back' })
    expectRefused(manager, ['Enter why it is taken back'])
    await manager.submit({ why: 'The file of another year' }, { button: 'Take it back' })
    await scene.hub.work()
    await manager.get(await newestBatch())
    assert.match(manager.words, /Taken back 1 /)
    assert.equal(await childrenNow(), before)
  })

  const childrenNow = async (): Promise<number> => (await scene.hub.fresh.db.selectFrom('child').select('id').execute()).length
  const newestBatch = async (): Promise<string> => {
    const { id } = await scene.hub.fresh.db.selectFrom('returnBatch').select('id').orderBy('broughtAt', 'desc').limit(1).executeTakeFirstOrThrow()
    return paths.returnBatch({ area, batchId: id })
  }
})
