// Step 8: settings are asked about a place: what goes to each, what each answers and sees, and how it ends.

import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import type { CaseKey } from '../../src/casebook/open-case-file.ts'
import type { AdviceId, CaseId } from '../../src/domain/ids.ts'
import { demoAreaId, demoOrganisationId } from '../../src/features/demo/seed-world.ts'
import { paths } from '../../src/paths.ts'
import { aCase } from '../builders/a-case.ts'
import { aDraft } from '../builders/a-small-draft.ts'
import { textOf } from '../harness/page-reader.ts'
import { bothWays } from './both-ways.ts'
import { morningOf } from './steps/dates.ts'
import { keepOut } from './steps/advice.ts'
import { expectClosed, expectRefused } from './steps/refused.ts'
import { answerConsultation, shareDraft } from './steps/share.ts'

const fernside = demoOrganisationId('fernside')
const larkfell = demoOrganisationId('larkfell')

bothWays('consulting settings', {}, (scene) => {
  let key: CaseKey
  let report: AdviceId
  let ofFernside: string
  before(async () => {
    const { hub } = scene
    key = await aCase(hub, { givenName: 'Beth', familyName: 'Skerrow', parents: ['kerry'], setting: 'hallowcross', at: 'drafting' })
    await aDraft(hub, key)
    const advice = async (kind: string, reportText: string, notFor: string[] = []): Promise<AdviceId> => {
      const id = hub.house.newId<AdviceId>()
      await hub.fresh.db.insertInto('advice').values({ localAreaId: demoAreaId('wendmere'), id, caseId: key.caseId as CaseId, item: 'b', kind, authorName: 'Idwal Prosser', authorRole: 'SENCO', reportText, state: 'accepted', notFor }).execute()
      return id
    }
    report = await advice('education', 'Beth reads at the level of a child of nine.\n\nShe sits beside Oona.')
    await advice('psychological', 'Not for schools at all.', ['consulted-setting'])
  })

  it('waits until the draft is with the family', async () => {
    const officer = await scene.cast.as('hattie')
    await officer.get(paths.consultSettings(key))
    assert.match(officer.text, /It has not been sent yet/)
    assert.ok(officer.root.querySelector('main form') === null)
  })

  it('offers what the family asked for first, and shows what each setting will see before it goes', async () => {
    await shareDraft(await scene.hub.as('hattie'), key)
    await keepOut(await scene.hub.as('hattie'), key, { term: 'Oona', kind: 'third-party-name', why: 'Another child' })
    const wishing = await (await scene.hub.as('kerry')).get(paths.makeWish(key, { kind: 'setting' }))
    await wishing.submit({ setting: fernside })
    const officer = await scene.cast.as('hattie')
    await officer.get(paths.consultSettings(key))
    assert.equal(officer.root.querySelector('input[name=settings]')?.getAttribute('value'), fernside)
    assert.match(officer.text, /asked for by Kerry Skerrow/)
    assert.doesNotMatch(officer.text, /Psychological advice/)
    await officer.submit({ reports: [report] }, { button: 'Continue' })
    expectRefused(officer, ['Select at least one setting'], { kept: { reports: [report] } })
    await officer.submit({ settings: [larkfell], q: 'special' }, { button: 'Search' })
    assert.deepEqual(officer.fieldsOf(officer.form()).get('settings'), [larkfell])
    await officer.submit({ settings: [fernside, larkfell], reports: [report] }, { button: 'Continue' })
    assert.equal(officer.heading, 'Check what the settings will see')
    assert.match(officer.text, /“Oona” stands in Educational advice, Idwal Prosser/)
    await officer.submit({}, { button: 'Send to 2 settings' })
    assert.equal(officer.status, 422)
    assert.match(officer.errors.join(), /Confirm that the setting may read these words/)
    await officer.submit({ keptOut: 'seen' }, { button: 'Send to 2 settings' })
    assert.match(officer.text, /The settings have been sent the draft plan/)
    const offered = officer.root.querySelectorAll('input[name=settings]').map((box) => box.getAttribute('value'))
    assert.ok(offered.length > 0 && !offered.includes(fernside), 'nobody is asked twice while it is open')
  })

  it('is answered by a head, whose wrong form is kept and who sees nothing else of the case', async () => {
    const head = await scene.cast.as('odette')
    await head.get(paths.home())
    await head.get(paths.consultationInbox())
    await head.follow('Beth Skerrow')
    ofFernside = head.url
    assert.equal(head.heading, 'Can Fernside School meet these needs?')
    assert.match(head.text, /reads at the level of a child of nine/)
    assert.doesNotMatch(head.text, /Not for schools|Larkfell|Kerry/)
    await head.submit({ canMeet: 'with-support', canMeetWhy: 'With an aide', suitable: 'yes', harmsOthers: 'yes', harmsResources: 'no', place: 'yes', placeWhen: '' })
    expectRefused(head, ['Enter why, and which reasonable steps were considered', 'Enter from when'], { kept: { canMeet: 'with-support', canMeetWhy: 'With an aide' } })
    await head.submit({ harmsOthersWhy: 'Small classes', placeWhen: 'January 2027' })
    assert.match(head.text, /Your answer has been sent/)
    assert.match(head.text, /Can meet them with more support\. With an aide/)
    for (const url of [paths.caseTimeline(key), paths.sharedDraft(key), paths.casePeople(key), paths.proposals(key), paths.consultSettings(key)]) expectClosed(await head.get(url), /Skerrow/)
  })

  it('is answered late by the other, which reads nothing of the first', async () => {
    scene.hub.setNow(morningOf('2026-10-02'))
    const senco = await scene.cast.as('debra')
    expectClosed(await senco.get(ofFernside), /Skerrow/)
    await senco.get(paths.consultationInbox())
    await senco.follow('Beth Skerrow')
    assert.match(senco.text, /Your answer was due on 29 September 2026/)
    assert.doesNotMatch(senco.text, /Fernside|With an aide/)
    await answerConsultation(senco, key, { canMeet: 'no', canMeetWhy: 'No room for the therapy' })
  })

  it('is compared by the officer, closed with a reason, and ends the setting’s sight', async () => {
    const officer = await scene.cast.as('hattie')
    await officer.get(paths.consultSettings(key))
    assert.match(officer.text, /Not compatible\. Small classes/)
    assert.match(officer.text, /3 days late/)
    const close = officer.root.querySelectorAll('a').find((link) => /Close the consultation of Larkfell/.test(textOf(link)))?.getAttribute('href') ?? assert.fail('no way to close')
    await officer.get(close)
    await officer.submit()
    expectRefused(officer, ['Enter why it is closed'])
    await officer.submit({ reason: 'Another setting is nearer' })
    assert.match(officer.text, /can no longer see anything of this case/)
    const senco = await scene.cast.as('debra')
    await senco.get(paths.consultationInbox())
    assert.doesNotMatch(senco.text, /Skerrow/)
    const mother = await scene.cast.as('kerry')
    await mother.get(paths.caseTimeline(key))
    assert.doesNotMatch(mother.text, /Small classes|more support/)
    expectClosed(await mother.get(paths.consultSettings(key)), /Small classes/)
  })
})
