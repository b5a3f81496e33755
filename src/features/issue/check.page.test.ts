import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aCase } from '../../../test/builders/a-case.ts'
import { marksFor } from '../../../test/builders/protected-address.ts'
import { aPlanToIssue } from '../../../test/builders/a-plan-to-issue.ts'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import { openCaseFile } from '../../casebook/open-case-file.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import { checkCasePlan } from '../../casebook/plan/plan-checking.ts'
import { versionToFreeze, planIdOf } from '../../casebook/plan/plan-content.ts'
import { planDocumentOf } from '../../casebook/plan/plan-document.ts'
import { read } from '../../casebook/tx.ts'
import { system } from '../../casebook/signing-in/viewer.ts'
import { plainDateOf } from '../../domain/calendar/plain-date.ts'
import { paths } from '../../paths.ts'
import { wordsOf } from '../../platform/documents/words-of.ts'
import { demoAreaId, demoOrganisationId } from '../demo/seed-world.ts'

describe('the check before issue', () => {
  let hub: Hub
  before(async () => { hub = await aHub({ now: '2027-01-12T10:00:00.000Z' }) })
  after(() => hub.close())

  const held = (key: CaseKey, status: 'draft' | 'final') => read({ house: hub.house, viewer: system, page: 'test' }, async (tx) => {
    const { verdict } = await checkCasePlan(tx, await openCaseFile(tx, key), status)
    return verdict.held.map(({ checkId }) => checkId)
  })

  it('finds nothing that holds the draft of a whole plan, and of a final plan only that section I is not set', async () => {
    const { key } = await aPlanToIssue(hub)
    assert.deepEqual(await held(key, 'draft'), [])
    assert.deepEqual(await held(key, 'final'), ['I.named'])
  })

  it('shows what holds the plan first, each with its law and a link to where it is mended', async () => {
    const { key, lineIds } = await aPlanToIssue(hub, { without: 'amount' })
    const officer = await (await hub.as('hattie')).get(paths.planCheck(key))
    assert.equal(officer.heading, 'Check the final plan')
    assert.match(officer.text, /2 faults that hold the plan/)
    assert.match(officer.text, /CFA 2014 s\.42; L v Clarke and Somerset/)
    assert.equal(officer.link('Line F1'), paths.planLine({ ...key, lineId: lineIds['therapy'] ?? '' }))
    assert.ok(!officer.hasLink('Section I'), 'no link that would refuse its reader')
    assert.match(officer.text, /Section I \(for the SEND manager who decides\)/)
    const manager = await (await hub.as('meera')).get(paths.planCheck(key))
    assert.equal(manager.link('Section I'), paths.issueFinal(key))
    assert.ok(!officer.root.querySelectorAll('a').some((anchor) => anchor.textContent.startsWith('release it')), 'an officer releases nothing')
    await officer.follow('As a draft')
    assert.equal(officer.heading, 'Check the draft')
  })

  it('says once what is the same of several lines, with the way to each', async () => {
    const { key } = await aPlanToIssue(hub)
    const writer = await (await hub.as('tom')).get(paths.planCheck(key, { for: 'final' }))
    const said = writer.root.querySelectorAll('.hub-finding').map((one) => one.querySelector('p')?.textContent ?? '')
    assert.equal(new Set(said).size, said.length, said.join('\n'))
  })

  it('says once that an empty plan is empty, what to do first, and lets it go to nobody', async () => {
    const key = await aCase(hub, { at: 'drafting' })
    for (const status of ['draft', 'final'] as const) {
      assert.deepEqual(await held(key, status), ['PC-00.empty'])
      const writer = await (await hub.as('tom')).get(paths.planCheck(key, { for: status }))
      assert.match(writer.text, /The plan is empty: nothing is written in it yet/)
      assert.doesNotMatch(writer.text, /warning|is blank/)
      assert.equal(writer.link('Begin with the advice'), paths.planAssemble(key))
    }
  })

  it('records who ran it and when', async () => {
    const { key } = await aPlanToIssue(hub)
    const writer = await (await hub.as('tom')).get(paths.planCheck(key, { for: 'final' }))
    await writer.submit()
    assert.match(writer.text, /12 January 2027 at 10am, Tom Ellery: the final plan was held/)
    const facts = await hub.fresh.db.selectFrom('fact').select('data').where('caseId', '=', key.caseId as never).where('type', '=', 'plan-checked').execute()
    assert.deepEqual(facts.map(({ data }) => data), [{ status: 'final', held: 1, released: 0, warned: 0 }])
  })

  it('holds a plan that lacks advice, a section, or holds a word to keep out; and a protected address', async () => {
    const advice = await aPlanToIssue(hub, { without: 'advice-c' })
    assert.ok((await held(advice.key, 'final')).includes('K.required'))
    const section = await aPlanToIssue(hub, { without: 'section-d' })
    assert.ok((await held(section.key, 'final')).includes('PC-00.CD'))
    const { key } = await aPlanToIssue(hub)
    const keepOut = { localAreaId: demoAreaId('wendmere'), id: hub.house.newId<string>(), caseId: key.caseId as never, kind: 'name', why: 'another child', notedAt: hub.house.clock.now() }
    await hub.fresh.db.insertInto('termToKeepOut').values({ ...keepOut, term: 'Grandmothers', keepFrom: [] }).execute()
    assert.deepEqual(await held(key, 'final'), ['I.named', 'PC-06.keep-out'])
    const refuge = await aPlanToIssue(hub)
    const { childId } = await hub.fresh.db.selectFrom('caseFile').select('childId').where('id', '=', refuge.key.caseId as never).executeTakeFirstOrThrow()
    await hub.fresh.db.insertInto('childAddress').values({
      localAreaId: demoAreaId('wendmere'), id: hub.house.newId<string>(), childId, lines: [], marks: marksFor(hub, ['picture sort'], 'ZZ98 9ZZ'), isConfidential: true, fromOn: plainDateOf('2026-09-01'),
    }).execute()
    assert.deepEqual(await held(refuge.key, 'draft'), ['PC-06.keep-out'], 'words of a protected address, in a box of a line')
  })

  it('takes earlier advice only where all three agreements are recorded', async () => {
    const { key } = await aPlanToIssue(hub)
    const reuse = (agreed: object) => hub.fresh.db.updateTable('advice').set({ isEarlier: true, reuseAgreed: JSON.stringify(agreed) }).where('caseId', '=', key.caseId as never).where('item', '=', 'c').execute()
    await reuse({ adviser: 'Dr Lindqvist, by phone', authority: 'Meera Chaudry' })
    assert.ok((await held(key, 'final')).includes('K.required'))
    await reuse({ adviser: 'Dr Lindqvist, by phone', authority: 'Meera Chaudry', family: 'Shno Tahsin, by letter' })
    assert.ok(!(await held(key, 'final')).includes('K.required'))
  })

  it('releases only what the rule lets a manager release, and only while it is so', async () => {
    const { key } = await aPlanToIssue(hub, { without: 'section-d' })
    const manager = await (await hub.as('meera')).get(paths.planCheck(key, { for: 'final' }))
    const links = manager.root.querySelectorAll('a').filter((anchor) => anchor.textContent.startsWith('release it')).map((anchor) => anchor.getAttribute('href') ?? '')
    assert.equal(links.length, 1)
    assert.match(links[0] ?? '', /PC-00\.CD/)
    await manager.get(links[0] ?? '')
    await manager.submit({ reason: '' })
    assert.deepEqual(manager.errors, ['Enter why the plan goes on without this'])
    await manager.submit({ reason: 'Social care has been asked three times; the manager there has it now.' })
    assert.match(manager.text, /Released by Meera Chaudry: Social care has been asked/)
    assert.equal((await manager.get(paths.releaseCheck({ ...key, checkId: 'I.named' }, { about: 'section I', for: 'final' }))).status, 404)
    const gone = await manager.get(paths.releaseCheck({ ...key, checkId: 'PC-00.CD' }, { about: 'section D', for: 'final' }))
    assert.match(gone.text, /does not hold the plan now/)
    const officer = await (await hub.as('hattie')).get(links[0] ?? '')
    assert.equal(officer.status, 403)
  })

  it('asks for the health body’s agreement when section G has provision', async () => {
    const { key, lineIds } = await aPlanToIssue(hub)
    const localAreaId = demoAreaId('wendmere')
    const plan = await hub.fresh.db.selectFrom('planLine').select('planId').where('id', '=', lineIds['need'] as never).executeTakeFirstOrThrow()
    const lineId = hub.house.newId<NonNullable<typeof lineIds[string]>>()
    await hub.fresh.db.insertInto('planLine').values({ localAreaId, id: lineId, planId: plan.planId, kind: 'provision', latest: 1 }).execute()
    const { authorId } = await hub.fresh.db.selectFrom('planLineRevision').select('authorId').executeTakeFirstOrThrow()
    await hub.fresh.db.insertInto('planLineRevision').values({ localAreaId, lineId, n: 1, baseN: 0, section: 'G', position: 1, text: 'A nurse will see Rewan for 30 minutes once a week for 38 weeks.', fields: '{}', authorId, at: hub.house.clock.now() }).execute()
    assert.ok((await held(key, 'final')).includes('PC-04'))
    const nurse = await (await hub.as('hattie')).get(paths.healthAgreement(key))
    assert.match(nurse.text, /G1 A nurse will see Rewan|G2 A nurse will see Rewan/)
    await nurse.submit({ agreedBy: 'Agnes Follett-Rao, for the board', 'agreedOn-day': '13', 'agreedOn-month': '1', 'agreedOn-year': '2027', note: 'By letter' })
    assert.equal(nurse.status, 422)
    assert.deepEqual(nurse.errors, ['The date of the agreement must be 12 January 2027 or earlier'])
    assert.deepEqual(nurse.fieldsOf(nurse.form()).get('note'), ['By letter'])
    await nurse.submit({ 'agreedOn-day': '11' })
    assert.match(nurse.text, /Agnes Follett-Rao, for the board, 11 January 2027: By letter/)
    assert.ok(!(await held(key, 'final')).includes('PC-04'))
  })

  it('counts the family as finished only when all of it has said so', async () => {
    const { key } = await aPlanToIssue(hub, { windowLastDay: '2027-01-20' })
    assert.ok((await held(key, 'final')).includes('N.window'))
    const finished = async (by: string) => {
      const rows = await hub.fresh.db.selectFrom('fact').select('seq').where('caseId', '=', key.caseId as never).execute()
      await hub.fresh.db.insertInto('fact').values({
        localAreaId: demoAreaId('wendmere'), caseId: key.caseId as never, seq: rows.length + 1, type: 'family-finished-commenting', happenedOn: plainDateOf('2027-01-10'), recordedAt: hub.house.clock.now(), data: JSON.stringify({ by }),
      }).execute()
    }
    await finished('Shno Tahsin')
    assert.ok((await held(key, 'final')).includes('N.window'), 'one parent does not speak for the other')
    await finished('Hoshang Tahsin')
    assert.ok(!(await held(key, 'final')).includes('N.window'))
    const manager = await (await hub.as('meera')).get(paths.issueFinal(key))
    await manager.submit({ placement: 'setting', settingId: demoOrganisationId('larkfell') })
    await manager.submit({ considered: 'yes' }, { button: 'Issue the final plan' })
    assert.deepEqual(manager.errors, ['Confirm that the whole family has finished with the draft'])
    await manager.submit({ considered: 'yes', finished: 'yes' }, { button: 'Issue the final plan' })
    assert.equal(manager.heading, 'Who has the final plan')
  })

  it('prints the served draft from the same model, without section I', async () => {
    const { key } = await aPlanToIssue(hub)
    const words = await read({ house: hub.house, viewer: system, page: 'test' }, async (tx) => {
      const caseFile = await openCaseFile(tx, key)
      const frozen = await versionToFreeze(tx, caseFile, await planIdOf(tx, caseFile), { kind: 'draft' })
      return wordsOf(await planDocumentOf(tx, caseFile, frozen, { answerBy: plainDateOf('2027-01-08') })).join(' ')
    })
    assert.match(words, /^Draft education, health and care plan for Rewan Tahsin This is a draft/)
    assert.match(words, /Section I: Placement Left blank in a draft/)
    assert.doesNotMatch(words, /Larkfell|appeal/)
  })

  it('is the council’s page, and not found before there is a plan', async () => {
    const { key } = await aPlanToIssue(hub)
    for (const other of ['shno', 'debra', 'imogen']) assert.equal((await (await hub.as(other)).get(paths.planCheck(key))).status, 403, other)
    assert.equal((await (await hub.as('aled')).get(paths.planCheck(key))).status, 404)
    const early = await aCase(hub, { at: 'assessing' })
    assert.equal((await (await hub.as('hattie')).get(paths.planCheck(early))).status, 404)
  })
})
