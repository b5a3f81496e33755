// Children whose plan is being changed, was changed, is fought over, ends, is too old, or came from elsewhere.

import assert from 'node:assert/strict'
import type { CaseKey } from '../../src/casebook/open-case-file.ts'
import { demoAreaId, demoOrganisationId, demoPersonId } from '../../src/features/demo/seed-world.ts'
import { carryDueMoves } from '../../src/features/moves/carry.ts'
import { paths } from '../../src/paths.ts'
import type { Hub } from '../../test/harness/hub.ts'
import { textOf } from '../../test/harness/hub.ts'
import { dateIn, morningOf } from '../../test/journeys/steps/dates.ts'
import { openAndAcknowledge, recordHealthAgreement, releaseFindings } from '../../test/journeys/steps/issue.ts'
import { at, send } from './bring-in.ts'
import type { ReviewKey } from './reviews.ts'
import { arrange, givePart, hold, invite, report, sendPapers } from './reviews.ts'

/** The line of the plan in force that has these words, by its id. */
async function lineOf(hub: Hub, { caseId }: CaseKey, words: string): Promise<string> {
  const rows = await hub.fresh.db.selectFrom('planLineRevision as r').innerJoin('planLine as l', 'l.id', 'r.lineId').innerJoin('plan as p', 'p.id', 'l.planId')
    .select(['r.lineId', 'r.text']).where('p.caseId', '=', caseId as never).execute()
  const found = rows.find(({ text }) => text.includes(words))
  assert.ok(found, words)
  return found.lineId
}

async function decideAndSend(hub: Hub, review: ReviewKey, on: string, filled: Record<string, string>): Promise<void> {
  hub.setNow(morningOf(on))
  const manager = await at(hub, 'meera', paths.amendment(review))
  await send(manager, { rest: 'accept', outcome: 'amend', ...filled }, { button: 'Decide and send' })
  assert.equal(manager.heading, 'After the amendment notice', manager.text)
}

/** Kasimir, Year 8: the notice is out, his mother has asked for something, the school and the psychologist have written on the lines. */
export async function planBeingAmended(hub: Hub, key: CaseKey): Promise<void> {
  const review = await arrange(hub, key, { by: 'idwal', on: '2026-09-28', meetingOn: '2026-10-20', starts: '3.45pm', how: 'in-person', place: 'The library office, Hallowcross Academy' })
  await invite(hub, review, { by: 'idwal', on: '2026-09-29', advisers: { yewande: '' } })
  const gate = 'meet him at the side gate'
  await givePart(hub, review, { by: 'yewande', on: '2026-10-02', whose: 'Yewande', lines: { 'with Kasimir on his own for 50 minutes': { answer: 'changed', text: 'A clinical psychologist will work with Kasimir on his own for 50 minutes once a week for 12 weeks, and then once a fortnight for 12 weeks.', per: 'week', words: 'A fortnight is too long between sessions while he is afraid of corridors.' } } })
  await givePart(hub, review, {
    by: 'idwal', on: '2026-10-05', whose: 'Hallowcross', all: true,
    lines: { [gate]: { answer: 'changed', text: 'An adult whom Kasimir knows will meet him at the side gate for 15 minutes at the start of each school day, and will walk with him for the five minutes before each change of lesson.', words: 'The first lesson goes well. The third does not.' }, 'help Kasimir plan written work': { answer: 'delivered', words: 'All but four sessions.' } },
    more: { 'view-progress': 'Present in 71 of 100 lessons since September, and in 94 of 100 first lessons.' },
  })
  await sendPapers(hub, review, 'idwal', '2026-10-06')
  await hold(hub, review, { by: 'idwal', heldOn: '2026-10-20', came: ['Bridie', 'Hallowcross', 'Yewande'], notes: { childPart: 'by-what-they-made', childWords: 'Kasimir drew the school with the corridors in red and the library in green.', agreed: 'Somebody walks with him between lessons. Weekly sessions until spring.' } })
  await report(hub, review, { by: 'idwal', on: '2026-10-30', summary: 'Kasimir comes to school every day and misses the middle of it. The changes are about corridors, not about lessons.' })
  await decideAndSend(hub, review, '2026-11-16', {})

  hub.setNow('2026-11-18T19:40:00.000Z')
  const mother = await at(hub, 'bridie', paths.proposeOnLine({ ...key, lineId: await lineOf(hub, key, gate) }))
  await send(mother, { kind: 'change', words: 'An adult whom Kasimir knows and has chosen will meet him at the side gate for 15 minutes at the start of each school day, and will walk with him for the five minutes before and after each change of lesson.', because: 'It matters who it is. He will not walk with somebody he did not choose.' })
  hub.setNow(morningOf('2026-11-19'))
  const school = await at(hub, 'idwal', paths.proposeOnLine({ ...key, lineId: await lineOf(hub, key, 'nine lessons of ten') }))
  await send(school, { kind: 'comment', comment: 'Could this count from January? The register of this term has three weeks of illness in it.' })
  hub.setNow(morningOf('2026-11-20'))
  const psychologist = await at(hub, 'yewande', paths.proposeOnLine({ ...key, lineId: await lineOf(hub, key, 'whole of chess club') }))
  await send(psychologist, { kind: 'change', words: 'By December 2027 Kasimir has stayed for the whole of chess club each week for a term, and has taken one friend with him.', because: 'He told me whom he would ask.' })
}

/** Tegan, Year 5: the amended plan is out; her school and mother have opened it, the health board has not. */
export async function amendedPlan(hub: Hub, key: CaseKey): Promise<void> {
  const review = await arrange(hub, key, { by: 'odette', on: '2026-09-08', meetingOn: '2026-09-28', starts: '11am', how: 'in-person', place: 'Fernside School, the blue room' })
  await invite(hub, review, { by: 'odette', on: '2026-09-08', advisers: { jocelyn: '', marten: '' } })
  await givePart(hub, review, { by: 'jocelyn', on: '2026-09-10', whose: 'Jocelyn', lines: { 'chooses between eight symbols': { answer: 'met', text: 'By December 2028 Tegan puts two symbols together on her device to say something new, five times in a morning.', words: 'Nine of ten since June.' } } })
  await givePart(hub, review, { by: 'marten', on: '2026-09-11', whose: 'Marten', lines: { 'review Tegan’s standing and seating': { answer: 'changed', text: 'A physiotherapist will review Tegan’s standing and seating for 60 minutes each half term and train the class team for 30 minutes each term.', minutes: '60', words: 'She has grown, and the new frame takes longer to set.' } } })
  await givePart(hub, review, { by: 'odette', on: '2026-09-11', whose: 'Fernside', all: true, lines: { 'into her standing frame': { answer: 'changed', text: 'Two adults will move Tegan into her standing frame for 25 minutes three times each school day.', minutes: '25', times: '3', per: 'school-day', words: 'She has grown, and stands longer.' } }, more: { 'view-progress': 'Tegan told a joke on her device. It took four minutes and everybody waited.' } })
  await sendPapers(hub, review, 'odette', '2026-09-14')
  await hold(hub, review, { by: 'odette', heldOn: '2026-09-28', came: ['Delia', 'Fernside', 'Jocelyn', 'Marten'], notes: { childPart: 'in-the-room', childWords: 'Tegan chose who should speak, with her eyes.', agreed: 'Two symbols at a time. Three times in the frame.' } })
  await report(hub, review, { by: 'odette', on: '2026-10-02', summary: 'Tegan has met what was hoped for with her device a year early.' })
  await decideAndSend(hub, review, '2026-10-09', {})
  hub.setNow(morningOf('2026-10-12'))
  const mother = await at(hub, 'delia', paths.finishCommenting(key))
  await send(mother)
  hub.setNow(morningOf('2026-11-10'))
  await recordHealthAgreement(await hub.as('agnes'), key, { by: 'Agnes Follett-Rao, designated clinical officer', on: '2026-11-10' })
  hub.setNow(morningOf('2026-11-12'))
  const manager = await at(hub, 'meera', paths.issueAmended(review))
  await releaseFindings({ manager, again: await hub.as('meera') }, key, () => 'The plan came so from before. The therapists have been asked, and it should not wait.')
  await manager.get(paths.issueAmended(review))
  await send(manager, { placement: 'setting', settingId: demoOrganisationId('fernside') }, { button: 'Read everything before it goes' })
  await send(manager, { considered: 'yes' }, { button: 'Issue the amended plan' })
  hub.setNow('2026-11-13T20:15:00.000Z')
  for (const reader of ['odette', 'delia']) await openAndAcknowledge(await hub.as(reader), key)
}

const orderedWords = 'An occupational therapist will work with Emrys on his own for 45 minutes once a week, for 36 weeks a year.'

/** Emrys, Year 4: what the Tribunal ordered stands locked in the working document, and goes out within five weeks. */
export async function orderedPlan(hub: Hub, key: CaseKey): Promise<void> {
  const steps = [['mediation', 'certificate', '2026-03-27', {}], ['appeal', 'lodged', '2026-04-20', { about: ['f'] }], ['appeal', 'decided', '2026-10-29', { result: 'allowed' }]] as const
  hub.setNow(morningOf('2026-11-02'))
  const officer = await hub.as('hattie')
  for (const [kind, step, on, filled] of steps) {
    await officer.get(kind === 'mediation' ? paths.mediationStep({ ...key, step }) : paths.appealStep({ ...key, step }))
    await send(officer, { ...dateIn('on', on), ...filled })
  }
  await officer.get(paths.recordOrder(key))
  await send(officer, { kind: 'amend-contents', words: orderedWords, ...dateIn('on', '2026-10-29') })
  await officer.follow('Put ordered words into a line')
  const line = officer.root.querySelectorAll('select[name=rewordLine] option').find((option) => textOf(option).includes('regular access'))?.getAttribute('value') ?? ''
  await send(officer, { how: 'reword', rewordLine: line, rewordWords: orderedWords })
}

/** Rhiannon, Year 10: the plan is to end, and everybody can still appeal. */
export async function endingPlan(hub: Hub, key: CaseKey): Promise<void> {
  hub.setNow(morningOf('2026-09-10'))
  const officer = await at(hub, 'leona', paths.considerCeasing(key))
  await send(officer, { ground: 'no-longer-necessary', why: 'Hallowcross gives what is left of section F to every pupil who asks, and Rhiannon has said at two reviews that she does not want it in a plan.' })
  await send(officer, {}, { button: 'Send the letters' })
  hub.setNow(morningOf('2026-09-30'))
  await send(await at(hub, 'leona', paths.ceasingConsulted(key)), { family: 'yes', familySaid: 'I am afraid that the help will stop before the exams. Rhiannon says that she can do it.', setting: 'yes', settingSaid: 'The mentor before examinations is there for everybody in Year 11.', ...dateIn('on', '2026-09-28') })
  hub.setNow(morningOf('2026-10-06'))
  const manager = await at(hub, 'meera', paths.decideCeasing(key))
  await send(manager, { outcome: 'cease', ground: 'no-longer-necessary', met: 'yes', outOfEducation: 'no', code: '2', reasons: 'Rhiannon has met what the plan was for. What helps her before examinations stays, because Hallowcross gives it to every pupil.' })
  await send(manager, {}, { button: 'Decide and send' })
}

/** Zachary, Year 6: nobody has looked at his plan for four years, and his mother says what is different. */
export async function oldPlan(hub: Hub, key: CaseKey): Promise<void> {
  hub.setNow('2026-11-11T21:05:00.000Z')
  const mother = await at(hub, 'joanna', paths.sayChange(key))
  await mother.submitFiles({}, { what: 'health', words: 'Zachary reads whole books now, and signs. The plan still says that he cannot read his name. He also had new hearing aids in September and nobody at school has been shown how they work.', ...dateIn('since', '2026-09-17'), review: ['yes'] })
  assert.deepEqual(mother.errors, [])
}

/** Nieve, Year 2: lived in Tarn Valley until this month. Her plan is Wendmere’s now, and three clocks run. */
export async function arrivedChild(hub: Hub, key: CaseKey): Promise<CaseKey> {
  hub.setNow(morningOf('2026-10-26'))
  const there = await at(hub, 'aled', paths.recordMove(key))
  await send(there, { to: demoAreaId('wendmere'), ...dateIn('moves', '2026-11-09'), ...dateIn('known', '2026-10-26') })
  await there.follow('Look at what goes, and send it')
  await send(there, { looked: 'yes' })
  hub.setNow(morningOf('2026-11-09'))
  await carry(hub)
  hub.setNow(morningOf('2026-11-10'))
  const here = await at(hub, 'leona', paths.arrivals({ area: 'wendmere' }))
  await here.follow('Nieve Carrick-Osei')
  await send(here, { looked: 'yes' }, { button: 'Take the child in' })
  const [, , , caseId = ''] = here.url.split('/')
  const now = { area: 'wendmere', caseId }
  await here.get(paths.caseAssignOfficer(now))
  await send(here, { officer: demoPersonId('leona') })
  await here.get(paths.inviteAfterMove(now))
  await send(here, { who: [`parent-${demoPersonId('patience')}`] })
  hub.setNow(morningOf('2026-11-16'))
  const officer = await at(hub, 'leona', paths.caseEducation(now))
  await send(officer, { q: 'Larkfell' }, { button: 'Find' })
  await send(officer, { how: 'setting', setting: demoOrganisationId('larkfell'), ...dateIn('since', '2026-11-16') }, { button: 'Record' })
  return now
}

/** What the worker does each night: a record whose day of leaving has come goes. */
async function carry(hub: Hub): Promise<void> {
  await carryDueMoves.run(await hub.occasion('system'), {})
}
