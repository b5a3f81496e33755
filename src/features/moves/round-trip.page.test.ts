// A rich case goes from one council to another and back, through the pages, and is the same: words, hashes, links, sources, bytes, days.

import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { alikeAnswers } from '../../../test/builders/a-move.ts'
import { aProtectedHome, aRichCase } from '../../../test/builders/a-rich-case.ts'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import { openCaseFile } from '../../casebook/open-case-file.ts'
import { listDocuments, openDocument } from '../../casebook/papers/documents.ts'
import { listVersions, planIdOf, readPlanContent, readVersion } from '../../casebook/plan/plan-content.ts'
import { system } from '../../casebook/signing-in/viewer.ts'
import type { Tx } from '../../casebook/tx.ts'
import { read } from '../../casebook/tx.ts'
import type { Source } from '../../domain/plan/line.ts'
import { paths } from '../../paths.ts'
import { zipParts } from '../../platform/documents/zip-guard.ts'
import { demoAreaId, demoPersonId } from '../demo/seed-world.ts'
import { readPackage } from './package/read-package.ts'

const now = '2027-01-11T10:00:00.000Z'

describe('a move to another council on the same installation, and back', () => {
  let hub: Hub
  let atWendmere: CaseKey
  let atTarn: CaseKey
  before(async () => {
    hub = await aHub({ now })
    atWendmere = await aRichCase(hub)
  })
  after(() => hub.close())

  const asSystem = <T>(run: (tx: Tx) => Promise<T>): Promise<T> => read({ house: hub.house, viewer: system, page: 'test' }, run)

  /** All that must be the same on both sides, with nothing in it that is an id. */
  async function essence(key: CaseKey) {
    return asSystem(async (tx) => {
      const caseFile = await openCaseFile(tx, key)
      const content = await readPlanContent(tx, caseFile, await planIdOf(tx, caseFile))
      const advice = new Map((await tx.db.selectFrom('advice').select(['id', 'authorName', 'reportText', 'dated']).where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).execute()).map((row) => [row.id as string, row]))
      const sourceOf = (source: Source) => (source.kind === 'said' ? source : { quote: source.quote, start: source.start, end: source.end, of: advice.get(source.adviceId)?.authorName })
      const place = new Map(content.lines.map(({ id, section, position }) => [id as string, `${section}${position}`]))
      const linesOf = (one: typeof content, at: ReadonlyMap<string, string> = place) => ({
        lines: one.lines.map(({ kind, section, position, text, fields, revision, sources }) => ({ kind, section, position, text, fields, revision, sources: sources.map(sourceOf) })),
        links: one.links.map(({ from, to, kind }) => `${at.get(from)} ${kind} ${at.get(to)}`),
      })
      const versions = await listVersions(tx, caseFile)
      const frozen = []
      for (const { id, no, kind, label, sha256, issuedOn } of versions) {
        const version = await readVersion(tx, caseFile, id)
        frozen.push({ no, kind, label, sha256, issuedOn, ...linesOf(version.content), knownLines: version.content.lines.filter((line) => place.has(line.id)).length })
      }
      const documents = []
      for (const { id, title, kind } of await listDocuments(tx, caseFile)) documents.push({ title, kind, sha256: createHash('sha256').update((await openDocument(tx, caseFile, id)).bytes).digest('hex') })
      const plan = await tx.db.selectFrom('plan').select('firstMadeOn').where('localAreaId', '=', caseFile.localAreaId).where('caseId', '=', caseFile.id).executeTakeFirstOrThrow()
      const { rows: revisions } = await sql<{ n: string }>`select r.n || ' ' || r.section || ' ' || r.text || ' ' || p.full_name || ' ' || r.at as n from plan_line_revision r join plan_line l using (local_area_id) join plan q on q.local_area_id = l.local_area_id and q.id = l.plan_id join person p on p.id = r.author_id
        where l.id = r.line_id and r.local_area_id = ${caseFile.localAreaId} and q.case_id = ${caseFile.id} order by 1`.execute(tx.db)
      const { rows: files } = await sql<{ pdf: string; docx: string; document: unknown }>`select v.pdf_sha256 as pdf, v.docx_sha256 as docx, v.document, v.summary_document from plan_version v join plan q on q.local_area_id = v.local_area_id and q.id = v.plan_id where v.local_area_id = ${caseFile.localAreaId} and q.case_id = ${caseFile.id} order by v.no`.execute(tx.db)
      const proposals = await tx.db.selectFrom('proposal as o').innerJoin('plan as q', (join) => join.onRef('q.localAreaId', '=', 'o.localAreaId').onRef('q.id', '=', 'o.planId')).innerJoin('person as n', 'n.id', 'o.authorId')
        .select(['o.kind', 'o.text', 'n.fullName', 'o.madeAt', 'o.decision']).where('o.localAreaId', '=', caseFile.localAreaId).where('q.caseId', '=', caseFile.id).orderBy('o.madeAt').execute()
      const people = await tx.db.selectFrom('relationship as r').innerJoin('person as n', 'n.id', 'r.personId').select(['n.fullName', 'r.relation', 'r.hasParentalResponsibility', 'r.safeContact', 'r.safeContactNote'])
        .where('r.localAreaId', '=', caseFile.localAreaId).where('r.childId', '=', caseFile.child.id).orderBy('n.fullName').execute()
      const { id: _id, ...child } = caseFile.child
      return { ...linesOf(content), frozen, documents, firstMadeOn: plan.firstMadeOn, revisions, files, proposals, people, child, advice: [...advice.values()].map(({ id: _one, ...row }) => row).toSorted((a, b) => a.authorName.localeCompare(b.authorName)) }
    })
  }

  /** Duties that the transfer itself does not begin or take the place of: TR-04 takes the place of the year of REV-01 to REV-03 (reg 15(5)). */
  const clocksOf = (key: CaseKey) => asSystem(async (tx) => {
    const rows = await tx.db.selectFrom('clock').select(['clockId', 'startedOn', 'dueOn', 'owedBy', 'isOpen']).where('caseId', '=', key.caseId as never).where('isOpen', '=', true).orderBy('clockId').orderBy('dueOn').execute()
    return rows.filter(({ clockId }) => !/^(TR-|REV-0[123])/.test(clockId))
  })
  const clock = (key: CaseKey, wanted: string) => asSystem(async (tx) => tx.db.selectFrom('clock').select(['startedOn', 'dueOn', 'isOpen', 'metOn', 'overtakenOn']).where('caseId', '=', key.caseId as never).where('clockId', '=', wanted).executeTakeFirst())

  async function move(officer: string, key: CaseKey, to: string): Promise<void> {
    const page = await (await hub.as(officer)).get(paths.caseMove(key))
    await page.get(paths.recordMove(key))
    await page.submit({ to: demoAreaId(to), 'moves-day': '11', 'moves-month': '1', 'moves-year': '2027', 'known-day': '8', 'known-month': '1', 'known-year': '2027' })
    assert.equal(page.errors.join(), '')
    await page.follow('Look at what goes, and send it')
    await page.submit({ looked: 'yes', note: 'Ring me about the taxi.' })
    assert.equal(page.errors.join(), '', page.text)
    assert.match(page.words, /Ready, waits to leave/)
  }

  async function takeIn(officer: string, area: string, from: string): Promise<CaseKey> {
    const page = await (await hub.as(officer)).get(paths.arrivals({ area }))
    await page.follow('Rewan Tahsin')
    assert.equal(page.heading, `Rewan Tahsin, from ${from}`)
    await page.submit({ looked: 'yes', ...alikeAnswers(page, 'same-child') }, { button: 'Take the child in' })
    assert.deepEqual([page.status, page.errors, hub.faults], [200, [], []], page.text)
    const caseId = /\/cases\/([0-9a-f-]{36})\/move/.exec(page.url)?.[1] ?? ''
    await hub.work()
    return { area, caseId }
  }

  let before1: Awaited<ReturnType<typeof essence>>
  let clocks1: Awaited<ReturnType<typeof clocksOf>>

  it('shows what goes and what stays, and leaves when the worker carries it', async () => {
    before1 = await essence(atWendmere)
    clocks1 = await clocksOf(atWendmere)
    await move('hattie', atWendmere, 'tarn-valley')
    await hub.work()
    const [row] = await asSystem((tx) => tx.db.selectFrom('move').selectAll().execute())
    assert.ok(row?.packageSha256)
    const opened = readPackage(await hub.house.files.open(row.packageSha256))
    assert.ok(opened.ok)
    assert.equal(opened.value.manifest.planFirstMadeOn, before1.firstMadeOn)
    assert.ok(opened.value.readable.has('record.html') && opened.value.readable.has('plan.html'))
    const { status } = await (await hub.as('hattie')).download(paths.movePackage({ ...atWendmere, moveId: row.id }))
    assert.equal(status, 200)
  })

  it('closes the old side: sent in time, exported, its clocks over, still read by the council', async () => {
    const caseFile = await asSystem((tx) => openCaseFile(tx, atWendmere))
    assert.equal(caseFile.stage, 'exported')
    assert.deepEqual((await clock(atWendmere, 'TR-02'))?.metOn, '2027-01-11')
    // What is the family's own goes on: an appeal against what this council decided.
    assert.deepEqual((await clocksOf(atWendmere)).filter(({ clockId }) => !['APP-01', 'MED-01', 'RE-01', 'RTS-01'].includes(clockId)), [])
    assert.match((await (await hub.as('hattie')).get(paths.caseMove(atWendmere))).words, /Sent, not opened yet/)
  })

  it('is nobody’s in the new area before an officer takes the child in, and then the team’s alone', async () => {
    for (const who of ['hattie', 'shno', 'debra', 'callum', 'meera']) assert.ok([403, 404].includes((await (await hub.as(who)).get(paths.arrivals({ area: 'tarn-valley' }))).status), who)
    atTarn = await takeIn('aled', 'tarn-valley', 'Wendmere Council')
    for (const who of ['hattie', 'shno', 'hoshang', 'debra', 'callum', 'meera']) assert.ok([403, 404].includes((await (await hub.as(who)).get(paths.caseOverview(atTarn))).status), who)
    assert.deepEqual(await asSystem((tx) => tx.db.selectFrom('caseParty').select('id').where('caseId', '=', atTarn.caseId as never).execute()), [])
  })

  it('is the same there', async () => {
    assert.deepEqual(await essence(atTarn), before1)
    assert.equal((await asSystem((tx) => openCaseFile(tx, atTarn))).stage, 'reviewing')
    assert.notEqual(atTarn.caseId, atWendmere.caseId)
  })

  it('starts no clock again: what was open goes on, and the transfer begins its own', async () => {
    assert.ok(clocks1.length > 0)
    assert.deepEqual(await clocksOf(atTarn), clocks1)
    assert.deepEqual(await clock(atTarn, 'TR-03').then((one) => [one?.startedOn, one?.dueOn]), ['2027-01-11', '2027-02-22'])
    assert.equal((await clock(atTarn, 'TR-04'))?.dueOn, '2028-01-10')
    assert.equal((await clock(atTarn, 'REV-01'))?.isOpen, false)
  })

  it('sends a signed receipt back, and whoever worked on the old file has no part in it any more', async () => {
    const page = await (await hub.as('hattie')).get(paths.caseMove(atWendmere))
    assert.match(page.words, /Taken in there/)
    await page.follow('Read the receipt')
    assert.match(page.words, /Taken in by Tarn Valley Council/)
    const facts = (await asSystem((tx) => openCaseFile(tx, atWendmere))).facts.map(({ type }) => type)
    assert.ok(facts.includes('transfer-receipted') && facts.includes('party-left'))
  })

  it('opens to people by an officer’s hand alone, and tells the family within six weeks', async () => {
    const page = await (await hub.as('aled')).get(paths.inviteAfterMove(atTarn))
    await page.submit({ who: [`parent-${demoPersonId('shno')}`] })
    assert.equal(page.errors.join(), '')
    assert.equal((await (await hub.as('shno')).get(paths.caseOverview(atTarn))).status, 200)
    assert.equal((await (await hub.as('hoshang')).get(paths.caseOverview(atTarn))).status, 404)
    await page.get(paths.tellOfTransfer(atTarn))
    await page.submit({})
    assert.deepEqual(page.errors, ['Select whether you will assess again'])
    await page.submit({ reassess: 'no' })
    assert.equal(page.errors.join(), '', page.text)
    assert.equal((await clock(atTarn, 'TR-03'))?.isOpen, false)
    const letter = await asSystem((tx) => tx.db.selectFrom('notice').select(['content', 'toName']).where('caseId', '=', atTarn.caseId as never).executeTakeFirstOrThrow())
    assert.equal(letter.toName, 'Shno Tahsin')
    assert.match(JSON.stringify(letter.content), /Wendmere Council has sent us Rewan’s education, health and care plan.*We will review the plan by 10 January 2028/s)
  })

  it('goes back whole, into a third file', async () => {
    await move('aled', atTarn, 'wendmere')
    await hub.work()
    const again = await takeIn('hattie', 'wendmere', 'Tarn Valley Council')
    assert.deepEqual(await essence(again), before1)
    assert.equal((await asSystem((tx) => openCaseFile(tx, atTarn))).stage, 'exported')
    assert.deepEqual((await clocksOf(again)), clocks1)
    assert.deepEqual(hub.faults, [])
  })
})

describe('what never travels', () => {
  let hub: Hub
  before(async () => { hub = await aHub({ now }) })
  after(() => hub.close())

  it('is sealed or protected, whoever presses the button, and is named', async () => {
    const key = await aRichCase(hub)
    const secret = await read({ house: hub.house, viewer: system, page: 'test' }, async (tx) => {
      const row = await tx.db.selectFrom('advice').select(['id', 'authorName']).where('caseId', '=', key.caseId as never).where('item', '=', 'e').executeTakeFirstOrThrow()
      return row
    })
    const officer = await (await hub.as('meera')).get(paths.sealItem({ ...key, thing: 'advice', thingId: secret.id }))
    await officer.submit({ kind: 'staff', ground: 'child-abuse', reason: 'It names who told', decidedBy: 'Meera Chaudry', 'review-day': '1', 'review-month': '3', 'review-year': '2027' })
    assert.equal(officer.errors.join(), '')
    await aProtectedHome(hub, key)
    await officer.get(paths.recordMove(key))
    await officer.submit({ to: demoAreaId('tarn-valley'), 'moves-day': '11', 'moves-month': '1', 'moves-year': '2027', 'known-day': '8', 'known-month': '1', 'known-year': '2027' })
    await officer.follow('Look at what goes, and send it')
    assert.match(officer.words, /under a seal.*\(1\)/s)
    assert.match(officer.words, /An address that is protected.*\(1\)/s)
    assert.doesNotMatch(officer.words, new RegExp(secret.authorName))
    await officer.submit({ looked: 'yes' })
    assert.equal(officer.errors.join(), '', officer.text)
    await hub.work()
    const row = await hub.fresh.db.selectFrom('move').select('packageSha256').executeTakeFirstOrThrow()
    const bytes = await hub.house.files.open(row.packageSha256 ?? '')
    const opened = readPackage(bytes)
    assert.ok(opened.ok)
    const everything = zipParts(bytes).filter(({ name }) => !name.startsWith('files/')).map(({ unpack }) => Buffer.from(unpack()).toString('utf8')).join('\n')
    assert.ok(!opened.value.record.tables.advice.some(({ id }) => id === secret.id))
    assert.deepEqual(opened.value.record.tables.childAddress, [])
    for (const word of ['Hidden Lane', 'ZZ97 7ZZ', 'secret report']) assert.ok(!everything.includes(word), word)
    assert.deepEqual(opened.value.manifest.withheld.filter(({ count }) => count > 0).map(({ kind, count }) => `${kind} ${count}`).toSorted().slice(0, 2), ['protected-address 1', 'sealed 1'])
  })
})
