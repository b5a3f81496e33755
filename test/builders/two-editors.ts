// Two or three people editing the same lines, at random, and a reference small enough to be sure of. Anything that keeps
// lines (the pure model, the store on a database) can be put behind `Desk` and played through.

import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import type { PersonId } from '../../src/domain/ids.ts'
import type { Attempt, Choice, LineHistory, LineWording, Settlement } from '../../src/domain/plan/clash.ts'
import { isSameValue } from '../../src/domain/plan/same-value.ts'
import { idOf } from './plan-content.ts'

type MaybePromise<T> = T | Promise<T>

export type DeskAnswer =
  | { readonly kind: 'accepted' | 'same'; readonly revision: number }
  | { readonly kind: 'clash'; readonly clash: number; readonly latest: number }
  | { readonly kind: 'refused' }

/** What keeps the lines. Lines are numbered from 0 and exist, each with one revision, before play begins. */
export interface Desk {
  save(line: number, attempt: Attempt): MaybePromise<DeskAnswer>
  remove(line: number, who: { by: PersonId; base: number }): MaybePromise<DeskAnswer>
  restore(line: number, what: { by: PersonId; base: number; revision: number }): MaybePromise<DeskAnswer>
  settle(line: number, clash: number, settlement: Settlement): MaybePromise<DeskAnswer>
  history(line: number): MaybePromise<LineHistory>
}

export interface EditorCommand {
  readonly editor: number
  readonly line: number
  readonly does: 'read' | 'save' | 'autosave' | 'remove' | 'restore' | 'settle'
  readonly choice: Choice
  /** Which earlier revision to restore, counted round. */
  readonly pick: number
  /** Whether the edit touches an amount, the section, or only the words. */
  readonly edits: 'words' | 'amount' | 'section' | 'nothing'
}

export const lineCount = 2

/** Up to 40 commands by two people, or more up to so many; saving is the commonest. */
export const commandsBy = (atMost: number): fc.Arbitrary<EditorCommand[]> => fc.integer({ min: 2, max: atMost }).chain((editors) =>
  fc.array(
    fc.record({
      editor: fc.nat({ max: editors - 1 }),
      line: fc.nat({ max: lineCount - 1 }),
      does: fc.constantFrom<EditorCommand['does'][]>(
        'read', 'read', 'save', 'save', 'save', 'autosave', 'autosave', 'remove', 'restore', 'settle', 'settle',
      ),
      choice: fc.constantFrom<Choice[]>('theirs', 'mine', 'both', 'merged'),
      pick: fc.nat({ max: 20 }),
      edits: fc.constantFrom<EditorCommand['edits'][]>('words', 'words', 'words', 'amount', 'section', 'nothing'),
    }),
    { minLength: 5, maxLength: 40 },
  ),
)

export const editorCommands = commandsBy(3)

export const editor = (number: number): PersonId => idOf<PersonId>(900 + number)
export const firstWording: LineWording = { section: 'F', text: 'As it began', fields: { minutes: 30 } }

/** What one person has on their screen for one line. */
interface Screen {
  seen: number
  wording: LineWording
  clash?: { number: number; against: number }
}

interface Played {
  readonly answers: Record<DeskAnswer['kind'], number>
}

function edited(wording: LineWording, edits: EditorCommand['edits'], step: number, who: number): LineWording {
  if (edits === 'nothing') return wording
  if (edits === 'amount') return { ...wording, fields: { ...wording.fields, minutes: 15 + step } }
  if (edits === 'section') return { ...wording, section: wording.section === 'F' ? 'G' : 'F' }
  return { ...wording, text: `Words ${step} of editor ${who}` }
}

/**
 * Plays the commands and asserts, at each step and at the end:
 * - the answer is the one that the reference expects (same words, right base, or a clash);
 * - a new revision is only ever made by somebody who had the one before it on their screen;
 * - nothing but an accepted save moves the latest;
 * - every wording that was acknowledged is found in the revisions or in the clashes.
 */
export async function playEditors(desk: Desk, commands: readonly EditorCommand[]): Promise<Played> {
  const screens = new Map<string, Screen>()
  const acknowledged: { line: number; wording: LineWording }[] = []
  const answers: Played['answers'] = { accepted: 0, same: 0, clash: 0, refused: 0 }

  for (const [step, command] of commands.entries()) {
    const { line } = command
    const key = `${command.editor} ${line}`
    const before = await desk.history(line)
    const latest = before.revisions[before.revisions.length - 1] ?? before.revisions[0]
    const screen = screens.get(key) ?? { seen: 1, wording: firstWording }
    screens.set(key, screen)
    if (command.does === 'read') {
      screen.seen = latest.n
      screen.wording = latest.wording
      continue
    }
    const played = await playOne(desk, command, screen, before, step)
    if (played === undefined) continue
    const { answer, base, expected } = played
    answers[answer.kind] += 1
    const after = await desk.history(line)
    const now = after.revisions[after.revisions.length - 1] ?? after.revisions[0]
    if (expected !== undefined) assert.equal(answer.kind, expected, `step ${step}: ${JSON.stringify(command)}`)
    if (answer.kind === 'accepted') {
      assert.equal(now.n, latest.n + 1)
      assert.equal(base, latest.n, 'a new revision was made over one that its author had not seen')
      screen.seen = now.n
      screen.wording = now.wording
    } else assert.deepEqual(now, latest, 'the latest moved without an accepted save')
    assert.deepEqual(after.revisions.slice(0, before.revisions.length), before.revisions, 'an earlier revision was changed')
    if (answer.kind === 'clash') screen.clash = { number: answer.clash, against: answer.latest }
    if (answer.kind !== 'refused' && played.wording) acknowledged.push({ line, wording: played.wording })
  }
  await assertKept(desk, acknowledged)
  return { answers }
}

type Step = { answer: DeskAnswer; base: number; expected?: DeskAnswer['kind']; wording?: LineWording }

async function playOne(
  desk: Desk, command: EditorCommand, screen: Screen, before: LineHistory, step: number,
): Promise<Step | undefined> {
  const { line } = command
  const by = editor(command.editor)
  const base = screen.seen
  const latest = before.revisions[before.revisions.length - 1] ?? before.revisions[0]
  const expect = (wording: LineWording, isRemoved: boolean): DeskAnswer['kind'] =>
    latest.isRemoved === isRemoved && (
      isRemoved || isSameValue(latest.wording, wording)
    ) ? 'same' : base === latest.n ? 'accepted' : 'clash'
  if (command.does === 'remove') {
    return { answer: await desk.remove(line, { by, base }), base, expected: expect(screen.wording, true) }
  }
  if (command.does === 'restore') {
    const earlier = before.revisions[command.pick % before.revisions.length] ?? before.revisions[0]
    const answer = await desk.restore(line, { by, base, revision: earlier.n })
    return { answer, base, expected: expect(earlier.wording, false), wording: earlier.wording }
  }
  const wording = edited(screen.wording, command.edits, step, command.editor)
  if (command.does === 'settle') {
    if (screen.clash === undefined) return undefined
    const { number, against } = screen.clash
    const merged = command.choice === 'merged' ? { wording } : {}
    const answer = await desk.settle(line, number, { by, choice: command.choice, against, ...merged })
    if (answer.kind !== 'clash' && answer.kind !== 'refused') delete screen.clash
    return { answer, base: against, ...merged }
  }
  screen.wording = wording
  const how = command.does === 'autosave' ? 'autosaved' : 'saved'
  const answer = await desk.save(line, { base, by, how, wording, isRemoved: false })
  return { answer, base, expected: expect(wording, false), wording }
}

async function assertKept(desk: Desk, acknowledged: readonly { line: number; wording: LineWording }[]): Promise<void> {
  for (let line = 0; line < lineCount; line += 1) {
    const history = await desk.history(line)
    const kept = [...history.revisions, ...history.clashes.flatMap((clash) => clash.attempts)].map((each) => each.wording)
    for (const { wording } of acknowledged.filter((each) => each.line === line)) {
      assert.ok(kept.some((each) => isSameValue(each, wording)), `acknowledged and lost: ${JSON.stringify(wording)}`)
    }
    assert.deepEqual(history.revisions.map((each) => each.n), history.revisions.map((_, place) => place + 1))
    for (const revision of history.revisions) assert.equal(revision.base, revision.n - 1)
  }
}
