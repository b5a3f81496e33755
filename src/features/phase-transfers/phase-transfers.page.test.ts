import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aMaintainedCase, onCase } from '../../../test/builders/a-maintained-case.ts'
import { manyPlans } from '../../../test/builders/many-plans.ts'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import { statementsOf } from '../../../test/harness/statements.ts'
import { runJob } from '../../casebook/jobs.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import { plainDateOf } from '../../domain/calendar/plain-date.ts'
import type { ReviewId } from '../../domain/ids.ts'
import { demoOrganisationId } from '../demo/seed-world.ts'
import { paths } from '../../paths.ts'
import { makeCohorts } from './make-cohorts.ts'

const area = 'wendmere'

describe('phase transfers', () => {
  let hub: Hub
  let primary: CaseKey
  let special: CaseKey
  before(async () => {
    // The cohort of 2027, on the evening on which it is first looked for.
    hub = await aHub({ now: '2026-06-01T09:00:00.000Z' })
    // In Year 6 from September 2026.
    primary = await aMaintainedCase(hub, { givenName: 'Pia', familyName: 'Primary', bornOn: '2016-03-03', planOn: '2026-01-05', officer: 'hattie' })
    await aMaintainedCase(hub, { givenName: 'Noor', familyName: 'Nursery', bornOn: '2022-10-10', planOn: '2026-01-05', setting: 'bramblewick' })
    await aMaintainedCase(hub, { givenName: 'Yann', familyName: 'Yearfive', bornOn: '2016-09-01', planOn: '2026-01-05' })
    await aMaintainedCase(hub, { givenName: 'Sol', familyName: 'Secondary', bornOn: '2011-03-03', planOn: '2026-01-05', setting: 'hallowcross', parents: [] })
    special = await aMaintainedCase(hub, { givenName: 'Stella', familyName: 'Special', bornOn: '2016-03-03', planOn: '2026-01-05', setting: 'fernside', parents: [] })
  })
  after(() => hub.close())
  const at = async (who: string, url: string) => (await hub.as(who)).get(url)
  const board = (query = {}) => paths.transfers({ area }, { year: 2027, ...query })
  const rowOf = async (key: CaseKey) => hub.fresh.db.selectFrom('phaseTransfer').selectAll().where('caseId', '=', key.caseId as never).where('standing', '<>', 'out').executeTakeFirstOrThrow()

  it('finds the cohort by itself, each child once, and says why', async () => {
    assert.match((await at('hattie', board())).words, /No cohort of this year yet/)
    await runJob(hub.house, makeCohorts, {})
    await runJob(hub.house, makeCohorts, {})
    const page = await at('tom', board())
    assert.match(page.words, /Move \(3\)/)
    assert.match(page.words, /Stay unless you say otherwise \(1\)/)
    assert.match(page.words, /Year 6 from September 2026, by date of birth: the last year of Larkfell Primary School/)
    assert.match(page.words, /before 15 February 2027, so at the latest on 14 February 2027. Review meetings by 22 November 2026 \(last working day 20 November 2026\)/)
    assert.doesNotMatch(page.words, /Yearfive/)
    const stays = await at('tom', board({ show: 'stays' }))
    assert.match(stays.words, /Stella Special.*teaches on/s)
    const facts = await hub.fresh.db.selectFrom('fact').select('data').where('type', '=', 'phase-transfer-foreseen').execute()
    assert.deepEqual(facts.map(({ data }) => (data as { kind: string }).kind).toSorted(), ['early-years-to-school', 'primary-to-secondary', 'secondary-to-post-16'])
    const clocks = await hub.fresh.db.selectFrom('clock').select(['clockId', 'dueOn']).where('caseId', '=', primary.caseId as never).where('clockId', 'like', 'PT-%').orderBy('clockId').execute()
    assert.deepEqual(clocks.map(({ clockId, dueOn }) => [clockId, dueOn]), [['PT-01', '2027-02-14'], ['PT-04/february', '2026-11-22']])
  })

  it('lets a person say that somebody moves after all, and take out another, each with a reason', async () => {
    const row = await rowOf(special)
    const officer = await at('hattie', paths.transfer({ ...special, transferId: row.id }))
    await officer.submit({ step: 'settle' })
    assert.deepEqual([officer.status, officer.errors], [422, ['Select what is right', 'Enter why']])
    await officer.submit({ step: 'settle', as: 'primary-to-secondary', reason: 'The parents ask for a mainstream secondary school' })
    assert.match(officer.words, /Before 15 February|14 February 2027/)
    assert.match((await at('hattie', board())).words, /Move \(4\)/)
    const again = await rowOf(special)
    const out = await at('hattie', paths.transfer({ ...special, transferId: again.id }))
    await out.submit({ step: 'settle', as: 'out', reason: 'They stay' })
    assert.match(out.words, /Taken out of the cohort by Hattie Greaves: They stay/)
    await runJob(hub.house, makeCohorts, {})
    assert.match((await at('hattie', board({ show: 'out' }))).words, /Taken out \(2\)/)
    const open = await hub.fresh.db.selectFrom('clock').select('clockId').where('caseId', '=', special.caseId as never).where('clockId', 'like', 'PT-%').where('isOpen', '=', true).execute()
    assert.deepEqual(open, [])
  })

  it('puts in by hand a move between colleges, which needs its day', async () => {
    const officer = await at('hattie', paths.addTransfer(special))
    await officer.submit({ year: '2027', as: 'post-16-to-post-16', reason: 'Said at the review' })
    assert.equal(officer.status, 422)
    await officer.submit({ 'year': '2027', 'as': 'post-16-to-post-16', 'reason': 'Said at the review', 'on-day': '4', 'on-month': '1', 'on-year': '2028' })
    assert.deepEqual(officer.errors, ['The day of the move must be in the year of the cohort'])
    assert.equal(officer.fieldsOf(officer.form()).get('reason')?.[0], 'Said at the review')
    await officer.submit({ 'year': '2027', 'as': 'post-16-to-post-16', 'reason': 'Said at the review', 'on-day': '4', 'on-month': '1', 'on-year': '2027' })
    assert.match(officer.words, /4 August 2026/)
    await officer.get(paths.transfer({ ...special, transferId: (await rowOf(special)).id }))
    await officer.submit({ step: 'settle', as: 'out', reason: 'It was another child' })
  })

  it('asks again by which years a setting teaches', async () => {
    const officer = await at('hattie', paths.settingPhases({ area }))
    assert.match(officer.words, /Hallowcross Academy/)
    await officer.get(paths.settingPhase({ area, organisationId: demoOrganisationId('hallowcross') }))
    await officer.submit({ phase: 'secondary', lowest: '13', highest: '7' })
    assert.deepEqual(officer.errors, ['The last year must not be before the first'])
    await officer.submit({ phase: 'secondary', lowest: '7', highest: '13' })
    assert.match(officer.words, /Year 7 to Year 13/)
    await hub.work()
    // Whose clock runs already stays as foreseen: only a person ends a clock.
    assert.match((await at('hattie', board())).words, /Move \(3\)/)
  })

  it('shows the steps as they are reached, at risk first, with counts that add up', async () => {
    const row = await rowOf(primary)
    const reviewId = hub.house.newId<ReviewId>()
    hub.setNow('2026-09-01T10:00:00.000Z')
    await onCase(hub, primary, async (record) => {
      await record({ type: 'review-meeting-arranged', reviewId, meetingOn: plainDateOf('2026-10-10'), noInstitution: false }, '2026-09-01')
    })
    const arranged = await at('hattie', board({ step: 'arranged' }))
    assert.match(arranged.words, /Pia Primary/)
    assert.match(arranged.words, /1 child, at risk first/)
    hub.setNow('2026-12-01T10:00:00.000Z')
    await onCase(hub, primary, async (record) => {
      await record({ type: 'review-meeting-held', reviewId, noInstitution: false }, '2026-10-10')
      await record({ type: 'review-decision-notified', reviewId, outcome: 'amend' }, '2026-11-01')
      await record({ type: 'amendment-notice-sent', reviewId, channel: 'hub' }, '2026-11-01')
    })
    const page = await at('hattie', board())
    assert.match(page.words, /Pia Primary.*Amendment notice out.*On course/s)
    assert.ok(page.words.indexOf('Noor Nursery') < page.words.indexOf('Pia Primary'), 'at risk comes first')
    assert.match(page.words, /Named before the legal date: 0 of 3 children/)
    await onCase(hub, primary, async (record, newId) => {
      await record({ type: 'amended-final-issued', reviewId, versionId: newId(), settingName: 'Hallowcross Academy' }, '2026-12-01')
    })
    // The plan names another setting than the one that is left: nobody has to say so.
    await hub.work()
    const named = await at('hattie', board({ risk: 'done' }))
    assert.match(named.words, /Pia Primary/)
    assert.match(named.words, /Named before the legal date: 1 of 3 children, 33 of every 100/)
    assert.match((await at('hattie', paths.transfer({ ...primary, transferId: row.id }))).words, /Amended final plan of 1 December 2026 says where next: Hallowcross Academy/)
    const met = await hub.fresh.db.selectFrom('clock').select(['metOn', 'wasLate']).where('caseId', '=', primary.caseId as never).where('clockId', '=', 'PT-01').executeTakeFirstOrThrow()
    assert.deepEqual([met.metOn, met.wasLate], ['2026-12-01', false])
  })

  it('lets an officer say that a plan names only a type, once', async () => {
    const { caseId } = (await hub.fresh.db.selectFrom('caseFile').innerJoin('child', 'child.id', 'caseFile.childId').select('caseFile.id as caseId').where('child.givenName', '=', 'Noor').executeTakeFirstOrThrow())
    const key = { area, caseId }
    const row = await rowOf(key)
    const final = await hub.fresh.db.selectFrom('fact').select('seq').where('caseId', '=', caseId).where('type', '=', 'final-issued').executeTakeFirstOrThrow()
    const officer = await at('hattie', paths.transfer({ ...key, transferId: row.id }))
    await officer.submit({ step: 'name', final: String(final.seq), how: 'type', name: '' })
    assert.deepEqual(officer.errors, ['Enter the setting, or the type of setting, as the plan has it'])
    await officer.submit({ step: 'name', final: String(final.seq), how: 'type', name: 'mainstream primary school' })
    assert.match(officer.words, /says where next: mainstream primary school, a type of setting/)
  })

  it('is the council’s alone: decided by officers, read by the team', async () => {
    const row = await rowOf(primary)
    for (const who of ['aled', 'debra', 'shno', 'agnes']) {
      for (const url of [board(), paths.settingPhases({ area }), paths.transfer({ ...primary, transferId: row.id }), paths.consultMany({ area })]) assert.ok([403, 404].includes((await at(who, url)).status), `${who} ${url}`)
    }
    assert.equal((await at('tom', paths.settingPhases({ area }))).status, 403)
    assert.equal((await at('tom', paths.transfer({ ...primary, transferId: row.id }))).status, 200)
    assert.equal((await at('hattie', paths.transfer({ ...special, transferId: row.id }))).status, 404)
  })

  it('costs the same number of statements for a few children as for many', async () => {
    const officer = await hub.as('hattie')
    const count = async () => (await statementsOf(() => officer.get(board()))).length
    await count()
    const few = await count()
    await manyPlans(hub, 400, { dueFrom: '2027-02-01', transfers: 2027 })
    assert.match((await officer.get(board())).words, /Move \(403\)/)
    assert.equal(await count(), few)
  })
})
