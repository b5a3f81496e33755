// The reader against files that mean harm or are broken, and the places that it gives.

import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { gzipSync } from 'node:zlib'
import { UnreadableText } from '../files/decode-utf8.ts'
import { readXml, type XmlPiece } from './read-xml.ts'

const way = ['Message', 'Persons']

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function read(given: string | Uint8Array | AsyncIterable<string | Uint8Array>, size = 65_536): Promise<readonly XmlPiece[]> {
  const input = typeof given === 'string' ? pieces(Buffer.from(given), size) : given instanceof Uint8Array ? pieces(given, size) : given
  const found: XmlPiece[] = []
  for await (const piece of readXml(input, way)) if (found.length < 1000) found.push(piece)
  return found
}

const refusalOf = async (...given: Parameters<typeof read>): Promise<UnreadableText> => read(...given).then(() => assert.fail('it was read'), (fault: unknown) => {
  if (fault instanceof UnreadableText) return fault
  throw fault
})

const small = '<?xml version="1.0" encoding="utf-8"?>\n<Message>\n  <Header><Year>2026</Year></Header>\n  <Persons>\n    <Person id="1"><A>é😀&amp;<![CDATA[<x>]]></A><B\n/></Person><Person/>\n  </Persons>\n</Message>\n'

describe('reading XML', () => {
  it('gives whole elements with their places, however the file comes in pieces', async () => {
    const wanted = [
      'opened Message 2:1', 'whole Header 3:3', 'opened Persons 4:3', 'whole Person 5:5', 'whole Person 6:12', 'closed Persons 4:3', 'closed Message 2:1',
    ]
    for (const size of [1, 2, 3, 7, 64, 100_000]) {
      const found = await read(small, size)
      assert.deepEqual(found.map(({ kind, element: { name, line, column } }) => `${kind} ${name} ${line}:${column}`), wanted, `${size} bytes at a time`)
      const person = found[3]?.element
      assert.deepEqual(person?.attributes, ['id'])
      assert.deepEqual(person?.children.map(({ name, text, line }) => [name, text, line]), [['A', 'é😀&<x>', 5], ['B', '', 5]])
    }
  })
  it('reads a byte order mark away, and line ends of every kind', async () => {
    const found = await read(`\ufeff${small.replaceAll('\n', '\r\n')}`)
    assert.equal(found[3]?.element.line, 5)
  })

  const bomb = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><Message>&c;</Message>'
  const refusals: readonly (readonly [what: string, given: string | Uint8Array, why: RegExp, line?: number])[] = [
    ['nothing', '', /root element|no element|must contain/],
    ['words', 'hello', /must contain|text data outside/i],
    ['a document type', '<!DOCTYPE Message SYSTEM "file:///etc/passwd"><Message/>', /DOCTYPE/, 1],
    ['a bomb of entities', bomb, /DOCTYPE/, 1],
    ['an entity that nobody declared', '<Message>\n  <Header>&xxe;</Header></Message>', /entity/, 2],
    ['a sign that XML cannot hold', '<Message>\n<Header>&#0;</Header></Message>', /character/, 2],
    ['an end that fits no beginning', '<Message>\n<Header>\n</Heade></Message>', /tag/, 3],
    ['two roots', '<Message/><Message/>', /root|document/],
    ['a file that is cut off', '<Message>\n<Persons>\n<Person><A>1</A>', /inside <Person> of line 3: it is cut off/, 3],
    ['a file that is cut off inside a tag', '<Message>\n<Persons>\n<Person><A', /cut off/, 3],
    ['absurd depth', '<a>'.repeat(100_000), /more than 32 deep/, 1],
    ['a record without end', `<Message><Persons><Person>${'<A>1</A>'.repeat(60_000)}`, /50,000 elements/],
    ['Latin-1 that says so', Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><Message/>'), /written in ISO-8859-1; save it as UTF-8/, 1],
    ['Latin-1 that does not', Buffer.from('<Message>\n<A>Zo\xeb</A></Message>', 'latin1'), /not UTF-8/],
    ['UTF-16', Buffer.from('\ufeff<Message/>', 'utf16le'), /UTF-16/],
    ['UTF-16 without a mark', Buffer.from('<Message/>', 'utf16le'), /UTF-16/],
    ['a workbook', Buffer.from('PK\u0003\u0004 and so on'), /ZIP file or an Excel workbook/],
    ['a compressed file', gzipSync('<Message/>'), /gzip/],
  ]
  for (const [what, given, why, line] of refusals) {
    it(`refuses ${what}`, async () => {
      const fault = await refusalOf(given)
      assert.match(fault.why, why)
      assert.ok(fault.line >= 1 && fault.column >= 1, fault.message)
      if (line !== undefined) assert.equal(fault.line, line)
    })
  }

  const endless: readonly (readonly [what: string, beginning: string, more: string, why: RegExp])[] = [
    ['white space', '<Message>', ' '.repeat(65_536), /without a tag/],
    ['lines', '<Message><Persons>', '\n'.repeat(65_536), /without a tag/],
    ['words', '<Message><Persons><Person><A>', 'word '.repeat(10_000), /without a tag|longer than/],
    ['a comment', '<Message><!--', 'word '.repeat(10_000), /without a tag/],
    ['comments', '<Message>', '<!-- word -->'.repeat(5_000), /without a tag/],
    ['a name', '<Message><', 'name'.repeat(10_000), /without a tag/],
    ['an attribute', '<Message a="', 'word '.repeat(10_000), /without a tag/],
    ['attributes', '<Message ', Array.from({ length: 5_000 }, (_, index) => `a${index}="1"`).join(' '), /./],
    ['CDATA', '<Message><Persons><Person><A><![CDATA[', 'word '.repeat(10_000), /without a tag/],
    ['a document type', '<!DOCTYPE a [', '<!ENTITY a "a">'.repeat(5_000), /without a tag|DOCTYPE/],
    ['white space before anything', '', ' '.repeat(65_536), /./],
  ]
  for (const [what, beginning, more, why] of endless) {
    it(`refuses ${what} without end, soon`, async () => {
      let given = 0
      async function* without(): AsyncGenerator<string> {
        yield beginning
        // Two gigabytes, if it were read.
        for (; given < 40_000; given += 1) yield more
      }
      assert.match((await refusalOf(without())).why, why)
      assert.ok(given < 100, `${given} pieces were read`)
    })
  }

  it('holds no more of a hundred thousand records than of one', async () => {
    async function* many(): AsyncGenerator<string> {
      yield '<Message><Persons>'
      for (let index = 0; index < 100_000; index += 1) yield `<Person><A>${index}</A></Person>\n`
      yield '</Persons></Message>'
    }
    let count = 0
    let held = 0
    for await (const { kind, element } of readXml(many(), way)) {
      if (kind === 'whole') count += 1
      held = Math.max(held, element.name === 'Persons' ? element.children.length : 0)
    }
    assert.deepEqual([count, held], [100_000, 0])
  })
})
