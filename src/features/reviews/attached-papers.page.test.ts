import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { ReviewKey } from '../../../test/builders/an-arranged-review.ts'
import { anInvitedReview } from '../../../test/builders/an-arranged-review.ts'
import type { Hub, Visitor } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import { recordMeeting, restAsItShouldBe, sendReport } from '../../../test/journeys/steps/review.ts'
import { paths } from '../../paths.ts'

describe('papers that go with the report of a review', () => {
  let hub: Hub
  let key: ReviewKey
  before(async () => {
    hub = await aHub({ now: '2027-01-12T10:00:00.000Z' })
    key = await anInvitedReview(hub)
  })
  after(() => hub.close())

  const handIn = async (who: string, title: string, share: string): Promise<void> => {
    const visitor = await (await hub.as(who)).get(paths.caseEvidence(key))
    await visitor.submitFiles({ file: { name: `${title}.txt`, bytes: new TextEncoder().encode(`The words of ${title}.`) } }, { title, share })
    assert.deepEqual(visitor.errors, [])
  }
  const at = async (who: string, url: string): Promise<Visitor> => (await hub.as(who)).get(url)

  it('are chosen among what was handed in, and named to each reader who may open them', async () => {
    await handIn('debra', 'Reading scores', 'everybody')
    await handIn('shno', 'A letter from the clinic', 'everybody')
    await handIn('debra', 'Timetable', 'everybody')
    await hub.work()
    hub.setNow('2027-03-10T09:00:00.000Z')
    const senco = await at('debra', paths.review(key))
    await recordMeeting(senco, key, { childPart: 'for-part' })
    const boxOf = (title: string): string => {
      const label = senco.root.querySelectorAll('label').find((one) => one.textContent.trim() === title)
      return senco.root.querySelector(`#${label?.getAttribute('for') ?? 'none'}`)?.getAttribute('value') ?? ''
    }
    const chosen = [boxOf('Reading scores'), boxOf('A letter from the clinic')]
    assert.ok(chosen.every((one) => one !== '') && boxOf('Timetable') !== '')
    await senco.submit({ attach: chosen }, { button: 'Save and come back later' })
    assert.deepEqual(senco.fieldsOf(senco.form(undefined, 'Send the report')).get('attach')?.toSorted(), chosen.toSorted(), 'what was chosen is kept')
    await sendReport(senco, restAsItShouldBe(senco))
    assert.match(senco.words, /Papers that go with this report Reading scores A letter from the clinic/)
    assert.doesNotMatch(senco.words, /Timetable/)
    const father = await at('hoshang', paths.reviewReport(key))
    assert.match(father.words, /Paper: Reading scores/)
    assert.doesNotMatch(father.words, /clinic/)
    await father.get(father.link('Paper: Reading scores'))
    assert.equal(father.status, 200)
    assert.match((await at('shno', paths.reviewReport(key))).words, /Paper: A letter from the clinic/)
  })
})
