// `golden-thread sen2 read FILE --area CODE [--accept] [--as EMAIL]`: the same as the pages, for whoever runs the hub. Without --accept nobody is brought over.

import { createReadStream } from 'node:fs'
import path from 'node:path'
import { openArea } from '../../casebook/open-area.ts'
import { NotFound } from '../../casebook/out-of-bounds.ts'
import { filesAt } from '../../casebook/return-files/files-at.ts'
import type { Occasion } from '../../casebook/tx.ts'
import { inTransaction, read } from '../../casebook/tx.ts'
import { acceptBatch } from './accept/accept-returns.ts'
import { getBatch, type PassedFile } from './batch-store.ts'
import { countPeople, countRules } from './person-store.ts'
import { readBatch } from './read/read-returns.ts'
import { startAccepting, takeFiles } from './return-acts.ts'

export const howToRead = 'golden-thread sen2 read FILE --area CODE [--accept]'

/** Exit status: 0 all could be brought over, 1 somebody cannot, 2 the file or the command cannot be read. */
export async function readReturnCommand(occasion: Occasion, words: readonly string[], say: (text: string) => void): Promise<0 | 1 | 2> {
  const code = words.includes('--area') ? words[words.indexOf('--area') + 1] ?? '' : ''
  const [place] = words.filter((word, index) => !word.startsWith('--') && words[index - 1] !== '--area')
  if (place === undefined || code === '') return wrong(say, 'Name a file, a zip or a folder of nine CSV files, and --area.')
  const area = await read(occasion, (tx) => openArea(tx, code)).catch((fault: unknown) => { if (fault instanceof NotFound) return undefined; throw fault })
  if (area === undefined) return wrong(say, `There is no area "${code}".`)
  const names = await filesAt(place).catch((fault: unknown) => { if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return undefined; throw fault })
  if (names === undefined) return wrong(say, `There is no file "${place}".`)
  const files: PassedFile[] = []
  for (const name of names) {
    const { id, size, sha256 } = await occasion.house.passing.take(createReadStream(name))
    files.push({ fileName: path.basename(name), size, sha256, passing: id })
  }
  const taken = await inTransaction(occasion, (tx) => takeFiles(tx, area.id, 'command', files))
  if (!taken.ok) throw new Error('a new batch was refused')
  const id = taken.value.batchId
  await readBatch(occasion, { localAreaId: area.id, id })
  const batch = await read(occasion, (tx) => getBatch(tx, area.id, id))
  if (batch.state !== 'read') {
    const { words: why = '', file, line, column } = batch.why ?? {}
    return wrong(say, `${place} cannot be read${line === undefined ? '' : `: ${file === undefined ? '' : `${file}, `}line ${line}, column ${column ?? 1}`}: ${why}.`)
  }
  const key = { localAreaId: area.id, batchId: id }
  const { people, rules } = await read(occasion, async (tx) => ({ people: await countPeople(tx, key), rules: await countRules(tx, key) }))
  say(`SEN2 return of ${batch.year ?? 'a year that is not said'}, council ${batch.authority ?? 'not said'}: ${people.all} people. ${people.ready} can be brought over, ${people.known} are on record already, ${people.keptOut} cannot come over, ${people.toDecide} may be on record.`)
  for (const { rule, severity, count } of rules) say(`  ${rule} ${severity} ${count}`)
  if (words.includes('--accept')) {
    await inTransaction(occasion, (tx) => startAccepting(tx, area.id, id))
    await acceptBatch(occasion, { localAreaId: area.id, id })
    const done = await read(occasion, (tx) => countPeople(tx, key))
    say(`Brought over ${done.in}. Here already: ${done.unchanged}. Left: ${done.left}. What was left, and why, stands under "Returns brought in" in the hub.`)
    return done.left === 0 ? 0 : 1
  }
  say('Nobody was brought over. Look through it under "Returns brought in" in the hub, or use --accept.')
  return people.ready === people.all ? 0 : 1
}

function wrong(say: (text: string) => void, why: string): 2 {
  say(`${why}\n${howToRead}`)
  return 2
}
