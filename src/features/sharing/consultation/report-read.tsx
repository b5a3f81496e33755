import type { Report } from '../consultation-store.ts'
import { dateWords } from '../../../ui/words.ts'

/** A report in its author's own words. `fileHref` leads to the file as received, where the reader may have it. */
export function ReportRead({ report, fileHref }: { report: Report; fileHref?: string }) {
  return (
    <>
      <p class="govuk-hint">{report.author}, {report.role}{report.dated === undefined ? '' : `, ${dateWords(report.dated)}`}</p>
      {report.text.split(/\n{2,}/u).filter((part) => part.trim() !== '').map((part) => <p class="govuk-body hub-letter__text">{part}</p>)}
      {report.text.trim() === '' && <p class="govuk-body">The report was given as a file.</p>}
      {fileHref !== undefined && <p class="govuk-body"><a class="govuk-link" href={fileHref}>The file as received</a></p>}
    </>
  )
}
