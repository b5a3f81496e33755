import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { pdfMaker } from '../../src/platform/documents/to-pdf.ts'
import { pdfOf } from '../builders/hostile-files.ts'
import { richDocument } from '../builders/rich-document.ts'
import { expectTagged } from './expect-tagged.ts'

const maker = pdfMaker()
after(async () => { if (maker.available) await maker.stop() })

/** The same file with one of its words changed to another of the same length, so that no offset moves. */
const spoilt = async (word: string, other: string): Promise<Uint8Array> => {
  assert.ok(maker.available)
  assert.equal(word.length, other.length)
  const text = Buffer.from(await maker.make(richDocument())).toString('latin1')
  assert.ok(text.includes(word), `${word} stands in the file`)
  return Buffer.from(text.replaceAll(word, other), 'latin1')
}

describe('expectTagged refuses', () => {
  it('a file with no tags', () => assert.rejects(expectTagged(pdfOf('BT /F1 12 Tf 72 720 Td (Words) Tj ET')), /structure tree/))
  it('a file that does not say it is marked', async () => assert.rejects(expectTagged(await spoilt('/Marked true', '/Morked true'))))
  it('another language', async () => assert.rejects(expectTagged(await spoilt('/Lang (en-GB)', '/Lang (fr-FR)')), /language/))
  it('no claim of PDF/UA', async () => assert.rejects(expectTagged(await spoilt('pdfuaid', 'pdfuaix')), /PDF\/UA/))
  it('a hidden title', async () => assert.rejects(expectTagged(await spoilt('/DisplayDocTitle true', '/DisplayDocTitle null')), /title/))
})
