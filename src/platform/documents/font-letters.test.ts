import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { it } from 'node:test'
import { lettersOf } from './font-letters.ts'
import { mainFont } from './pdf-fonts.ts'

it('knows which letters the main font has', () => {
  const folder = mainFont()?.folders[0]
  assert.ok(folder)
  const has = lettersOf(readFileSync(join(folder, 'AtkinsonHyperlegible_400Regular.ttf')))
  const all = [...'aZ09éŁłŻşğŸŒ€“”’–—…•½≥']
  const none = [...'ŴễжαאشA王✓😀'.replace('A', '')]
  assert.deepEqual(all.filter((letter) => !has(letter)), [])
  assert.deepEqual(none.filter(has), [])
})
