// A copy as a printed document: made from the words that stay, with a label where words were removed and, at its end, each reason
// with its law and what the reader can do about it.

import { createHash } from 'node:crypto'
import { folded, placesOf } from '../../domain/redaction/folded.ts'
import { joined } from '../../domain/redaction/find-passages.ts'
import type { RemovalReason } from '../../domain/redaction/reasons.ts'
import { removalReasonRows, removalReasons } from '../../domain/redaction/reasons.ts'
import { removePassages } from '../../domain/redaction/remove-passages.ts'
import type { TextBlock } from '../../platform/documents/kept-text.ts'
import type { Block, HeadingLevel, PrintedDocument } from '../../platform/documents/printed-document.ts'
import { bulletList, heading, notice, paragraph, printedDocument } from '../../platform/documents/printed-document.ts'
import type { MarkedPassage, Redaction } from './redaction-store.ts'

export interface MadeCopy {
  readonly title: string
  readonly text: string
  readonly blocks: readonly TextBlock[]
  /** The words that are gone, as they stood. */
  readonly removed: readonly string[]
  readonly reasons: readonly RemovalReason[]
  /** Of everything that a reader will read: what the second person released is what the reader gets. */
  readonly sha256: string
  readonly document: PrintedDocument
}

export function makeCopy(redaction: Pick<Redaction, 'text' | 'blocks' | 'title' | 'readerName'>, passages: readonly MarkedPassage[], council: string): MadeCopy {
  const removals = joined(passages.filter(({ choice }) => choice === 'remove'))
  const removed = [...new Set(removals.map(({ start, end }) => redaction.text.slice(start, end)))]
  const { text, blocks } = removePassages(redaction.text, redaction.blocks, removals)
  const reasons = removalReasons.filter((reason) => removals.some((one) => one.reason === reason))
  const title = titleWithout(redaction.title, removed)
  const document = printedDocument({
    title, headerLine: 'Copy with words removed', watermark: `Copy for ${redaction.readerName}`,
    blocks: [notice(paragraph(`This copy is for ${redaction.readerName}. Where words were removed, the text says so and why.`)), ...printed(text, blocks), ...whyRemoved(reasons, council)],
  })
  return { title, text, blocks, removed, reasons, document, sha256: createHash('sha256').update(JSON.stringify(document)).digest('hex') }
}

/** A title can hold a name too ("Letter about Dean Harker"). */
function titleWithout(title: string, removed: readonly string[]): string {
  let out = title
  for (const words of removed) for (const { start, end } of placesOf(words, folded(out)).toReversed()) out = `${out.slice(0, start)}[removed]${out.slice(end)}`
  return out
}

function printed(text: string, blocks: readonly TextBlock[]): Block[] {
  const out: Block[] = []
  let level = 0
  for (const [index, block] of blocks.entries()) {
    const words = text.slice(block.start, block.end)
    if (block.kind === 'heading') {
      level = Math.min(block.level ?? 1, level + 1, 4)
      out.push(heading(level as HeadingLevel, words))
    } else if (block.kind === 'list-item') {
      // Items that stand together are one list.
      if (blocks[index - 1]?.kind === 'list-item') continue
      const next = blocks.findIndex((one, place) => place > index && one.kind !== 'list-item')
      out.push(bulletList(blocks.slice(index, next < 0 ? undefined : next).map(({ start, end }) => text.slice(start, end).replace(/^(?:[-*•]|\d+[.)])\s+/, ''))))
    } else if (block.kind !== 'rule') out.push(paragraph(words))
  }
  return out
}

const whyRemoved = (reasons: readonly RemovalReason[], council: string): Block[] => (reasons.length === 0 ? [] : [
  heading(1, 'Why words were removed'),
  bulletList(reasons.map((reason) => `${removalReasonRows[reason].label.replace(/^\[Removed: |\]$/g, '')}: ${removalReasonRows[reason].cites}`)),
  paragraph(`If you think that something should not have been removed, ask the ${council} SEND team. You can also complain to the Information Commissioner’s Office.`),
])
