import assert from 'node:assert/strict'
import { it } from 'node:test'
import { localDatabase } from './local-database.ts'

it('a command looks for no database of its own where one is named, nor in production', async () => {
  assert.equal(await localDatabase({ DATABASE_URL: 'postgresql://somewhere/else' }), undefined)
  assert.equal(await localDatabase({ ENVIRONMENT: 'production' }), undefined)
})
