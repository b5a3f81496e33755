import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { Part } from '../../../domain/access/parts.ts'
import { partWords } from '../../../domain/access/parts.ts'
import { paths } from '../../../paths.ts'
import { CheckboxesField, RadiosField, TextAreaField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { Table } from '../../../ui/govuk/table.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateTimeWords } from '../../../ui/words.ts'
import type { TermKind, TermToKeepOut } from '../keep-out-store.ts'
import { termKinds } from '../keep-out-store.ts'
import type { FamilyMember } from '../recipient-store.ts'

const kindWords: Record<TermKind, string> = {
  'third-party-name': 'The name of somebody else, such as another child', 'third-party-information': 'Something about somebody else',
  'wrong-child': 'It is about another child by mistake', 'consent-limited': 'Somebody agreed to it being known, but not in the plan',
  'withheld-by-child': 'The child does not want it to be known', 'address-confidential': 'An address or place that must stay secret',
}
const copies: readonly Part[] = ['parent', 'school', 'adviser', 'consulted-setting']

interface KeepOutView {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly terms: readonly TermToKeepOut[]
  readonly members: readonly FamilyMember[]
  readonly isFamily: boolean
  readonly errors: FormErrors
  readonly values: FormValues
}

export function view({ frame, caseFile, terms, members, isFamily, errors, values }: KeepOutView) {
  const title = 'Words that must not be in the plan'
  const audience = [`you`, `the ${caseFile.area.councilName} SEND team`]
  const nameOf = (reader: string): string => members.find(({ id }) => `person:${id}` === reader)?.name ?? partWords[copies.find((part) => part === reader) ?? 'recipient']
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.adviceList(caseFile.key), text: 'Back to advice' }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{isFamily ? 'Tell us a name or words that must stay out of the plan. We look for them before anybody gets it.' : 'Names and words are looked for in the plan before it goes to anybody. Only what people note here is looked for.'}</p>
        {terms.length > 0 && (
          <Table
            caption="Noted so far"
            captionSize="m"
            head={[{ content: 'Words' }, { content: 'Why' }, { content: 'Kept out of' }, { content: 'Noted by' }]}
            firstCellIsHeader
            rows={terms.map((term) => [
              { content: term.term }, { content: <>{kindWords[term.kind]}. {term.why}</> },
              { content: term.keepFrom.length === 0 ? 'the plan' : `the copy of: ${term.keepFrom.map(nameOf).join(', ')}` }, { content: `${term.notedBy}, ${dateTimeWords(term.notedAt)}` },
            ])}
          />
        )}
        {caseFile.open.includes('keep-out-term') && (
          <Form tokens={frame.tokens}>
            <TextAreaField name="term" label="The name or words" hint="One to a line, exactly as they are written." rows={3} whoCanSee={audience} errors={errors} values={values} />
            <RadiosField name="kind" legend="What are they?" errors={errors} values={values} items={termKinds.map((value) => ({ value, text: kindWords[value] }))} />
            <TextAreaField name="why" label="Why must they be kept out?" rows={3} whoCanSee={audience} errors={errors} values={values} />
            <RadiosField
              name="from"
              legend="Out of what?"
              errors={errors}
              values={{ from: 'all', ...values }}
              items={[
                { value: 'all', text: 'Out of the plan altogether' },
                {
                  value: 'some', text: 'Out of some people’s copies', conditional: (
                    <CheckboxesField name="keepFrom" legend="Whose copy?" small errors={errors} values={values} items={[
                      ...members.map(({ id, name }) => ({ value: `person:${id}`, text: name })), ...copies.map((value) => ({ value, text: partWords[value] })),
                    ]} />
                  ),
                },
              ]}
            />
            <Button preventDoubleClick>Note these words</Button>
          </Form>
        )}
      </TwoThirds>
    </CasePage>
  )
}
