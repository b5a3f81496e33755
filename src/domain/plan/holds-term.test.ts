import assert from 'node:assert/strict'
import { test } from 'node:test'
import { holdsTerm } from './holds-term.ts'

test('a name is found as a whole word, however it is typed, and never inside another', () => {
  const table: readonly [string, string, boolean][] = [
    ['with Tyler’s group', 'Tyler', true], ['TYLER BASCOMBE', 'Tyler Bascombe', true], [
      'Tyler\nBascombe', 'Tyler Bascombe', true,
    ],
    [
      'Tylers Green', 'Tyler', false,
    ], ['Zoe\u0308 sat', 'Zoë', true], ['C++ club', 'C++', true], ['anything', ' ', false], ['Élodie', 'lodie', false],
  ]
  for (const [words, term, holds] of table) assert.equal(holdsTerm(words, term), holds, `${term} in ${words}`)
})
