// Two parents who live apart, with everything that a case can have of each. Every page there is, asked as the one, must hold no
// word of the other's: no address, phone, e-mail, view, message, wish, proposal, paper, helper, note.

import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { aPlanToIssue } from '../../../test/builders/a-plan-to-issue.ts'
import { everyPageOf } from '../../../test/builders/every-page.ts'
import type { Hub, Visitor } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import type { AdviceId, PersonId, ProposalId } from '../../domain/ids.ts'
import { paths } from '../../paths.ts'
import { demoAreaId, demoPersonId } from '../demo/seed-world.ts'

const kinds = ['Message', 'Wish', 'Proposal', 'Views', 'Paper', 'Keepout', 'Note', 'Times', 'Street', 'Helper', 'Because'] as const
/** A word that stands nowhere else: "KerryMessageCanary". */
const canary = (who: string, kind: (typeof kinds)[number]): string => `${who}${kind}Canary`
const parents = [['kerry', 'Kerry', '01632 960701', 'kerry-apart@example.org'], ['daniel', 'Daniel', '01632 960702', 'daniel-apart@example.org']] as const

describe('two parents who live apart', () => {
  let hub: Hub
  let key: CaseKey
  let pages: string[]
  before(async () => {
    hub = await aHub({ now: '2026-12-28T09:00:00.000Z' })
    key = (await aPlanToIssue(hub, { givenName: 'Beth', familyName: 'Skerrow', bornOn: '2013-05-02', parents: ['kerry', 'daniel'] })).key
    for (const [person, name, phone, email] of parents) await everythingOf(person, name, phone, email)
    pages = await everyPageOf(hub, key, { searchFor: ['Canary', '960701', 'ZZ96'] })
  })
  after(() => hub.close())

  async function everythingOf(person: string, name: string, phone: string, email: string): Promise<void> {
    const { db } = hub.fresh
    const personId = demoPersonId(person)
    const caseId = key.caseId as never
    const localAreaId = demoAreaId('wendmere')
    const { id: planId } = await db.selectFrom('plan').select('id').where('caseId', '=', caseId).executeTakeFirstOrThrow()
    await db.updateTable('person').set({ phone, email }).where('id', '=', personId).execute()
    await db.updateTable('relationship').set({ safeContactNote: canary(name, 'Note'), safeTimes: canary(name, 'Times') }).where('personId', '=', personId).execute()
    const parent = await (await hub.as(person)).get(paths.caseMessages(key))
    await parent.submit({ body: canary(name, 'Message') })
    await db.insertInto('wish').values({ localAreaId, id: hub.house.newId<string>(), caseId, kind: 'meeting', words: canary(name, 'Wish'), because: canary(name, 'Because'), byPersonId: personId, madeAt: hub.house.clock.now() }).execute()
    await db.insertInto('proposal').values({ localAreaId, id: hub.house.newId<ProposalId>(), planId, section: 'A', kind: 'comment', text: canary(name, 'Proposal'), authorId: personId, madeAt: hub.house.clock.now() }).execute()
    await db.insertInto('advice').values({
      localAreaId, id: hub.house.newId<AdviceId>(), caseId, item: 'a', kind: 'parental', authorPersonId: personId, authorName: name, authorRole: 'parent', reportText: canary(name, 'Views'), reportBlocks: JSON.stringify([{ kind: 'paragraph', start: 0, end: canary(name, 'Views').length }]), state: 'accepted', givenAt: hub.house.clock.now(),
    }).execute()
    await db.insertInto('termToKeepOut').values({ localAreaId, id: hub.house.newId<string>(), caseId, term: canary(name, 'Keepout'), kind: 'name', why: canary(name, 'Keepout'), notedBy: personId, notedAt: hub.house.clock.now() }).execute()
    await parent.get(paths.caseEvidence(key))
    await parent.submitFiles({ file: { name: `${canary(name, 'Paper')}.txt`, bytes: new TextEncoder().encode(canary(name, 'Paper')) } }, { title: canary(name, 'Paper'), share: 'everybody' })
    await parent.get(paths.nameProxy(key))
    await parent.submit({ name: canary(name, 'Helper'), email: `${person}-helper@example.org`, kind: 'advocate', scopes: ['plan', 'letters', 'messages', 'views'], 'to-day': '1', 'to-month': '6', 'to-year': '2027' })
    assert.deepEqual(parent.errors, [])
    const officer = await (await hub.as('hattie')).get(paths.lettersTo({ ...key, relationshipId: await tieOf(personId) }))
    await officer.submit({ kind: 'home', lines: `1 ${canary(name, 'Street')}`, postcode: person === 'kerry' ? 'ZZ96 1LL' : 'ZZ96 1DD', howKnown: 'themselves', 'from-day': '28', 'from-month': '12', 'from-year': '2026' })
    assert.deepEqual(officer.errors, [])
    await officer.get(paths.caseThread({ ...key, personId }))
    await officer.submit({ body: `To ${canary(name, 'Message')}` })
  }
  const tieOf = async (personId: PersonId): Promise<string> => (await hub.fresh.db.selectFrom('relationship').select('id').where('personId', '=', personId).executeTakeFirstOrThrow()).id

  const signedIn = async (personId: string): Promise<Visitor> => (await hub.visitor().get(paths.signIn())).submit({ person: personId })

  const holds = async (visitor: Visitor, url: string, words: readonly string[]): Promise<string[]> => {
    await visitor.get(url)
    return words.filter((one) => visitor.body.includes(one)).map((one) => `${url} (${visitor.status}) holds ${one}`)
  }
  const wordsOf = (name: string): string[] => {
    const [person, , phone, email] = parents.find(([, one]) => one === name) ?? ['', '', '', '']
    return [...kinds.map((kind) => canary(name, kind)), phone, email, `${person}-helper@example.org`, person === 'kerry' ? 'ZZ96 1LL' : 'ZZ96 1DD']
  }

  it('asks for pages that do hold them, as their owner', async () => {
    assert.ok(pages.length > 60, `${pages.length} pages`)
    const seen = new Set<string>()
    const kerry = await hub.as('kerry')
    for (const url of pages) for (const found of await holds(kerry, url, wordsOf('Kerry'))) seen.add(found.split(' holds ')[1] ?? '')
    for (const kind of ['Message', 'Views', 'Paper', 'Helper'] as const) assert.ok(seen.has(canary('Kerry', kind)), `${kind} is on no page: the test would see nothing`)
  })

  for (const [person, , other] of [['daniel', 'Daniel', 'Kerry'], ['kerry', 'Kerry', 'Daniel']] as const) {
    it(`shows ${person} nothing of ${other}’s, on any page`, async () => {
      const visitor = await hub.as(person)
      const found: string[] = []
      for (const url of pages) found.push(...await holds(visitor, url, wordsOf(other)))
      assert.deepEqual(found, [])
    })
  }

  it('shows nobody outside the council a phone number, an address or a helper of either', async () => {
    const words = [...wordsOf('Kerry'), ...wordsOf('Daniel')].filter((one) => !/Views|Proposal|Wish|Because|Keepout/.test(one))
    for (const person of ['debra', 'imogen', 'odette', 'aled', 'winifred', 'gethin']) {
      const visitor = await hub.as(person)
      const found: string[] = []
      for (const url of pages) found.push(...await holds(visitor, url, words))
      assert.deepEqual(found.filter((one) => !/Paper/.test(one)), [], person)
    }
  })

  it('lets a helper see what one parent may, and no word of the other parent', async () => {
    const { id } = await hub.fresh.db.selectFrom('person').select('id').where('email', '=', 'kerry-helper@example.org').executeTakeFirstOrThrow()
    const helper = await signedIn(id)
    const found: string[] = []
    let opened = 0
    for (const url of pages) {
      found.push(...await holds(helper, url, wordsOf('Daniel')))
      if (helper.status === 200 && url.includes(key.caseId)) opened += 1
    }
    assert.deepEqual(found, [])
    assert.ok(opened > 3, `${opened} pages of the case`)
    for (const path of [paths.caseFamily(key), paths.protectedAddress(key), paths.caseTimeline(key), paths.casePeople(key), paths.caseRequest(key), paths.caseRights(key)]) assert.notEqual((await helper.get(path)).status, 200, path)
    hub.setNow('2027-06-01T22:30:00.000Z')
    assert.equal((await (await signedIn(id)).get(paths.helping(key))).status, 200, 'the last day')
    hub.setNow('2027-06-02T06:00:00.000Z')
    assert.equal((await (await signedIn(id)).get(paths.helping(key))).status, 404, 'the day after')
    hub.setNow('2026-12-28T09:00:00.000Z')
  })

  it('lets the parent end it at once, in the hub', async () => {
    const { id } = await hub.fresh.db.selectFrom('person').select('id').where('email', '=', 'kerry-helper@example.org').executeTakeFirstOrThrow()
    const helper = await signedIn(id)
    assert.equal((await helper.get(paths.helping(key))).status, 200)
    const kerry = await (await hub.as('kerry')).get(paths.helping(key))
    await kerry.submit({}, { to: '/end' })
    assert.match(kerry.words, /Ended\. They see and do nothing more here/)
    assert.equal((await helper.get(paths.helping(key))).status, 404)
  })
})
