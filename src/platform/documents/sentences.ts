import type { TextBlock } from './kept-text.ts'

export type Sentence = {
  /** The sentence is exactly text.slice(start, end). */
  readonly start: number
  readonly end: number
  /** Index of its block. */
  readonly block: number
  /** The headings above it, outermost first. */
  readonly headings: readonly string[]
}

/**
 * The sentences of a kept text, in order, without overlap; together they hold every character of every block that is not
 * white space (rules, which are drawing, have none). A heading and a row of a table are one sentence each: who, what and how
 * often stand in different cells of a row and mean something only together.
 */
export const sentences = (text: string, blocks: readonly TextBlock[]): readonly Sentence[] => {
  const above: { readonly level: number, readonly words: string }[] = []
  return blocks.flatMap((block, index) => {
    if (block.kind === 'rule') return []
    const words = text.slice(block.start, block.end)
    if (block.kind === 'heading') {
      const level = block.level ?? 1
      while ((above.at(-1)?.level ?? 0) >= level) above.pop()
    }
    const headings = above.map((heading) => heading.words)
    if (block.kind === 'heading') above.push({ level: block.level ?? 1, words: words.replace(/^\s*#{1,6}\s+/, '').trim() })
    const isOne = block.kind === 'heading' || block.kind === 'table-row'
    return (isOne ? [trimmed(words, 0, words.length)] : partsOf(words)).flatMap((part) => (
      part === undefined ? [] : [{ start: block.start + part.start, end: block.start + part.end, block: index, headings }]
    ))
  })
}

type Part = { readonly start: number, readonly end: number }

const trimmed = (words: string, start: number, end: number): Part | undefined => {
  const part = words.slice(start, end)
  const inner = part.trim()
  if (inner === '') return undefined
  const from = start + part.indexOf(inner)
  return { start: from, end: from + inner.length }
}

/** A stop, with the quotation marks, brackets and Markdown marks that close behind it, and white space after it. */
const stop = /(?:[.!?…؟۔])+["'”’»)\]*_]*(?=\s)/gu

const partsOf = (words: string): readonly Part[] => {
  const parts: Part[] = []
  let from = 0
  for (const { 0: mark, index } of words.matchAll(stop)) {
    const end = index + mark.length
    if (!endsSentence(words.slice(from, index), mark, words.slice(end))) continue
    const part = trimmed(words, from, end)
    if (part !== undefined) parts.push(part)
    from = end
  }
  const last = trimmed(words, from, words.length)
  return last === undefined ? parts : [...parts, last]
}

/** Never the end of a sentence: the word that follows belongs to them. */
const leading = new Set([
  'dr', 'mr', 'mrs', 'ms', 'mx', 'prof', 'rev', 'hon', 'st', 'sr', 'jr', 'messrs', 'cllr', 'e.g', 'eg', 'i.e', 'ie', 'viz',
  'cf', 'vs', 'v', 'approx', 'incl', 'esp', 'c', 'ca', 'fig', 'figs', 'ref', 'refs', 'tel', 'ext', 'mob', 'al',
])
/** Abbreviations only before a number: "no. 5", "p. 3", "reg. 6". Otherwise "No." is an answer. */
const beforeNumber = new Set([
  'no', 'nos', 'p', 'pp', 'para', 'paras', 'reg', 'regs', 's', 'ss', 'sec', 'ch', 'art', 'vol', 'app', 'yr', 'y', 'q',
  'pt', 'table',
  'jan', 'feb', 'mar', 'apr', 'jun', 'jul', 'aug', 'sep', 'sept', 'oct', 'nov', 'dec',
])

const endsSentence = (before: string, mark: string, after: string): boolean => {
  const next = /^\s+["'“‘«([*_]*(.)/u.exec(after)?.[1]
  if (next === undefined) return true // only marks or white space are left
  // A small letter goes on with the sentence, also after a question that is quoted: "Why?" she asked.
  if (/\p{Ll}/u.test(next)) return false
  if (!mark.startsWith('.') || mark.startsWith('..')) return true
  const word = /(\S*)$/u.exec(before)?.[1]?.replace(/^["'“‘«([*_]+/u, '') ?? ''
  const isNumber = /\p{N}/u.test(next)
  // "1. First", "3.2. Then", "a. Also": the number of an item, not a sentence.
  if (before.trim() === word && /^(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivx]{1,4})$/.test(word)) return false
  const small = word.toLowerCase()
  if (leading.has(small) && (small.length > 1 || word === small)) return false // "c. 1990", but "vitamin C."
  if (isNumber && beforeNumber.has(small)) return false
  return !isInitial(before, word, after)
}

/** "J. Petrie", "Dr I. M. Petrie", "seen by A.B. Petrie" – but "hepatitis B. He" ends a sentence. */
const isInitial = (before: string, word: string, after: string): boolean => {
  if (!/^(?:\p{Lu}\.)*\p{Lu}$/u.test(word)) return false
  if (word.includes('.') || /^\s+\p{Lu}\.\s*\p{Lu}/u.test(after)) return true
  const earlier = /(\S+)\s+\S*$/u.exec(before)?.[1]
  return earlier === undefined || /^["'“‘(*_]*\p{Lu}/u.test(earlier) || /[.!?:;,]["'”’)]*$/u.test(earlier)
    || /^(?:by|with|from|and|to|for|of|&)$/.test(earlier)
}
