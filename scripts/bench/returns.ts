// The statutory return of an area, and of every area of the country, as a council makes it: the command `sen2 write`, each a process of its own, two at a time.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { ask, benchDir } from './databases.ts'

export interface Made { readonly area: string; readonly people: number; readonly bytes: number; readonly seconds: number }

const root = path.resolve(import.meta.dirname, '..', '..')
const sideBySide = 2

async function make(url: string, area: string, year: number): Promise<Made> {
  const file = path.join(benchDir, `return-${area}.xml`)
  // Of a run that was cut off; the command writes over nothing.
  rmSync(file, { force: true })
  const began = performance.now()
  const child = spawn(process.execPath, [path.join(root, 'dist', 'cli.js'), 'sen2', 'write', '--area', area, '--year', String(year), '--out', file], {
    env: {
      ...process.env, DATABASE_URL: url, SIGN_IN: 'demo', ENVIRONMENT: 'development', FILES_DIR: path.join(benchDir, 'files'), AUDIT_HEADS_DIR: path.join(benchDir, 'heads'), AUDIT_KEY_FILE: path.join(benchDir, 'key.pem'),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (words: Buffer) => { said += words.toString('utf8') })
  const [code] = await once(child, 'close') as [number | null]
  const seconds = (performance.now() - began) / 1000
  // 1 says that the check found errors in it: it is there all the same.
  const people = Number(/([\d,]+) (?:people|person|persons|children)/.exec(said)?.[1]?.replaceAll(',', ''))
  if ((code !== 0 && code !== 1) || Number.isNaN(people)) throw new Error(`the return of ${area} was not made (${code}): ${said.slice(0, 500)}`)
  const bytes = statSync(file).size
  rmSync(file)
  return { area, people, bytes, seconds }
}

/** The area with the most cases by itself, then all of them. Areas without an authority number have no return. */
export async function makeReturns(url: string, year: number): Promise<{ readonly largest: Made; readonly all: readonly Made[]; readonly seconds: number }> {
  const codes = await ask(url, `select a.code from local_area a join case_file c on c.local_area_id = a.id group by a.code order by count(*) desc`)
  const [first] = codes
  if (first === undefined) throw new Error('no area has a case')
  const largest = await make(url, first, year)
  const began = performance.now()
  const all: Made[] = []
  const waiting = [...codes]
  await Promise.all(Array.from({ length: sideBySide }, async () => {
    for (let area = waiting.shift(); area !== undefined; area = waiting.shift()) all.push(await make(url, area, year))
  }))
  return { largest, all, seconds: (performance.now() - began) / 1000 }
}
