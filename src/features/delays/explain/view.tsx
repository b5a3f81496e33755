import type { ComponentChildren } from 'preact'
import type { KeptDocument } from '../../../casebook/papers/documents.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { plainReasons, reasonWords } from '../../../domain/case-file/delay-reasons.ts'
import { explain } from '../../../domain/clocks/explain.ts'
import { excuseLaw } from '../../../domain/clocks/excuses.ts'
import type { Excuse } from '../../../domain/clocks/clock.ts'
import { paths } from '../../../paths.ts'
import { DateField, FileField, RadiosField, SelectField, TextField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { Details } from '../../../ui/govuk/details.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage, childName } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateWords } from '../../../ui/words.ts'
import { daysWords, limitName, tellingWords } from '../limit-words.ts'
import type { OpenLimit } from '../open-limits.ts'
import { fieldOf } from './form.ts'

interface Props {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly today: PlainDate
  readonly documents: readonly KeptDocument[]
  readonly offered: readonly Excuse[]
}

const title = 'Tell the family why something is late'

export function formView({ frame, caseFile, today, limit, documents, offered, errors, values }: Props & { limit: OpenLimit; errors: FormErrors; values: FormValues }) {
  const last = limit.told.at(-1)
  const { targetOn } = limit.reading
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.caseDelays(caseFile.key), text: 'Delays' }}>
      <TwoThirds>
        <span class="govuk-caption-l">{childName(caseFile)}</span>
        <h1 class="govuk-heading-l">{title}</h1>
        <SummaryList
          rows={[
            { key: 'What is owed', value: limitName(limit.clock) },
            { key: 'Legal date', value: `${dateWords(limit.dueOn)}, ${daysWords(limit.dueOn, today)}${limit.isExcused ? ', excused' : ''}` },
            ...(targetOn === undefined || targetOn === limit.dueOn ? [] : [{ key: 'Our target date', value: dateWords(targetOn) }]),
            ...(last === undefined ? [] : [{ key: 'Told before', value: `On ${dateWords(last.toldOn)}: expected by ${dateWords(last.expectedOn)}` }]),
          ]}
        />
        {limit.telling !== undefined && limit.told.length > 0 && <WarningText>{tellingWords[limit.telling]}. Tell the family again.</WarningText>}
        <Details summary="How the legal date follows"><p class="govuk-body">{explain(limit.reading)}</p></Details>
        <Form tokens={frame.tokens} upload>
          <DateField
            name="expected" legend="When do you now expect to do it?" errors={errors} values={values}
            hint="The family is given this date. It is a promise and is counted as one. It never takes the place of the legal date."
          />
          <Reasons {...{ limit, documents, offered, errors, values }} />
          <p class="govuk-body">Next you read the letter, and can change its words, before it goes.</p>
          <Button name="step" value="read">Continue to the letter</Button>
        </Form>
      </TwoThirds>
    </CasePage>
  )
}

interface Fields { readonly errors: FormErrors; readonly values: FormValues }

function Reasons({ limit, documents, offered, errors, values }: Fields & { limit: OpenLimit; documents: readonly KeptDocument[]; offered: readonly Excuse[] }) {
  const fields = { errors, values }
  return (
    <>
      <RadiosField
        name="because" legend="Why is it late, or will it be?" {...fields}
        items={[
          ...plainReasons.map((reason) => ({ value: reason, text: reasonWords(reason), ...(reason === 'own-words' ? { hint: 'You write it in the letter' } : {}) })),
          ...(offered.length > 0 ? [{ divider: 'or' }] : []),
          ...offered.map((excuse) => ({ value: excuse, text: reasonWords(excuse), hint: 'An excuse of the law', conditional: <ExcuseFields excuse={excuse} {...fields} /> })),
        ]}
        hint={offered.length > 0 ? `A plain reason excuses nothing and is told all the same. An excuse is tested on its facts (${excuseLaw(limit.reading.clock)}).` : 'The law gives no excuse for this limit. The family is told all the same.'}
      />
      {offered.length > 0 && <Evidence documents={documents} {...fields} />}
    </>
  )
}

function ExcuseFields({ excuse, errors, values }: Fields & { excuse: Excuse }): ComponentChildren {
  const fields = { errors, values }
  const name = (field: string): string => fieldOf(excuse, field)
  switch (excuse) {
    case 'A':
    case 'B': return (
      <>
        <TextField name={name('institution')} label={excuse === 'A' ? 'Which school or college' : 'Which early years provider'} whoCanSee={['the council’s SEND team']} {...fields} />
        <DateField name={name('closed')} legend="First day it was closed" fieldset={{ legendSize: 's' }} {...fields} />
        <DateField name={name('reopens')} legend="Day it opened again" fieldset={{ legendSize: 's' }} {...fields} />
        <DateField name={name('asked')} legend="Day you asked its head for advice" fieldset={{ legendSize: 's' }} {...fields} />
        <DateField name={name('first')} legend="Day you first asked, if that was earlier" fieldset={{ legendSize: 's' }} hint="Leave empty if it was the same day." {...fields} />
      </>
    )
    case 'C': return (
      <>
        <DateField name={name('from')} legend="Day the circumstances began" fieldset={{ legendSize: 's' }} {...fields} />
        <DateField name={name('to')} legend="Day they ended" fieldset={{ legendSize: 's' }} hint="Leave empty if they go on." {...fields} />
        <p class="govuk-hint">Choose or add the evidence below.</p>
      </>
    )
    case 'D':
    case 'O': return (
      <>
        <DateField name={name('from')} legend="First day away" fieldset={{ legendSize: 's' }} {...fields} />
        <DateField name={name('to')} legend="Last day away" fieldset={{ legendSize: 's' }} {...fields} />
      </>
    )
    case 'M': return <DateField name={name('appointment')} legend="Day of the appointment" fieldset={{ legendSize: 's' }} {...fields} />
    case 'V': return undefined
  }
}

function Evidence({ documents, errors, values }: Fields & { documents: readonly KeptDocument[] }) {
  return (
    <>
      <h2 class="govuk-heading-m">Evidence of an excuse</h2>
      <p class="govuk-body">Exceptional personal circumstances need it. For the others add it if you have it.</p>
      <SelectField
        name="evidence" label="A document of this case" errors={errors} values={values}
        items={[{ value: '', text: documents.length === 0 ? 'No document is on this case yet' : 'None' }, ...documents.map(({ id, title: name }) => ({ value: id, text: name }))]}
      />
      <TextField name="evidenceTitle" label="Or add one: what is it?" hint="Such as “Letter from the hospital, May 2026”. Only the council can open it." whoCanSee={['the council’s SEND team']} errors={errors} values={values} />
      <FileField name="file" label="Choose the file" hint="A PDF, Word file or picture, up to 25MB" whoCanSee="said above" errors={errors} />
    </>
  )
}

/** The limit is not open: it was done in the meantime, or nothing can be said of the case's dates. */
export function closedView({ frame, caseFile, isUnclear, typed }: Props & { isUnclear: boolean; typed: string }) {
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} back={{ href: paths.caseDelays(caseFile.key), text: 'Delays' }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        {isUnclear
          ? <WarningText>The dates of this case contradict each other, so nothing can be said of a delay. <a class="govuk-link" href={paths.caseTimeline(caseFile.key)}>Put the wrong day right in the timeline</a> first.</WarningText>
          : <p class="govuk-body">This is not owed now. It was done, or the case went another way. No letter was sent.</p>}
        {typed !== '' && <InsetText><p class="govuk-body">What you wrote:</p><p class="govuk-body hub-letter__text">{typed}</p></InsetText>}
      </TwoThirds>
    </CasePage>
  )
}
