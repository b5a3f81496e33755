import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { csvOf } from './csv.ts'

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8')

describe('a file of rows', () => {
  it('is UTF-8 with a mark, quoted, one line for each row', () => {
    const bytes = csvOf({ columns: ['Name', 'Due'], rows: [['Zoë "Z" Marr, Lyle', '2026-03-03'], ['Two\nlines', undefined]] })
    assert.deepEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf])
    assert.equal(textOf(bytes).slice(1), '"Name","Due"\r\n"Zoë ""Z"" Marr, Lyle","2026-03-03"\r\n"Two lines",\r\n')
  })

  it('runs nothing: what a spreadsheet would take for a formula is text', () => {
    const hostile = ['=1+1', '+44', '-2', '@SUM(A1)', '=HYPERLINK("http://example.org")', '\t=1', '\r=1', '＝1+1', '＋1', '－1', '＠1']
    const lines = textOf(csvOf({ columns: ['A'], rows: hostile.map((cell) => [cell]) })).split('\r\n').slice(1, -1)
    assert.equal(lines.length, hostile.length)
    for (const line of lines) assert.match(line, /^"('|\s*'|[^=+\-@＝＋－＠\t\r])/u, line)
  })

  it('holds no control characters, and says when a row has the wrong length', () => {
    assert.ok(!/[\u0000\u0007]/.test(textOf(csvOf({ columns: ['A'], rows: [['a\u0000b\u0007']] }))))
    assert.throws(() => csvOf({ columns: ['A', 'B'], rows: [['only one']] }), /1 cells for 2 columns/)
  })
})
