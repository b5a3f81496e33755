// Invented children are made by commands and by tests. Neither the pages nor the jobs can make one: nothing that the two processes load
// leads to the room in which they are made.

import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { describe, it } from 'node:test'
import { isCode, listSources, readSource } from './sources.ts'

const imported = (file: string): string[] => [...readSource(file).matchAll(/(?:from|import)\s*\(?\s*['"](\.{1,2}\/[^'"]+)['"]/g)].map(([, to = '']) => path.posix.join(path.posix.dirname(file), to))

function reachedFrom(door: string): ReadonlySet<string> {
  const reached = new Set<string>()
  const waiting = [door]
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (reached.has(file) || !isCode(file) || !existsSync(file)) continue
    reached.add(file)
    waiting.push(...imported(file))
  }
  return reached
}

describe('the population', () => {
  for (const door of ['src/web.ts', 'src/worker.ts']) {
    it(`cannot be reached from ${door}`, () => {
      const reached = reachedFrom(door)
      assert.ok(reached.size > 300, `only ${reached.size} files were followed from ${door}`)
      assert.deepEqual([...reached].filter((file) => file.startsWith('src/population/')), [])
    })
  }
  it('is known to no room, and to no door but the commands', () => {
    const knowing = listSources().filter((file) => file.startsWith('src/') && isCode(file) && !file.startsWith('src/population/'))
      .filter((file) => imported(file).some((to) => to.startsWith('src/population/')))
    assert.deepEqual(knowing.filter((file) => !['src/commands.ts', 'src/cli.ts'].includes(file)), [])
  })
  it('would be found if it were reached', () => {
    assert.ok(reachedFrom('scripts/population.ts').has('src/population/make-child.ts'))
  })
})
