// A printed document that came from outside, before anything shows it: the model of platform/documents and nothing beside it.

import { z } from 'zod'
import type { Block, PrintedDocument } from '../../../platform/documents/printed-document.ts'

const yes = z.literal(true).exactOptional()
const spans = z.array(z.strictObject({ text: z.string(), bold: yes, italic: yes, underline: yes, change: z.enum(['added', 'removed']).exactOptional() }))
const cell = z.strictObject({ spans, heads: z.literal('row').exactOptional() })
const level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])

const block: z.ZodType<Block> = z.lazy(() => z.union([
  z.strictObject({ kind: z.literal('heading'), level, spans, id: z.string().regex(/^[\w-]{1,80}$/).exactOptional() }),
  z.strictObject({ kind: z.literal('paragraph'), spans }),
  z.strictObject({ kind: z.literal('list'), ordered: z.boolean(), items: z.array(z.strictObject({ spans, blocks: z.array(block) })) }),
  z.strictObject({ kind: z.literal('summary-list'), rows: z.array(z.strictObject({ label: z.string(), spans })) }),
  z.strictObject({ kind: z.literal('table'), caption: z.string(), columns: z.array(spans), rows: z.array(z.array(cell)) }),
  z.strictObject({ kind: z.literal('notice'), blocks: z.array(block) }),
  z.strictObject({ kind: z.literal('page-break') }),
]))

export const printedShape: z.ZodType<PrintedDocument> = z.strictObject({
  title: z.string(), language: z.literal('en-GB'), subject: z.string().exactOptional(), author: z.string().exactOptional(), headerLine: z.string().exactOptional(),
  footerLine: z.string().exactOptional(), watermark: z.string().exactOptional(), largePrint: yes, blocks: z.array(block),
})
