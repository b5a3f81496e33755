// One small form about one child: each item of the return has one, reached from the summary and leading back to it.

import type { ComponentChildren } from 'preact'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import type { DayRefusal } from '../../domain/sen2/dated-items.ts'
import { paths } from '../../paths.ts'
import { DateField, RadiosField } from '../../ui/fields.tsx'
import type { FieldError, FormErrors, FormValues } from '../../ui/form.tsx'
import { Form } from '../../ui/form.tsx'
import { Button } from '../../ui/govuk/button.tsx'
import type { PageFrame } from '../../ui/hub-page.tsx'
import { CasePage, childName } from '../../ui/hub-page.tsx'
import { TwoThirds } from '../../ui/layout.tsx'
import { WhoCanSee } from '../../ui/who-can-see.tsx'

export interface ItemProps {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly errors: FormErrors
  readonly values: FormValues
}

export function ItemPage({ frame, caseFile, errors, title, children, button = 'Save', audience }: ItemProps & { readonly title: string; readonly children: ComponentChildren; readonly button?: string; readonly audience?: readonly string[] }) {
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.returnItems(caseFile.key), text: 'For the national return' }}>
      <TwoThirds>
        <span class="govuk-caption-l">{childName(caseFile)}</span>
        <h1 class="govuk-heading-l">{title}</h1>
        <div class="govuk-!-margin-bottom-5"><WhoCanSee audience={audience ?? [`the ${caseFile.area.councilName} SEND team`]} /></div>
        <Form tokens={frame.tokens}>
          {children}
          <Button preventDoubleClick>{button}</Button>
        </Form>
      </TwoThirds>
    </CasePage>
  )
}

/** Since when it is so; and, where something is recorded, whether it changed or was wrong. */
export function Since({ isRecorded, errors, values }: { readonly isRecorded: boolean; readonly errors: FormErrors; readonly values: FormValues }) {
  return (
    <>
      {isRecorded && (
        <RadiosField
          name="how" legend="What are you recording?" fieldset={{ legendSize: 's' }} errors={errors} values={values}
          items={[
            { value: 'change', text: 'It changed', hint: 'What is recorded was right until then, and stays in the record with its days' },
            { value: 'put-right', text: 'What is recorded was wrong', hint: 'It is put right as if it had never been so' },
          ]}
        />
      )}
      <DateField name="since" legend="Since when?" hint="The first day on which it was so" fieldset={{ legendSize: 's' }} errors={errors} values={values} />
    </>
  )
}

const dayWords: Record<DayRefusal, string> = {
  future: 'The first day must be today or in the past',
  'not-later': 'A change must be after the day from which the last one is recorded. If that was wrong, select “What is recorded was wrong”',
  overlaps: 'The first day must be after what was recorded before it had ended',
}
export const dayError = (refusal: DayRefusal): FieldError => ({ field: 'since', message: dayWords[refusal] })
