// The fastest path of the hub: from the report of a review to the amendment notice, for a plan with twelve proposed changes. Counted as a
// decision-maker makes it who has nothing but a keyboard: pages that are opened, choices and buttons, letters that are typed, and the Tabs and
// arrows between them. docs/how-to/decide-after-a-review.md says the figures.

import assert from 'node:assert/strict'
import { it } from 'node:test'
import { KeyboardVisitor } from '../harness/keyboard-visitor.ts'
import { aReviewWithProposals } from '../builders/a-review-with-proposals.ts'
import { bothWays } from './both-ways.ts'
import { morningOf } from './steps/dates.ts'
import { paths } from '../../src/paths.ts'

const proposals = 12
const edited = 'A speech and language therapist will work with Rewan and one friend for 45 minutes once a week, for 20 weeks a year.'
const reasons = ['His teacher says that he learns this best alone.', 'The room holds one child.']

/** Counts what goes through the keyboard of a page. Text that is put in at once counts as the letters that it has. */
function countKeys({ page: { keyboard } }: KeyboardVisitor) {
  const counted = { moves: 0, presses: 0, letters: 0 }
  const [press, type, insertText] = [keyboard.press.bind(keyboard), keyboard.type.bind(keyboard), keyboard.insertText.bind(keyboard)]
  keyboard.press = async (key, options) => {
    if (key === 'Tab' || key.startsWith('Arrow')) counted.moves += 1
    else counted.presses += 1
    await press(key, options)
  }
  keyboard.type = async (text, options) => {
    counted.letters += text.length
    await type(text, options)
  }
  keyboard.insertText = async (text) => {
    counted.letters += text.length
    await insertText(text)
  }
  return counted
}

bothWays('from the report to the amendment notice', { now: morningOf('2027-12-01'), keyboardOnly: ['meera'] }, (scene) => {
  it(`takes one screen and a handful of presses for ${proposals} proposed changes`, async (test) => {
    const { key, reviewId, proposalIds } = await aReviewWithProposals(scene.hub, morningOf('2027-12-01'), { changes: proposals })
    assert.equal(proposalIds.length, proposals)
    const manager = await scene.cast.as('meera')
    assert.ok(manager instanceof KeyboardVisitor)
    await manager.get(paths.caseOverview(key))
    const counted = countKeys(manager)
    let pages = 1
    await manager.follow('Go from the report to the decision')
    pages += 1
    assert.equal(manager.heading, 'From the report to the decision')
    const id = (place: number): string => proposalIds[place] ?? ''
    await manager.submit({
      [`decision-${id(0)}`]: 'edit', [`wording-${id(0)}`]: edited,
      [`decision-${id(4)}`]: 'decline', [`reason-${id(4)}`]: reasons[0] ?? '', [`decision-${id(9)}`]: 'decline', [`reason-${id(9)}`]: reasons[1] ?? '',
      rest: 'accept', outcome: 'amend',
    }, { button: 'Decide and send' })
    pages += 1
    assert.deepEqual(manager.errors, [])
    assert.equal(manager.heading, 'After the amendment notice')
    const notices = await scene.hub.fresh.db.selectFrom('notice').select('content').where('caseId', '=', key.caseId as never).where('kind', '=', 'amendment-notice').execute()
    assert.equal(notices.length, 2)
    for (const { content } of notices) assert.equal(JSON.stringify(content).match(/, changed\./g)?.length, proposals - 2)
    const typed = edited.length + reasons.join('').length
    test.diagnostic(`report to notice, ${proposals} proposed changes (9 accepted, 1 edited, 2 declined): ${pages} pages with the case itself and the one that follows, ${counted.presses} choices and buttons, ${counted.letters} letters typed, ${counted.moves} Tabs and arrows by keyboard alone`)
    assert.equal(pages, 3)
    assert.ok(counted.presses <= 12, `${counted.presses} presses`)
    assert.equal(counted.letters, typed)
    const family = await scene.cast.as('shno')
    await family.get(paths.amendmentNotice({ ...key, reviewId }))
    assert.match(family.text, /10 changes/)
  })
})
