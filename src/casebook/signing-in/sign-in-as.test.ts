import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { paths } from '../../paths.ts'
import { ownPath } from './sign-in-as.ts'

describe('where somebody is led after signing in', () => {
  for (const own of ['/', '/home', '/wendmere/cases/1?done=sent&filter=a%20b', '/sign-in/again?next=/home']) {
    it(`may be ${own}`, () => assert.equal(ownPath(own), own))
  }
  for (const foreign of [
    'https://example.org', '//example.org', '/\\example.org', '\\\\example.org', '/\u0009/example.org', 'javascript:alert(1)', 'data:text/html,x', 'home', '', ' /home',
    '/home\r\nSet-Cookie: a=1', '/home#<b>', '/home"onclick=', 'http:/home',
  ]) {
    it(`is never ${JSON.stringify(foreign)}`, () => assert.equal(ownPath(foreign), undefined))
  }
})

describe('an address that the hub writes', () => {
  it('holds what it is given as one part of itself, whatever that is', () => {
    assert.equal(paths.signInAt({ provider: '../admin?x=1#y' }, { next: '/a?b=c&d=é', done: 'a b' }), '/sign-in/..%2Fadmin%3Fx%3D1%23y?next=%2Fa%3Fb%3Dc%26d%3D%C3%A9&done=a%20b')
    assert.equal(new URL(paths.signIn({ next: 'https://example.org/"><script>' }), 'https://hub.test').host, 'hub.test')
  })
})
