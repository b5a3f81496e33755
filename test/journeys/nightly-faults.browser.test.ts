// The national return is made and checked at night: an officer finds what is wrong among the day's work, puts it right on the page that the list leads to,
// explains what only looks wrong, and with the next night it is gone and the rate has fallen.

import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import { runJob } from '../../src/casebook/jobs.ts'
import type { CaseKey } from '../../src/casebook/open-case-file.ts'
import { upnCheckLetter } from '../../src/domain/identifiers/upn.ts'
import { checkReturnNightly } from '../../src/features/return-items/nightly/make-night.ts'
import { demoOrganisationId } from '../../src/features/demo/seed-world.ts'
import { paths } from '../../src/paths.ts'
import { aMaintainedCase } from '../builders/a-maintained-case.ts'
import { bothWays } from './both-ways.ts'
import { dateIn, morningOf } from './steps/dates.ts'
import { expectClosed, expectRefused } from './steps/refused.ts'

const area = 'wendmere'
const upn = `${upnCheckLetter('001900121014')}001900121014`

bothWays('what the night finds wrong', { now: morningOf('2026-09-14') }, (scene) => {
  let key: CaseKey
  before(async () => {
    key = await aMaintainedCase(scene.hub, { givenName: 'Nina', familyName: 'Nightly', receivedOn: '2025-11-03', planOn: '2026-03-02', officer: 'hattie', setting: 'larkfell' })
    await aMaintainedCase(scene.hub, { givenName: 'Oren', familyName: 'Otherwise', receivedOn: '2025-01-06', planOn: '2025-01-20', officer: 'hattie', setting: 'bramblewick' })
  })
  const night = () => runJob(scene.hub.house, checkReturnNightly, {})

  it('a manager sees that no night has been checked, and says which authority it is', async () => {
    const manager = await scene.cast.as('meera')
    await manager.get(paths.returnFaults({ area }))
    assert.match(manager.words, /No night has been checked yet/)
    await manager.follow('Say it')
    await manager.submit({ authority: '800', medicalOfficer: 'Y', clinicalOfficer: 'Y' }, { button: 'Save' })
    expectRefused(manager, ['Select whether there is a designated social care officer'], { kept: { authority: '800' } })
    await manager.submit({ socialCareOfficer: 'R' }, { button: 'Save' })
    assert.match(manager.words, /Saved/)
  })

  it('after the night the officer has a task for each case, which leads to what is wrong', async () => {
    await night()
    const officer = await scene.cast.as('hattie')
    await officer.get(paths.home({ why: 'national' }))
    assert.match(officer.words, /Nina Nightly/)
    await officer.get(paths.returnItems(key))
    assert.match(officer.words, /must be put right/)
    assert.match(officer.words, /Main need Nobody has said Must be put right/)
  })

  it('the officer puts each item right on its page, with a slip on the way', async () => {
    const officer = await scene.cast.as('hattie')
    await officer.get(paths.returnNumbers(key))
    await officer.submit({ upn: 'A001900121015', uln: '', upnUnknown: '' }, { button: 'Save' })
    expectRefused(officer, [/The first letter of this unique pupil number does not match/], { kept: { upn: 'A001900121015' } })
    await officer.submit({ upn }, { button: 'Save' })
    assert.match(officer.words, new RegExp(`UPN ${upn}`))
    await officer.get(paths.returnDetails(key))
    await officer.submit({ sex: 'F', ethnicity: 'WBRI' }, { button: 'Save' })
    await officer.get(paths.returnNeeds(key))
    await officer.submit({ primary: 'SLCN', secondary: 'MLD', ...dateIn('since', '2026-03-02') }, { button: 'Save' })
    assert.match(officer.words, /Main need Speech, language and communication/)
    const [row] = await scene.hub.fresh.db.selectFrom('childSetting').select(['id', 'fromOn']).where('organisationId', '=', demoOrganisationId('larkfell')).execute()
    await officer.get(paths.returnPlacement({ ...key, placeId: row?.id ?? '' }))
    await officer.submit({ provision: 'unit' }, { button: 'Save' })
    assert.match(officer.words, /Larkfell Primary School In a SEN unit/)
    await officer.get(paths.returnNamed({ ...key, placeId: 'new' }))
    await officer.submit({ where: 'setting', q: 'Larkfell', rank: '1', provision: 'unit', residential: 'none', workBased: 'none', ...dateIn('since', '2026-03-02') }, { button: 'Find' })
    await officer.submit({ setting: demoOrganisationId('larkfell') }, { button: 'Save' })
    await officer.get(paths.returnBudget(key))
    await officer.submit({ taken: 'no', ...dateIn('since', '2026-03-02') }, { button: 'Save' })
    assert.match(officer.words, /Personal budget No Since 2 March 2026/)
  })

  it('a query that is right as it is gets an explanation', async () => {
    const officer = await scene.cast.as('hattie')
    await officer.get(paths.returnFaults({ area }, { kind: 'query' }))
    assert.match(officer.words, /Will be asked about/)
    await officer.follow('Oren Otherwise')
    await officer.follow('Explain it: An open plan is older than twelve months and was not reviewed in the last twelve.')
    await officer.submit({ explanation: '' }, { button: 'Save' })
    expectRefused(officer, ['Enter why it is right as it is'])
    await officer.submit({ explanation: 'The review is held this week' }, { button: 'Save' })
    assert.match(officer.words, /Explained: The review is held this week/)
  })

  it('with the next night what was put right is gone, and the rate has fallen', async () => {
    scene.hub.setNow(morningOf('2026-09-15'))
    await night()
    const officer = await scene.cast.as('hattie')
    await officer.get(paths.returnFaults({ area }, { rule: 'R-V03' }))
    assert.match(officer.words, /Oren Otherwise/)
    assert.doesNotMatch(officer.words, /Nina Nightly/)
    await officer.get(paths.returnTrend({ area }, { item: 'Person.UPN' }))
    assert.match(officer.heading === '' ? '' : officer.words, /UPN: 50% wrong last night, down from 100% on the first night shown/)
    expectClosed(await (await scene.cast.as('debra')).get(paths.returnFaults({ area })), /Nina/)
  })
})
