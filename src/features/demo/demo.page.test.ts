import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub, textOf } from '../../../test/harness/hub.ts'
import { paths } from '../../paths.ts'
import { rebuildTracks } from '../../casebook/rebuild-tracks.ts'
import { unpackCases } from './demo-cases-store.ts'
import { demoPersonId } from './seed-world.ts'
import { demoPeople } from './world.ts'

/** Three from their request on, ten who came with a plan. */
const childrenPacked = 13

describe('the demonstration', () => {
  let hub: Hub
  before(async () => {
    hub = await aHub({ now: '2026-11-22T10:00:00.000Z' })
    assert.equal(await unpackCases(hub.fresh.db, hub.house.files, readFileSync(path.resolve('demo', 'cases.json.gz'))), childrenPacked)
  })
  after(() => hub.close())

  it('has parents of every child in its list, and each sees their own child and nobody else’s', async () => {
    const children = await hub.fresh.db.selectFrom('child as h').innerJoin('caseFile as c', 'c.childId', 'h.id').select(['h.givenName', 'h.preferredName', 'h.familyName']).where('c.stage', '<>', 'exported').execute()
    const listed = await hub.visitor().get(paths.signIn())
    const ids = listed.root.querySelectorAll('input[name="person"]').map((input) => input.getAttribute('value'))
    for (const { givenName, preferredName, familyName } of children) {
      const name = preferredName ?? givenName
      assert.match(listed.text, new RegExp(`${name}’s family`))
      const parents = demoPeople.filter(({ key, familyOf }) => familyOf === name && ids.includes(demoPersonId(key)))
      assert.ok(parents.length > 0, `a parent of ${name}`)
      for (const { key } of parents) {
        const parent = await (await hub.as(key)).get(paths.home())
        assert.deepEqual([...new Set(parent.root.querySelectorAll('.govuk-summary-card__title').map(textOf))], [`${name} ${familyName}`])
        const [toCase] = parent.root.querySelectorAll('.govuk-summary-card a').map((link) => link.getAttribute('href') ?? '')
        await parent.get(toCase ?? '')
        assert.equal(parent.heading, 'Where are we?', key)
      }
    }
  })

  it('comes without its clocks, so that they are folded from its facts when it is put in', async () => {
    assert.equal((await rebuildTracks(await hub.occasion('system'), { repair: true, which: 'behind' })).cases, childrenPacked + 1, 'and the file that another council has kept')
    assert.deepEqual((await rebuildTracks(await hub.occasion('system'), { repair: false })).different, [])
    const { clocks } = await hub.fresh.db.selectFrom('clock').select((eb) => eb.fn.countAll<number>().as('clocks')).executeTakeFirstOrThrow()
    assert.ok(Number(clocks) > 30, String(clocks))
  })

  it('offers nobody who would find nothing', async () => {
    const listed = await hub.visitor().get(paths.signIn())
    assert.doesNotMatch(listed.text, /Beth, aged 13|Other people/, 'a child of 13 has no part in her case by herself')
  })

  it('shows each person at work something that is theirs to do', async () => {
    const seen = async (who: string, url: string): Promise<string> => (await (await hub.as(who)).get(url)).words
    assert.match(await seen('meera', paths.home()), /Idris/)
    assert.match(await seen('hattie', paths.olderPlans({ area: 'wendmere' })), /Jonty Applegarth/)
    assert.match(await seen('hattie', paths.currency({ area: 'wendmere' })), /Zachary Penrose-Hale/)
    assert.match(await seen('hattie', paths.educatedOtherwise({ area: 'wendmere' })), /Wren Abernethy-Lisle .* Leona Abara/)
    assert.match(await seen('hattie', paths.unopenedPlans({ area: 'wendmere' })), /Tegan Rushworth/)
    assert.match(await seen('debra', paths.home()), /Reviews you are asked about .*Persephone Wetherby-Achterberg .*Begun/)
    assert.match(await seen('rosalind', paths.home()), /Tell us what you think about Persephone Wetherby-Achterberg’s plan/)
  })

  it('shows whoever decides what the report of a review recommends, beside each change', async () => {
    const review = await hub.fresh.db.selectFrom('proposal as p').innerJoin('plan as n', 'n.id', 'p.planId').select(['p.reviewId', 'n.caseId']).where('p.text', 'like', '%Idris%three times a week%').executeTakeFirstOrThrow()
    const manager = await (await hub.as('meera')).get(paths.amendment({ area: 'wendmere', caseId: review.caseId, reviewId: review.reviewId ?? '' }))
    assert.match(manager.words, /5 answers to give/)
    assert.match(manager.words, /The report does not recommend it\. Twice a week is what the mentor has time for/)
    assert.match(manager.words, /The report recommends it\./)
    const officer = await (await hub.as('hattie')).get(paths.home())
    assert.match(officer.words, /5 proposals on the plan to answer/)
    assert.doesNotMatch(officer.words, /1 proposal on the plan/)
  })
})
