// The frame of the pages that record one step: what it is, what the law asks, the day, and whatever else the step has.

import type { ComponentChildren } from 'preact'
import type { CaseFile } from '../../casebook/open-case-file.ts'
import { paths } from '../../paths.ts'
import { DateField } from '../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../ui/form.tsx'
import { Form } from '../../ui/form.tsx'
import { WarningText } from '../../ui/govuk/warning-text.tsx'
import type { PageFrame } from '../../ui/hub-page.tsx'
import { CasePage, Continue, childName } from '../../ui/hub-page.tsx'
import { TwoThirds } from '../../ui/layout.tsx'
import type { StepWords } from './words.ts'

interface Props {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly words: StepWords
  /** Why it cannot be recorded now. */
  readonly closed?: string | undefined
  readonly errors: FormErrors
  readonly values: FormValues
  /** What comes before the day. */
  readonly children?: ComponentChildren
  /** What comes after it. */
  readonly more?: ComponentChildren
  readonly upload?: boolean
  readonly button?: string
}

export function StepPage({ frame, caseFile, words, closed, errors, values, children, more, upload = false, button = 'Record this' }: Props) {
  return (
    <CasePage frame={frame} caseFile={caseFile} title={words.title} errors={errors} back={{ href: paths.disagreements(caseFile.key) }}>
      <TwoThirds>
        <span class="govuk-caption-l">{childName(caseFile)}</span>
        <h1 class="govuk-heading-l">{words.title}</h1>
        <p class="govuk-body">{words.law}</p>
        {closed !== undefined && errors.length === 0 ? <WarningText>{closed}.</WarningText> : (
          <Form tokens={frame.tokens} upload={upload}>
            {children}
            <DateField name="on" legend={words.legend} hint={words.hint} errors={errors} values={values} />
            {more}
            <Continue>{button}</Continue>
          </Form>
        )}
      </TwoThirds>
    </CasePage>
  )
}
