import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import {
  editor, editorCommands, firstWording, lineCount, playEditors, type Desk, type DeskAnswer,
} from '../../../test/builders/two-editors.ts'
import {
  beginLine, bothWordings, everyWording, latestOf, openClashes, recordAttempt, removeLine, restoreLine, saveLine, settleClash,
  type Attempt, type LineHistory, type LineWording, type Recorded,
} from './clash.ts'

const [ann, ben] = [editor(0), editor(1)]
const words = (
  text: string, fields: LineWording['fields'] = { minutes: 30 },
): LineWording => ({ section: 'F', text, fields })
const saving = (base: number, by: typeof ann, wording: LineWording): Attempt => (
  { base, by, how: 'saved', wording, isRemoved: false }
)

/** Ann has saved over the first revision; Ben still has the first before him and saves too. */
function clashing(mine: LineWording = words('Ben’s words')): Extract<Recorded, { kind: 'clash' }> {
  const { history } = recordAttempt(beginLine(firstWording, ann), saving(1, ann, words('Ann’s words')))
  const recorded = recordAttempt(history, saving(1, ben, mine))
  assert.ok(recorded.kind === 'clash')
  return recorded
}

const settled = (...args: Parameters<typeof settleClash>): Recorded => {
  const outcome = settleClash(...args)
  assert.ok(outcome.ok)
  return outcome.value
}

test('a save made from the latest revision becomes the next one', () => {
  const latest = latestOf(beginLine(firstWording, ann))
  const saved = saveLine(latest, saving(1, ben, words('New')))
  assert.ok(saved.kind === 'accepted')
  assert.equal(saved.revision.n, 2)
})

test('a late save that says the same as the latest is no clash, and makes no new revision', () => {
  const { history } = recordAttempt(beginLine(firstWording, ann), saving(1, ann, words('Agreed')))
  const recorded = recordAttempt(history, saving(1, ben, words('Agreed')))
  assert.equal(recorded.kind, 'same')
  assert.equal(recorded.history.revisions.length, 2)
})

test('a late save that says something else is a clash that shows all three texts', () => {
  const { shown, history } = clashing()
  assert.equal(shown.base?.wording.text, 'As it began')
  assert.equal(shown.theirs.wording.text, 'Ann’s words')
  assert.equal(shown.mine.wording.text, 'Ben’s words')
  assert.equal(latestOf(history).wording.text, 'Ann’s words')
})

test('going on typing in a clash adds to it and opens no second one', () => {
  const { history } = recordAttempt(clashing().history, saving(1, ben, words('Ben’s words, and more')))
  assert.equal(openClashes(history).length, 1)
  assert.deepEqual(
    openClashes(history)[0]?.attempts.map((each) => each.wording.text), ['Ben’s words', 'Ben’s words, and more'],
  )
})

test('each way to settle a clash', () => {
  const table = [
    ['theirs', 'Ann’s words', 2], ['mine', 'Ben’s words', 3], [
      'both', 'Ann’s words\n\nBen’s words', 3,
    ], ['merged', 'Merged words', 3],
  ] as const
  for (const [choice, text, n] of table) {
    const { history } = settled(clashing().history, 1, { by: ben, choice, against: 2, wording: words('Merged words') })
    assert.deepEqual([latestOf(history).wording.text, latestOf(history).n], [text, n])
    assert.deepEqual(openClashes(history), [])
    assert.ok(everyWording(history).some((each) => each.text === 'Ben’s words'), 'the text not taken is kept')
  }
})

test('a settlement is refused when a third person saved since: the clash is shown again', () => {
  const { history } = recordAttempt(clashing().history, saving(2, ann, words('Ann again')))
  const again = settled(history, 1, { by: ben, choice: 'merged', against: 2, wording: words('Merged words') })
  assert.ok(again.kind === 'clash')
  assert.equal(again.shown.theirs.wording.text, 'Ann again')
  assert.equal(again.shown.mine.wording.text, 'Merged words')
  assert.equal(settled(again.history, 1, { by: ben, choice: 'mine', against: 3 }).kind, 'accepted')
})

test('both is refused where it would choose in silence', () => {
  const { history } = clashing(words('Ben’s words', { minutes: 45 }))
  assert.deepEqual(
    settleClash(history, 1, { by: ben, choice: 'both', against: 2 }), { ok: false, refusal: 'cannot-keep-both' },
  )
  const side = (wording: LineWording): Attempt => saving(1, ben, wording)
  assert.deepEqual(
    bothWordings(side(words('One', { minutes: 30 })), side(words('Two', { times: 1 }))),
    words('One\n\nTwo', { minutes: 30, times: 1 }),
  )
  assert.equal(bothWordings(side(words('One')), side({ ...words('Two'), section: 'G' })), undefined)
})

test('wrong settlements are refused', () => {
  const { history } = clashing()
  const by = ben
  assert.deepEqual(settleClash(history, 9, { by, choice: 'mine', against: 2 }), { ok: false, refusal: 'no-such-clash' })
  assert.deepEqual(settleClash(history, 1, { by, choice: 'merged', against: 2 }), { ok: false, refusal: 'no-merged-words' })
  const done = settled(history, 1, { by, choice: 'theirs', against: 2 })
  assert.deepEqual(
    settleClash(done.history, 1, { by, choice: 'mine', against: 2 }), { ok: false, refusal: 'already-settled' },
  )
})

test('removing a line that another has edited is a clash, and so is editing one that another has removed', () => {
  const { history } = recordAttempt(beginLine(firstWording, ann), saving(1, ann, words('Ann’s words')))
  const removal = removeLine(history, { by: ben, base: 1 })
  assert.ok(removal.kind === 'clash' && removal.shown.mine.isRemoved)
  const removed = removeLine(history, { by: ann, base: 2 })
  assert.ok(removed.kind === 'accepted' && latestOf(removed.history).isRemoved)
  const edit = recordAttempt(removed.history, saving(2, ben, words('Ben’s words')))
  assert.ok(edit.kind === 'clash')
  assert.equal(latestOf(settled(edit.history, 1, { by: ben, choice: 'mine', against: 3 }).history).isRemoved, false)
})

test('a removed line is brought back with the words of the revision that was asked for', () => {
  const two = recordAttempt(beginLine(firstWording, ann), saving(1, ann, words('Second'))).history
  const removed = removeLine(two, { by: ann, base: 2 }).history
  const back = restoreLine(removed, { by: ben, base: 3, revision: 1 })
  assert.ok(back.ok && back.value.kind === 'accepted')
  assert.deepEqual([back.value.revision.n, back.value.revision.wording.text], [4, 'As it began'])
  assert.deepEqual(restoreLine(removed, { by: ben, base: 3, revision: 8 }), { ok: false, refusal: 'no-such-revision' })
})

/** The pure model behind the desk that the database store will also be put behind. */
function pureDesk(): Desk {
  const lines: LineHistory[] = Array.from({ length: lineCount }, () => beginLine(firstWording, ann))
  const at = (line: number): LineHistory => lines[line] ?? beginLine(firstWording, ann)
  const keep = (line: number, recorded: Recorded): DeskAnswer => {
    lines[line] = recorded.history
    return recorded.kind === 'clash'
      ? { kind: 'clash', clash: recorded.shown.clash.number, latest: recorded.shown.theirs.n }
      : { kind: recorded.kind, revision: recorded.revision.n }
  }
  return {
    history: at,
    save: (line, attempt) => keep(line, recordAttempt(at(line), attempt)),
    remove: (line, who) => keep(line, removeLine(at(line), who)),
    restore: (line, what) => {
      const outcome = restoreLine(at(line), what)
      return outcome.ok ? keep(line, outcome.value) : { kind: 'refused' }
    },
    settle: (line, clash, settlement) => {
      const outcome = settleClash(at(line), clash, settlement)
      return outcome.ok ? keep(line, outcome.value) : { kind: 'refused' }
    },
  }
}

test('property: 1,000 interleavings of two or three editors lose nothing and overwrite nothing unseen', async () => {
  const seen = { accepted: 0, same: 0, clash: 0, refused: 0 }
  await fc.assert(fc.asyncProperty(editorCommands, async (commands) => {
    const { answers } = await playEditors(pureDesk(), commands)
    for (const kind of ['accepted', 'same', 'clash', 'refused'] as const) seen[kind] += answers[kind]
  }), { numRuns: 1000 })
  // The play is worth something only when every answer happened often.
  assert.ok(seen.accepted > 1000 && seen.clash > 1000 && seen.same > 100 && seen.refused > 10, JSON.stringify(seen))
})

test('the play finds a desk where the last writer wins', async () => {
  const careless = (): Desk => {
    const desk = pureDesk()
    return {
      ...desk,
      save: async (line, attempt) => desk.save(line, { ...attempt, base: latestOf(await desk.history(line)).n }),
    }
  }
  await assert.rejects(
    fc.assert(fc.asyncProperty(editorCommands, async (commands) => { await playEditors(careless(), commands) }))
  )
})
