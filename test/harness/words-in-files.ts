import mammoth from 'mammoth'
import { parse } from 'node-html-parser'
import assert from 'node:assert/strict'
import { cellGap, type KeptText } from '../../src/platform/documents/kept-text.ts'
import { textOfPdf } from '../../src/platform/documents/pdf-in.ts'
import { wordsIn } from '../../src/platform/documents/words-of.ts'

// The words that each kind of file shows to its readers, for comparing twins with wordsOf(document).

export const wordsInHtml = (html: string): readonly string[] => {
  // A space around every block and line break, none around bold and the like.
  const spaced = html.replace(/<\/?(?:article|div|h\d|p|ul|ol|li|dl|dt|dd|table|caption|thead|tbody|tr|th|td|br)\b[^>]*>/g, ' $& ')
  return wordsIn(parse(spaced).textContent)
}

/** In the reading order of the tags. */
export const wordsInPdf = async (bytes: Uint8Array): Promise<readonly string[]> => {
  const kept = await textOfPdf(bytes)
  assert.ok(typeof kept !== 'string', 'the PDF can be read')
  return wordsInKept(kept)
}

/** Without what is no word of the document: the numbers of ordered lists, which are markers, and the bars between cells. */
export const wordsInKept = (kept: KeptText): readonly string[] => kept.blocks.flatMap((block) => {
  const words = kept.text.slice(block.start, block.end)
  if (block.kind === 'list-item') return wordsIn(words.replace(/^\d+\. /, ''))
  return wordsIn(block.kind === 'table-row' ? words.split(cellGap.trim()).join(' ') : words)
})

export const wordsInDocx = async (bytes: Uint8Array): Promise<readonly string[]> => {
  const { value, messages } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) })
  assert.deepEqual(messages.filter((message) => message.type === 'error'), [])
  return wordsInHtml(value)
}
