// The family's line as each of the family meets it: late, excused, explained, before anything, ended, with a plan, and for two
// parents who may not see each other's words.

import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aCase } from '../../../../test/builders/a-case.ts'
import type { CaseWishes } from '../../../../test/builders/a-case.ts'
import type { Hub } from '../../../../test/harness/hub.ts'
import { aHub } from '../../../../test/harness/hub.ts'
import { readingGrade } from '../../../../test/reading.ts'
import { recordFact } from '../../../casebook/ledger.ts'
import type { CaseKey } from '../../../casebook/open-case-file.ts'
import { openCaseFile } from '../../../casebook/open-case-file.ts'
import { rebuildTracks } from '../../../casebook/rebuild-tracks.ts'
import { inTransaction } from '../../../casebook/tx.ts'
import { plainDateOf } from '../../../domain/calendar/plain-date.ts'
import type { Fact } from '../../../domain/case-file/facts.ts'
import type { AdviceRequestId, CaseId, ChildId, PlanVersionId, RequestId, ReviewId } from '../../../domain/ids.ts'
import { paths } from '../../../paths.ts'
import { demoAreaId, demoPersonId } from '../../demo/seed-world.ts'

const now = '2027-03-01T09:00:00.000Z'

describe('the family’s line', () => {
  let hub: Hub
  before(async () => { hub = await aHub({ now }) })
  after(() => hub.close())

  const record = async (key: CaseKey, facts: readonly (readonly [on: string, fact: Fact])[], as = 'system'): Promise<void> =>
    inTransaction(await hub.occasion(as), async (tx) => {
      const caseFile = await openCaseFile(tx, key, { lock: true })
      for (const [on, fact] of facts) await recordFact(tx, caseFile, fact, { happenedOn: plainDateOf(on) })
    })
  const caseOf = async (wishes: CaseWishes, facts: readonly (readonly [on: string, fact: Fact])[] = []): Promise<CaseKey> => {
    const key = await aCase(hub, wishes)
    await record(key, facts)
    return key
  }
  const read = async (who: string, key: CaseKey) => (await hub.as(who)).get(paths.caseOverview(key))
  const requestIdOf = async (key: CaseKey): Promise<RequestId> => {
    const row = await hub.fresh.db.selectFrom('fact').select('data').where('caseId', '=', key.caseId as CaseId).where('type', '=', 'request-received').executeTakeFirstOrThrow()
    return (row.data as { requestId: RequestId }).requestId
  }
  const assessed: Fact = { type: 'assessment-decided', outcome: 'assess', noticeId: 'n1' }
  const issued = (key?: string): Fact => ({ type: 'final-issued', versionId: (key ?? 'v1') as PlanVersionId, sha256: 'a'.repeat(64) })

  it('says before anything else where we are, what is next, by when, who has it and what one can do', async () => {
    const { words, body } = await read('shno', await caseOf({ receivedOn: '2027-02-08' }))
    assert.match(words, /Where are we\? Now We are deciding if we will assess your child’s needs\. Next We tell you if we will assess By 22 March 2027, by law Who has it Hattie Greaves, Wendmere Council You can Send us a message/)
    assert.ok(body.indexOf('hub-now') < body.indexOf('moj-sub-navigation'), 'before the ways about the case')
    const plain = words.slice(words.indexOf('Now We are')).replaceAll(/How this date is worked out.*?\)\./g, '').replaceAll(/([A-Z])/g, '. $1').slice(0, 1800)
    assert.ok(readingGrade(plain) <= 6, String(readingGrade(plain)))
  })

  it('says what is late and by how much, with the routes; and tells law and target apart', async () => {
    const late = await read('shno', await caseOf({ receivedOn: '2027-01-11' }))
    assert.match(late.words, /By 22 February 2027, by law 7 days late/)
    assert.match(late.words, /We are late, and we are sorry/)
    assert.match(late.words, /We are late\. We have not told you if we will assess Late, was due by 22 February 2027 It is our turn\. It is 7 days late\./)
    assert.match(late.words, /Wendmere SENDIASS can help you for free.*Complain to Wendmere Council, if our answer is not good enough.*Ombudsman/)
    assert.match(late.words, /We send you the draft plan Still to come, by 16 May 2027 This date is our own plan, not law/)
    await hub.fresh.db.insertInto('clockTarget').values({ localAreaId: demoAreaId('wendmere'), clockId: 'ASMT-10', fromOn: plainDateOf('2027-02-01'), kind: 'days-before', count: 14, recordedAt: hub.house.clock.now() }).execute()
    const aimed = await read('shno', await caseOf({ receivedOn: '2027-02-08' }))
    assert.match(aimed.words, /We send you the final plan Still to come, by 28 June 2027 We aim for 14 June 2027\. That is our own target\./)
    await hub.fresh.db.deleteFrom('clockTarget').execute()
    await rebuildTracks(await hub.occasion('system'), { repair: true })
  })

  it('does not say that the council is late where others are', async () => {
    const { words } = await read('shno', await caseOf({ receivedOn: '2026-12-14' }, [
      ['2027-01-04', assessed], ['2027-01-05', { type: 'advice-asked', adviceRequestId: hub.house.newId<AdviceRequestId>(), item: 'd', of: 'A psychologist' }],
    ]))
    assert.match(words, /Next We ask for advice from people who can help us decide By 16 February 2027, by law 13 days late Who has it The people we asked for advice/)
    assert.match(words, /Someone we asked is late, and we are sorry\./)
    assert.doesNotMatch(words, /We are late/)
  })

  it('opens how each date is worked out, in the law’s own count, without scripts', async () => {
    const { root } = await read('shno', await caseOf({ receivedOn: '2027-02-08' }))
    const details = root.querySelectorAll('.hub-progress details')
    assert.equal(details.length, 4)
    assert.match(details[0]?.text.replaceAll(/\s+/g, ' ') ?? '', /This is the last day that the law allows\. ?The request was received on 8 February 2027; six weeks from then.*SEND Regulations 2014, reg 5/)
  })

  it('tells what was excused and why, without what was claimed', async () => {
    const key = await caseOf({ receivedOn: '2027-01-04' })
    const claim = { type: 'excuse-claimed', claimId: 'c1', clock: 'ASMT-02', about: await requestIdOf(key), excuse: 'D', facts: { from: plainDateOf('2027-01-05'), to: plainDateOf('2027-02-10') } } as const
    await record(key, [['2027-02-12', claim]])
    const { words } = await read('hoshang', key)
    assert.match(words, /By As soon as we can\. The law lets us take longer/)
    assert.match(words, /Happening now, was meant to be by 15 February 2027 It is our turn\. The law lets us take longer here, because someone we needed to see was away for four weeks or more\./)
    assert.doesNotMatch(words, /days late|We are late/)
    const home = await (await hub.as('hoshang')).get(paths.home())
    assert.match(home.words, /As soon as we can\. The law lets us take longer with this/)
    const officer = await read('hattie', key)
    assert.match(officer.words, /15 February 2027 \(14 days ago\), set by law Excused \(D\)/)
  })

  it('says what was explained of a delay, and when a promise passed too', async () => {
    const key = await caseOf({ receivedOn: '2027-01-11' })
    const told = async (expectedOn: string): Promise<Fact> => ({
      type: 'delay-explained', delayId: `d-${expectedOn}`, clock: 'ASMT-02', about: await requestIdOf(key), dueOn: plainDateOf('2027-02-22'), expectedOn: plainDateOf(expectedOn),
      because: 'too-few-officers', why: 'We do not have enough people to do all the work in time.', meanwhile: 'Nothing.', noticeIds: [],
    })
    await record(key, [['2027-02-23', await told('2027-03-12')]])
    const { words } = await read('shno', key)
    assert.match(words, /7 days late We now expect it by 12 March 2027/)
    assert.match(words, /We told you about this on 23 February 2027: We do not have enough people to do all the work in time\. We now expect it by 12 March 2027\./)
    const officer = await read('hattie', key)
    assert.match(officer.words, /family told to expect it by 12 March 2027 7 days late/)
    await record(key, [['2027-02-24', await told('2027-02-26')]])
    assert.match((await read('shno', key)).words, /We said it would be done by 26 February 2027\. That day has passed too, and we are sorry\./)
  })

  it('goes on with the year of a plan: the way to it can be opened, and the appeal and mediation have their days', async () => {
    const key = await caseOf({ receivedOn: '2026-09-07' }, [
      ['2026-10-12', assessed], ['2026-12-01', { type: 'plan-decided', outcome: 'issue', noticeId: 'n2' }],
      ['2026-12-10', { type: 'draft-served', versionId: 'v1' as PlanVersionId, channel: 'hub', windowLastDay: plainDateOf('2026-12-24') }], ['2027-02-01', issued()],
    ])
    const { words, root } = await read('shno', key)
    assert.match(words, /Now Your child has a final plan\. Next We look at the plan with you, to see if it still fits By 31 January 2028, by law/)
    assert.match(root.querySelector('main')?.querySelectorAll('details').find((one) => /The steps so far/.test(one.text))?.text.replaceAll(/\s+/g, ' ') ?? '', /We got the request/)
    assert.match(words, /We sent you the final plan Done, 1 February 2027 This was 7 days late\. It was due by 25 January 2027\./)
    assert.match(words, /tell the mediation adviser by 1 April 2027: Tarn Bridge Mediation/)
    assert.match(words, /The Tribunal must have your appeal by 5 pm on 1 April 2027/)
    const officer = await read('hattie', key)
    for (const date of ['31 January 2028', '25 January 2027', '1 April 2027']) assert.ok(officer.words.includes(date), date)
  })

  it('follows a review’s own steps: the decision, the changes, the family’s days, the earlier of two last days', async () => {
    const reviewId = 'v1' as ReviewId
    const key = await caseOf({ receivedOn: '2025-09-01' }, [
      ['2025-10-06', assessed], ['2025-12-01', { type: 'plan-decided', outcome: 'issue', noticeId: 'n2' }],
      ['2025-12-10', { type: 'draft-served', versionId: 'v1' as PlanVersionId, channel: 'hub', windowLastDay: plainDateOf('2025-12-24') }], ['2026-01-19', issued()],
      ['2027-01-11', { type: 'review-meeting-held', reviewId, noInstitution: false }],
    ])
    const deciding = await read('shno', key)
    assert.match(deciding.words, /Next We tell you if the plan stays, changes or ends By 18 January 2027, by law 42 days late/)
    assert.match(deciding.words, /The report of the review meeting is late Late, was due by 25 January 2027 We are waiting for the school or college\. It is 35 days late\./)
    const row = () => hub.fresh.db.selectFrom('caseFile').select(['nextStep', 'nextDueOn', 'nextHolder']).where('id', '=', key.caseId as CaseId).executeTakeFirstOrThrow()
    assert.deepEqual(await row(), { nextStep: 'review-decision', nextDueOn: '2027-01-18', nextHolder: 'council' })
    await record(key, [['2027-02-22', { type: 'review-decision-notified', reviewId, outcome: 'amend' }], ['2027-02-22', { type: 'amendment-notice-sent', reviewId, channel: 'hub' }]])
    const changing = await read('shno', key)
    assert.match(changing.words, /Next You tell us what you think of the changes By 8 March 2027, by law Who has it You/)
    assert.match(changing.words, /We are changing the plan Happening now, by 5 April 2027/)
    assert.match(changing.words, /We look at the plan with you again, to see if it still fits Still to come, by 21 February 2028/)
    assert.deepEqual(await row(), { nextStep: 'amended-plan', nextDueOn: '2027-04-05', nextHolder: 'council' })
    const officer = await read('hattie', key)
    assert.match(officer.words, /Issue the amended plan Council 5 April 2027 \(in 35 days\), set by law Now/)
  })

  it('says that nobody has asked, and that a request that was taken back is over', async () => {
    const ended = await caseOf({ receivedOn: '2027-01-11' }, [['2027-02-01', { type: 'request-withdrawn', by: 'a parent', councilStillResponsible: false }]])
    const { words } = await read('shno', ended)
    assert.match(words, /Now This is closed\. You can ask for an assessment again at any time\. You can Send us a message/)
    assert.doesNotMatch(words, /days late|Still to come/)
    const row = await hub.fresh.db.selectFrom('caseFile').select(['nextStep', 'nextDueOn', 'nextHolder']).where('id', '=', ended.caseId as CaseId).executeTakeFirstOrThrow()
    assert.deepEqual(row, { nextStep: null, nextDueOn: null, nextHolder: null })
  })

  it('begins before anything has happened', async () => {
    const localAreaId = demoAreaId('wendmere')
    const [childId, caseId] = [hub.house.newId<ChildId>(), hub.house.newId<CaseId>()]
    await hub.fresh.db.insertInto('child').values({ localAreaId, id: childId, givenName: 'Not', familyName: 'Asked', bornOn: plainDateOf('2019-01-01'), homeLanguages: ['English'] }).execute()
    await hub.fresh.db.insertInto('caseFile').values({ localAreaId, id: caseId, childId, reference: 'T-none', openedAt: hub.house.clock.now(), stage: 'not-known' }).execute()
    await hub.fresh.db.insertInto('caseParty').values({ localAreaId, id: hub.house.newId<string>(), caseId, personId: demoPersonId('shno'), part: 'parent', basis: 'parental responsibility', fromOn: plainDateOf('2027-01-01') }).execute()
    const { words } = await read('shno', { area: 'wendmere', caseId })
    assert.match(words, /Now Nobody has asked for an assessment yet\. You can Send us a message/)
    assert.match(words, /The steps Nobody has asked for an assessment yet\./)
    assert.doesNotMatch(words, /calendar/)
  })

  it('tells neither parent of the other’s mediation, nor of a day that it moved; and both see the same line', async () => {
    const key = await caseOf({ receivedOn: '2026-12-14' }, [['2027-01-20', { type: 'assessment-decided', outcome: 'not-assess', noticeId: 'n1' }]])
    await record(key, [['2027-02-20', { type: 'mediation-asked-for' }], ['2027-02-26', { type: 'mediation-certificate-issued' }]], 'shno')
    const mother = await read('shno', key)
    assert.match(mother.words, /must have your appeal by 5 pm on 30 March 2027/)
    assert.match(mother.words, /mediation certificate was issued on 26 February 2027|one month from the mediation certificate/)
    const father = await read('hoshang', key)
    assert.match(father.words, /must have your appeal by 5 pm on 22 March 2027/)
    assert.doesNotMatch(father.words, /The mediation|certificate was issued|Shno/)
  })

  it('speaks to a young person as you', async () => {
    const key = await aCase(hub, { receivedOn: '2027-02-08', bornOn: '2009-05-05', givenName: 'Idris', familyName: 'Young', parents: ['sinead'] })
    const localAreaId = demoAreaId('wendmere')
    await hub.fresh.db.insertInto('caseParty').values({ localAreaId, id: hub.house.newId<string>(), caseId: key.caseId as CaseId, personId: demoPersonId('kerry'), part: 'young-person', basis: 'rights', fromOn: plainDateOf('2027-02-08') }).execute()
    const { words } = await read('kerry', key)
    assert.match(words, /Now We are deciding if we will assess your needs\./)
    assert.match(words, /looks after your case/)
    assert.doesNotMatch(words, /your child/)
    assert.match((await (await hub.as('kerry')).get(paths.home())).words, /We are deciding if we will assess your needs/)
  })

  it('gives a calendar file with the days to come and nothing about a child', async () => {
    const key = await caseOf({ receivedOn: '2027-02-08', givenName: 'Secret', familyName: 'Namely' })
    const visitor = await read('shno', key)
    assert.equal(visitor.link('Put these dates in your calendar (ics file)'), paths.caseDatesFile(key))
    const calendar = await (await hub.as('shno')).get(paths.caseDatesFile(key))
    assert.equal(calendar.status, 200)
    const text = calendar.body.replaceAll('\r\n ', '')
    assert.match(text, /SUMMARY:Last day: We tell you if we will assess\r\n/)
    assert.match(text, /DTSTART;VALUE=DATE:20270322\r\n/)
    assert.match(text, /SUMMARY:Planned: We send you the draft plan/)
    assert.doesNotMatch(text, /Secret|Namely|Larkfell|Hattie/)
    assert.equal((await (await hub.as('idwal')).get(paths.caseDatesFile(key))).status, 404)
  })

  it('shows no dates while facts contradict each other, and says so to each in their words', async () => {
    const key = await caseOf({ receivedOn: '2027-02-08' }, [['2027-01-20', assessed]])
    const mother = await read('shno', key)
    assert.match(mother.words, /We cannot show the dates today/)
    const officer = await read('hattie', key)
    assert.match(officer.words, /The dates cannot be worked out, because facts contradict each other/)
    assert.equal(officer.link('Put the wrong day right in the timeline'), paths.caseTimeline(key))
  })

  it('leaves rows that folding again finds no difference in', async () => {
    const { different } = await rebuildTracks(await hub.occasion('system'), { repair: false })
    // A case that was put in as a row has no clocks until it is folded.
    assert.deepEqual(different.filter(({ reference }) => reference !== 'T-none'), [])
  })
})
