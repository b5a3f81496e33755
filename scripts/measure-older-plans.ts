// How much of the words of older plans is put into the right section, for each way of laying them out: `npm run measure:older-plans`.
// With --mistakes, also what was not.

import { heldOutAgain } from '../test/builders/older-plans/held-out-again.ts'
import { heldOutTemplates } from '../test/builders/older-plans/held-out-templates.ts'
import { hubPlans } from '../test/builders/older-plans/hub-plans.ts'
import { measure } from '../test/builders/older-plans/measure.ts'
import { olderPlanTemplates } from '../test/builders/older-plans/templates.ts'

const share = (part: number, of: number): string => `${((100 * part) / of).toFixed(1)}%`.padStart(7)
const say = (text: string): boolean => process.stdout.write(`${text}\n`)
const withMistakes = process.argv.includes('--mistakes')

let total = { words: 0, right: 0, wrong: 0, waiting: 0, lost: 0 }
say(`${'template'.padEnd(24)}${'words'.padStart(7)}${'right'.padStart(8)}${'wrong'.padStart(8)}${'waiting'.padStart(8)}${'strayed'.padStart(9)}${'lost'.padStart(6)}`)
for (const [title, group] of [['As this hub prints them', hubPlans], ['Templates that the rules were made with', olderPlanTemplates], ['Templates written after the rules were done', heldOutTemplates], ['And three more, later', heldOutAgain]] as const) {
  say(title)
  for (const make of group) {
    const { name, about, words, right, wrong, waiting, strayed, lost, mistakes } = measure(await make())
    say(`  ${name.padEnd(22)}${String(words).padStart(7)} ${share(right, words)} ${share(wrong, words)} ${share(waiting, words)}${String(strayed).padStart(9)}${String(lost).padStart(6)}  ${about}`)
    if (withMistakes) for (const mistake of mistakes) say(`      ${mistake}`)
    total = { words: total.words + words, right: total.right + right, wrong: total.wrong + wrong, waiting: total.waiting + waiting, lost: total.lost + lost }
  }
}
say(`  ${'together'.padEnd(22)}${String(total.words).padStart(7)} ${share(total.right, total.words)} ${share(total.wrong, total.words)} ${share(total.waiting, total.words)}${''.padStart(9)}${String(total.lost).padStart(6)}`)
if (total.lost > 0) process.exitCode = 1
