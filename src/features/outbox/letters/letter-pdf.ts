import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { mustBeAbleToLook, openCaseFile } from '../../../casebook/open-case-file.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import { read } from '../../../casebook/tx.ts'
import type { PrintedDocument } from '../../../platform/documents/printed-document.ts'
import { heading, paragraph, printedDocument } from '../../../platform/documents/printed-document.ts'
import { PdfFault } from '../../../platform/documents/to-pdf.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { file, page } from '../../../platform/http/reply.ts'
import type { Notice } from '../outbox-store.ts'
import { findNotice } from '../outbox-store.ts'
import { view } from './letter-view.tsx'

/** A kept letter as a file: the same words as on its page, for whoever the letter is. */
export async function pdf(ask: Ask): Promise<Reply> {
  const opened = await read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    mustBeAbleToLook(caseFile, 'letters')
    const notice = await findNotice(tx, caseFile, param(ask, 'noticeId'))
    if (notice === undefined) throw new NotFound('letter')
    return { caseFile, notice }
  })
  const { pdf: maker } = ask.house
  // Where no PDF can be made here, or a letter cannot be drawn, the page itself prints, and says so.
  const instead = (): Reply => page(view({ frame: ask.frame, ...opened, hasNoPdf: true }))
  if (!maker.available) return instead()
  try {
    return file(await maker.make(letterDocument(opened.caseFile, opened.notice)), 'application/pdf', nameOf(opened.caseFile, opened.notice))
  } catch (thrown) {
    if (thrown instanceof PdfFault) return instead()
    throw thrown
  }
}

/** No child's name in a file's name: it shows in lists of downloads and on shared screens. */
const nameOf = ({ reference }: CaseFile, { sentOn }: Notice): string => `${reference} letter${sentOn === undefined ? '' : ` ${sentOn}`}.pdf`

function letterDocument({ area, reference }: CaseFile, { title, to, paragraphs }: Notice): PrintedDocument {
  return printedDocument({
    title, author: area.councilName, subject: 'A letter from the council', headerLine: `${area.councilName}. Case number ${reference}`, watermark: `Copy for ${to}`,
    blocks: paragraphs.flatMap(({ heading: head, text }) => [
      ...(head === undefined ? [] : [heading(1, head)]), ...text.split(/\n{2,}/).filter((one) => one.trim() !== '').map((one) => paragraph(one)),
    ]),
  })
}
