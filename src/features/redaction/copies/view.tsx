import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { paths } from '../../../paths.ts'
import { RadiosField, SelectField, TextAreaField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { Table } from '../../../ui/govuk/table.tsx'
import { Tag } from '../../../ui/govuk/tag.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateTimeWords } from '../../../ui/words.ts'
import type { CopyState, Redaction } from '../redaction-store.ts'
import type { Reader, Thing } from '../sources-store.ts'

export const longestWhy = 1000

interface Props {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly redactions: readonly Redaction[]
  readonly things: readonly Thing[]
  readonly readers: readonly Reader[]
  readonly errors: FormErrors
  readonly values: FormValues
}

export const stateTags: Record<Exclude<CopyState, 'withdrawn'>, { words: string; colour: 'blue' | 'yellow' | 'green' }> = {
  marking: { words: 'Being marked', colour: 'blue' }, checking: { words: 'Waiting for a check', colour: 'yellow' }, released: { words: 'Released', colour: 'green' },
}

export function view({ frame, caseFile, redactions, things, readers, errors, values }: Props) {
  const title = 'Copies with words removed'
  const mayBegin = caseFile.open.includes('demand-copy') && things.length > 0
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">One report can have several readers who must not all see the same. From the moment you ask for a copy, that reader has nothing of the report until the copy is marked by one person and released by another.</p>
      </TwoThirds>
      {redactions.length > 0 && (
        <Table
          caption="Copies on this case" captionSize="m"
          head={[{ content: 'Report or document' }, { content: 'Reader' }, { content: 'Where it is' }, { content: 'Next' }]}
          rows={redactions.map((one) => [{ content: one.title }, { content: one.readerName }, { content: <State redaction={one} /> }, { content: <Next caseFile={caseFile} redaction={one} /> }])}
        />
      )}
      {mayBegin && (
        <TwoThirds>
          <h2 class="govuk-heading-m">Ask for a copy</h2>
          <Form tokens={frame.tokens}>
            <RadiosField
              name="thing" legend="Which report or document?" errors={errors} values={values}
              items={things.map(({ value, title: text, hasWords }) => ({ value, text, ...(hasWords ? {} : { hint: 'No words that can be read here: this reader would have nothing of it until you add a blacked-out scan as a new document' }) }))}
            />
            <SelectField name="reader" label="Who gets it only as a copy?" errors={errors} values={values} items={[{ value: '', text: 'Choose' }, ...readers.map(({ value, name }) => ({ value, text: name }))]} />
            <TextAreaField name="why" label="Why do they not get it whole?" whoCanSee={[`the ${caseFile.area.councilName} SEND team`]} rows={3} maxLength={longestWhy} errors={errors} values={values} />
            <Button preventDoubleClick>Hold it back and mark what is removed</Button>
          </Form>
        </TwoThirds>
      )}
      {things.length === 0 && <p class="govuk-body">There is no report or document on this case yet.</p>}
    </CasePage>
  )
}

function State({ redaction: { state, markedByName, releasedByName, releasedAt } }: { redaction: Redaction }) {
  if (state === 'withdrawn') return null
  const { words, colour } = stateTags[state]
  return (
    <>
      <Tag colour={colour}>{words}</Tag>
      {state === 'checking' && markedByName !== undefined && <p class="govuk-body-s">Marked by {markedByName}</p>}
      {state === 'released' && releasedAt !== undefined && <p class="govuk-body-s">By {releasedByName}, {dateTimeWords(releasedAt)}</p>}
    </>
  )
}

function Next({ caseFile, redaction: { id, state, title, readerName } }: { caseFile: CaseFile; redaction: Redaction }) {
  const key = { ...caseFile.key, redactionId: id }
  const about = <span class="govuk-visually-hidden"> of {title} for {readerName}</span>
  return (
    <ul class="govuk-list">
      {state === 'marking' && <li><a class="govuk-link" href={paths.copyPassages(key)}>Mark what is removed{about}</a></li>}
      {state !== 'marking' && <li><a class="govuk-link" href={paths.copyCheck(key)}>{state === 'checking' ? 'Check the copy' : 'See the copy'}{about}</a></li>}
      {caseFile.open.includes('lift-copy') && <li><a class="govuk-link" href={paths.copyLift(key)}>Let them have the whole<span class="govuk-visually-hidden"> of {title}</span></a></li>}
    </ul>
  )
}
