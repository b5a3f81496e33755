// The linter holds the walls between the rooms. This shows that it does: one forbidden line for each wall, in a copy of the
// project with nothing else in it, must fail with the wall's own sentence.

import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import { projectRoot } from '../kinds.ts'

const sentences = {
  domain: 'Rules know nothing: src/domain imports only src/domain.',
  platform: 'Tools know nothing of SEND',
  casebook: 'The record is below the pages',
  ui: 'Pieces of page only show',
  population: 'The population knows rules and chance alone',
  feature: 'A feature does not know another feature',
  door: 'The doors know the rooms, not the other way round',
  paths: 'paths.ts imports nothing',
  sql: 'SQL stays in *-store.ts, src/casebook and src/platform/db.',
  env: 'Only src/config.ts reads the environment.',
  clock: 'The time and chance come from platform/clock',
  fetch: 'Only src/platform speaks to the network.',
  console: 'Unexpected console statement',
  cycle: 'Dependency cycle detected',
} as const

const x = `export { x } from`
const forbidden: readonly (readonly [wall: keyof typeof sentences, file: string, line: string])[] = [
  ['domain', 'src/domain/plan/a.ts', `${x} '../../platform/db/database.ts'`],
  ['domain', 'src/domain/plan/b.ts', `${x} '../../casebook/act.ts'`],
  ['domain', 'src/domain/plan/c.ts', `import { z } from 'zod'\nexport const y = z`],
  ['domain', 'src/domain/plan/d.ts', `import { join } from 'node:path'\nexport const y = join`],
  ['domain', 'src/domain/e.ts', `${x} '../paths.ts'`],
  ['platform', 'src/platform/http/a.ts', `${x} '../../casebook/act.ts'`],
  ['platform', 'src/platform/http/b.ts', `${x} '../../ui/form.tsx'`],
  ['platform', 'src/platform/http/c.ts', `${x} '../../config.ts'`],
  ['casebook', 'src/casebook/a.ts', `${x} '../features/messages/index.ts'`],
  ['casebook', 'src/casebook/b.ts', `${x} '../ui/words.ts'`],
  ['ui', 'src/ui/govuk/a.tsx', `${x} '../../platform/http/reply.ts'`],
  ['ui', 'src/ui/b.tsx', `${x} '../casebook/ask.ts'`],
  ['ui', 'src/ui/c.tsx', `import { z } from 'zod'\nexport const y = z`],
  ['population', 'src/population/a.ts', `${x} '../casebook/act.ts'`],
  ['population', 'src/population/b.ts', `${x} '../platform/clock/system-clock.ts'`],
  ['population', 'src/population/c.ts', `import { z } from 'zod'\nexport const y = z`],
  ['population', 'src/population/d.ts', `import pg from 'pg'\nexport const y = pg`],
  ['population', 'src/population/e.ts', `import { readFile } from 'node:fs'\nexport const y = readFile`],
  ['feature', 'src/features/one/page.ts', `${x} '../two/two-store.ts'`],
  ['feature', 'src/features/one/act/page.ts', `${x} '../../two/two-store.ts'`],
  ['feature', 'src/features/one/journey/act/page.ts', `${x} '../../../two/view.tsx'`],
  ['feature', 'src/features/one/one-store.ts', `${x} '../two/two-store.ts'`],
  ['door', 'src/features/one/act/door.ts', `${x} '../../../config.ts'`],
  ['paths', 'src/paths.ts', `${x} './domain/ids.ts'`],
  ['sql', 'src/features/one/act/sql.ts', `import { sql } from 'kysely'\nexport const y = sql`],
  ['sql', 'src/features/one/act/query.ts', `export const y = (tx: { db: { selectFrom: (table: string) => void } }): void => tx.db.selectFrom('child')`],
  ['sql', 'src/app-part.ts', `export const y = (db: { insertInto: (table: string) => void }): void => db.insertInto('child')`],
  ['env', 'src/platform/http/env.ts', `export const y = process.env['HOME']`],
  ['env', 'src/features/one/env.ts', `export const y = process.env`],
  ['clock', 'src/domain/plan/now.ts', `export const y = new Date()`],
  ['clock', 'src/casebook/now.ts', `export const y = Date.now()`],
  ['clock', 'src/platform/http/now.ts', `export const y = Date.now()`],
  ['clock', 'src/features/one/chance.ts', `export const y = Math.random()`],
  ['fetch', 'src/features/one/net.ts', `export const y = fetch('https://example.org')`],
  ['console', 'src/ui/say.ts', `console.log('x')`],
  // Two files and three, in one room: no wall between rooms sees either.
  ['cycle', 'src/domain/plan/egg.ts', `import { chicken } from './chicken.ts'\nexport const egg = (): unknown => chicken`],
  ['cycle', 'src/domain/plan/chicken.ts', `import { egg } from './egg.ts'\nexport const chicken = (): unknown => egg`],
  ['cycle', 'src/features/one/stone.ts', `import { paper } from './paper.ts'\nexport const stone = (): unknown => paper`],
  ['cycle', 'src/features/one/paper.ts', `import { scissors } from './scissors.ts'\nexport const paper = (): unknown => scissors`],
  ['cycle', 'src/features/one/scissors.ts', `import { stone } from './stone.ts'\nexport const scissors = (): unknown => stone`],
]

const allowed: readonly (readonly [file: string, line: string])[] = [
  ['src/domain/plan/ok.ts', `${x} '../ids.ts'`],
  ['src/platform/http/ok.ts', `${x} '../../domain/outcome.ts'`],
  ['src/casebook/ok.ts', `import { sql } from 'kysely'\nexport const y = sql\n${x} '../paths.ts'`],
  ['src/ui/ok.tsx', `import { h } from 'preact'\nexport const y = h\n${x} '../domain/ids.ts'`],
  ['src/population/ok.ts', `import { createHash } from 'node:crypto'\nimport { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'\nexport const y = [createHash, xoroshiro128plus]\n${x} '../domain/ids.ts'`],
  ['src/features/one/ok-store.ts', `import { sql } from 'kysely'\nexport const y = (tx: { db: { selectFrom: (table: string) => void } }): unknown => [sql, tx.db.selectFrom('child')]`],
  ['src/features/one/act/ok.ts', `${x} '../one-store.ts'\nexport { y } from '../../../casebook/act.ts'`],
  ['src/features/index.ts', `${x} './one/index.ts'`],
  // A type alone is gone when the program runs: two files may know each other's shapes.
  ['src/domain/plan/shape.ts', `import type { Other } from './other.ts'\nexport interface Shape { readonly other?: Other }`],
  ['src/domain/plan/other.ts', `import type { Shape } from './shape.ts'\nexport interface Other { readonly shape?: Shape }`],
  ['src/config.ts', `export const y = process.env`],
  ['src/platform/clock/ok.ts', `export const y = Date.now()`],
  ['scripts/ok.ts', `console.log('x')`],
]

describe('the linter', () => {
  let folder: string
  const lint = (): ReadonlyMap<string, string> => {
    const run = spawnSync(path.join(projectRoot, 'node_modules', '.bin', 'oxlint'), ['--deny-warnings', '--format', 'json'], { cwd: folder, encoding: 'utf8' })
    const { diagnostics } = JSON.parse(run.stdout) as { diagnostics: { filename: string; message: string; help?: string }[] }
    const byFile = new Map<string, string>()
    for (const { filename, message, help } of diagnostics) byFile.set(filename, `${byFile.get(filename) ?? ''}${message} ${help ?? ''}\n`)
    return byFile
  }
  let said: ReadonlyMap<string, string>
  before(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'walls-'))
    copyFileSync(path.join(projectRoot, '.oxlintrc.json'), path.join(folder, '.oxlintrc.json'))
    for (const [file, line] of [...forbidden.map(([, ...rest]) => rest), ...allowed]) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
      writeFileSync(path.join(folder, file), `${line}\n`)
    }
    said = lint()
  })
  after(() => rmSync(folder, { recursive: true }))

  for (const [wall, file, line] of forbidden) {
    it(`${file}: ${line.split('\n')[0]}`, () => assert.ok(said.get(file)?.includes(sentences[wall]), `${file} was told: ${said.get(file) ?? 'nothing'}`))
  }
  for (const [file] of allowed) it(`lets ${file} be`, () => assert.equal(said.get(file), undefined))

  it('has a forbidden line for every sentence that it can say', () => {
    const tried = new Set(forbidden.map(([wall]) => wall))
    assert.deepEqual(Object.keys(sentences).filter((wall) => !tried.has(wall as keyof typeof sentences)), [])
  })
})
