// `npm run chaos -- database|processes|restarts|statements|restore|notices|upgrade|all [--kills N] [--notices N] [--seed WORD] [--seats N] [--away SECONDS] [--packs N] [--minutes N] [--only PART-OF-A-ROUTE] [--from COMMIT] [--write]`:
// breaks the real hub while people work in it, and prints what was measured. Ends with 1 when something that must hold did not.
// What each does and what it shows: docs/how-to/prove-survival.md. `--write` puts the tables into docs/evidence/survival.md.

import { parseArgs } from 'node:util'
import { breakJourneys } from '../test/chaos/break-journeys.ts'
import { archiving } from '../test/chaos/cluster-copy.ts'
import { cutPower, takeBase } from '../test/chaos/cut-power.ts'
import { killDatabase } from '../test/chaos/kill-database.ts'
import { killProcesses } from '../test/chaos/kill-processes.ts'
import type { Printed } from '../test/chaos/printed.ts'
import { ofCuts, ofKills, ofNotices, ofProcesses, ofRestarts, ofRestores, ofStatements, ofUpgrade, writeEvidence } from '../test/chaos/printed.ts'
import { commitBeforeNewestMigration, releaseOf } from '../test/chaos/releases.ts'
import { restartDatabase } from '../test/chaos/restart-database.ts'
import { archiveIn, restoreToSecond } from '../test/chaos/restore-to-second.ts'
import { newFolder, withPeopleAtWork } from '../test/chaos/run.ts'
import { sendNotices } from '../test/chaos/send-notices.ts'
import { thisRelease } from '../test/chaos/hub-processes.ts'
import { upgradeUnderLoad } from '../test/chaos/upgrade-under-load.ts'

const names = ['database', 'processes', 'restarts', 'statements', 'restore', 'notices', 'upgrade'] as const
const { values: options, positionals: [asked = 'all'] } = parseArgs({
  allowPositionals: true,
  options: {
    kills: { type: 'string' }, notices: { type: 'string', default: '10000' }, seed: { type: 'string', default: '1' }, seats: { type: 'string', default: '20' }, away: { type: 'string', default: '30' }, packs: { type: 'string', default: '1' }, minutes: { type: 'string', default: '60' }, only: { type: 'string', default: '' }, from: { type: 'string' }, write: { type: 'boolean', default: false },
  },
})
const wanted = names.filter((name) => asked === 'all' || asked === name)
if (wanted.length === 0) throw new Error(`One of ${names.join(', ')}, all`)
const say = (words: string): void => { process.stdout.write(`${words}\n`) }
const times = (usual: number): number => Number(options.kills ?? usual)
const wishes = { seed: options.seed, seats: Number(options.seats), say }
const began = new Date()

const runs: Record<(typeof names)[number], () => Promise<Printed[]>> = {
  database: async () => {
    const { answer, found } = await withPeopleAtWork({ ...wishes, undecided: 60 }, (run) => killDatabase(run, times(200)))
    return [ofKills(answer.outcomes, found)]
  },
  processes: async () => {
    const kills = times(500)
    const { answer, found } = await withPeopleAtWork({ ...wishes, undecided: 60 + kills }, (run) => killProcesses(run, kills))
    return [ofProcesses(answer, found)]
  },
  restarts: async () => {
    const { answer, found } = await withPeopleAtWork({ ...wishes, undecided: 60 }, (run) => restartDatabase(run, times(20), { awayFor: Number(options.away) * 1000 }))
    return [ofRestarts(answer, found)]
  },
  statements: async () => [ofStatements(await breakJourneys({ packs: Number(options.packs), minutes: Number(options.minutes), only: options.only, say }))],
  restore: async () => {
    const folder = newFolder()
    const { answer, found } = await withPeopleAtWork({ ...wishes, folder, settings: archiving(archiveIn(folder)), first: takeBase }, async (run) => ({ cuts: await cutPower(run, times(100)) }))
    const again = newFolder()
    const second = await withPeopleAtWork({ ...wishes, folder: again, settings: archiving(archiveIn(again)), first: takeBase, isWrecked: true }, restoreToSecond)
    return [ofCuts(answer.cuts, found), ofRestores(second.answer, second.found)]
  },
  notices: async () => [ofNotices(await sendNotices({ seed: options.seed, notices: Number(options.notices), kills: times(100), say }))],
  upgrade: async () => {
    const commit = options.from ?? commitBeforeNewestMigration()
    const { release, fill } = releaseOf(commit)
    const to = await thisRelease()
    const { answer, found } = await withPeopleAtWork({ ...wishes, undecided: 60, release, fill }, (run) => upgradeUnderLoad(run, { from: release, to, cuts: times(10), acts: 60 }))
    return [ofUpgrade(commit, answer, found)]
  },
}

const printed: Printed[] = []
for (const name of wanted) {
  say(`\n${name}`)
  printed.push(...await runs[name]())
}
for (const { title, lines, faults } of printed) {
  say(`\n${title}\n`)
  for (const line of lines) say(line)
  for (const fault of faults) say(`BROKEN: ${fault}`)
}
if (options.write) writeEvidence(printed, { began, seed: options.seed })
process.exitCode = printed.some(({ faults }) => faults.length > 0) ? 1 : 0
