import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aCase } from '../../../test/builders/a-case.ts'
import type { Hub, Visitor } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import { paths } from '../../paths.ts'
import { demoPersonId } from '../demo/seed-world.ts'

/** The eldest of the year whose rights pass on 26 June 2027. */
const born = '2010-09-01'
const on26June = '2027-06-26T10:00:00.000Z'
const date = (name: string, day: string): Record<string, string> => {
  const [year = '', month = '', dayOfMonth = ''] = day.split('-')
  return { [`${name}-day`]: String(Number(dayOfMonth)), [`${name}-month`]: String(Number(month)), [`${name}-year`]: year }
}

describe('capacity for a decision', () => {
  let hub: Hub
  let key: CaseKey
  const assessment = {
    decision: 'sharing', about: 'whether her mother may read her plan', support: 'Pictures, at home, over three visits', assessedBy: 'Marguerite Falk', assessorRole: 'social worker',
    ...date('assessedOn', '2027-06-01'), reasons: 'She could not weigh what it would mean', evidence: 'Social care file 12', outcome: 'cannot', ...date('reviewOn', '2028-01-10'), standIn: 'parents',
  }
  before(async () => {
    hub = await aHub({ now: '2027-06-10T09:00:00.000Z' })
    key = await aCase(hub, { givenName: 'Beth', familyName: 'Skerrow', bornOn: born, parents: ['kerry', 'daniel'], at: 'assessing', receivedOn: '2027-06-01' })
  })
  after(() => hub.close())
  const at = async (instant: string, person: string): Promise<Visitor> => { hub.setNow(instant); return hub.as(person) }
  const record = async (instant: string, changes: Record<string, string> = {}): Promise<Visitor> => {
    const officer = await (await at(instant, 'hattie')).get(paths.recordCapacity(key))
    return officer.submit({ ...assessment, ...changes })
  }

  it('is never a default: an empty form records nothing and keeps what was typed', async () => {
    const officer = await (await at('2027-06-10T09:10:00.000Z', 'hattie')).get(paths.recordCapacity(key))
    assert.equal(officer.root.querySelectorAll('main input[checked]').length, 0)
    await officer.submit({ about: 'something', support: 'pictures' })
    assert.equal(officer.status, 422)
    assert.deepEqual(officer.fieldsOf(officer.form()).get('about'), ['something'])
    for (const needed of ['Select which decision it was about', 'Enter who assessed it', 'Select what was found', 'Choose the assessment, or enter where it is kept']) assert.ok(officer.errors.includes(needed), officer.errors.join())
    await officer.submit({ ...assessment, ...date('reviewOn', '2029-01-10') })
    assert.match(officer.errors.join(), /The day of review must be 1 June 2028 or earlier/)
    await officer.submit({ ...assessment, ...date('reviewOn', '2028-01-10'), standIn: 'deputy' })
    for (const needed of ['Select who is appointed', 'Enter what shows the appointment, and who saw it']) assert.ok(officer.errors.includes(needed), officer.errors.join())
  })

  it('puts a doubt on the officer’s list until it is assessed, and changes nothing by itself', async () => {
    const officer = await (await at('2027-06-11T09:00:00.000Z', 'hattie')).get(paths.doubtCapacity(key))
    await officer.submit({})
    assert.deepEqual(officer.errors, ['Select which decision it is about'])
    await officer.submit({ decision: 'appeal' })
    assert.match(officer.text, /it was doubted on 11 June 2027/)
    await officer.get(paths.home())
    assert.match(officer.text, /A decision is doubted and not assessed/)
    await officer.get(paths.caseRights(key))
    assert.match(officer.text, /Whether to go to mediation or appeal\s*Beth \(presumed to decide\)/i)
  })

  it('leaves the parents in her place from the day, for that decision, and gives it back on the day of review', async () => {
    const recorded = await record('2027-06-12T09:00:00.000Z')
    assert.match(recorded.text, /The assessment is recorded/)
    assert.match(recorded.text, /over three visits/)
    const mother = await (await at(on26June, 'kerry')).get(paths.caseRights(key))
    assert.match(mother.text, /cannot make these choices now/)
    assert.match(mother.text, /who can see the plan and help/)
    assert.doesNotMatch(mother.text, /three visits|Social care file/)
    // She shares the plan; a draft is still Beth’s to answer.
    await (await mother.get(paths.caseMessages(key))).submit({ body: 'I speak for Beth here' })
    assert.match(mother.text, /I speak for Beth here/)
    const later = await (await at('2028-01-10T09:00:00.000Z', 'kerry')).get(paths.caseMessages(key))
    assert.equal(later.root.querySelectorAll('main textarea').length, 0)
    const officer = await (await at('2028-01-10T10:00:00.000Z', 'hattie')).get(paths.caseRights(key))
    assert.match(officer.text, /Assess again by 10 January 2028/)
  })

  it('gives the place to a deputy, who decides what each parent may see; and the record can be read by the council alone', async () => {
    await (await (await at('2028-01-11T09:00:00.000Z', 'hattie')).get(paths.caseAddFamily(key))).submit({ fullName: 'Sinead Rowe', email: 'sinead@example.org', relation: 'aunt', responsibility: 'no', livesWith: 'no', safeContact: 'any', seesCase: 'no' })
    const before_ = await (await at('2028-01-11T09:30:00.000Z', 'sinead')).get(paths.caseRights(key))
    assert.ok([403, 404].includes(before_.status))
    const recorded = await record('2028-01-11T10:00:00.000Z', {
      ...date('assessedOn', '2028-01-10'), ...date('reviewOn', '2028-12-01'), standIn: 'deputy', standInWho: demoPersonId('sinead'), appointmentEvidence: 'Order of 3 May 2027, seen', ...date('standInFrom', '2027-05-03'),
    })
    assert.match(recorded.text, /Sinead Rowe, as deputy, from 3 May 2027/)
    const url = recorded.url
    const deputy = await (await at('2028-01-11T11:00:00.000Z', 'sinead')).get(paths.caseRights(key))
    assert.equal(deputy.heading, 'Who can see Beth’s plan and help')
    await deputy.get(paths.permission({ ...key, personId: demoPersonId('kerry') }))
    await deputy.submit({ parts: ['messages'] })
    assert.deepEqual(deputy.errors, [])
    const mother = await (await at('2028-01-11T12:00:00.000Z', 'kerry')).get(paths.caseMessages(key))
    assert.equal(mother.root.querySelectorAll('main textarea').length, 1)
    await mother.get(url)
    assert.equal(mother.status, 403)
    assert.match((await mother.get(paths.caseRights(key))).text, /Sinead Rowe said that you can/)
    const father = await (await at('2028-01-11T12:00:00.000Z', 'daniel')).get(paths.caseMessages(key))
    assert.equal(father.root.querySelectorAll('main textarea').length, 0)
    const after_ = await (await at('2028-12-01T12:00:00.000Z', 'sinead')).get(paths.caseRights(key))
    assert.equal(after_.status, 404)
  })
})
