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
import { demoAreaId, demoOrganisationId, demoPersonId } from '../demo/seed-world.ts'
import { paths } from '../../paths.ts'
import { sendListsOfTerm } from './lists-sent/send-lists.ts'

const area = 'wendmere'

describe('reviews planned for every plan', () => {
  let hub: Hub
  let late: CaseKey
  let arranged: CaseKey
  let early: CaseKey
  before(async () => {
    hub = await aHub()
    // Today is 14 September 2026: plans made on these days, whose first review is due a year later.
    late = await aMaintainedCase(hub, { givenName: 'Latika', familyName: 'Overdue', planOn: '2025-08-01', officer: 'hattie' })
    arranged = await aMaintainedCase(hub, { givenName: 'Arran', familyName: 'Arranged', planOn: '2025-11-02', officer: 'leona' })
    await onCase(hub, arranged, (record, newId) => record({ type: 'review-meeting-arranged', reviewId: newId<ReviewId>(), meetingOn: plainDateOf('2026-10-01'), noInstitution: false }, '2026-09-01'))
    await aMaintainedCase(hub, { givenName: 'Tomos', familyName: 'Toarrange', planOn: '2025-12-10', officer: 'hattie' })
    await aMaintainedCase(hub, { givenName: 'Nina', familyName: '=Nextyear', planOn: '2026-07-20', officer: 'hattie', setting: 'hallowcross' })
    early = await aMaintainedCase(hub, { givenName: 'Una', familyName: 'Underfive', bornOn: '2022-03-01', planOn: '2026-06-01', setting: 'bramblewick' })
    await aMaintainedCase(hub, { givenName: 'Held', familyName: 'Already', planOn: '2025-10-20', reviews: [{ meeting: '2026-09-07' }] })
  })
  after(() => hub.close())
  const at = async (who: string, url = paths.reviewRegister({ area })) => (await hub.as(who)).get(url)

  it('has each plan once, in one state, with counts that add up', async () => {
    const page = await at('tom')
    assert.equal(page.status, 200)
    assert.match(page.words, /6 plans are in force/)
    for (const words of [/Late\s*1/, /Held, decision to come\s*1/, /Nothing arranged, due this term\s*1/, /Meeting arranged\s*1/, /Due after this term\s*2/]) assert.match(page.words, words)
    assert.match(page.words, /Latika Overdue.*31 July 2026/)
    assert.match(page.words, /Meeting 1 October 2026/)
  })

  it('is narrowed by term, kind, setting and officer, and says so', async () => {
    const kinds = await at('hattie', paths.reviewRegister({ area }, { kind: 'early-years' }))
    assert.match(kinds.words, /1 to 1 of 1, under five/)
    assert.match(kinds.words, /Consider 1 September 2026 to 1 December 2026/)
    const setting = await at('hattie', paths.reviewRegister({ area }, { setting: demoOrganisationId('hallowcross') }))
    assert.match(setting.words, /Nina =Nextyear/)
    assert.doesNotMatch(setting.words, /Latika/)
    const term = await at('hattie', paths.reviewRegister({ area }, { term: '2026-09-01' }))
    assert.match(term.words, /1 to 4 of 4, meeting due by the end of the autumn term 2026/)
    assert.match((await at('hattie', paths.reviewRegister({ area }, { officer: 'nobody' }))).words, /No plan is like that, looked after by nobody yet/)
  })

  it('is not there for another council, a school or a family', async () => {
    for (const who of ['aled', 'debra', 'shno', 'agnes']) {
      for (const url of [paths.reviewRegister({ area }), paths.educatedOtherwise({ area }), paths.reviewListsSent({ area })]) {
        assert.ok([403, 404].includes((await at(who, url)).status), `${who} ${url}`)
      }
    }
  })

  it('records that an early review was considered, with a reason', async () => {
    const officer = await at('hattie', paths.caseEarlyReview(early))
    await officer.submit({ reason: '' })
    assert.deepEqual([officer.status, officer.errors], [422, ['Enter why no early review is needed now']])
    await officer.submit({ reason: 'Everything is as it was in June' })
    assert.match((await at('hattie', paths.reviewRegister({ area }, { kind: 'early-years' }))).words, /No plan is like that/)
  })

  it('costs the same number of statements for six plans as for hundreds', async () => {
    const officer = await hub.as('hattie')
    const count = async () => (await statementsOf(() => officer.get(paths.reviewRegister({ area })))).length
    await count()
    const few = await count()
    await manyPlans(hub, 400, { dueFrom: '2027-02-01' })
    assert.equal(await count(), few)
    assert.match((await at('hattie')).words, /406 plans are in force/)
  })

  it('lists a school’s own pupils whichever council they are of, and nobody else’s', async () => {
    const senco = await at('debra', paths.reviewsDue())
    assert.match(senco.words, /Latika Overdue/)
    assert.match(senco.words, /Tomos Toarrange/)
    assert.doesNotMatch(senco.words, /Nextyear|Underfive/)
    const file = await at('debra', paths.reviewsDueFile())
    assert.match(file.body, /Latika Overdue/)
    assert.doesNotMatch(file.body, /Nextyear|Underfive/)
    assert.equal((await at('hattie', paths.reviewsDue())).status, 404)
    assert.equal((await at('shno', paths.reviewsDue())).status, 404)
    // A pupil who has left is on the list no more.
    await hub.fresh.db.updateTable('caseParty').set({ toOn: plainDateOf('2026-09-13') }).where('caseId', '=', late.caseId as never).where('part', '=', 'school').execute()
    assert.doesNotMatch((await at('debra', paths.reviewsDue())).words, /Latika Overdue/)
    await hub.fresh.db.updateTable('caseParty').set({ toOn: null }).where('caseId', '=', late.caseId as never).where('part', '=', 'school').execute()
  })

  it('sends each body its list of the term once, names no child in the message, and hears that it came', async () => {
    await hub.fresh.db.updateTable('localArea').set({ icbOrganisationId: demoOrganisationId('icb'), socialCareOrganisationId: demoOrganisationId('social-care') }).where('id', '=', demoAreaId(area)).execute()
    const run = () => runJob(hub.house, sendListsOfTerm, {})
    await run()
    await run()
    const lists = await hub.fresh.db.selectFrom('reviewList').selectAll().execute()
    assert.deepEqual(lists.map(({ kind, reviews }) => [kind, reviews]).toSorted(), [['health', 4], ['setting', 4], ['social-care', 4]])
    const told = await hub.fresh.db.selectFrom('outgoing').selectAll().where('about', '=', 'review-list').execute()
    assert.equal(told.length, 3)
    assert.ok(told.every(({ body, subject }) => !/Latika|Tomos|Arran/.test(body + subject) && body.includes(paths.reviewsDue())))
    const dco = await at('agnes', paths.reviewsDue())
    assert.match(dco.words, /4 children, as on the day the list was sent/)
    assert.match(dco.words, /Latika Overdue/)
    const senco = await at('debra', paths.reviewsDue())
    await senco.submit({})
    assert.match((await at('hattie', paths.reviewListsSent({ area }))).words, /Larkfell Primary School.*Debra Llewellyn-Hart/s)
    assert.match((await at('hattie', paths.reviewListsSent({ area }))).words, /1 of 3 bodies have said/)
    // The database shows the rows to no other body.
    assert.doesNotMatch((await at('idwal', paths.reviewsDue())).words, /Latika|Tomos/)
  })
})

describe('children educated otherwise', () => {
  let hub: Hub
  let child: CaseKey
  before(async () => {
    hub = await aHub()
    child = await aMaintainedCase(hub, { givenName: 'Elin', familyName: 'Homefield', planOn: '2025-10-20', officer: 'hattie' })
  })
  after(() => hub.close())
  const at = async (who: string, url: string) => (await hub.as(who)).get(url)
  const register = paths.educatedOtherwise({ area })

  it('begin with a form that keeps what was typed', async () => {
    const officer = await at('hattie', paths.caseEducation(child))
    await officer.submit({ 'since-day': '31', 'since-month': '2', 'since-year': '2026' })
    assert.equal(officer.status, 422)
    assert.equal(officer.errors.length, 2)
    assert.equal(officer.fieldsOf(officer.form()).get('since-day')?.[0], '31')
    await officer.submit({ how: 'elective-home', 'since-day': '1', 'since-month': '1', 'since-year': '2027' })
    assert.deepEqual(officer.errors, ['The first day must be today or in the past'])
  })

  it('gain a convenor by rule and keep their date; the school loses its sight at once', async () => {
    assert.equal((await at('debra', paths.caseOverview(child))).status, 200)
    const { childId } = await hub.fresh.db.selectFrom('caseFile').select('childId').where('id', '=', child.caseId as never).executeTakeFirstOrThrow()
    await hub.fresh.db.updateTable('childSetting').set({ fromOn: '2026-09-10' as never }).where('childId', '=', childId).execute()
    const officer = await at('hattie', paths.caseEducation(child))
    await officer.submit({ how: 'elective-home', 'since-day': '7', 'since-month': '9', 'since-year': '2026' })
    assert.equal((await at('debra', paths.caseOverview(child))).status, 404)
    const page = await at('hattie', register)
    assert.match(page.words, /Elin Homefield/)
    assert.match(page.words, /Educated at home by the parents/)
    assert.match(page.words, /19 October 2026/)
    assert.match(page.words, /Hattie Greaves/)
    const facts = await hub.fresh.db.selectFrom('fact').select(['type', 'happenedOn']).where('caseId', '=', child.caseId as never).where('type', 'in', ['setting-ended', 'educated-otherwise']).orderBy('seq').execute()
    assert.deepEqual(facts.map(({ type, happenedOn }) => [type, happenedOn]), [['setting-ended', '2026-09-07'], ['educated-otherwise', '2026-09-07']])
    // The school was on record from a later day, the 10th: it is there on no day, and no row ends before it begins.
    const rows = await hub.fresh.db.selectFrom('childSetting').select(['senSetting', 'fromOn', 'toOn']).where('childId', '=', childId).execute()
    assert.deepEqual(rows, [{ senSetting: 'EHE', fromOn: '2026-09-07', toOn: null }])
  })

  it('are counted and stand first when nobody convenes', async () => {
    await hub.fresh.db.updateTable('caseFile').set({ caseOfficerId: null }).where('id', '=', child.caseId as never).execute()
    const page = await at('hattie', register)
    assert.match(page.words, /1 child has nobody yet who convenes their review/)
    const form = await at('hattie', paths.caseConvenor(child))
    await form.submit({})
    assert.deepEqual(form.errors, ['Select somebody of the team'])
    await form.submit({ person: demoPersonId('meera') })
    assert.match((await at('hattie', register)).words, /Meera Chaudry/)
    assert.doesNotMatch((await at('hattie', register)).words, /nobody yet who convenes/)
  })

  it('are measured by the decision of the last twelve months', async () => {
    assert.match((await at('hattie', register)).words, /Educated at home by the parents 1 0 0 1 0/)
    await onCase(hub, child, async (record, newId) => {
      const reviewId = newId<ReviewId>()
      await record({ type: 'review-meeting-held', reviewId, noInstitution: true }, '2026-09-08')
      await record({ type: 'review-decision-notified', reviewId, outcome: 'maintain' }, '2026-09-10')
    })
    assert.match((await at('hattie', register)).words, /Educated at home by the parents 1 1 100 0 0/)
  })

  it('end when they go to a setting again, which sees the case from then on', async () => {
    const officer = await at('hattie', paths.caseEducation(child))
    await officer.submit({ how: 'setting', q: 'hallow', step: 'find' })
    assert.match(officer.words, /Hallowcross Academy/)
    await officer.submit({ how: 'setting', setting: demoOrganisationId('hallowcross'), 'since-day': '14', 'since-month': '9', 'since-year': '2026', step: '' })
    assert.equal((await at('idwal', paths.caseOverview(child))).status, 200)
    assert.match((await at('hattie', register)).words, /Every child with a plan goes to a setting/)
  })
})
