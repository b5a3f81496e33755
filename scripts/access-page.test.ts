import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { accessPage, accessPageFile } from './access-page.ts'

test('docs/access.md says what the tables say', () => {
  assert.equal(readFileSync(accessPageFile, 'utf8'), accessPage(), 'npm run docs:access')
})
