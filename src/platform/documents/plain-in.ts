import type { KeptText, TextBlock, TextBlockKind } from './kept-text.ts'

/** The text as received but for its byte order mark and its line ends; undefined if it is no text at all. */
export const decodedText = (bytes: Uint8Array): string | undefined => {
  const text = decoded(bytes)
  return text.includes('\u0000') ? undefined : text.replace(/\r\n?/g, '\n')
}

const decoded = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return windowsText(bytes)
  }
}

/** What old Windows programs save: Latin-1 with letters in place of the control codes 80 to 9F. Node's decoder lacks those. */
const windowsText = (bytes: Uint8Array): string =>
  Buffer.from(bytes).toString('latin1').replace(/[\u0080-\u009f]/g, (code) => windowsLetters[code.charCodeAt(0) - 0x80] ?? code)
const windowsLetters = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Paragraphs stand between empty lines; a line that starts with a bullet or a number begins a list item. */
export const textOfPlain = (text: string): KeptText => ({ text, blocks: blocksOf(text, plainKind) })

/** The same for Markdown, whose marks stay in the text as received. */
export const textOfMarkdown = (text: string): KeptText => ({ text, blocks: blocksOf(text, markdownKind) })

type LineKind = { readonly kind: TextBlockKind, readonly level?: number, readonly isWhole?: true }

const listMark = /^(\s*)(?:[-*+•◦▪●‣–]|\d{1,3}[.)]|[a-z][.)]|\([a-z\d]{1,3}\))\s+\S/u

const plainKind = (line: string): LineKind => {
  const list = listMark.exec(line)
  return list === null ? { kind: 'paragraph' } : { kind: 'list-item', level: levelOf(list) }
}

const markdownKind = (line: string): LineKind => {
  const heading = /^\s{0,3}(#{1,6})\s/.exec(line)
  if (heading !== null) return { kind: 'heading', level: heading[1]?.length ?? 1, isWhole: true }
  if (/^\s*(?:([-*_])\s*(?:\1\s*){2,}|\|?[\s:|-]*-{3}[\s:|-]*)$/.test(line)) return { kind: 'rule', isWhole: true }
  if (/^\s*\|.*\|\s*$/.test(line)) return { kind: 'table-row', isWhole: true }
  return plainKind(line)
}

const levelOf = (list: RegExpExecArray): number => 1 + Math.floor((list[1]?.replaceAll('\t', '    ').length ?? 0) / 2)

const blocksOf = (text: string, kindOf: (line: string) => LineKind): readonly TextBlock[] => {
  const blocks: TextBlock[] = []
  let open: TextBlock | undefined
  const close = () => {
    if (open !== undefined) blocks.push(open)
    open = undefined
  }
  for (const { 0: line, index } of text.matchAll(/[^\n]+/g)) {
    const words = line.trim()
    const start = index + line.indexOf(words)
    const isAfterEmptyLine = text[index - 2] === '\n'
    if (words === '') {
      close()
      continue
    }
    const { kind, level, isWhole } = kindOf(line)
    const goesOn = open !== undefined && kind === 'paragraph' && !isAfterEmptyLine
    if (open !== undefined && goesOn) {
      open = { ...open, end: start + words.length }
      continue
    }
    close()
    open = { kind, start, end: start + words.length, ...(level === undefined ? {} : { level }) }
    if (isWhole) close()
  }
  close()
  return blocks
}
