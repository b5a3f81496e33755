import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aMaintainedCase, onCase } from '../../../test/builders/a-maintained-case.ts'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import { upnCheckLetter } from '../../domain/identifiers/upn.ts'
import { demoOrganisationId } from '../demo/seed-world.ts'
import { paths } from '../../paths.ts'

const upnOf = (rest: string): string => upnCheckLetter(rest) + rest
const day = (name: string, [d, m, y]: readonly [string, string, string]) => ({ [`${name}-day`]: d, [`${name}-month`]: m, [`${name}-year`]: y })

describe('what the national return says of a child', () => {
  let hub: Hub
  let key: CaseKey
  before(async () => {
    hub = await aHub()
    // Today is 14 September 2026.
    key = await aMaintainedCase(hub, { givenName: 'Nina', familyName: 'Returned', planOn: '2026-03-02', officer: 'hattie', setting: 'larkfell' })
  })
  after(() => hub.close())
  const at = async (url: string, who = 'hattie') => (await hub.as(who)).get(url)
  const items = async () => (await at(paths.returnItems(key))).words
  const rowsOf = (table: 'childNeed' | 'childSetting' | 'namedSetting' | 'personalBudget') => hub.fresh.db.selectFrom(table).selectAll().orderBy('fromOn').execute()
  const facts = async (type: string) => (await hub.fresh.db.selectFrom('fact').select(['data', 'happenedOn']).where('caseId', '=', key.caseId as never).where('type', '=', type).orderBy('seq').execute())

  it('is one page with every item that people say, and what nobody has said', async () => {
    const words = await items()
    for (const said of [/Sex Nobody has said/, /Ethnicity Nobody has said/, /UPN Nobody has said/, /Why neither is known Nobody has said/, /Main need Nobody has said/, /Larkfell Primary School/, /What section I of the plan names/, /Personal budget Nobody has said/]) assert.match(words, said)
  })

  it('names the item that is missing, and not the elements of the file', async () => {
    const words = await items()
    assert.match(words, /Sex Nobody has said Must be put right Nobody has said: Sex\. Say it\./)
    assert.doesNotMatch(words, /has no SENneed|PlanDetail/)
  })

  it('is the council’s: no school, family or other council finds it', async () => {
    for (const who of ['debra', 'shno', 'aled', 'agnes']) {
      for (const url of [paths.returnItems(key), paths.returnNeeds(key), paths.returnNumbers(key)]) assert.ok([403, 404].includes((await at(url, who)).status), `${who} ${url}`)
    }
    assert.equal((await at(paths.returnItems(key), 'tom')).status, 200)
  })

  it('keeps sex and ethnicity by their codes, and asks for both', async () => {
    const form = await at(paths.returnDetails(key))
    await form.submit({ sex: '', ethnicity: 'NO' })
    assert.deepEqual([form.status, form.errors], [422, ['Select the child’s sex', 'Select the child’s ethnicity, or that it is not yet known']])
    await form.submit({ sex: 'F', ethnicity: 'WROM' })
    assert.match(await items(), /Sex Female.*Ethnicity Gypsy \/ Roma/s)
    assert.deepEqual((await facts('return-items-recorded')).map(({ data }) => data), [{ items: ['sex', 'ethnicity'] }])
  })

  it('refuses a number whose check does not match and one that could be a real child’s, and keeps what was typed', async () => {
    const form = await at(paths.returnNumbers(key))
    await form.submit({ upn: 'A001900121015', uln: '1000000001', upnUnknown: '' })
    assert.equal(form.status, 422)
    assert.deepEqual(form.errors, ['The first letter of this unique pupil number does not match the rest. Check each character', 'This is not a possible unique learner number. Check each digit'])
    assert.match(form.body, /value="A001900121015"/)
    await form.submit({ upn: upnOf('000900121014'), uln: '', upnUnknown: '' })
    assert.match(form.errors.join(), /keeps no real children/)
    await form.submit({ upn: '', uln: '', upnUnknown: '' })
    assert.deepEqual(form.errors, ['Select why neither number is known, or enter one of them'])
    await form.submit({ upn: upnOf('001900121014'), uln: '', upnUnknown: 'UN1' })
    assert.match(form.errors.join(), /A number is given/)
    await form.submit({ upn: upnOf('001900121014').toLowerCase(), uln: '', upnUnknown: '' })
    assert.match(await items(), new RegExp(`UPN ${upnOf('001900121014')}`))
  })

  it('keeps needs with their days: a change ends what was, and a slip is put right where it stands', async () => {
    const first = await at(paths.returnNeeds(key))
    await first.submit({ primary: 'SLCN', secondary: 'SLCN', ...day('since', ['', '', '']) })
    assert.deepEqual(first.errors, ['The second need must be another than the main one', 'Enter the first day'])
    await first.submit({ primary: 'SLCN', secondary: 'MLD', ...day('since', ['2', '3', '2026']) })
    const second = await at(paths.returnNeeds(key))
    await second.submit({ primary: 'ASD', secondary: 'MLD', how: '', ...day('since', ['1', '6', '2026']) })
    assert.deepEqual(second.errors, ['Select whether it changed or was wrong'])
    await second.submit({ primary: 'ASD', secondary: 'MLD', how: 'change', ...day('since', ['1', '3', '2026']) })
    assert.match(second.errors.join(), /A change must be after/)
    await second.submit({ primary: 'ASD', secondary: 'MLD', how: 'change', ...day('since', ['1', '6', '2026']) })
    assert.deepEqual((await rowsOf('childNeed')).map((row) => ['need' in row && row.need, row.fromOn, row.toOn]).toSorted(), [['ASD', '2026-06-01', null], ['MLD', '2026-03-02', null], ['SLCN', '2026-03-02', '2026-05-31']])
    const third = await at(paths.returnNeeds(key))
    await third.submit({ primary: 'SEMH', secondary: '', how: 'put-right', ...day('since', ['3', '6', '2026']) })
    assert.deepEqual((await rowsOf('childNeed')).map((row) => ['need' in row && row.need, row.fromOn, row.toOn]).toSorted(), [['SEMH', '2026-06-03', null], ['SLCN', '2026-03-02', '2026-05-31']])
    assert.equal((await facts('needs-recorded')).length, 3)
    assert.match(await items(), /Main need Social, emotional and mental health\s*Since 3 June 2026.*Second need None.*Before Speech, language and communication\s*2 March 2026 to 31 May 2026/s)
  })

  it('puts a placement right, and a new main place ends the old one with the school’s sight of the case', async () => {
    const [row] = await rowsOf('childSetting')
    const right = await at(paths.returnPlacement({ ...key, placeId: row?.id ?? '' }))
    await right.submit({ where: 'setting', setting: demoOrganisationId('larkfell'), rank: '1', provision: '', residential: 'none', workBased: 'none', ...day('since', ['1', '9', '2025']) })
    assert.deepEqual(right.errors, ['Select what kind of place it is'])
    await right.submit({ where: 'setting', setting: demoOrganisationId('larkfell'), rank: '1', provision: 'unit', residential: 'none', workBased: 'none', ...day('since', ['1', '9', '2025']), ...day('until', ['', '', '']) })
    assert.match(await items(), /Larkfell Primary School\s*In a SEN unit\s*Since 1 September 2025/)
    assert.equal((await at(paths.caseOverview(key), 'debra')).status, 200)
    const next = await at(paths.returnPlacement({ ...key, placeId: 'new' }))
    await next.submit({ where: 'OTH', 'other-OTH': '', rank: '1', provision: 'neither', residential: 'B', workBased: 'none', ...day('since', ['1', '9', '2026']) })
    assert.deepEqual(next.errors, ['Enter what it is'])
    await next.submit({ where: 'EHE', rank: '1', provision: 'neither', residential: 'none', workBased: 'none', ...day('since', ['1', '9', '2026']) })
    assert.deepEqual((await rowsOf('childSetting')).map((one) => ['senSetting' in one && one.senSetting, one.fromOn, one.toOn]), [[null, '2025-09-01', '2026-08-31'], ['EHE', '2026-09-01', null]])
    assert.deepEqual((await facts('educated-otherwise')).map(({ data }) => data), [{ arrangement: 'elective-home' }])
    assert.equal((await at(paths.caseOverview(key), 'debra')).status, 404)
    const back = await at(paths.returnPlacement({ ...key, placeId: 'new' }))
    await back.submit({ step: 'find', where: 'setting', q: 'larkf', rank: '1', provision: 'neither', residential: 'none', workBased: 'none', ...day('since', ['10', '9', '2026']) })
    assert.match(back.words, /Larkfell Primary School/)
    await back.submit({ where: 'setting', q: 'larkf', setting: demoOrganisationId('larkfell'), rank: '1', provision: 'neither', residential: 'none', workBased: 'none', ...day('since', ['10', '9', '2026']) })
    assert.equal((await at(paths.caseOverview(key), 'debra')).status, 200)
    assert.equal((await rowsOf('childSetting')).filter(({ toOn }) => toOn === null).length, 1)
  })

  it('keeps where a child is in step where education is recorded on its own page', async () => {
    const education = await at(paths.caseEducation(key))
    await education.submit({ how: 'awaiting-place', ...day('since', ['14', '9', '2026']) })
    const open = (await rowsOf('childSetting')).filter(({ toOn }) => toOn === null)
    assert.deepEqual(open.map((one) => ['senSetting' in one && one.senSetting, one.fromOn]), [['NIEO', '2026-09-14']])
    assert.match(await items(), /Not in education or training, other: Waits for a place/)
  })

  it('keeps what section I names and whether there is a personal budget', async () => {
    const named = await at(paths.returnNamed({ ...key, placeId: 'new' }))
    await named.submit({ where: 'OTH', 'other-OTH': 'Special school for autism', rank: '1', provision: 'neither', residential: 'A', workBased: 'none', ...day('since', ['2', '3', '2026']) })
    assert.match(await items(), /Other: Special school for autism\s*Residential, 38 to 51 weeks a year/)
    const budget = await at(paths.returnBudget(key))
    await budget.submit({ taken: 'yes', organised: '', payment: '', ...day('since', ['2', '3', '2026']) })
    assert.equal(budget.errors.length, 2)
    await budget.submit({ taken: 'yes', organised: 'no', payment: 'E', ...day('since', ['2', '3', '2026']) })
    assert.match(await items(), /Personal budget Yes\s*Since 2 March 2026.*Direct payments For education/s)
    const ended = await at(paths.returnBudget(key))
    await ended.submit({ taken: 'no', how: 'change', ...day('since', ['1', '8', '2026']) })
    assert.deepEqual((await rowsOf('personalBudget')).map((row) => ['isTakenUp' in row && row.isTakenUp, row.fromOn, row.toOn]), [[true, '2026-03-02', '2026-07-31'], [false, '2026-08-01', null]])
  })

  it('keeps whether a child was in youth accommodation when the assessment was asked for', async () => {
    const id = '00000000-0000-7000-8000-00000000f00d'
    await onCase(hub, key, async () => {})
    const area = await hub.fresh.db.selectFrom('caseFile').select('localAreaId').where('id', '=', key.caseId as never).executeTakeFirstOrThrow()
    await hub.fresh.db.insertInto('request').values({ localAreaId: area.localAreaId, id: id as never, caseId: key.caseId as never, madeBy: 'school', madeByName: 'Larkfell Primary School', channel: 'hub', receivedOn: '2025-01-06' as never, answers: '{}' }).execute()
    assert.match(await items(), /Asked for by A school In youth accommodation when it was asked for Nobody has said/)
    const form = await at(paths.returnYouthAccommodation({ ...key, requestId: id }))
    await form.submit({ there: '' })
    assert.deepEqual(form.errors, ['Select whether the child was in youth accommodation'])
    await form.submit({ there: 'no' })
    assert.match(await items(), /In youth accommodation when it was asked for No/)
  })

  it('lets a manager say for the area which authority it is and which officers it has', async () => {
    assert.equal((await at(paths.returnHeader({ area: 'wendmere' }))).status, 403)
    const form = await at(paths.returnHeader({ area: 'wendmere' }), 'meera')
    await form.submit({ authority: '80', medicalOfficer: 'Y', clinicalOfficer: '', socialCareOfficer: 'R' })
    assert.deepEqual(form.errors, ['Enter the authority’s number of three digits, like 800', 'Select whether there is a designated clinical officer'])
    await form.submit({ authority: '800', medicalOfficer: 'Y', clinicalOfficer: 'N', socialCareOfficer: 'R' })
    const row = await hub.fresh.db.selectFrom('localArea').select(['authorityNumber', 'medicalOfficer', 'clinicalOfficer', 'socialCareOfficer']).where('code', '=', 'wendmere').executeTakeFirst()
    assert.deepEqual(row, { authorityNumber: '800', medicalOfficer: 'Y', clinicalOfficer: 'N', socialCareOfficer: 'R' })
  })
})
