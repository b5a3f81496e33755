// What is kept and who can take it out: files with many people in them, papers that went public, papers that were lost.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import type { CaseKey } from '../../src/casebook/open-case-file.ts'
import { jobsOf, runJob } from '../../src/casebook/jobs.ts'
import { features } from '../../src/features/index.ts'
import { demoPersonId } from '../../src/features/demo/seed-world.ts'
import { paths } from '../../src/paths.ts'
import { aCase } from '../builders/a-case.ts'
import { anIssuedPlan } from '../builders/an-issued-plan.ts'
import type { Hub, Visitor } from '../harness/hub.ts'
import { aHub } from '../harness/hub.ts'
import { zipOf } from '../harness/zip-file.ts'
import { listSources, readSource } from '../walls/sources.ts'

const src = listSources().filter((file) => /^src\/.*\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
const text = (words: string): Uint8Array => new TextEncoder().encode(words)

describe('a file with many people in it', () => {
  let hub: Hub
  before(async () => {
    hub = await aHub()
    for (let child = 0; child < 6; child++) await aCase(hub, { givenName: `Child${child}`, familyName: 'Listed', receivedOn: '2026-05-01', parents: ['shno'] })
  })
  after(() => hub.close())

  it('2: a list of many children mailed to a parent, and details of a hundred in an answer to a request for figures: rows of children leave in one file, for its officer, for a reason, on record', async () => {
    // The files that the hub makes of many cases, and no other.
    assert.deepEqual(src.filter((file) => /\bcsvOf\(/.test(readSource(file)) && !file.startsWith('src/platform/')), [
      'src/features/currency/figures/file.ts', 'src/features/delays/counts/file.ts', 'src/features/exports/my-cases/export-my-cases.ts',
      // What is wrong with the national return: numbers of cases and no names, also for a reason and on record.
      'src/features/exports/return-faults/page.tsx',
      // What is wrong in a return that is brought in: lines of the file and rules, and nobody's name.
      'src/features/return-in/pages/faults.tsx',
      // A setting's own pupils whose reviews are due, which the council has to send it each term.
      'src/features/review-lists/reviews-due/page.ts', 'src/features/stock/files/page.ts',
    ])
    const officer = await (await hub.as('hattie')).get(paths.exportMyCases())
    await officer.submit({})
    assert.deepEqual(officer.errors, ['Select what the file is for'])
    await officer.submit({ purpose: 'meeting' })
    assert.equal((await hub.fresh.db.selectFrom('exportMade').select(['personId', 'purpose', 'rowCount']).executeTakeFirstOrThrow()).rowCount, 6)
    // Figures are what they are by construction: no name, no day of birth, no number under five.
    for (const url of [paths.overdueFile(), paths.ratesFile(), paths.delaysFile()]) {
      const { status, bytes } = await (await hub.as('meera')).download(url)
      assert.equal(status, 200, url)
      const figures = new TextDecoder().decode(bytes)
      assert.doesNotMatch(figures, /Listed|Child\d|2018-02-23|Tahsin/, url)
      assert.doesNotMatch(figures, /,[1-4](?=,|\r|\n|$)/, url)
    }
    // And nothing that was taken out can be sent on from here: what leaves to a family takes no file.
    const [row] = await hub.fresh.db.selectFrom('caseFile').select('id').limit(1).execute()
    await officer.get(paths.caseThread({ area: 'wendmere', caseId: row?.id ?? '', personId: demoPersonId('shno') }))
    assert.equal(officer.root.querySelector('main input[type=file]'), null)
  })

  it('16: a hidden sheet with thousands of people, and the rows kept behind a table: the hub makes no spreadsheet, and takes none that hides something', async () => {
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> }
    assert.deepEqual(Object.keys(dependencies).filter((name) => /xlsx|exceljs|sheet|calc/i.test(name)), [])
    const made = await (await (await hub.as('hattie')).get(paths.exportMyCases())).submit({ purpose: 'meeting' })
    assert.doesNotMatch(made.body.slice(0, 4), /PK/)
    assert.equal(made.body.split('\n').filter((line) => line.trim() !== '').length, 7, 'the heads and the rows that were said, and nothing behind them')
    const [row] = await hub.fresh.db.selectFrom('caseFile').select('id').limit(1).execute()
    const types = '<Types><Override ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
    for (const [name, parts] of [
      ['a hidden sheet', [['xl/workbook.xml', '<workbook><sheets><sheet name="Totals"/><sheet name="Everybody" state="hidden"/></sheets></workbook>']]],
      ['a pivot cache', [['xl/workbook.xml', '<workbook/>'], ['xl/pivotCache/pivotCacheRecords1.xml', '<r/>']]],
    ] as const) {
      const officer = await (await hub.as('hattie')).get(paths.caseEvidence({ area: 'wendmere', caseId: row?.id ?? '' }))
      await officer.submitFiles({ file: { name: 'totals.xlsx', bytes: zipOf(new Map([['[Content_Types].xml', types], ...parts])) } }, { title: 'Totals', share: 'everybody' })
      assert.equal(officer.status, 422, name)
      assert.match(officer.errors.join(), /hidden sheets or rows/, name)
    }
    assert.deepEqual(await hub.fresh.db.selectFrom('document').select('id').execute(), [])
  })
})

describe('papers that everybody could read', () => {
  let hub: Hub
  let key: CaseKey
  before(async () => {
    hub = await aHub({ now: '2027-01-12T10:00:00.000Z' })
    key = await anIssuedPlan(hub)
  })
  after(() => hub.close())

  it('4: appeal papers with a plan and a court extract put online: nothing of a case opens without signing in, is kept by a browser or found under its address, and what a court said can be sealed', async () => {
    const officer = await (await hub.as('hattie')).get(paths.caseEvidence(key))
    await officer.submitFiles({ file: { name: 'order.txt', bytes: text('Extract of the order of the family court') } }, { title: 'Court extract', share: 'everybody' })
    const { id } = await hub.fresh.db.selectFrom('document').select('id').where('title', '=', 'Court extract').executeTakeFirstOrThrow()
    const stranger = hub.visitor()
    for (const url of [paths.finalPlan(key), paths.caseDocument({ ...key, documentId: id }), paths.adviceList(key), paths.caseLetters(key), paths.caseDatesFile(key), paths.caseTimeline(key)]) {
      const response = await stranger.download(url)
      assert.equal(response.status, 303, `${url} sends a stranger to sign in`)
      assert.doesNotMatch(new TextDecoder().decode(response.bytes), /family court|Tahsin/)
    }
    const inside = await hub.app.inject({ method: 'GET', url: paths.caseDocument({ ...key, documentId: id }), headers: { cookie: officer.cookieHeader } })
    assert.equal(inside.headers['cache-control'], 'no-store')
    assert.match(String(inside.headers['content-disposition']), /^attachment/)
    // No folder of the server is open for files: what the hub serves without a session is its own assets.
    assert.deepEqual(src.filter((file) => /fastifyStatic|sendFile\(/.test(readSource(file))).length <= 1, true)
    const manager = await (await hub.as('meera')).get(paths.sealItem({ ...key, thing: 'document', thingId: id }))
    await manager.submit({ kind: 'named', ground: 'third-party', reason: 'Family court', decidedBy: 'Meera Chaudry', 'review-day': '1', 'review-month': '6', 'review-year': '2027' })
    assert.equal(manager.status, 200)
    for (const who of ['shno', 'leona', 'debra']) assert.equal((await (await hub.as(who)).download(paths.caseDocument({ ...key, documentId: id }))).status, 404, who)
  })
})

describe('papers that were lost', () => {
  let hub: Hub
  let key: CaseKey
  let officer: Visitor
  before(async () => {
    hub = await aHub()
    key = await aCase(hub)
    officer = await (await hub.as('hattie')).get(paths.caseEvidence(key))
    await officer.submitFiles({ file: { name: 'letter.txt', bytes: text('From the hospital') } }, { title: 'Letter from the hospital', share: 'family' })
  })
  after(() => hub.close())

  const countTonight = async (): Promise<void> => {
    const job = jobsOf(features).get('check-kept-files')
    assert.ok(job?.runsAt !== undefined)
    await runJob(hub.house, job, {})
  }
  const home = async (who: string): Promise<string> => (await (await hub.as(who)).get(paths.home())).words

  it('12: a child’s records lost, and the parent not told: every file is counted and hashed each night, a loss is told at once, and stays on the manager’s page with the hours that the law gives until somebody says who was told', async () => {
    await countTonight()
    assert.doesNotMatch(await home('meera'), /cannot be found/)
    const { sha256 } = await hub.fresh.db.selectFrom('document').select('sha256').executeTakeFirstOrThrow()
    await hub.house.files.removeInfected(sha256)
    await countTonight()
    await countTonight()
    assert.match(await home('meera'), /1 kept file cannot be found\. If anybody could be harmed, tell the Information Commissioner by 17 September 2026/)
    await hub.work()
    const told = hub.carrier.carried.filter(({ subject }) => subject === 'A kept file cannot be found')
    assert.deepEqual(new Set(told.map(({ to }) => to)), new Set(['meera@example.org', 'winifred@example.org']))
    assert.equal(told.length, 2, 'each once, however many nights')
    assert.doesNotMatch(JSON.stringify(told), /Rewan|hospital/)
    for (const who of ['hattie', 'shno', 'debra']) assert.equal((await (await hub.as(who)).get(paths.lostFiles({ area: 'wendmere' }))).status, 404, who)
    assert.doesNotMatch((await (await hub.as('winifred')).get(paths.lostFiles({ area: 'wendmere' }))).words, /hospital/, 'who opens no case reads no title')
    const manager = await (await hub.as('meera')).get(paths.lostFiles({ area: 'wendmere' }))
    assert.match(manager.words, /Letter from the hospital .* Its content is not there .* Report it by 17 September 2026/)
    await manager.submit({})
    assert.deepEqual(manager.errors, ['Select whether the Information Commissioner was told', 'Select whether the family was told', 'Enter what was done, and when'])
    // Brought back from a backup: it is noted, and still to be answered for.
    await hub.house.files.keep(text('From the hospital'))
    await countTonight()
    await manager.get(paths.lostFiles({ area: 'wendmere' }))
    assert.match(manager.words, /There again/)
    const { id } = await hub.fresh.db.selectFrom('fileLoss').select('id').executeTakeFirstOrThrow()
    await manager.submit({ [`commissioner-${id}`]: 'reported', [`family-${id}`]: 'told', [`words-${id}`]: 'Rang the mother on the same day' })
    assert.match(manager.text, /What was done is on record.*Every kept file is there/)
    assert.doesNotMatch(await home('meera'), /cannot be found/)
  })

  it('22: documents missing or under the wrong label: each is typed by what is in it, looked through for other children whatever it is called, and stands in the case’s one list', async () => {
    await aCase(hub, { givenName: 'Orla', familyName: 'Adeyinka-Rowe', parents: ['sinead'], setting: 'bramblewick' })
    await officer.get(paths.caseEvidence(key))
    await officer.submitFiles({ file: { name: 'Rewan Tahsin report.txt', bytes: text('Paediatric report about Orla Adeyinka-Rowe.') } }, { title: 'Rewan’s report', share: 'family' })
    assert.equal(officer.heading, 'This was not sent')
    await officer.get(paths.caseEvidence(key))
    await officer.submitFiles({ file: { name: 'report.pdf', bytes: text('no PDF at all') } }, { title: 'A report', share: 'family' })
    assert.match(officer.errors.join(), /not the type its name says/)
    await officer.get(paths.caseEvidence(key))
    assert.match(officer.words, /Letter from the hospital 14 September 2026/)
    assert.doesNotMatch(officer.words, /Rewan’s report/)
  })

  it('23: thousands of records destroyed, and nobody noticed for two years: no page and no command destroys a record, the one way a file leaves is a virus, and the next night notices', async () => {
    const records = ['document', 'advice', 'adviceLine', 'fact', 'plan', 'planVersion', 'planLine', 'planLineRevision', 'caseFile', 'child', 'notice', 'message', 'request', 'decision', 'consultation', 'auditRecord']
    const destroying = src.filter((file) => new RegExp(`deleteFrom\\('(?:${records.join('|')})'\\)|\\b(?:delete from|truncate)\\s+(?:table\\s+)?(?:${records.map((name) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)).join('|')})\\b`).test(readSource(file)))
    assert.deepEqual(destroying, [])
    assert.deepEqual(src.filter((file) => /removeInfected/.test(readSource(file))).toSorted(), ['src/casebook/papers/scan-waiting.ts', 'src/platform/files/file-store.ts'])
    await assert.rejects(hub.fresh.db.deleteFrom('fact').execute(), /the ledger only grows/)
    // A closed case is kept, and read by the council and the family (UK GDPR Art 5(1)(e): how long is the council's to decide).
    await officer.get(paths.caseWithdraw(key))
    assert.equal(officer.status, 200)
  })
})
