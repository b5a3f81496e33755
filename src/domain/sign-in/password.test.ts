import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import * as fc from 'fast-check'
import { dictionary } from '@zxcvbn-ts/language-common'
import { longestPassword, passwordFault, shortestPassword } from './password.ts'

const common = new Set(dictionary['passwords-common'].map((word) => word.toLowerCase()))
const shno = { name: 'Shno Tahsin', email: 'shno.tahsin@example.org' }
const faultOf = (password: string): string | undefined => passwordFault(password, shno, common)

describe('a new password', () => {
  for (const [password, fault] of [
    ['', 'missing'], ['kettle', 'too-short'], ['eleven long', 'too-short'], ['x'.repeat(longestPassword + 1), 'too-long'],
    ['password1234', 'common'], ['Password2026!', 'common'], ['p4ssw0rd!!!!', 'common'], ['unbelievable', 'common'], ['UNBELIEVABLE', 'common'], ['1qaz2wsx3edc', 'common'],
    ['princessprincess', 'common'], ['goldenthread1', 'common'], ['golden thread school', 'common'],
    ['shnotahsin2017', 'about-you'], ['Tahsin-Shno-99', 'about-you'], ['shno.tahsin@example.org', 'about-you'],
    ['aaaaaaaaaaaa', 'one-pattern'], ['abcabcabcabc', 'one-pattern'], ['123456789012', 'one-pattern'], ['abcdefghijklm', 'one-pattern'], ['qwertyuiopas', 'one-pattern'], ['987654321098', 'one-pattern'],
    // Three words, a line from a manager, another alphabet, spaces at the ends: no rule about what it is made of.
    ['kettle harbour violet', undefined], ['zT9!fq2Lx#Wm', undefined], ['кошка-дождь-лампа', undefined], ['correct horse battery', undefined], ['گوڵ و باران و چیا', undefined], [' lantern moss pier ', undefined],
    ['shno likes wet kettles', undefined], ['mrs tahsin climbs a hill', undefined],
  ] as const) {
    it(`${JSON.stringify(password.slice(0, 30))} is ${fault ?? 'good'}`, () => { assert.equal(faultOf(password), fault) })
  }

  it('is never refused for what it is made of: any long random text is good, in any letters', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', minLength: 20, maxLength: 40 }).filter((text) => new Set(text).size > 12 && [...text].length >= shortestPassword), (text) => {
      assert.equal(passwordFault(text, { name: 'Qq Zz', email: 'a@b.example' }, common), undefined)
    }))
  })

  it('is refused whenever it is one of the list that is long enough, and with digits added', () => {
    const long = [...common].filter((word) => word.length >= shortestPassword)
    assert.ok(long.length > 200)
    for (const word of long) assert.notEqual(faultOf(word), undefined, word)
    for (const word of [...common].filter((one) => /^[a-z]{6,11}$/.test(one)).slice(0, 3000)) assert.notEqual(faultOf(`${word}123456`), undefined, word)
  })
})
