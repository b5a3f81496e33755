// `npm run proof:mutation` runs this after Stryker, which leaves tables marked `as const` alone: changes the two tables one entry at a
// time, each part of each row put in or taken out and each stage of each act, and asks whether the comparison finds it.

import { pathToFileURL } from 'node:url'
import type { Part } from '../../src/domain/access/parts.ts'
import { parts } from '../../src/domain/access/parts.ts'
import { sightNames, sights } from '../../src/domain/access/sights.ts'
import { actNames, openActs } from '../../src/domain/case-file/open-acts.ts'
import type { Stage } from '../../src/domain/case-file/tracks.ts'
import { stages } from '../../src/domain/case-file/tracks.ts'
import { compareAll } from './compare.ts'

interface Row { who: readonly Part[] | 'anyone'; at?: readonly Stage[] | 'while-open' | 'any' }
// What nobody holds as such, and the program only together with the council's parts, changes nothing when it is named.
const held = parts.filter((part) => part !== 'representative' && part !== 'program')

// Parts that nobody has without the other come to nothing where the other is named already.
const comesWith: Partial<Record<Part, readonly Part[]>> = {
  'parent-plan': ['past-parent'], 'parent-messages': ['past-parent'], 'parent-views': ['past-parent'], 'parent-draft': ['past-parent', 'parent-plan'],
  'proxy-plan': ['proxy'], 'proxy-letters': ['proxy'], 'proxy-messages': ['proxy'], 'proxy-views': ['proxy'],
}
// Nobody acts by consent for nothing: a helper's row comes with one of these, so that it adds nothing where all are named.
const ofScopes: readonly Part[] = ['proxy-plan', 'proxy-letters', 'proxy-messages', 'proxy-views']
const isSaidAlready = (who: readonly Part[], part: Part): boolean =>
  (comesWith[part]?.some((other) => who.includes(other)) ?? false) || (part === 'proxy' && ofScopes.every((other) => who.includes(other)))

const toggled = <T>(list: readonly T[], one: T): readonly T[] => (list.includes(one) ? list.filter((other) => other !== one) : [...list, one])

/** Every change by itself, with what it is called; `change` makes it and answers how to take it back. */
export function* tableMutants(): Generator<{ readonly name: string; readonly change: () => () => void }> {
  const rows: readonly (readonly [string, Row])[] = [
    ...sightNames.map((name) => [`look ${name}`, sights[name] as Row] as const), ...actNames.map((name) => [`act ${name}`, openActs[name] as Row] as const),
  ]
  for (const [name, row] of rows) {
    const { who, at } = row
    if (who !== 'anyone') for (const part of held.filter((one) => !isSaidAlready(who, one))) {
      yield { name: `${name}: ${part} ${who.includes(part) ? 'taken out' : 'put in'}`, change: () => { row.who = toggled(who, part); return () => { row.who = who } } }
    }
    if (at === undefined) continue
    const wanted = typeof at === 'string' ? (['while-open', 'any'] as const).filter((one) => one !== at) : stages.filter((stage) => stage !== 'closed' && stage !== 'exported').map((stage) => toggled(at, stage))
    for (const other of wanted) yield { name: `${name}: open at ${String(other)}`, change: () => { row.at = other; return () => { row.at = at } } }
  }
}

export function judgeTables(): { readonly mutants: number; readonly survivors: readonly string[] } {
  const survivors: string[] = []
  let mutants = 0
  for (const { name, change } of tableMutants()) {
    const undo = change()
    mutants += 1
    // Some parts are there only once the young person decides, which is a flag.
    if ([0, 1].every((mostFlags) => compareAll(mostFlags, { stopAtFirst: true, onlyWithAPart: true }).differences === 0)) survivors.push(name)
    undo()
  }
  return { mutants, survivors }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { mutants, survivors } = judgeTables()
  process.stdout.write(`tables: ${mutants - survivors.length} of ${mutants} changes found\n${survivors.map((name) => `  not found: ${name}\n`).join('')}`)
  process.exit(survivors.length === 0 ? 0 : 1)
}
