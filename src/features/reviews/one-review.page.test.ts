import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { ReviewKey } from '../../../test/builders/an-arranged-review.ts'
import { anArrangedReview, invitationOf } from '../../../test/builders/an-arranged-review.ts'
import type { Hub, Visitor } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import { wordsInPdf } from '../../../test/harness/words-in-files.ts'
import { dateIn } from '../../../test/journeys/steps/dates.ts'
import { expectRefused } from '../../../test/journeys/steps/refused.ts'
import { openCaseFile } from '../../casebook/open-case-file.ts'
import { stillRightLinesOf } from '../../casebook/plan/still-right.ts'
import { read } from '../../casebook/tx.ts'
import type { ReviewId } from '../../domain/ids.ts'
import { paths } from '../../paths.ts'

// It is 12 January 2027; the plan was issued that day. Each step goes on from the one before.
describe('one review, from its planning to the report', () => {
  let hub: Hub
  let key: ReviewKey
  before(async () => {
    hub = await aHub({ now: '2027-01-12T10:00:00.000Z' })
    key = await anArrangedReview(hub)
  })
  after(() => hub.close())

  const at = async (who: string, url: string): Promise<Visitor> => (await hub.as(who)).get(url)
  const part = async (name: string): Promise<string> => paths.reviewContribute({ ...key, invitationId: await invitationOf(hub, key, name) })
  const typedIn = (visitor: Visitor, name: string): string | undefined => visitor.fieldsOf(visitor.form(undefined, 'Save and come back later')).get(name)?.[0]
  const facts = async (type: string) => hub.fresh.db.selectFrom('fact').select(['type', 'happenedOn', 'data']).where('caseId', '=', key.caseId as never).where('type', '=', type).execute()
  const clock = async (clockId: string) => hub.fresh.db.selectFrom('clock').select(['dueOn', 'metOn', 'wasLate']).where('about', '=', key.reviewId).where('clockId', '=', clockId).executeTakeFirst()
  const lineId = async (words: string): Promise<string> => {
    const row = await hub.fresh.db.selectFrom('planLineRevision').select('lineId').where('text', 'like', `%${words}%`).executeTakeFirstOrThrow()
    return row.lineId
  }

  it('is arranged once, with what was typed kept when it is wrong, and not beside another', async () => {
    assert.equal((await facts('review-meeting-arranged')).length, 1)
    assert.equal((await clock('REV-05'))?.dueOn, '2027-02-23')
    const again = await at('hattie', paths.reviewPlan(key))
    assert.match(again.words, /A review meeting is arranged already/)
    const move = await at('debra', paths.reviewMove(key))
    await move.submit({ ...dateIn('on', '2027-01-11'), starts: '' })
    expectRefused(move, ['Enter when it starts'], { kept: { 'on-day': '11' } })
    await move.submit({ starts: '3pm' })
    assert.match(move.errors.join(), /must be today or later/)
  })

  it('is not there for strangers, and only the setting that convenes it runs it', async () => {
    for (const stranger of ['idwal', 'aled', 'kerry']) assert.ok([403, 404].includes((await at(stranger, paths.review(key))).status), stranger)
    assert.equal((await at('idwal', paths.review(key))).status, 404)
    assert.equal((await at('shno', paths.reviewInvite(key))).status, 403)
    assert.equal((await at('callum', paths.reviewHold(key))).status, 403)
    // Arranged and nobody invited: whoever is not invited yet has no part and no papers.
    assert.match((await at('callum', paths.review(key))).words, /You are not invited to this review/)
  })

  it('invites whom the law names, each with the lines that concern them', async () => {
    const senco = await at('debra', paths.reviewInvite(key))
    for (const name of ['Shno Tahsin', 'Hoshang Tahsin', 'Rewan Tahsin', 'Larkfell', 'Hattie Greaves', 'Integrated Care Board', 'social care', 'Callum Dreyfus-Webb']) assert.match(senco.words, new RegExp(name), name)
    await senco.submit({ who: '', name: 'Mrs Ada Quennell, swimming teacher' }, { button: 'Add to the list' })
    assert.match(senco.words, /Mrs Ada Quennell/)
    await senco.submit({ name: 'Mrs Ada Quennell' }, { button: 'Add to the list' })
    assert.deepEqual(senco.errors, ['They are on the list already'])
    assert.equal(senco.root.querySelector('input[name=name]')?.getAttribute('value'), 'Mrs Ada Quennell')
    await senco.submit({}, { button: 'Send the invitations' })
    assert.match(senco.words, /The invitations have been sent/)
    assert.equal((await clock('REV-05'))?.metOn, '2027-01-12')
    const letters = await hub.fresh.db.selectFrom('notice').select('toName').where('kind', '=', 'review-invitation').orderBy('toName').execute()
    assert.ok(letters.some(({ toName }) => toName === 'Shno Tahsin') && letters.some(({ toName }) => toName === 'Hoshang Tahsin'))
    assert.ok(!letters.some(({ toName }) => toName.includes('Quennell')))
    const therapist = await hub.fresh.db.selectFrom('reviewInvitation').select('lineIds').where('id', '=', await invitationOf(hub, key, 'Callum') as never).executeTakeFirstOrThrow()
    assert.deepEqual(new Set(therapist.lineIds), new Set([await lineId('understands two key words'), await lineId('retell an event'), await lineId('45 minutes once a week')]))
  })

  it('is answered by whoever is asked, who may change their mind', async () => {
    const mother = await at('shno', paths.caseReviews(key))
    assert.equal(mother.heading, 'Review meetings')
    await mother.follow('9 March 2027, 2pm')
    await mother.submit({}, { button: 'Send my answer' })
    assert.deepEqual(mother.errors, ['Say whether you come'])
    const id = await invitationOf(hub, key, 'Shno')
    await mother.submit({ [`coming-${id}`]: 'yes', [`words-${id}`]: 'I need somebody who speaks Kurdish' }, { button: 'Send my answer' })
    assert.match(mother.words, /Thank you/)
    assert.match((await at('debra', paths.review(key))).words, /Comes I need somebody who speaks Kurdish/)
    assert.doesNotMatch((await at('hoshang', paths.review(key))).words, /Kurdish/)
    assert.equal((await (await at('hoshang', paths.review(key))).request('POST', paths.reviewAnswer({ ...key, invitationId: id }), { [`coming-${id}`]: 'no' })), 404)
  })

  it('keeps a part that is being written from everybody else, and nothing typed is lost', async () => {
    const mother = await at('shno', await part('Shno'))
    await mother.submit({ 'view-well': 'He sings at home now.' }, { button: 'Save and come back later' })
    assert.match(mother.words, /Saved/)
    assert.equal((await at('debra', await part('Shno'))).status, 403)
    assert.equal((await at('hoshang', await part('Shno'))).status, 404)
    assert.doesNotMatch((await at('hattie', paths.reviewPapers(key))).words, /He sings/)
    // Two pages of the same part: the later save is kept aside and both are shown.
    const [one, two] = [await at('shno', await part('Shno')), await at('shno', await part('Shno'))]
    await one.submit({ 'view-hopes': 'That he talks to his grandmother.' }, { button: 'Save and come back later' })
    await two.submit({ 'view-not-well': 'Mornings.' }, { button: 'Save and come back later' })
    assert.match(two.errors.join(), /Nothing was overwritten/)
    assert.match(two.words, /That he talks to his grandmother/)
    await two.submit({ 'view-hopes': 'That he talks to his grandmother.' }, { button: 'Send my part' })
    assert.match(two.words, /Your part has been sent/)
    const kept = await hub.fresh.db.selectFrom('reviewContribution').select('aside').where('givenAt', 'is not', null).executeTakeFirstOrThrow()
    assert.match(JSON.stringify(kept.aside), /Mornings/)
  })

  it('saves by script as one goes, and says when it came too late', async () => {
    const url = await part('Hoshang')
    const father = await at('hoshang', url)
    assert.equal(await father.request('POST', `${url}/autosave`, { version: '0', 'view-well': 'He laughs.' }), 200)
    assert.equal(await father.request('POST', `${url}/autosave`, { version: '0', 'view-well': 'He laughs more.' }), 409)
    const back = await at('hoshang', url)
    assert.equal(typedIn(back, 'view-well'), 'He laughs.')
    await back.submit({}, { button: 'Send my part' })
  })

  it('makes of what is no longer right a proposal on the line, with its amounts', async () => {
    const therapist = await at('callum', await part('Callum'))
    assert.match(therapist.words, /You are asked about 3 lines of the plan/)
    const therapy = await lineId('45 minutes once a week')
    const outcome = await lineId('retell an event')
    await therapist.submit({}, { button: 'Send my part' })
    assert.match(therapist.errors.join(), /Answer at least one question/)
    await therapist.submit({ [`answer-${therapy}`]: 'changed', [`answer-${outcome}`]: 'good', [`words-${outcome}`]: 'Three of five attempts.' }, { button: 'Send my part' })
    expectRefused(therapist, ['Say what has changed in F1: change its words, or say it in “Say more”'], { kept: { [`answer-${outcome}`]: 'good' } })
    await therapist.submit({ [`minutes-${therapy}`]: '30', [`times-${therapy}`]: '2', [`text-${therapy}`]: 'A speech and language therapist will work with Rewan alone for 30 minutes twice a week, for 20 weeks a year.' }, { button: 'Send my part' })
    assert.match(therapist.words, /Your part has been sent/)
    const [proposal] = await hub.fresh.db.selectFrom('proposal').selectAll().where('reviewId', '=', key.reviewId).execute()
    assert.equal(proposal?.kind, 'change')
    assert.equal(proposal?.lineId, therapy)
    assert.match(JSON.stringify(proposal?.fields), /"minutes":30/)
    assert.match(JSON.stringify(proposal?.fields), /"who":"speech and language therapist"/)
    assert.equal((await facts('review-contribution-given')).length, 3)
    const late = await at('callum', await part('Callum'))
    assert.match(late.words, /30 minutes twice a week/)
  })

  it('lets whoever runs it write down what others told them, the child first', async () => {
    const senco = await at('debra', await part('Rewan Tahsin'))
    await senco.submit({ 'view-like': '“Maths good. Cubes.”', notFor: [await invitationOf(hub, key, 'Hoshang')] }, { button: 'Send my part' })
    expectRefused(senco, ['Say how the child was asked'], { kept: { 'view-like': '“Maths good. Cubes.”' } })
    await senco.submit({ how: ['pictures'], helper: 'Debra, his SENCO' }, { button: 'Send my part' })
    assert.match(senco.words, /Your part has been sent/)
    const school = await at('debra', await part('Larkfell'))
    const answers = Object.fromEntries(await Promise.all(['understands two key words', 'retell an event', '45 minutes once a week'].map(async (words) => [`answer-${await lineId(words)}`, words.startsWith('retell') ? 'some' : words.startsWith('45') ? 'delivered' : 'still-right'] as const)))
    await school.submit({ ...answers, 'view-progress': 'He joins in at carpet time.' }, { button: 'Send my part' })
    assert.match(school.words, /Your part has been sent/, school.errors.join())
  })

  it('sends the papers round, and no parent another parent’s words, nor a child’s to whom the child keeps them from', async () => {
    // Before they go round everybody has their own words alone.
    assert.doesNotMatch((await at('callum', paths.reviewPapers(key))).words, /grandmother|carpet time/)
    const senco = await at('debra', paths.reviewPapers(key))
    assert.match(senco.words, /He sings|grandmother/)
    await senco.submit({}, { button: 'Send the papers round' })
    assert.match(senco.words, /The papers have been sent round/)
    assert.equal((await clock('REV-06'))?.metOn, '2027-01-12')
    assert.match((await at('callum', paths.reviewPapers(key))).words, /grandmother.*joins in at carpet time/s)
    const father = await at('hoshang', paths.reviewPapers(key))
    assert.match(father.words, /joins in at carpet time/)
    assert.doesNotMatch(father.words, /grandmother|Maths good/)
    assert.match((await at('shno', paths.reviewPapers(key))).words, /Maths good/)
  })

  it('records the meeting, with the child’s part, once', async () => {
    hub.setNow('2027-03-10T09:00:00.000Z')
    const senco = await at('debra', paths.reviewHold(key))
    await senco.submit({ agreed: 'Therapy twice a week.' })
    expectRefused(senco, ['Say how the child took part'], { kept: { agreed: 'Therapy twice a week.' } })
    const twin = await at('debra', paths.reviewHold(key))
    const came = { [`came-${await invitationOf(hub, key, 'Shno')}`]: 'came', childPart: 'for-part', agreed: 'Therapy twice a week.', notAgreed: 'Mr Tahsin would keep it once a week.' }
    await senco.submit(came)
    assert.equal(senco.heading, 'Read and finish the report', senco.errors.join())
    await twin.submit(came)
    assert.equal((await facts('review-meeting-held')).length, 1)
    assert.equal((await clock('REV-07'))?.dueOn, '2027-03-23')
    assert.equal((await clock('REV-05'))?.wasLate ?? false, false)
  })

  it('writes most of the report by itself, and does not send it before it is whole', async () => {
    const senco = await at('debra', paths.reviewWriteReport(key))
    const [outcome, therapy] = [await lineId('retell an event'), await lineId('45 minutes once a week')]
    // The school's own answer first; that the therapist saw it otherwise is said.
    assert.equal(typedIn(senco, `answer-${outcome}`), 'some')
    assert.equal(typedIn(senco, `answer-${therapy}`), 'delivered')
    assert.match(senco.words, /They differ/)
    await senco.submit({}, { button: 'Send the report' })
    assert.match(senco.errors.join(), /Say whether you recommend this change/)
    const [proposal] = await hub.fresh.db.selectFrom('proposal').select('id').where('reviewId', '=', key.reviewId).execute()
    await senco.submit({ [`agrees-${proposal?.id ?? ''}`]: 'yes', [`answer-${therapy}`]: 'changed' }, { button: 'Send the report' })
    assert.match(senco.words, /The report has been sent/, senco.errors.join())
    assert.equal((await clock('REV-07'))?.metOn, '2027-03-10')
    assert.equal((await facts('adulthood-considered')).length, 0)
    // The report saw the same change as the therapist: it is proposed once.
    assert.equal((await hub.fresh.db.selectFrom('proposal').select('id').where('reviewId', '=', key.reviewId).execute()).length, 1)
  })

  it('gives everybody who was invited their own copy, and nobody else', async () => {
    assert.match((await at('hattie', paths.reviewReport(key))).words, /How much: 30 minutes, two times a week.*grandmother|How much: 30 minutes.*grandmother/s)
    const father = await at('hoshang', paths.reviewReport(key))
    const contents = father.root.querySelectorAll('nav.hub-contents a')
    assert.ok(contents.length > 3)
    for (const link of contents) assert.ok(father.root.querySelector(link.getAttribute('href') ?? '-') !== null, `${link.textContent} leads nowhere`)
    assert.match(father.words, /This report recommends it too/)
    assert.doesNotMatch(father.words, /grandmother|Maths good/)
    assert.equal((await at('idwal', paths.reviewReport(key))).status, 404)
    const word = await father.download(paths.reviewReportWord(key))
    assert.equal(word.status, 200)
    assert.doesNotMatch(word.name, /Rewan|Tahsin/)
    if (hub.house.pdf.available) {
      const pdf = await father.download(paths.reviewReportPdf(key))
      assert.equal(pdf.type, 'application/pdf')
      const words = (await wordsInPdf(pdf.bytes)).join('')
      assert.match(words, /Recommendedamendments|Recommended amendments/)
      assert.doesNotMatch(words, /grandmother/)
    }
    assert.equal((await at('debra', paths.reviewWriteReport(key))).url, paths.reviewReport(key))
  })

  it('says which lines were found still right, for whoever decides', async () => {
    const lines = await read({ ...await hub.occasion('hattie') }, async (tx) => stillRightLinesOf(tx, await openCaseFile(tx, key), key.reviewId as ReviewId))
    const ids = lines.map((line) => line.lineId as string)
    assert.ok(ids.includes(await lineId('understands two key words')) && ids.includes(await lineId('retell an event')))
    assert.ok(!ids.includes(await lineId('45 minutes once a week')))
  })

  it('tells the school how its report was found, and nobody of the family', async () => {
    const officer = await at('hattie', paths.reviewGrade(key))
    await officer.submit({ childVoice: 'some' })
    expectRefused(officer, ['Say whether the changes are exact', 'Write what helped, or what would help next time'], { kept: { childVoice: 'some' } })
    await officer.submit({ specificity: 'good', words: 'Exact about therapy. More of Rewan’s own words, please.' })
    assert.match((await at('debra', paths.review(key))).words, /In time Yes.*More of Rewan’s own words/)
    assert.doesNotMatch((await at('shno', paths.review(key))).words, /own words, please/)
  })
})
