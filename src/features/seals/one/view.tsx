import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { Seal } from '../../../casebook/access/seal-rows.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { groundRow } from '../../../domain/seals/item-seal.ts'
import { paths } from '../../../paths.ts'
import { DateField, RadiosField, TextAreaField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { whoSees } from '../../../ui/sealed-item.tsx'
import { dateTimeWords, dateWords } from '../../../ui/words.ts'
import type { Thing } from '../things-store.ts'

export const longestReason = 1000

interface Props {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly seal: Seal
  readonly thing: Thing | undefined
  readonly today: PlainDate
  readonly errors: FormErrors
  readonly values: FormValues
}

export function view({ frame, caseFile, seal, thing, today, errors, values }: Props) {
  const { words, cites } = groundRow(seal.ground)
  const title = seal.thing === 'advice' ? 'A sealed report' : 'A sealed document'
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.caseSeals(caseFile.key), text: 'Seals' }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{thing !== undefined && <span class="govuk-caption-l">{thing.title}</span>}{title}</h1>
        <SummaryList
          rows={[
            { key: 'What', value: <a class="govuk-link" href={seal.thing === 'advice' ? paths.advice({ ...caseFile.key, adviceId: seal.thingId }) : paths.caseDocument({ ...caseFile.key, documentId: seal.thingId })}>{thing?.title ?? 'Open it'}</a> },
            { key: 'Who sees it', value: whoSees(seal) },
            { key: 'Ground', value: <>{words}<br /><span class="govuk-hint">{cites}</span></> },
            seal.opinion !== undefined && { key: 'Whose opinion', value: seal.opinion },
            { key: 'Why', value: seal.reason },
            { key: 'Decided by', value: seal.decidedBy },
            { key: 'Sealed', value: `${dateTimeWords(seal.sealedAt)}, by ${seal.sealedBy}` },
            { key: 'To be looked at again', value: `${dateWords(seal.reviewOn)}${seal.reviewOn <= today ? ': that day has come' : ''}` },
          ]}
        />
        {caseFile.open.includes('change-seal') && (
          <>
            <h2 class="govuk-heading-m">Does the ground still hold?</h2>
            <Form tokens={frame.tokens}>
              <RadiosField
                name="do" legend="What happens now?" errors={errors} values={values}
                items={[
                  { value: 'keep', text: 'The seal stays', conditional: <DateField name="review" legend="When will it be looked at again?" errors={errors} values={values} /> },
                  { value: 'lift', text: 'Lift it', hint: 'Everybody it was for before finds it again at once, the family too.' },
                ]}
              />
              <TextAreaField name="reason" label="Why?" whoCanSee={['those who may see what is sealed']} rows={3} maxLength={longestReason} errors={errors} values={values} />
              <Button preventDoubleClick>Save</Button>
            </Form>
          </>
        )}
      </TwoThirds>
    </CasePage>
  )
}
