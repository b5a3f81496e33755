// The words of a protected address are read and written in one file, whatever anybody builds later.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { listSources, readSource } from './sources.ts'

describe('the table of sealed addresses', () => {
  const sources = listSources().filter((file) => /^(src|scripts)\/.*\.(tsx?|mjs|js)$/.test(file) && !/\.test\.tsx?$/.test(file) && file !== 'src/platform/db/schema.ts')
  const naming = (word: RegExp): string[] => sources.filter((file) => word.test(readSource(file).replaceAll(/^\s*(\/\/|\*|\/\*).*$/gm, '')))

  it('is named by one file alone, and by the list of what goes to no other council', () => {
    assert.deepEqual(naming(/\bsealedAddress\b|\bsealed_address\b/), ['src/casebook/family/sealed-addresses.ts', 'src/features/moves/tables-that-stay.ts'])
  })

  it('is opened for one sight: every seal for an address is opened there, or for whoever writes the request', () => {
    assert.deepEqual(naming(/sealer\.open\([^)]*purpose: 'address'|showSealedAddress = |function showSealedAddress/s), ['src/casebook/family/sealed-addresses.ts', 'src/features/requests/secret-home.ts'])
  })
})
