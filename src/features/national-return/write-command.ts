// `sen2 write`: the return of an area as XML, for whoever runs the hub. It leaves the same line as one that was asked for on the page.

import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { listAreas } from '../../casebook/open-area.ts'
import { writeReturn } from '../../casebook/return/write-return.ts'
import type { Occasion } from '../../casebook/tx.ts'
import { inTransaction, read } from '../../casebook/tx.ts'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import { parsePlainDate } from '../../domain/calendar/plain-date.ts'
import { askedFor } from '../../domain/sen2/from-record/record-for-return.ts'
import { returnYearOf, returnYears, type ReturnYear } from '../../domain/sen2/return-years.ts'
import { beginReturn, finishReturn } from './return-store.ts'

export const writeUsage = `Usage: golden-thread sen2 write --area CODE --year 2026 [--on DAY] [--out FILE]

write   Writes the SEN2 return of an area from the record, as XML, and checks it on the way.
  --area CODE   the area, as in its web address
  --year YEAR   ${returnYears.join(', ')}; the specification of 2027 is not published yet
  --on DAY      as if that day were survey day, like 2026-06-30: to try a return out, never to be sent
  --out FILE    a file that is not there yet; without it, standard output

The file names every child. Exit status: 0 no errors (queries may remain); 1 errors remain; 2 the command cannot be read.`

export interface WriteDoors { readonly out: (text: string) => Promise<unknown>; readonly err: (text: string) => unknown }

interface Options { readonly area: string; readonly year: ReturnYear; readonly on: PlainDate | undefined; readonly out: string | undefined }

export async function writeCommand(occasion: Occasion, words: readonly string[], doors: WriteDoors): Promise<0 | 1 | 2> {
  const refuse = (why: string): 2 => { doors.err(`${why}\n`); return 2 }
  const options = readOptions(words)
  if (typeof options === 'string') return refuse(options)
  const area = (await read(occasion, listAreas)).find(({ code }) => code === options.area)
  if (area === undefined) return refuse(`There is no area "${options.area}" here.`)
  const file = options.out === undefined ? undefined : createWriteStream(options.out, { flags: 'wx', mode: 0o600 })
  try {
    if (file !== undefined) await once(file, 'open')
  } catch (fault) {
    return refuse(`${String(options.out)}: ${fault instanceof Error ? fault.message : 'cannot be written'}`)
  }
  const asked = askedFor(options.year, options.on)
  const { id, serial } = await inTransaction(occasion, (tx) => beginReturn(tx, area.id, asked, undefined))
  const written = await writeReturn(occasion, area.id, asked, serial, async (text) => {
    if (file === undefined) await doors.out(text)
    else if (!file.write(text)) await once(file, 'drain')
  })
  if (file !== undefined) {
    file.end()
    await once(file, 'finish')
  }
  await inTransaction(occasion, (tx) => finishReturn(tx, area.id, id, written))
  doors.err(`${area.name}, ${options.year}, serial ${String(serial).padStart(3, '0')}: ${written.people} people, ${written.errors} errors, ${written.queries} queries.\n`)
  return written.errors > 0 ? 1 : 0
}

function readOptions(words: readonly string[]): Options | string {
  if (words.includes('--help') || words.includes('-h')) return writeUsage
  const given = new Map<string, string>()
  for (let at = 0; at < words.length; at += 1) {
    const [word = '', joined] = (words[at] ?? '').split(/=(.*)/s)
    if (!['--area', '--year', '--on', '--out'].includes(word)) return `Unknown option ${word}.\n\n${writeUsage}`
    given.set(word, joined ?? words[at += 1] ?? '')
  }
  const year = returnYearOf(given.get('--year') ?? '')
  if (year === undefined) return `--year ${given.get('--year') ?? ''}: the returns of ${returnYears.join(', ')} are known.\n\n${writeUsage}`
  const on = given.has('--on') ? parsePlainDate(given.get('--on') ?? '') : undefined
  if (given.has('--on') && on === undefined) return `--on ${given.get('--on') ?? ''}: give a day, like 2026-06-30.`
  return { area: given.get('--area') ?? '', year, on, out: given.get('--out') }
}
