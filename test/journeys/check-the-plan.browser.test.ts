// Step 9: the check before issue: what holds the plan, where it is mended, what a manager releases in their own name, and the
// health body's agreement.

import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { CaseKey } from '../../src/casebook/open-case-file.ts'
import { openCaseFile } from '../../src/casebook/open-case-file.ts'
import { joinCase } from '../../src/casebook/parties.ts'
import { inTransaction } from '../../src/casebook/tx.ts'
import { paths } from '../../src/paths.ts'
import { aCase } from '../builders/a-case.ts'
import { someLines } from '../builders/a-draft.ts'
import { aPlanToIssue } from '../builders/a-plan-to-issue.ts'
import type { PageReader } from '../harness/page-reader.ts'
import { textOf } from '../harness/page-reader.ts'
import { bothWays } from './both-ways.ts'
import { dateIn, morningOf } from './steps/dates.ts'
import { heldBy } from './steps/issue.ts'
import { expectClosed, expectRefused } from './steps/refused.ts'

bothWays('the check before issue', { now: morningOf('2027-01-12') }, (scene) => {
  const releaseLinks = (reader: PageReader): string[] => reader.root.querySelectorAll('a').filter((link) => textOf(link).startsWith('release it')).map((link) => link.getAttribute('href') ?? '')

  it('is not there before there is a plan, and is the council’s own', async () => {
    const early = await aCase(scene.hub, { at: 'assessing' })
    const { key } = await aPlanToIssue(scene.hub)
    const officer = await scene.cast.as('hattie')
    assert.equal((await officer.get(paths.planCheck(early))).status, 404)
    for (const who of ['shno', 'debra']) {
      const other = await scene.cast.as(who)
      expectClosed(await other.get(paths.planCheck(key)), /Rewan/)
    }
  })

  it('leads from what holds the plan to its line, where it is mended, and is recorded', async () => {
    const { key } = await aPlanToIssue(scene.hub, { without: 'amount' })
    const officer = await scene.cast.as('hattie')
    await officer.get(paths.planCheck(key))
    assert.match(officer.text, /2 faults that hold the plan/)
    assert.match(officer.text, /CFA 2014 s\.42; L v Clarke and Somerset/)
    assert.deepEqual(releaseLinks(officer), [], 'an officer releases nothing')
    await officer.follow('Line F1')
    await officer.submit({
      text: 'A speech and language therapist will work with Rewan alone for 45 minutes once a week, for 20 weeks a year.', who: 'speech and language therapist',
      minutes: '45', times: '1', per: 'week', weeks: '20',
    }, { to: '#line-form' })
    assert.deepEqual(officer.errors, [])
    assert.deepEqual((await heldBy(officer, key)).length, 1, 'only that section I is not set')
    await officer.get(paths.planCheck(key, { for: 'final' }))
    await officer.submit()
    assert.match(officer.text, /12 January 2027 at 10am, Hattie Greaves: the final plan was held/)
    await officer.follow('As a draft')
    assert.equal(officer.heading, 'Check the draft')
  })

  it('is released by a manager with a reason, where the rule allows it and while it is so', async () => {
    const { key } = await aPlanToIssue(scene.hub, { without: 'section-d' })
    const manager = await scene.cast.as('meera')
    await manager.get(paths.planCheck(key, { for: 'final' }))
    const [link = '', ...more] = releaseLinks(manager)
    assert.deepEqual(more, [], 'what law lets nobody pass has no such link')
    await manager.get(link)
    assert.match(manager.text, /The duty in law remains/)
    await manager.submit({ reason: 'No' })
    expectRefused(manager, [/why the plan goes on without this|sentence/], { kept: { reason: 'No' } })
    await manager.submit({ reason: 'Social care has been asked three times; the manager there has it now.' })
    assert.match(manager.text, /Released by Meera Chaudry: Social care has been asked/)
    const officer = await scene.cast.as('hattie')
    expectClosed(await officer.get(link), /Rewan/)
  })

  it('is held without advice that the law requires', async () => {
    const { key } = await aPlanToIssue(scene.hub, { without: 'advice-c' })
    const officer = await scene.cast.as('hattie')
    assert.ok((await heldBy(officer, key)).some((finding) => /6\(1\)/.test(finding)))
  })

  it('waits for the health body to agree to section G', async () => {
    const key: CaseKey = await withNursing()
    const lead = await scene.cast.as('agnes')
    await lead.get(paths.healthAgreement(key))
    assert.match(lead.text, /A nurse will see Rewan/)
    await lead.submit({ agreedBy: 'Agnes Follett-Rao, for the board', ...dateIn('agreedOn', '2027-01-13'), note: 'By letter' })
    expectRefused(lead, ['The date of the agreement must be 12 January 2027 or earlier'], { kept: { agreedBy: 'Agnes Follett-Rao, for the board', note: 'By letter', ...dateIn('agreedOn', '2027-01-13') } })
    await lead.submit(dateIn('agreedOn', '2027-01-11'))
    assert.match(lead.text, /Agnes Follett-Rao, for the board, 11 January 2027: By letter/)
    const officer = await scene.cast.as('hattie')
    assert.ok((await heldBy(officer, key)).every((finding) => !/health body/i.test(finding)))
  })

  async function withNursing(): Promise<CaseKey> {
    const { key } = await aPlanToIssue(scene.hub)
    await inTransaction(await scene.hub.occasion('system'), async (tx) => {
      const caseFile = await openCaseFile(tx, key, { lock: true })
      await joinCase(tx, caseFile, { organisationId: caseFile.area.icbId ?? assert.fail('no board'), part: 'health-lead', basis: 'told of the assessment', name: 'the board' })
    })
    await someLines(scene.hub, key, [{ kind: 'provision', section: 'G', text: 'A nurse will see Rewan for 30 minutes once a week for 38 weeks.' }])
    return key
  }
})
