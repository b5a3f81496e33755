// In which file the record of a clock is written.

import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'

const folder = 'src/domain/clocks/records'
const files = readdirSync(path.resolve(import.meta.dirname, '..', folder)).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts')).toSorted()
  .map((name) => ({ name: `${folder}/${name}`, text: readFileSync(path.resolve(import.meta.dirname, '..', folder, name), 'utf8') }))

/** From the root of the repository. */
export function recordFileOf(id: string): string {
  const found = files.find(({ text }) => text.includes(`'${id}'`))
  if (found === undefined) throw new Error(`no file of ${folder} holds ${id}`)
  return found.name
}
