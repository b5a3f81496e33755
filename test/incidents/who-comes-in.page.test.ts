// Somebody who should not have come in, and two people taken for one.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import type { CaseKey } from '../../src/casebook/open-case-file.ts'
import { demoPersonId } from '../../src/features/demo/seed-world.ts'
import { paths } from '../../src/paths.ts'
import { aCase } from '../builders/a-case.ts'
import { appCode, goodPassword, invite, openAccount } from '../builders/an-account.ts'
import type { Hub, Visitor } from '../harness/hub.ts'
import { aHub } from '../harness/hub.ts'
import { listSources, readSource } from '../walls/sources.ts'

describe('who comes in', () => {
  let hub: Hub
  let key: CaseKey
  before(async () => {
    hub = await aHub({ signIn: ['demo', 'local'] })
    key = await aCase(hub)
  })
  after(() => hub.close())

  it('17: one supplier’s account without a second factor: a password alone opens nothing, for anybody, and there is no other door', async () => {
    const { appKey } = await openAccount(hub, hub.visitor(), await invite(hub, key, 'shno'))
    const thief = await hub.visitor().get(paths.signIn())
    await thief.submit({ email: 'shno@example.org', password: goodPassword }, { to: paths.signInAccount() })
    assert.equal(thief.heading, 'Enter the code from your app')
    for (const url of [paths.home(), paths.caseOverview(key), paths.adviceInbox(), paths.caseDatesFile(key)]) assert.match((await thief.get(url)).url, /^\/sign-in/, url)
    const owner = await hub.visitor().get(paths.signIn())
    await owner.submit({ email: 'shno@example.org', password: goodPassword }, { to: paths.signInAccount() })
    hub.setNow('2026-09-14T09:05:00.000Z')
    await owner.submit({ code: appCode(hub, appKey) }, { to: paths.signInCode() })
    assert.equal((await owner.get(paths.caseOverview(key))).status, 200)
    // No key, no token in an address, no header lets a program in: a request without a session is a stranger's.
    for (const headers of [{ authorization: 'Bearer anything' }, { authorization: `Basic ${Buffer.from(`shno@example.org:${goodPassword}`).toString('base64')}` }, { 'x-api-key': 'anything' }]) {
      const response = await hub.app.inject({ method: 'GET', url: paths.caseOverview(key), headers })
      assert.equal(response.statusCode, 303, Object.keys(headers).join())
    }
    assert.deepEqual(listSources().filter((file) => /^src\/.*\.tsx?$/.test(file) && !/\.test\./.test(file) && /headers\[?\.?['"]?authorization/i.test(readSource(file))), [])
  })

  it('18: an account whose password was its name, and backups that went with what they were of: such a password is refused, and the server can neither open, change nor delete a backup', async () => {
    const { link, code } = await invite(hub, key, 'hoshang')
    const father = await hub.visitor().get(link)
    await father.submit({ code })
    await father.get(paths.setUpPassword())
    for (const password of ['hoshang', 'hoshangtahsin', 'hoshang@example.org', 'Hoshang Tahsin 2026!']) {
      await father.submit({ password })
      assert.equal(father.status, 422, password)
    }
    const backup = listSources().filter((file) => /^src\/(platform\/backup\/(?!restore)|backup-commands)/.test(file) && !/\.test\./.test(file))
    for (const file of backup) assert.doesNotMatch(readSource(file), /\b(?:unlink|rm|rmdir|truncate)\(/, `${file} deletes nothing`)
    assert.match(readFileSync('src/platform/backup/sealed.ts', 'utf8'), /'wx'/, 'a backup is never written over another')
  })
})

describe('two people taken for one', () => {
  let hub: Hub
  before(async () => { hub = await aHub() })
  after(() => hub.close())

  /** A request on paper for a child of this name and day of birth. */
  async function writtenDown(): Promise<CaseKey> {
    const officer: Visitor = await (await hub.as('hattie')).get(paths.requestStart({ area: 'wendmere' }))
    await officer.submit({ who: 'parent', channel: 'letter', 'received-day': '10', 'received-month': '9', 'received-year': '2026' })
    const draftId = /request\/([0-9a-f-]{36})/.exec(officer.url)?.[1] ?? ''
    for (const [question, filled] of Object.entries<Record<string, string>>({
      'child-name': { givenName: 'Rewan', familyName: 'Tahsin' }, 'born-on': { 'bornOn-day': '23', 'bornOn-month': '2', 'bornOn-year': '2018' },
      'your-name': { fullName: 'Kit Tahsin', responsibility: 'yes', livesWith: 'yes' }, home: { line1: '2 Quarry View', town: 'Wendmere', postcode: 'ZZ97 1DB' },
    })) {
      await officer.get(paths.requestQuestion({ area: 'wendmere', draftId, question }))
      await officer.submit(filled)
    }
    await officer.get(paths.requestCheck({ area: 'wendmere', draftId }))
    await officer.submit({ declared: 'yes' })
    const reference = /W-2026-\d{6}/.exec(officer.text)?.[0] ?? ''
    return { area: 'wendmere', caseId: (await hub.fresh.db.selectFrom('caseFile').select('id').where('reference', '=', reference).executeTakeFirstOrThrow()).id }
  }
  const settle = async (who: string, key: CaseKey, as: string): Promise<Visitor> => {
    const visitor = await (await hub.as(who)).get(paths.caseDuplicates(key))
    const id = visitor.fieldsOf(visitor.form()).get('duplicate')?.[0] ?? ''
    return visitor.submit({ [`as-${id}`]: as, [`reason-${id}`]: 'For a test' })
  }
  const stageOf = async (key: CaseKey): Promise<string> => (await hub.fresh.db.selectFrom('caseFile').select('stage').where('id', '=', key.caseId as never).executeTakeFirstOrThrow()).stage

  it('15: the same name and day of birth, merged again and again, and the wrong school visited: nothing is merged by itself, it takes two people, and that they are two is remembered', async () => {
    const first = await aCase(hub, { setting: 'larkfell', parents: ['shno'] })
    const second = await writtenDown()
    assert.equal(await hub.fresh.db.selectFrom('child').select('id').where('familyName', '=', 'Tahsin').execute().then((rows) => rows.length), 2)
    const once = await settle('hattie', second, 'same-child')
    assert.match(once.text, /Somebody else on the team has to agree/)
    assert.deepEqual((await settle('hattie', second, 'same-child')).errors, ['You said so yourself already. Somebody else on the team has to agree'])
    assert.equal(await stageOf(second), 'considering')
    await assert.rejects(hub.fresh.db.updateTable('possibleDuplicate').set({ decision: 'same-child', decidedBy: demoPersonId('hattie'), decidedAt: hub.house.clock.now() }).execute(), /possible_duplicate_by_two/)
    // The school of the one is not told of the other, nor do the parents of the one see the other's.
    assert.equal((await (await hub.as('debra')).get(paths.caseOverview(second))).status, 404)
    assert.equal((await (await hub.as('shno')).get(paths.caseOverview(second))).status, 404)
    const colleague = await settle('leona', second, 'different-children')
    assert.match(colleague.text, /Leona Abara decided: different children/)
    assert.equal(colleague.root.querySelector('main form input[name=duplicate]'), null, 'they are not asked again')
    assert.deepEqual([await stageOf(first), await stageOf(second)], ['considering', 'considering'])
  })
})
