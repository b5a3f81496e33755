// A record is opened in an emergency: the officer who is not on the case gives a reason, reads what an emergency needs, ends it; the
// access officer is told and reviews it; each parent reads of it in plain words and asks about it.

import assert from 'node:assert/strict'
import { before, it } from 'node:test'
import type { CaseKey } from '../../src/casebook/open-case-file.ts'
import { paths } from '../../src/paths.ts'
import { anIssuedPlan } from '../builders/an-issued-plan.ts'
import { bothWays } from './both-ways.ts'

bothWays('a record opened in an emergency', {}, (scene) => {
  let key: CaseKey
  before(async () => {
    key = await anIssuedPlan(scene.hub, { givenName: 'Orla', familyName: 'Adeyinka', parents: ['sinead', 'tunde'] })
    await scene.hub.fresh.db.updateTable('child').set({ bornOn: '2019-05-04' as never }).where('givenName', '=', 'Orla').execute()
    // Tunde lives elsewhere and neither is to learn of the other; Corinne has no part in the case.
    await scene.hub.fresh.db.deleteFrom('caseParty').where('caseId', '=', key.caseId as never).where('part', 'in', ['social-care-lead', 'health-lead']).execute()
  })

  it('asks why before anything else, and keeps what was typed', async () => {
    const corinne = await scene.cast.as('corinne')
    await corinne.get(paths.emergency())
    const child = { area: 'wendmere', givenName: 'orla', familyName: ' ADEYINKA', 'bornOn-day': '4', 'bornOn-month': '5', 'bornOn-year': '2019' }
    await corinne.submit(child)
    assert.equal(corinne.status, 422)
    assert.match(corinne.errors.join(), /Select why you need to see the record now/)
    await corinne.submit({ reason: 'missing', words: 'Found at the bus station by the police.', understood: 'yes', 'bornOn-day': '5' })
    assert.deepEqual(corinne.errors, ['There is no record in Wendmere for this name and date of birth'])
    await corinne.submit({ 'bornOn-day': '4' })
    assert.match(corinne.text, /The record is open to you for four hours\. The access officer has been told/)
    assert.match(corinne.text, /You opened a record in an emergency/)
  })

  it('shows the plan and whom to ring, and nothing of the family’s letters', async () => {
    const corinne = await scene.cast.as('corinne')
    await corinne.get(paths.finalPlan(key))
    assert.equal(corinne.status, 200)
    assert.match(corinne.text, /You opened a record in an emergency/)
    await corinne.get(paths.caseMessages(key))
    assert.equal(corinne.status, 403)
    await corinne.get(paths.caseOverview(key))
    assert.match(corinne.text, /Hattie Greaves/)
    await corinne.submit({}, { button: 'End now' })
    assert.match(corinne.text, /The record is closed to you again/)
    await corinne.get(paths.caseOverview(key))
    assert.equal(corinne.status, 404)
  })

  it('is told to the access officer, who looks into it without opening any case', async () => {
    await scene.hub.work()
    assert.ok(scene.hub.carrier.carried.some(({ to, subject, body }) => to === 'winifred@example.org' && /emergency/.test(subject) && !/Orla|Adeyinka/.test(body)))
    const winifred = await scene.cast.as('winifred')
    await winifred.get(paths.home())
    assert.match(winifred.text, /1 emergency opening/)
    assert.doesNotMatch(winifred.text, /Orla/)
    await winifred.get(winifred.root.querySelector('a[href*="/access/openings/"]')?.getAttribute('href') ?? assert.fail('no opening'))
    assert.match(winifred.text, /Found at the bus station by the police/)
    await winifred.submit({ verdict: 'right', words: 'The police confirmed it.' }, { button: 'Save the review' })
    assert.match(winifred.text, /Your review is saved/)
  })

  it('is read by each parent in plain words, who asks about it', async () => {
    for (const parent of ['sinead', 'tunde']) {
      const page = await scene.cast.as(parent)
      await page.get(paths.whoLooked(key))
      assert.match(page.text, /Corinne Aldous/)
      assert.match(page.text, /opened it in an emergency: your child was missing, or had been found/)
      assert.doesNotMatch(page.text, /bus station/)
      assert.doesNotMatch(page.text, parent === 'tunde' ? /Sinead/ : /Tunde/)
    }
    const mother = await scene.cast.as('sinead')
    await mother.get(paths.whoLooked(key))
    await mother.get(mother.root.querySelector('a[href*="askAbout"]')?.getAttribute('href') ?? assert.fail('no way to ask'))
    await mother.submit({ body: 'I have a question about who looked. Was she safe?' }, { button: 'Send' })
    assert.match(mother.text, /Was she safe/)
  })
})
