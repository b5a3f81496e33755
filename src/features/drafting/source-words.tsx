// Where a line's words come from, with the way to the exact words in the report for whoever may read it.

import type { AdviceId } from '../../domain/ids.ts'
import type { Source } from '../../domain/plan/line.ts'
import type { CaseKey } from '../../casebook/open-case-file.ts'
import { paths } from '../../paths.ts'
import { dateWords } from '../../ui/words.ts'
import type { Report } from './advice-line-store.ts'

export type Reports = ReadonlyMap<AdviceId, Report>

export const reportWords = ({ title, author, dated }: Report): string => `${title}, ${author}${dated === undefined ? '' : `, ${dateWords(dated)}`}`

/** The address of the exact words in a report. */
export const wordsHref = (key: CaseKey, { adviceId, adviceLineId }: Extract<Source, { kind: 'advice' }>): string =>
  `${paths.advice({ ...key, adviceId })}${adviceLineId === undefined ? '' : `#words-${adviceLineId}`}`

export function SourceWords({ source, reports, caseKey, withQuote = true }: { source: Source; reports: Reports; caseKey: CaseKey; withQuote?: boolean }) {
  if (source.kind === 'said') return <>Said by {source.by} on {dateWords(source.on)}</>
  const report = reports.get(source.adviceId)
  if (report === undefined) return <>A report that is no longer on this case</>
  if (!report.isReadable) return <>{reportWords(report)}</>
  return (
    <>
      <a class="govuk-link" href={wordsHref(caseKey, source)}>{reportWords(report)}</a>
      {withQuote && <q class="hub-quote">{source.quote}</q>}
    </>
  )
}
