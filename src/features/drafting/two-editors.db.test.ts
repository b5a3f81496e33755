import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import * as fc from 'fast-check'
import { aCase } from '../../../test/builders/a-case.ts'
import type { Desk, DeskAnswer, EditorCommand } from '../../../test/builders/two-editors.ts'
import { commandsBy, editor, firstWording, lineCount, playEditors } from '../../../test/builders/two-editors.ts'
import type { Hub } from '../../../test/harness/hub.ts'
import { aHub } from '../../../test/harness/hub.ts'
import { readLineHistory } from '../../casebook/plan/clashes.ts'
import { insertLine } from '../../casebook/plan/line-rows.ts'
import type { SavedHere } from '../../casebook/plan/save-line.ts'
import { saveAttempt } from '../../casebook/plan/save-line.ts'
import { openCaseFile } from '../../casebook/open-case-file.ts'
import type { CaseFile, CaseKey } from '../../casebook/open-case-file.ts'
import { planIdOf } from '../../casebook/plan/plan-content.ts'
import type { Tx } from '../../casebook/tx.ts'
import { inTransaction } from '../../casebook/tx.ts'
import type { LineId, PlanId } from '../../domain/ids.ts'
import type { LineHistory } from '../../domain/plan/clash.ts'
import { latestOf } from '../../domain/plan/clash.ts'
import { demoPersonId } from '../demo/seed-world.ts'
import { bringBackLine, takeOutLine } from './reshape-line/remove-line.ts'
import { settle } from './settle-clash/settle-clash.ts'

// Most faults show within a few steps; the long plays are for what builds up.
const rounds = Number(process.env['EDITOR_ROUNDS'] ?? 1000)
const stepsOfMost = 8
const longRounds = rounds / 20
// The time goes into waiting for the database, one statement after another. Plays have lines of their own, so several go on
// side by side, each on a connection of its own.
const lanes = 5
const people = Number(process.env['EDITORS'] ?? 3)
const editors = Array.from({ length: people }, (_, number) => editor(number))
const commandsOfAll = commandsBy(people)

describe('people writing in one draft', () => {
  let hub: Hub
  let key: CaseKey
  before(async () => {
    hub = await aHub()
    key = await aCase(hub, { at: 'drafting' })
    await hub.fresh.db.insertInto('person').values(editors.map((id, number) => ({ id, fullName: `Editor ${number}`, createdAt: hub.house.clock.now() }))).execute()
  })
  after(() => hub.close())

  const asTom = async <T>(run: (tx: Tx, caseFile: CaseFile, planId: PlanId) => Promise<T>): Promise<T> =>
    inTransaction(await hub.occasion('tom'), async (tx) => {
      const caseFile = await openCaseFile(tx, key)
      return run(tx, caseFile, await planIdOf(tx, caseFile))
    })

  const newLines = async (tx: Tx, caseFile: CaseFile, planId: PlanId): Promise<LineId[]> => {
    const ids = Array.from({ length: lineCount }, () => tx.newId<LineId>())
    for (const [place, id] of ids.entries()) {
      await insertLine(tx, caseFile, planId, { id, kind: 'provision', wording: firstWording, by: editor(0), position: place })
    }
    return ids
  }

  /** The store as the builder's desk: every answer and every history comes from the database. */
  function deskOn(tx: Tx, caseFile: CaseFile, planId: PlanId, ids: readonly LineId[]): Desk {
    const idOf = (line: number): LineId => ids[line] ?? assert.fail(`no line ${line}`)
    const answer = (saved: SavedHere): DeskAnswer =>
      (saved.kind === 'clash' ? { kind: 'clash', clash: saved.clashNo, latest: saved.latest } : { kind: saved.kind, revision: saved.n })
    // Read again after each write; the play asks twice for what one write left behind.
    const known = new Map<number, LineHistory>()
    return {
      save: async (line, attempt) => {
        known.delete(line)
        return answer(await saveAttempt(tx, caseFile, planId, idOf(line), attempt))
      },
      remove: async (line, who) => {
        known.delete(line)
        return answer(await takeOutLine(tx, caseFile, planId, idOf(line), who))
      },
      restore: async (line, what) => {
        known.delete(line)
        const back = await bringBackLine(tx, caseFile, planId, idOf(line), what)
        return back.ok ? answer(back.value) : { kind: 'refused' }
      },
      settle: async (line, clash, settlement) => {
        known.delete(line)
        const settled = await settle(tx, caseFile, planId, idOf(line), clash, settlement)
        return settled.ok ? answer(settled.value) : { kind: 'refused' }
      },
      history: async (line): Promise<LineHistory> => {
        const history = known.get(line) ?? await readLineHistory(tx, caseFile, idOf(line))
        known.set(line, history)
        return history
      },
    }
  }

  it(`loses nothing in ${rounds + longRounds} random interleavings`, async (t) => {
    const answers = { accepted: 0, same: 0, clash: 0, refused: 0 }
    const playLane = (tx: Tx, caseFile: CaseFile, planId: PlanId): Promise<void> => {
      const play = (commands: fc.Arbitrary<EditorCommand[]>, numRuns: number): Promise<void> =>
        fc.assert(fc.asyncProperty(commands, async (played) => {
          const { answers: given } = await playEditors(deskOn(tx, caseFile, planId, await newLines(tx, caseFile, planId)), played)
          for (const kind of ['accepted', 'same', 'clash', 'refused'] as const) answers[kind] += given[kind]
        }), { numRuns })
      return play(commandsOfAll.map((commands) => commands.slice(0, stepsOfMost)), rounds / lanes).then(() => play(commandsOfAll, longRounds / lanes))
    }
    await Promise.all(Array.from({ length: lanes }, () => asTom(playLane)))
    t.diagnostic(JSON.stringify(answers))
    // The play must have reached every kind of answer, or it showed nothing.
    // Of many people hardly anybody comes back to a clash that another has settled.
    for (const [kind, times] of Object.entries(answers)) assert.ok(times > 0 || (kind === 'refused' && people > 3), `no answer was “${kind}”`)
  })

  it('takes one of two saves made at the very same moment, and keeps the other', async () => {
    const [line = assert.fail('no line')] = await asTom(newLines)
    const saves = await Promise.all(['hattie', 'tom', 'meera', 'leona'].map(async (who) =>
      inTransaction(await hub.occasion(who), async (tx) => {
        const caseFile = await openCaseFile(tx, key)
        const wording = { ...firstWording, text: `Words of ${who}` }
        return saveAttempt(tx, caseFile, await planIdOf(tx, caseFile), line, { base: 1, by: demoPersonId(who), how: 'saved', wording, isRemoved: false })
      })))
    assert.deepEqual(saves.map(({ kind }) => kind).toSorted(), ['accepted', 'clash', 'clash', 'clash'])
    const history = await asTom((tx, caseFile) => readLineHistory(tx, caseFile, line))
    const kept = [latestOf(history), ...history.clashes.flatMap(({ attempts }) => attempts)].map(({ wording }) => wording.text)
    assert.deepEqual(kept.toSorted(), ['Words of hattie', 'Words of leona', 'Words of meera', 'Words of tom'])
  })
})
