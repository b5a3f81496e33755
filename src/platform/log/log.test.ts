import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { PlainDate } from '../../domain/calendar/plain-date.ts'
import type { CaseId, PersonId } from '../../domain/ids.ts'
import type { DeclaredCode, LogFields, Loggable, LogName } from './log.ts'
import { codeAmong, openLog } from './log.ts'

// These do not run: they compile, or the types have become too wide or too narrow.
type Is<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false
type CountOfTrue<All extends readonly true[]> = All['length']
const typeProofs: CountOfTrue<[
  Is<Loggable<string>, never>,
  Is<Loggable<'signed-in' | 'signed-out'>, 'signed-in' | 'signed-out'>,
  Is<Loggable<CaseId>, CaseId>,
  Is<Loggable<DeclaredCode | 'other'>, DeclaredCode | 'other'>,
  Is<Loggable<number | boolean>, number | boolean>,
  Is<Loggable<PlainDate>, never>,
  Is<Loggable<'a' | PlainDate>, 'a'>,
  Is<Loggable<`Dear ${string}`>, never>,
  Is<Loggable<unknown>, never>,
  Is<Loggable<Error>, never>,
  Is<Loggable<readonly string[]>, never>,
  Is<Loggable<{ name: string }>, never>,
  Is<LogFields<{ caseId: CaseId; name: string }>, { readonly caseId: CaseId; readonly name: never }>,
  Is<LogName<string>, never>,
  Is<LogName<'page-failed'>, 'page-failed'>,
]> = 15

function written(): { lines: string[]; write: (line: string) => void } {
  const lines: string[] = []
  return { lines, write: (line) => { lines.push(line) } }
}

describe('the log', () => {
  it('writes an event with its ids, numbers and codes', () => {
    const out = written()
    const log = openLog('web', out)
    log.event('message-sent', { caseId: 'c1' as CaseId, by: 'p1' as PersonId, count: 2, isFamily: true, channel: 'email' as 'email' | 'text' })
    const { time, ...rest } = JSON.parse(out.lines[0] ?? '') as Record<string, unknown>
    assert.deepEqual(rest, { level: 30, process: 'web', event: 'message-sent', caseId: 'c1', by: 'p1', count: 2, isFamily: true, channel: 'email' })
    assert.match(String(time), /^\d{4}-\d\d-\d\dT/)
  })

  it('knows only declared codes', () => {
    assert.equal(codeAmong(['/cases/:caseId'], '/cases/:caseId'), '/cases/:caseId')
    assert.equal(codeAmong(['/cases/:caseId'], '/cases/Rewan'), 'other')
    assert.equal(typeProofs, 15)
  })

  it('stays one line of JSON, whatever broke', () => {
    const out = written()
    const log = openLog('web', out)
    const forged = 'x\n{"level":30,"event":"signed-in"}\r\n\u001b[31m\u2028'
    log.fault('page-failed', Object.assign(new Error(forged), { name: forged, code: forged, stack: `${forged}\n at ${forged}` }), { route: codeAmong([forged], forged) })
    log.event('message-sent', { caseId: forged as CaseId })
    assert.equal(out.lines.length, 2)
    for (const line of out.lines) {
      assert.equal(line.indexOf('\n'), line.length - 1, 'one line')
      assert.doesNotMatch(line, /[\u001b\r]/)
      JSON.parse(line)
    }
  })

  it('tells of a fault where it was, and nothing of what it was about', () => {
    const canary = 'Rewan Tahsin'
    const ofTheDatabase = Object.assign(new Error(`duplicate key: Key (full_name)=(${canary})`), {
      name: 'error', code: '23505', detail: `Key (full_name)=(${canary}) already exists.`, table: 'person', constraint: 'person_name', where: canary,
      parameters: [canary], column: `${canary} x`,
    })
    const faults: readonly unknown[] = [
      ofTheDatabase,
      new Error(`first line\n    at ${canary} (/${canary.replace(' ', '-')}:1:1)\nlast ${canary}`),
      new Error('outer', { cause: ofTheDatabase }),
      Object.assign(new Error(canary), { name: canary, code: canary }),
      new SyntaxError(`Unexpected token in {"child":"${canary}"}`),
      canary, { name: canary }, null, undefined,
    ]
    for (const fault of faults) {
      const out = written()
      openLog('worker', out).fault('job-failed', fault, { job: codeAmong(['send-outgoing'], 'send-outgoing') })
      assert.doesNotMatch(out.lines.join(''), /Rewan|Tahsin/)
      assert.match(out.lines.join(''), /"event":"job-failed"/)
    }
    const out = written()
    openLog('web', out).fault('page-failed', new Error('outer', { cause: ofTheDatabase }))
    const line = JSON.parse(out.lines[0] ?? '') as { fault: { name: string; at: string[]; cause: Record<string, unknown> } }
    assert.equal(line.fault.name, 'Error')
    assert.match(line.fault.at[0] ?? '', /log\.test\.ts:\d+:\d+/)
    assert.deepEqual({ ...line.fault.cause, at: undefined }, { name: 'error', code: '23505', table: 'person', constraint: 'person_name', at: undefined })
  })
})
