import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { yearGroupOn } from '../../../domain/calendar/school-year.ts'
import type { AdviceItem } from '../../../domain/case-file/facts.ts'
import { paths } from '../../../paths.ts'
import { Details } from '../../../ui/govuk/details.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import { dateWords } from '../../../ui/words.ts'
import type { KeptDocument } from '../../../casebook/papers/documents.ts'
import type { FamilyPapers } from '../recipient-store.ts'
import { questionsFor } from '../templates.ts'
import { itemInWords, titleOfKind } from '../words.ts'

export interface RequestWordsProps {
  readonly caseFile: CaseFile
  readonly item: AdviceItem
  readonly kind: string
  readonly dueOn: PlainDate
  readonly isReceiptKnown: boolean
  readonly note?: string | undefined
  readonly requests: FamilyPapers['requests']
  readonly documents: readonly KeptDocument[]
  /** Where the papers can be opened; in a preview they cannot. */
  readonly adviceRequestId?: string
}

/** A request for advice as its recipient reads it. The preview and the page show the same words, because both are this. */
export function RequestWords({ caseFile, item, kind, dueOn, isReceiptKnown, note, requests, documents, adviceRequestId }: RequestWordsProps) {
  const { child, area } = caseFile
  return (
    <>
      <p class="govuk-body">{area.councilName} is assessing the education, health and care needs of {child.givenName} {child.familyName}, and asks you for advice under {itemInWords(item)}.</p>
      <SummaryList
        rows={[
          { key: 'Child', value: `${child.givenName} ${child.familyName}, born ${dateWords(child.bornOn)}, ${yearWords(caseFile, dueOn)}` },
          { key: 'What is asked', value: <><p class="govuk-body">{titleOfKind(kind)}: needs, the provision that they call for, and the outcomes it is to reach. You can type, paste or hand in your own report.</p><ul class="govuk-list govuk-list--bullet">{questionsFor(kind).map(({ heading }) => <li>{heading}</li>)}</ul></> },
          { key: 'Due', value: isReceiptKnown ? dateWords(dueOn) : `${dateWords(dueOn)}, six weeks from today. When you confirm the day on which it arrived, six weeks are counted from that day (regulation 8(1)).` },
          ...(note === undefined ? [] : [{ key: 'Note to you', value: <span class="hub-letter__text">{note}</span> }]),
          { key: 'Enclosed', value: <Enclosed caseFile={caseFile} requests={requests} documents={documents} adviceRequestId={adviceRequestId} /> },
        ]}
      />
    </>
  )
}

function yearWords({ child }: CaseFile, on: PlainDate): string {
  const year = child.yearGroupOverride ?? yearGroupOn(child.bornOn, on)
  return year < 0 ? 'in the early years' : year === 0 ? 'Reception' : `Year ${year}`
}

function Enclosed({ caseFile, requests, documents, adviceRequestId }: Pick<RequestWordsProps, 'caseFile' | 'requests' | 'documents'> & { adviceRequestId: string | undefined }) {
  if (requests.length === 0 && documents.length === 0) return <>Nothing is on the case to enclose.</>
  return (
    <ul class="govuk-list govuk-list--bullet">
      {requests.map(({ madeByName, receivedOn, words }) => (
        <li>
          The request of {madeByName}, received {dateWords(receivedOn)}
          {words.length > 0 && (
            <Details summary="Read it">
              {words.map(({ heading, text }) => <><h4 class="govuk-heading-s">{heading}</h4><p class="govuk-body hub-letter__text">{text}</p></>)}
            </Details>
          )}
        </li>
      ))}
      {documents.map(({ id, title }) => (
        <li>
          {adviceRequestId === undefined ? title : <a class="govuk-link" href={paths.adviceEnclosure({ ...caseFile.key, adviceRequestId, documentId: id })}>{title}</a>}
        </li>
      ))}
    </ul>
  )
}
