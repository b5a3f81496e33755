import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aMaintainedCase } from '../../../test/builders/a-maintained-case.ts'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import { statementsOf } from '../../../test/harness/statements.ts'
import { runJob } from '../../casebook/jobs.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import { upnCheckLetter } from '../../domain/identifiers/upn.ts'
import { demoPersonId } from '../demo/seed-world.ts'
import { paths } from '../../paths.ts'
import { checkReturnNightly } from './nightly/make-night.ts'

const area = 'wendmere'
const upnOf = (rest: string): string => upnCheckLetter(rest) + rest
const day = (name: string, [d, m, y]: readonly [string, string, string]) => ({ [`${name}-day`]: d, [`${name}-month`]: m, [`${name}-year`]: y })

describe('the national return, checked every night', () => {
  let hub: Hub
  let key: CaseKey
  let other: CaseKey
  before(async () => {
    hub = await aHub()
    // Today is 14 September 2026.
    key = await aMaintainedCase(hub, { givenName: 'Nina', familyName: 'Nightly', planOn: '2026-03-02', receivedOn: '2025-11-03', officer: 'hattie', setting: 'larkfell' })
    other = await aMaintainedCase(hub, { givenName: 'Oren', familyName: 'Otherwise', planOn: '2025-01-20', officer: 'leona', setting: 'bramblewick' })
  })
  after(() => hub.close())
  const night = () => runJob(hub.house, checkReturnNightly, {})
  const at = async (url: string, who = 'hattie') => (await hub.as(who)).get(url)
  const open = (of: CaseKey) => hub.fresh.db.selectFrom('returnFault').selectAll().where('caseId', '=', of.caseId as never).where('mendedOn', 'is', null).orderBy('rule').execute()

  it('says so before the first night, and when there is nothing', async () => {
    assert.match((await at(paths.returnFaults({ area }))).words, /No night has been checked yet/)
    assert.match((await at(paths.returnTrend({ area }))).words, /There is no night to show yet/)
  })

  it('keeps what is wrong as faults of cases, and run twice on a day it changes nothing', async () => {
    await night()
    const first = await open(key)
    assert.ok(first.length > 3)
    const rules = first.map(({ rule, block, element }) => `${rule} ${block} ${element}`)
    for (const wanted of ['R-P06 Person UPN', 'R-V03 ActivePlans SENneed']) assert.ok(rules.includes(wanted), `${wanted} of ${rules.join('; ')}`)
    await night()
    assert.deepEqual((await open(key)).map(({ id, sinceOn }) => [id, sinceOn]), first.map(({ id, sinceOn }) => [id, sinceOn]))
    const { count } = await hub.fresh.db.selectFrom('returnNight').select(({ fn }) => fn.countAll<number>().as('count')).where('element', '=', '').where('block', '=', 'Person').where('counted', '>', 0).executeTakeFirstOrThrow()
    assert.equal(Number(count), 1)
  })

  it('is a task of whoever looks after the case, and of nobody else', async () => {
    assert.match((await at(paths.home({ why: 'national' }))).words, /Nina Nightly.*\d+ things to put right for the national return/s)
    assert.doesNotMatch((await at(paths.home({ why: 'national' }))).words, /Oren Otherwise/)
    assert.match((await at(paths.home({ why: 'national' }), 'leona')).words, /Oren Otherwise/)
    assert.doesNotMatch((await at(paths.home(), 'debra')).words, /national return/)
  })

  it('is said beside each item with what mends it, and is gone from there as soon as it is mended', async () => {
    const page = await at(paths.returnItems(key))
    assert.match(page.words, /things? must be put right/)
    assert.match(page.words, /Main need Nobody has said Must be put right/)
    const needs = await at(paths.returnNeeds(key))
    await needs.submit({ primary: 'SLCN', secondary: '', ...day('since', ['2', '3', '2026']) })
    assert.doesNotMatch((await at(paths.returnItems(key))).words, /Speech, language and communication Since 2 March 2026 Must be put right/)
    // The task goes with the next night, and says so.
    assert.match((await at(paths.returnItems(key))).words, /from the list of work with the next night/)
    assert.match((await at(paths.home({ why: 'national' }))).words, /Nina Nightly.*for the national return, found last night/s)
    assert.ok((await open(key)).some(({ rule }) => rule === 'R-V03'))
    await night()
    assert.ok(!(await open(key)).some(({ rule }) => rule === 'R-V03'))
    assert.ok((await hub.fresh.db.selectFrom('returnFault').select('mendedOn').where('rule', '=', 'R-V03').where('caseId', '=', key.caseId as never).execute()).every(({ mendedOn }) => mendedOn === '2026-09-14'))
  })

  it('lets an officer explain a query, and keeps the explanation while the same is asked', async () => {
    const query = (await open(other)).find(({ severity }) => severity === 'query')
    assert.ok(query, 'a review that is over a year old is asked about')
    const url = paths.explainReturnFault({ ...other, faultId: query.id })
    const form = await at(url, 'leona')
    await form.submit({ explanation: '' })
    assert.deepEqual([form.status, form.errors], [422, ['Enter why it is right as it is']])
    await form.submit({ explanation: 'The review was held and the file is on its way' })
    assert.match((await at(paths.returnItems(other), 'leona')).words, /Explained: The review was held/)
    await night()
    assert.equal((await open(other)).find(({ id }) => id === query.id)?.explanation, 'The review was held and the file is on its way')
    const error = (await open(other)).find(({ severity }) => severity === 'error')
    assert.equal((await at(paths.explainReturnFault({ ...other, faultId: error?.id ?? '' }), 'leona')).status, 404, 'an error is not explained away')
    for (const who of ['debra', 'shno', 'aled']) assert.ok([403, 404].includes((await at(url, who)).status), who)
  })

  it('is a register for the data team, which filters, counts and leads to the page that mends', async () => {
    const page = await at(paths.returnFaults({ area }), 'meera')
    assert.match(page.words, /Nina Nightly/)
    assert.match(page.words, /Say it/)
    assert.ok(page.root.querySelector(`a[href="${paths.returnNumbers(key)}"]`), 'straight to the page that mends it')
    assert.doesNotMatch((await at(paths.returnFaults({ area }, { officer: demoPersonId('leona') }))).words, /Nina Nightly/)
    assert.doesNotMatch((await at(paths.returnFaults({ area }, { kind: 'explained' }))).words, /Nina Nightly/)
    assert.match((await at(paths.returnFaults({ area }, { rule: 'R-P06' }))).words, /2 faults/)
    assert.match((await at(paths.returnFaults({ area }, { rule: 'R-H01' }))).words, /Nothing is like that/)
    for (const who of ['debra', 'shno', 'aled', 'agnes']) for (const url of [paths.returnFaults({ area }), paths.returnTrend({ area }), paths.returnFaultsFile({ area })]) assert.ok([403, 404].includes((await at(url, who)).status), `${who} ${url}`)
  })

  it('leaves as a file for a reason, on record, with numbers of cases and no names', async () => {
    const form = await at(paths.returnFaultsFile({ area }), 'meera')
    await form.submit({})
    assert.deepEqual(form.errors, ['Select what the file is for'])
    const made = await form.submit({ purpose: 'meeting' })
    assert.match(made.body, /R-P06/)
    assert.doesNotMatch(made.body, /Nightly|Otherwise|2018/)
    const line = await hub.fresh.db.selectFrom('exportMade').select(['export', 'rowCount', 'purpose']).executeTakeFirstOrThrow()
    assert.deepEqual([line.export, line.purpose], ['return-faults', 'meeting'])
    assert.ok(line.rowCount > 5)
  })

  it('shows the rate of errors by item and night by night', async () => {
    await hub.fresh.db.insertInto('returnNight').values({ localAreaId: (await hub.fresh.db.selectFrom('localArea').select('id').where('code', '=', area).executeTakeFirstOrThrow()).id, onDay: '2026-09-13' as never, block: 'Person', element: 'UPN', counted: 2, wrong: 2 }).execute()
    const form = await at(paths.returnNumbers(key))
    await form.submit({ upn: upnOf('001900121014'), uln: '', upnUnknown: '' })
    await night()
    const page = await at(paths.returnTrend({ area }, { item: 'Person.UPN' }))
    assert.match(page.words, /UPN: 50% wrong last night, down from 100% on the first night shown/)
    assert.ok(page.root.querySelector('svg[role=img]'))
    assert.match((await at(paths.returnTrend({ area }))).words, /People in the return: 100% wrong last night/)
  })

  it('costs the same number of statements however many faults there are', async () => {
    const officer = await hub.as('hattie')
    const count = async () => (await statementsOf(() => officer.get(paths.returnFaults({ area })))).length
    await count()
    const few = await count()
    for (let child = 0; child < 8; child += 1) await aMaintainedCase(hub, { givenName: `Child${child}`, familyName: 'More', planOn: '2026-03-02', officer: 'hattie' })
    await night()
    assert.equal(await count(), few)
    assert.match((await at(paths.returnFaults({ area }, { page: '2' }))).words, /26 to \d+ of \d+ faults/)
  })
})
