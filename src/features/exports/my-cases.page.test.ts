import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { aCase } from '../../../test/builders/a-case.ts'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import { paths } from '../../paths.ts'

describe('an officer’s cases as a file', () => {
  let hub: Hub
  before(async () => {
    hub = await aHub()
    await aCase(hub, { givenName: 'Rewan', officer: 'hattie' })
    await aCase(hub, { givenName: '=HYPERLINK("http://example.org")', familyName: '+Formula', officer: 'hattie', parents: ['kerry'] })
    await aCase(hub, { givenName: 'Somebody', familyName: 'Else', officer: 'leona', parents: ['sinead'] })
  })
  after(() => hub.close())

  it('says what is in it first, wants to know what for, and keeps what was typed', async () => {
    const officer = await (await hub.as('hattie')).get(paths.exportMyCases())
    assert.equal(officer.heading, 'What is in this file')
    assert.match(officer.words, /2 children whose open case you look after/)
    await officer.submit({ words: 'Typed already' })
    assert.equal(officer.status, 422)
    assert.deepEqual(officer.errors, ['Select what the file is for'])
    assert.equal(officer.fieldsOf(officer.form()).get('words')?.[0], 'Typed already')
    await officer.submit({ purpose: 'other', words: '' })
    assert.deepEqual(officer.errors, ['Enter what the file is for'])
  })

  it('holds the rows and columns that were said and nothing else, runs nothing, and leaves a line', async () => {
    const officer = await (await hub.as('hattie')).get(paths.exportMyCases())
    await officer.submit({ purpose: 'meeting' })
    const lines = officer.body.replace(/^\ufeff/, '').split('\r\n').filter((line) => line !== '')
    assert.equal(lines.length, 3)
    const cells = lines.map((line) => line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/).length)
    assert.deepEqual(new Set(cells), new Set([8]))
    assert.ok(lines.some((line) => line.includes(`"'=HYPERLINK(""http://example.org"")","'+Formula"`)), lines.join('\n'))
    assert.doesNotMatch(officer.body, /Else/)
    const made = await hub.fresh.db.selectFrom('exportMade').selectAll().execute()
    assert.deepEqual(made.map(({ export: name, purpose, rowCount }) => [name, purpose, rowCount]), [['my-cases', 'meeting', 2]])
    assert.equal(made[0]?.sha256.length, createHash('sha256').update('').digest('hex').length)
    const kept = await hub.fresh.db.selectFrom('submission').selectAll().where('act', '=', 'export-my-cases').execute()
    assert.ok(!JSON.stringify(kept).includes('Rewan'), 'the file itself is kept nowhere')
  })

  it('is not there for anybody who looks after no cases of a council', async () => {
    for (const who of ['shno', 'debra', 'imogen']) assert.equal((await (await hub.as(who)).get(paths.exportMyCases())).status, 404, who)
    assert.doesNotMatch((await (await hub.as('debra')).get(paths.caseList())).words, /out as a file/)
  })
})
