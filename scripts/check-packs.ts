// npm run check:packs: takes the advice of each fictitious child in test/cases/advice-packs through the hub, from the request
// to the final plan, and prints how much of what a competent writer would have made of it stands in the plan. Ends with 1
// when under 95% of it stands, or when any word that must not be copied is found in anything that left the hub.

import { stopDatabaseServer } from '../test/harness/database.ts'
import { aHub } from '../test/harness/hub.ts'
import { throughTheApp } from '../test/journeys/cast.ts'
import { leakedTerms } from '../test/journeys/packs/leaked-terms.ts'
import { packIds, readPack } from '../test/journeys/packs/pack.ts'
import { walkPack } from '../test/journeys/packs/pack-journey.ts'
import { scorePack } from '../test/journeys/packs/score-pack.ts'
import { morningOf } from '../test/journeys/steps/dates.ts'

const leastShare = 0.95
const say = (line: string): void => { process.stdout.write(`${line}\n`) }

/** How often each was said. */
const countsOf = (all: readonly string[]): [string, number][] => [...new Set(all)].map((one) => [one, all.filter((other) => other === one).length])

async function checkPack(id: string): Promise<boolean> {
  const pack = readPack(id)
  const hub = await aHub({ now: morningOf(pack.case.request.receivedOn) })
  try {
    const began = Date.now()
    const { key, released } = await walkPack(throughTheApp(hub), pack)
    const { counts, linesInPlan, unexpected } = await scorePack(hub, pack, key)
    const { papers, found } = await leakedTerms(hub, pack, key)
    say(`\n${id}: ${pack.case.child.preferredName}, from the request to the final plan in ${Math.round((Date.now() - began) / 1000)} s`)
    for (const { kind, stands, expected, missing, amounts } of counts) {
      say(`  ${kind.padEnd(10)} ${stands} of ${expected} stand with the right source and section${missing.length === 0 ? '' : ` (not: ${missing.join(', ')})`}`)
      if (amounts !== undefined) say(`             ${amounts.right} of ${amounts.of} with the expected numbers`)
    }
    say(`  lines in the plan: ${linesInPlan}, of which nobody expected ${unexpected.length}`)
    say(`  checks released by a named manager, with reasons: ${released.length}`)
    for (const [words, times] of countsOf(released)) say(`    ${times} times: ${words}`)
    const terms = pack.expected.mustNotCopy.flatMap((one) => one.terms)
    say(`  must not be copied: ${terms.length} terms looked for in ${papers} documents, letters and messages, ${found.length} found`)
    for (const each of [...unexpected, ...found]) say(`    ${each}`)
    const expected = counts.reduce((sum, count) => sum + count.expected, 0)
    const stands = counts.reduce((sum, count) => sum + count.stands, 0)
    say(`  in all: ${stands} of ${expected}, ${(100 * stands / expected).toFixed(1)}%`)
    return stands / expected >= leastShare && found.length === 0
  } finally {
    await hub.close()
  }
}

say('Only outcomes and provision to be used count. What must go back to its author, be settled between sources or be left out')
say('(action ask-author, resolve, leave-out) cannot stand in a lawful plan and is not expected in it.')
const wanted = process.argv.slice(2)
const results: boolean[] = []
try {
  for (const id of packIds.filter((one) => wanted.length === 0 || wanted.some((word) => one.includes(word)))) results.push(await checkPack(id))
} finally {
  await stopDatabaseServer()
}
process.exitCode = results.length > 0 && results.every(Boolean) ? 0 : 1
