// What the how-to and the README show is what the command does.

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { describe, it } from 'node:test'
import { plainDateOf } from '../../domain/calendar/plain-date.ts'
import { clocksCommand } from './clocks-command.ts'

type Json = Readonly<Record<string, unknown>>
const text = (name: string): string => readFileSync(path.resolve(import.meta.dirname, '../../..', name), 'utf8')

async function run(words: readonly string[], input: string): Promise<{ readonly status: number; readonly out: string }> {
  let out = ''
  const status = await clocksCommand(words, {
    out: (more) => { out += more; return Promise.resolve() }, err: (why) => assert.fail(why), input: Readable.from([input]), isInputEmpty: false, today: plainDateOf('2026-09-14'),
  })
  return { status, out }
}

/** Every key that is shown, with its value; a list of clocks shows some of them. */
function holds(shown: Json, whole: Json, where: string): void {
  for (const [key, value] of Object.entries(shown)) {
    if (key === 'clocks' || key === 'refused') {
      for (const one of value as Json[]) {
        const same = (whole[key] as Json[]).find((other) => (key === 'clocks' ? other['id'] === one['id'] && other['step'] === one['step'] : other['at'] === one['at']))
        holds(one, same ?? assert.fail(`${where}: no ${JSON.stringify(one)} in the answer`), where)
      }
    } else assert.deepEqual(whole[key], value, `${where}: ${String(shown['id'] ?? '')} ${key}`)
  }
}

for (const [name, least] of [['docs/how-to/work-out-the-dates.md', 4], ['README.md', 0]] as const) {
  describe(`the examples of ${name}`, () => {
    const pairs = [...text(name).matchAll(/```json facts\n(.*?)```\s+```json answer\n(.*?)```/gs)]
    it('are there', () => { assert.ok(pairs.length >= least) })
    for (const [index, [, facts = '', answer = '']] of pairs.entries()) {
      it(`number ${index + 1} comes out as it is shown`, async () => {
        const { status, out } = await run([], facts)
        const [whole, shown] = [JSON.parse(out) as Json, JSON.parse(answer) as Json]
        assert.equal(status, shown['ok'] === true ? 0 : 1)
        holds(shown, whole, `example ${index + 1}`)
      })
    }
  })
}

it('the README’s line answers with the sentence that it shows', async () => {
  const [, facts = '', words = '', sentence = ''] = /echo '(\{.*?\})' \| npx golden-thread clocks (.*?)\n```\n.*?\n> (.*?)\n\n/s.exec(text('README.md')) ?? assert.fail('no example in the README')
  const { out } = await run(words.split(' '), facts)
  const { clocks } = JSON.parse(out) as { clocks: { id: string; because: string }[] }
  assert.equal(clocks.find(({ id }) => id === 'ASMT-10')?.because, sentence.replaceAll('\n> ', ' '))
})
