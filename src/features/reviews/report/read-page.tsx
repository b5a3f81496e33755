import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, param } from '../../../casebook/ask.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { mustBeAbleToLook, openCaseFile } from '../../../casebook/open-case-file.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import { read } from '../../../casebook/tx.ts'
import { londonDateOf } from '../../../domain/calendar/london-date.ts'
import { copyFor } from '../../../domain/review/sent-report.ts'
import { paths } from '../../../paths.ts'
import type { PrintedDocument } from '../../../platform/documents/printed-document.ts'
import { headingsOf } from '../../../platform/documents/printed-document.ts'
import { documentView } from '../../../platform/documents/to-html.tsx'
import { toDocx } from '../../../platform/documents/to-docx.ts'
import { fileKinds } from '../../../platform/files/file-kinds.ts'
import { PdfFault } from '../../../platform/documents/to-pdf.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { file, page } from '../../../platform/http/reply.ts'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { dateWords } from '../../../ui/words.ts'
import { openReview } from '../open-review.ts'
import { findReport } from '../report-store.ts'
import type { Attachable } from './attachments.ts'
import { attachmentsFor } from './attachments.ts'
import { meetingAnchor, reportDocument } from './report-document.ts'

interface Opened {
  readonly caseFile: CaseFile
  readonly reviewId: string
  readonly document: PrintedDocument
  /** Papers that went with it and that this reader may open. */
  readonly papers: readonly Attachable[]
  readonly fileName: string
}

/** The report in this reader's copy; not there before it was sent, nor for anybody who was neither invited nor answers for it. */
async function open(ask: Ask): Promise<Opened> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    mustBeAbleToLook(caseFile, 'reviews')
    const { review, reader, own, runs } = await openReview(tx, caseFile, param(ask, 'reviewId'))
    const sent = review.reportOn === undefined ? undefined : (await findReport(tx, caseFile, review.id))?.sent
    if (sent === undefined || (!reader.isCouncil && !runs && own.length === 0)) throw new NotFound('report')
    const sentOn = londonDateOf(sent.at)
    const papers = await attachmentsFor(tx, caseFile, sent.report)
    const document = reportDocument({ ...copyFor(sent.report, reader), attachments: papers.map(({ id, title }) => ({ documentId: id, title })) }, { reference: caseFile.reference, sha256: sent.sha256, sentOn: dateWords(sentOn) })
    return {
      caseFile, reviewId: review.id, papers, fileName: `${caseFile.reference} review report ${sent.report.heldOn}`,
      document: tx.viewer.kind === 'person' ? { ...document, watermark: `Copy for ${tx.viewer.name}` } : document,
    }
  })
}

function view(ask: Ask, { caseFile, reviewId, document, papers }: Opened, pdfProblem?: string) {
  const key = { ...caseFile.key, reviewId }
  return (
    <CasePage frame={ask.frame} caseFile={caseFile} title={document.title} back={{ href: paths.review(key), text: 'Back to the review' }}>
      {documentView(document, { before: { id: meetingAnchor, view: <Contents document={document} /> }, belowTitle: (
        <div class="hub-plan-tools">
          {pdfProblem !== undefined && <WarningText>{pdfProblem} To keep a copy on paper, print this page.</WarningText>}
          <ul class="govuk-list">
            <li><a class="govuk-link" href={paths.reviewReportPdf(key)}>PDF</a></li>
            <li><a class="govuk-link" href={paths.reviewReportWord(key)}>Word document</a></li>
            {papers.map(({ id, title }) => <li><a class="govuk-link" href={paths.caseDocument({ ...caseFile.key, documentId: id })}>Paper: {title}</a></li>)}
          </ul>
        </div>
      ) })}
    </CasePage>
  )
}

/** Links to the parts of the report, after what it says in short. */
function Contents({ document }: { document: PrintedDocument }) {
  const parts = headingsOf(document.blocks).filter(({ level, id }) => level === 1 && id !== undefined && id !== 'in-short')
  return (
    <nav aria-label="Contents of the report" class="hub-contents">
      <h2 class="govuk-heading-s">Contents</h2>
      <ol class="govuk-list">{parts.map(({ id, spans }) => <li><a class="govuk-link" href={`#${id ?? ''}`}>{spans.map(({ text }) => text).join('')}</a></li>)}</ol>
    </nav>
  )
}

export async function show(ask: Ask): Promise<Reply> {
  return page(view(ask, await open(ask)))
}

export async function pdf(ask: Ask): Promise<Reply> {
  const opened = await open(ask)
  const maker = ask.house.pdf
  if (!maker.available) return page(view(ask, opened, maker.why))
  try {
    return file(await maker.make(opened.document), 'application/pdf', `${opened.fileName}.pdf`)
  } catch (thrown) {
    // Letters that no font here can draw: known, said to the reader, and the page has the same words.
    if (thrown instanceof PdfFault) return page(view(ask, opened, `A PDF of this report could not be made (${thrown.message}). The web page and the Word file have the same words.`))
    throw thrown
  }
}

export async function word(ask: Ask): Promise<Reply> {
  const opened = await open(ask)
  return file(await toDocx(opened.document), fileKinds.docx.contentType, `${opened.fileName}.docx`)
}
