import assert from 'node:assert/strict'
import { after, beforeEach, describe, it } from 'node:test'
import { aCase } from '../../../test/builders/a-case.ts'
import { askedForAdvice, consulted, onCase, servedDraft } from '../../../test/builders/waited-for.ts'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import { recordFact } from '../../casebook/ledger.ts'
import { addresseeOf, alertAddressee, listFamilyAddressees, sendLetter } from '../../casebook/sending/letters.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import { system } from '../../casebook/signing-in/viewer.ts'
import { plainDateOf } from '../../domain/calendar/plain-date.ts'
import { paths } from '../../paths.ts'
import { demoPersonId } from '../demo/seed-world.ts'
import { sendReminders } from './send/send-reminders.ts'

const morning = (day: string): string => `${day}T10:00:00.000Z`

describe('reminders', () => {
  let hub: Hub
  let key: CaseKey
  // A hub of its own for each: what is counted is everything that ever left it.
  const begin = async (now: string, wishes: Parameters<typeof aCase>[1] = {}): Promise<void> => {
    hub = await aHub({ now })
    key = await aCase(hub, { parents: ['shno'], setting: 'larkfell', at: 'drafting', receivedOn: now.slice(0, 10), ...wishes })
  }
  const opened: Hub[] = []
  beforeEach(() => { if (hub !== undefined) opened.push(hub) })
  after(async () => { for (const one of new Set([...opened, hub])) await one.close() })

  const run = (): Promise<void> => sendReminders.run({ house: hub.house, viewer: system, page: 'job' }, {})
  const on = async (day: string): Promise<void> => {
    hub.setNow(day.includes('T') ? day : morning(day))
    await run()
  }
  const sent = async (): Promise<string[]> => {
    await hub.work()
    return hub.carrier.carried.map(({ to, subject }) => `${to}: ${subject}`)
  }
  const steps = async (): Promise<string[]> =>
    (await hub.fresh.db.selectFrom('reminder').select(['clockId', 'step', 'notSentBecause']).orderBy('recordedAt').orderBy('clockId').execute()).map(({ clockId, step, notSentBecause }) => `${clockId} ${step}${notSentBecause === null ? '' : ` ${notSentBecause}`}`)
  const factsOf = async (): Promise<number> => (await hub.fresh.db.selectFrom('fact').select('seq').where('type', '=', 'reminder-sent').execute()).length

  it('go at each step once, however often the worker runs, and are facts of the case', async () => {
    await begin('2027-01-04T10:00:00.000Z')
    await askedForAdvice(hub, key, { on: '2027-01-04', person: 'imogen' })
    await on('2027-01-31')
    assert.deepEqual(await sent(), [])
    for (const day of ['2027-02-01', '2027-02-01', '2027-02-05', '2027-02-08', '2027-02-13', '2027-02-15', '2027-02-16', '2027-02-20']) await on(day)
    assert.deepEqual(await steps(), ['ASMT-05 14', 'ASMT-05 7', 'ASMT-05 2', 'ASMT-05 0'])
    assert.deepEqual(await sent(), [
      'imogen@example.org: A reminder: your answer is due by 15 February 2027', 'imogen@example.org: A reminder: your answer is due by 15 February 2027',
      'imogen@example.org: A reminder: your answer is due by 15 February 2027', 'imogen@example.org: A reminder: your answer is due today, 15 February 2027',
    ])
    assert.equal(await factsOf(), 4)
    const timeline = await (await hub.as('hattie')).get(paths.caseTimeline(key))
    assert.match(timeline.words, /Dr Imogen Petrie was reminded to give advice or views by 15 February 2027/)
    assert.match(timeline.words, /by Golden Thread/i)
    assert.doesNotMatch((await (await hub.as('shno')).get(paths.caseTimeline(key))).words, /reminded you of 15 February/)
  })

  it('go once when several workers run at the same moment', async () => {
    await begin('2027-01-04T10:00:00.000Z')
    await askedForAdvice(hub, key, { on: '2027-01-04', person: 'imogen' })
    for (const name of ['Orla', 'Beth', 'Ned']) await askedForAdvice(hub, await aCase(hub, { givenName: name, parents: [], at: 'assessing' }), { on: '2027-01-04', organisation: 'ep-service' })
    hub.setNow(morning('2027-02-01'))
    await Promise.all([run(), run(), run()])
    await run()
    assert.deepEqual(await steps(), ['ASMT-05 14', 'ASMT-05 14', 'ASMT-05 14', 'ASMT-05 14'])
    assert.equal((await sent()).length, 4)
    assert.equal(await factsOf(), 4)
  })

  it('after days on which nothing ran give the newest step alone, and never an older one when the clock on the wall goes back', async () => {
    await begin('2027-01-04T10:00:00.000Z')
    await askedForAdvice(hub, key, { on: '2027-01-04', person: 'imogen' })
    await on('2027-02-10')
    assert.deepEqual(await steps(), ['ASMT-05 7'])
    await on('2027-02-02')
    await on('2027-01-05')
    await on('2027-02-10')
    assert.deepEqual(await steps(), ['ASMT-05 7'])
    await on('2027-02-14')
    assert.deepEqual(await steps(), ['ASMT-05 7', 'ASMT-05 2'])
  })

  it('wait for eight in the morning, London time, on both days on which the clocks change', async () => {
    // Due on 29 March 2027: fifteen days beginning with the 15th.
    await begin('2027-03-15T10:00:00.000Z')
    await servedDraft(hub, key, '2027-03-15')
    for (const night of ['2027-03-27T05:59:00.000Z', '2027-03-27T07:59:00.000Z', '2027-03-27T20:00:00.000Z']) await on(night)
    assert.deepEqual(await steps(), [])
    await on('2027-03-28T06:59:00.000Z')
    assert.deepEqual(await steps(), [])
    await on('2027-03-28T07:00:00.000Z')
    assert.deepEqual(await steps(), ['ASMT-08 2'])

    await begin('2027-10-18T10:00:00.000Z')
    await servedDraft(hub, key, '2027-10-18')
    // Due on 1 November; the clocks go back on 31 October.
    await on('2027-10-31T07:30:00.000Z')
    assert.deepEqual(await steps(), [])
    await on('2027-10-31T08:00:00.000Z')
    assert.deepEqual(await steps(), ['ASMT-08 2'])
  })

  it('tell one person of several things about one child in one message, by the earliest date', async () => {
    await begin('2027-01-04T10:00:00.000Z')
    // Views due on 15 February; the draft's window ends on 8 February.
    await askedForAdvice(hub, key, { on: '2027-01-04', kind: 'parental' })
    hub.setNow('2027-01-25T10:00:00.000Z')
    await servedDraft(hub, key, '2027-01-25')
    await on('2027-02-01')
    assert.deepEqual(await steps(), ['ASMT-05 14', 'ASMT-08 7'])
    assert.deepEqual(await sent(), ['shno@example.org: A reminder: please answer by 8 February 2027'])
    const [{ body } = { body: '' }] = hub.carrier.carried
    assert.match(body, /There are other dates too/)
    assert.match(body, /http:\/\/hub\.test\/home\n\nTo be told in another way: http:\/\/hub\.test\/me\/reminders\n\nWendmere Council$/)
    assert.doesNotMatch(body, /Rewan|Tahsin|Larkfell|T-|SEND/)
    assert.match((await (await hub.as('shno')).get(paths.caseTimeline(key))).words, /We reminded you of 8 February 2027/)
  })

  it('wait a day when the program or a person has written to them about the child that day', async () => {
    await begin('2027-01-04T10:00:00.000Z')
    await askedForAdvice(hub, key, { on: '2027-01-04', person: 'imogen' })
    hub.setNow('2027-02-08T09:00:00.000Z')
    await onCase(hub, key, async (tx, caseFile) => alertAddressee(tx, caseFile, await addresseeOf(tx, { personId: demoPersonId('imogen') }), { subject: 'Something', words: 'Something' }, { about: 'advice-returned', linkTo: '/home' }))
    await on('2027-02-08')
    await on('2027-02-08T18:00:00.000Z')
    assert.deepEqual(await steps(), [])
    await on('2027-02-09')
    assert.deepEqual(await steps(), ['ASMT-05 7'])
  })

  it('go by the channel that each chose, of the kinds that they want, and never where it is not safe', async () => {
    await begin('2027-03-15T10:00:00.000Z', { parents: ['shno', 'hoshang', 'kerry', 'daniel'] })
    const choose = (person: string, channel: string, kindsOff: string[] = []) =>
      hub.fresh.db.insertInto('reminderChoice').values({ personId: demoPersonId(person), channel, kindsOff, chosenAt: hub.house.clock.now() }).execute()
    await choose('hoshang', 'text')
    await choose('kerry', 'email', ['answers'])
    await choose('daniel', 'text')
    await hub.fresh.db.updateTable('relationship').set({ safeContact: 'none' }).where('personId', '=', demoPersonId('daniel')).execute()
    await servedDraft(hub, key, '2027-03-15')
    await on('2027-03-22')
    assert.deepEqual((await steps()).toSorted(), ['ASMT-08 7', 'ASMT-08 7', 'ASMT-08 7 no-way', 'ASMT-08 7 not-wanted'])
    await hub.work()
    assert.deepEqual(hub.carrier.carried.map(({ channel }) => channel).toSorted(), ['email', 'text'])
    const text = hub.carrier.carried.find(({ channel }) => channel === 'text')
    assert.match(text?.to ?? '', /^01632 960/)
    assert.equal(text?.body, 'We asked you for an answer. Please answer by 29 March 2027. Sign in to see it: http://hub.test/home')
  })

  it('go on paper, in time, to who is reached by nothing else; and a letter is told of even to who wants no messages', async () => {
    await begin('2027-03-15T10:00:00.000Z', { parents: ['shno', 'hoshang'] })
    await hub.fresh.db.updateTable('relationship').set({ safeContact: 'post' }).where('personId', '=', demoPersonId('hoshang')).execute()
    await hub.fresh.db.insertInto('reminderChoice').values({ personId: demoPersonId('shno'), channel: 'hub', kindsOff: [], chosenAt: hub.house.clock.now() }).execute()
    await onCase(hub, key, (tx, caseFile) => tx.db.insertInto('childAddress').values({
      localAreaId: caseFile.localAreaId, id: tx.newId<string>(), childId: caseFile.child.id, lines: ['2 Open Lane'], postcode: 'ZZ98 2AB', fromOn: plainDateOf('2020-01-01'),
    }).execute())
    await servedDraft(hub, key, '2027-03-15')
    await on('2027-03-22')
    await on('2027-03-27')
    const items = await hub.fresh.db.selectFrom('outgoing').select(['channel', 'state', 'toAddress', 'body']).where('about', '=', 'reminder').orderBy('channel').execute()
    assert.deepEqual(items.map(({ channel, state }) => `${channel} ${state}`), ['hub sent', 'hub sent', 'letter queued'])
    assert.equal(items[2]?.toAddress, 'Hoshang Tahsin\n2 Open Lane\nZZ98 2AB')
    assert.match(items[2]?.body ?? '', /^We asked you for an answer\. Please answer by 29 March 2027\.\n\nYou can telephone us: 01632 960\d+\.\n\nWendmere Council$/)
    assert.deepEqual((await steps()).filter((one) => one.endsWith('no-way')), ['ASMT-08 2 no-way'])
    await onCase(hub, key, async (tx, caseFile) => {
      for (const to of await listFamilyAddressees(tx, caseFile)) await sendLetter(tx, caseFile, { letter: { kind: 'will-assess', title: 'A letter', paragraphs: [] }, to, alert: { subject: 'A letter is ready', words: 'A letter is ready.' } })
    })
    assert.deepEqual(await sent(), ['shno@example.org: A letter is ready'])
  })

  it('of a draft go to nobody who has finished commenting, and to the young person when the rights are theirs', async () => {
    await begin('2027-03-15T10:00:00.000Z', { parents: ['shno', 'hoshang'] })
    await servedDraft(hub, key, '2027-03-15')
    hub.setNow('2027-03-16T10:00:00.000Z')
    await hub.fresh.db.insertInto('fact').values({
      localAreaId: (await hub.fresh.db.selectFrom('caseFile').select('localAreaId').where('id', '=', key.caseId as never).executeTakeFirstOrThrow()).localAreaId,
      caseId: key.caseId as never, seq: 99, type: 'family-finished-commenting', happenedOn: plainDateOf('2027-03-16'), recordedAt: hub.house.clock.now(), recordedBy: demoPersonId('hoshang'), data: JSON.stringify({ by: 'Hoshang' }),
    }).execute()
    await on('2027-03-22')
    assert.deepEqual((await sent()).filter((one) => one.includes('reminder')).map((one) => one.split(':')[0]), ['shno@example.org'])

    await begin('2027-03-15T10:00:00.000Z', { bornOn: '2010-02-23' })
    await onCase(hub, key, (tx, caseFile) => tx.db.insertInto('caseParty').values({ localAreaId: caseFile.localAreaId, id: tx.newId<string>(), caseId: caseFile.id, personId: demoPersonId('beth'), part: 'young-person', basis: 'test', fromOn: tx.today }).execute())
    await servedDraft(hub, key, '2027-03-15')
    await on('2027-03-22')
    assert.deepEqual(await sent(), ['beth@example.org: A reminder: please answer by 29 March 2027'])
  })

  it('go on paper to a young person who holds the rights and has no account, and not to the parents in their place', async () => {
    await begin('2027-03-15T10:00:00.000Z', { bornOn: '2010-02-23' })
    await onCase(hub, key, (tx, caseFile) => tx.db.insertInto('childAddress').values({
      localAreaId: caseFile.localAreaId, id: tx.newId<string>(), childId: caseFile.child.id, lines: ['2 Open Lane'], postcode: 'ZZ98 2AB', fromOn: plainDateOf('2020-01-01'),
    }).execute())
    await servedDraft(hub, key, '2027-03-15')
    for (const day of ['2027-03-22', '2027-03-22', '2027-03-27']) await on(day)
    assert.deepEqual(await steps(), ['ASMT-08 7', 'ASMT-08 2 no-way'])
    const items = await hub.fresh.db.selectFrom('outgoing').select(['channel', 'toAddress']).where('about', '=', 'reminder').execute()
    assert.deepEqual(items, [{ channel: 'letter', toAddress: 'Rewan Tahsin\n2 Open Lane\nZZ98 2AB' }])
    assert.deepEqual(await sent(), [])
  })

  it('of a family’s last days read alike, whatever was decided, and take turns', async () => {
    await begin('2027-01-04T10:00:00.000Z', { at: 'considering' })
    await onCase(hub, key, async (tx, caseFile) => { await recordFact(tx, caseFile, { type: 'assessment-decided', outcome: 'not-assess', noticeId: tx.newId<string>() }) })
    for (const day of ['2027-02-03', '2027-02-04', '2027-02-17', '2027-02-18', '2027-02-25', '2027-03-02', '2027-03-04', '2027-03-05']) await on(day)
    assert.deepEqual(await steps(), ['MED-01 28', 'APP-01 14', 'MED-01 7', 'APP-01 2'])
    assert.deepEqual(await sent(), Array.from({ length: 4 }, () => 'shno@example.org: A reminder: a date for you is 4 March 2027'))
    for (const { body } of hub.carrier.carried) assert.doesNotMatch(body, /appeal|mediation|tribunal|decision|assess|refus|Rewan|SEND/i)
  })

  it('are not sent any more when somebody did meanwhile what they ask for', async () => {
    await begin('2027-01-04T10:00:00.000Z')
    const adviceRequestId = await askedForAdvice(hub, key, { on: '2027-01-04', person: 'imogen' })
    await on('2027-02-01')
    await onCase(hub, key, async (tx, caseFile) => { await recordFact(tx, caseFile, { type: 'advice-withdrawn', adviceRequestId, of: 'Imogen' }) })
    assert.deepEqual(await sent(), [])
    const { state } = await hub.fresh.db.selectFrom('outgoing').select('state').where('about', '=', 'reminder').executeTakeFirstOrThrow()
    assert.equal(state, 'cancelled')
  })

  it('of a consultation go to the setting, name no child and no setting, and lead to its page', async () => {
    await begin('2027-03-01T10:00:00.000Z')
    await servedDraft(hub, key, '2027-03-01')
    const consultationId = await consulted(hub, key, 'fernside', 'Fernside School')
    await on('2027-03-09')
    await hub.work()
    const message = hub.carrier.carried.find(({ to }) => to === 'fernside@example.org')
    assert.equal(message?.subject, 'A reminder: your answer is due by 16 March 2027')
    assert.ok(message?.body.includes(paths.consultation({ ...key, consultationId })))
    assert.doesNotMatch(message?.body.replaceAll(/http\S+/g, '') ?? '', /Rewan|Tahsin|Fernside|Larkfell|T-/)
  })

  it('tell managers once of a legal limit that passed without a recorded reason, and not of one that has one', async () => {
    await begin('2027-01-04T10:00:00.000Z', { at: 'considering' })
    // Six weeks end on 15 February.
    await on('2027-02-16')
    await on('2027-02-16')
    await on('2027-02-17')
    assert.deepEqual(await steps(), ['ASMT-02 -1 in-digest'])
    assert.equal(await factsOf(), 1)
    assert.match((await (await hub.as('hattie')).get(paths.caseTimeline(key))).words, /The SEND managers were told that no reason is recorded for what was due by 15 February 2027: Tell the family/)

    const told = await aCase(hub, { givenName: 'Told', at: 'considering', receivedOn: '2027-01-06', parents: [] })
    const about = (await hub.fresh.db.selectFrom('clock').select('about').where('caseId', '=', told.caseId as never).where('clockId', '=', 'ASMT-02').executeTakeFirstOrThrow()).about
    const row = await hub.fresh.db.selectFrom('caseFile').select(['localAreaId', 'foldedSeq']).where('id', '=', told.caseId as never).executeTakeFirstOrThrow()
    await hub.fresh.db.insertInto('fact').values({
      localAreaId: row.localAreaId, caseId: told.caseId as never, seq: row.foldedSeq + 1, type: 'delay-explained', happenedOn: plainDateOf('2027-02-16'), recordedAt: hub.house.clock.now(),
      data: JSON.stringify({ clock: 'ASMT-02', about }),
    }).execute()
    await on('2027-02-18')
    assert.deepEqual(await steps(), ['ASMT-02 -1 in-digest'])
  })

  it('leave a case alone whose dates cannot be told', async () => {
    await begin('2027-01-04T10:00:00.000Z')
    await askedForAdvice(hub, key, { on: '2027-01-04', person: 'imogen' })
    await hub.fresh.db.updateTable('caseFile').set({ clocksRefused: JSON.stringify([{ kind: 'x', seq: 1, why: 'x' }]) }).where('id', '=', key.caseId as never).execute()
    await on('2027-02-01')
    assert.deepEqual(await steps(), [])
  })
})
