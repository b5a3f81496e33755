import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aCase } from '../../../test/builders/a-case.ts'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import { paths } from '../../paths.ts'
import { demoPersonId } from '../demo/seed-world.ts'

describe('messages between a family and the council', () => {
  let hub: Hub
  let key: CaseKey
  before(async () => {
    hub = await aHub()
    key = await aCase(hub)
  })
  after(() => hub.close())

  it('goes from a parent to the officer and back, in that parent’s own thread', async () => {
    const mother = await hub.as('shno')
    await mother.get(paths.caseMessages(key))
    await mother.submit({ body: 'When will you decide?' })
    assert.match(mother.text, /When will you decide\?/)
    const officer = await hub.as('hattie')
    await officer.get(paths.caseMessages(key))
    await officer.follow('Shno Tahsin')
    assert.match(officer.text, /When will you decide\?/)
    await officer.submit({ body: 'By 26 October 2026.' })
    await mother.get(mother.url)
    assert.match(mother.text, /By 26 October 2026/)
    const father = await hub.as('hoshang')
    await father.get(paths.caseMessages(key))
    assert.doesNotMatch(father.text, /When will you decide/)
    await father.get(paths.caseThread({ ...key, personId: demoPersonId('shno') }))
    assert.equal(father.status, 404)
  })

  it('keeps a wrong form as typed, with the error at its field', async () => {
    const mother = await (await hub.as('shno')).get(paths.caseMessages(key))
    await mother.submit({ body: '   ' })
    assert.equal(mother.status, 422)
    assert.deepEqual(mother.errors, ['Enter a message'])
    await mother.submit({ body: 'x'.repeat(10_001) })
    assert.match(mother.fieldsOf(mother.form()).get('body')?.[0] ?? '', /^x{10001}$/)
  })

  it('acts once when the form is sent twice', async () => {
    const mother = await (await hub.as('shno')).get(paths.caseThread({ ...key, personId: demoPersonId('shno') }))
    const once = mother.fieldsOf(mother.form()).get('_once') ?? []
    await mother.submit({ body: 'Only once please', _once: once })
    await mother.submit({ body: 'Only once please', _once: once })
    assert.equal(mother.text.match(/Only once please/g)?.length, 1)
  })

  it('is not found by anybody without a part in the case', async () => {
    for (const stranger of ['idwal', 'kerry', 'aled', 'imogen']) {
      const visitor = await (await hub.as(stranger)).get(paths.caseMessages(key))
      assert.ok(visitor.status === 404 || visitor.status === 403, `${stranger} got ${visitor.status}`)
      assert.doesNotMatch(visitor.body, /Rewan|Tahsin/)
    }
    const nobody = await hub.visitor().get(paths.caseMessages(key))
    assert.match(nobody.heading, /sign in/)
  })
})
