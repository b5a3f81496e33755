import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { FormBody } from './form-body.ts'

const formOf = (text: string): FormBody => {
  const search = new URLSearchParams(text)
  return new FormBody(new Map([...new Set(search.keys())].map((name) => [name, search.getAll(name)])))
}

describe('what a form posted', () => {
  it('may be called anything, and touches nothing that every object has', () => {
    const form = formOf('__proto__=a&constructor=b&__proto__.isAdmin=1&toString=c&hasOwnProperty=d')
    const values = form.values()
    assert.equal(form.text('constructor'), 'b')
    assert.equal(form.text('valueOf'), '')
    assert.equal(form.has('valueOf'), false)
    assert.deepEqual(Object.keys(values), ['constructor', 'toString', 'hasOwnProperty'])
    assert.equal(({} as Record<string, unknown>)['isAdmin'], undefined)
    assert.equal(Object.getPrototypeOf({}), Object.prototype)
  })

  it('is the first of a name that was posted twice, unless the page asks for all', () => {
    const form = formOf('to=mother&to=father')
    assert.equal(form.text('to'), 'mother')
    assert.deepEqual(form.all('to'), ['mother', 'father'])
  })

  it('is decoded once and no further', () => {
    assert.equal(formOf('words=%253Cb%253E%2527').text('words'), '%3Cb%3E%27')
  })

  it('holds no zero byte, which no database takes', () => {
    const form = formOf('words=a%00b&words=%00')
    assert.deepEqual([form.raw('words'), form.all('words'), form.values()['words']], ['ab', ['ab', ''], ['ab', '']])
  })

  it('is always text: no list or object comes of how a name is written', () => {
    const form = formOf('a[b]=1&a[]=2&a.b=3')
    assert.deepEqual(form.names(), ['a[b]', 'a[]', 'a.b'])
    assert.equal(form.has('a'), false)
  })
})
