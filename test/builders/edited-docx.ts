// Word files as they come back: words changed by hand or with tracked changes, comments in the margin, and saved again by another
// program, which cuts runs, renames styles and may lose the hidden marks.

import { partsOfZip, zipOf } from '../harness/zip-file.ts'

export const withDocument = (bytes: Uint8Array, change: (xml: string) => string, more: Readonly<Record<string, string>> = {}): Uint8Array => {
  const parts = new Map(partsOfZip(bytes))
  parts.set('word/document.xml', change(parts.get('word/document.xml') ?? ''))
  for (const [name, content] of Object.entries(more)) parts.set(name, content)
  return zipOf(parts)
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll('\'', '&apos;')

/** The run that holds these words, as it stands in the XML. */
function runWith(xml: string, words: string): { whole: string; properties: string; before: string; after: string } {
  for (const [whole, , properties = '', text = ''] of xml.matchAll(/<w:r\b[^>]*>((<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?<w:t\b[^>]*>([^<]*)<\/w:t>)<\/w:r>/gu)) {
    const at = text.indexOf(escaped(words))
    if (at >= 0) return { whole, properties, before: text.slice(0, at), after: text.slice(at + escaped(words).length) }
  }
  throw new Error(`no run of the file says “${words}”`)
}

const run = (properties: string, text: string, tag = 't'): string => (text === '' ? '' : `<w:r>${properties}<w:${tag} xml:space="preserve">${text}</w:${tag}></w:r>`)
const by = 'w:id="900" w:author="Dana Outside" w:date="2027-01-14T10:00:00Z"'

/** Other words in the place of these, typed over. */
export const typedOver = (bytes: Uint8Array, words: string, others: string): Uint8Array => withDocument(bytes, (xml) => {
  const { whole, properties, before, after } = runWith(xml, words)
  return xml.replace(whole, () => run(properties, `${before}${escaped(others)}${after}`))
})

/** The same with tracked changes on: what goes is marked as deleted, what comes as inserted. */
export const tracked = (bytes: Uint8Array, words: string, others: string): Uint8Array => withDocument(bytes, (xml) => {
  const { whole, properties, before, after } = runWith(xml, words)
  const out = `<w:del ${by}>${run(properties, escaped(words), 'delText')}</w:del>`
  const into = others === '' ? '' : `<w:ins ${by}>${run(properties, escaped(others))}</w:ins>`
  return xml.replace(whole, () => `${run(properties, before)}${out}${into}${run(properties, after)}`)
})

/** A paragraph of its own after the one that holds these words. */
export const paragraphAfter = (bytes: Uint8Array, words: string, text: string): Uint8Array => withDocument(bytes, (xml) => {
  const at = xml.indexOf('</w:p>', xml.indexOf(escaped(words))) + '</w:p>'.length
  return `${xml.slice(0, at)}<w:p><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>${xml.slice(at)}`
})

/** The paragraph that holds these words is gone, marks and all. */
export const paragraphGone = (bytes: Uint8Array, words: string): Uint8Array => withDocument(bytes, (xml) => {
  const at = xml.indexOf(escaped(words))
  const start = Math.max(xml.lastIndexOf('<w:p>', at), xml.lastIndexOf('<w:p ', at))
  return `${xml.slice(0, start)}${xml.slice(xml.indexOf('</w:p>', at) + '</w:p>'.length)}`
})

/** A comment in the margin of the paragraph that holds these words. */
export const commented = (bytes: Uint8Array, words: string, text: string): Uint8Array => withDocument(bytes, (xml) => {
  const { whole } = runWith(xml, words)
  return xml.replace(whole, () => `${whole}<w:r><w:commentReference w:id="7"/></w:r>`)
}, { 'word/comments.xml': `<?xml version="1.0"?><w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="7" w:author="Dana Outside"><w:p><w:r><w:t>${escaped(text)}</w:t></w:r></w:p></w:comment></w:comments>` })

/** As another word processor saves it: runs cut in two, noise for spelling and sessions, styles under other names. */
export const resaved = (bytes: Uint8Array, { loses = false }: { loses?: boolean } = {}): Uint8Array => {
  const parts = new Map([...partsOfZip(bytes)].map(([name, xml]) => [name, xml.replaceAll('Heading2', 'berschrift2').replaceAll('Heading3', 'berschrift3')]))
  const cut = (parts.get('word/document.xml') ?? '')
    .replace(/<w:r>(<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?<w:t xml:space="preserve">([^<]{8,})<\/w:t><\/w:r>/gu, (_, properties: string | undefined, text: string) => {
      const at = text.indexOf(' ', text.length / 2)
      const [one, other] = at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at)]
      const cutRun = (words: string): string => (words === '' ? '' : `<w:r w:rsidR="00AB12CD">${properties ?? ''}<w:t xml:space="preserve">${words}</w:t></w:r>`)
      return `<w:proofErr w:type="spellStart"/>${cutRun(one)}<w:proofErr w:type="spellEnd"/>${cutRun(other)}`
    })
  parts.set('word/document.xml', loses ? cut.replace(/<w:bookmark(?:Start|End)\b[^>]*\/>/gu, '') : cut)
  return zipOf(parts)
}

/** Everything is accepted, as somebody does before sending a file on. */
export const accepted = (bytes: Uint8Array): Uint8Array => withDocument(bytes, (xml) => xml.replace(/<w:del .*?<\/w:del>/gu, '').replace(/<w:ins [^>]*>|<\/w:ins>/gu, ''))
