// A plan that was in force once, printed again: it says so first, and on every sheet.

import { dateWords } from '../../../domain/calendar/date-words.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { PrintedDocument } from '../../../platform/documents/printed-document.ts'
import { bold, notice, paragraph } from '../../../platform/documents/printed-document.ts'

export function supersededDocument(document: PrintedDocument, on: PlainDate): PrintedDocument {
  const since = `No longer in force since ${dateWords(on)}`
  return {
    ...document, title: `${document.title} (no longer in force)`, headerLine: [since, document.headerLine].filter(Boolean).join('. '), watermark: [since, document.watermark].filter(Boolean).join('. '),
    blocks: [
      notice(paragraph(bold(`${since}. `), 'Another plan took its place on that day. Nothing in this one binds anybody now. It is kept because it was in force before.')),
      ...document.blocks,
    ],
  }
}
