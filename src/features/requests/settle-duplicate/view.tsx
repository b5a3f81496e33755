import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { likenessWords } from '../../../domain/case-file/duplicates.ts'
import { parseNhsNumber, nhsNumberWords } from '../../../domain/identifiers/nhs-number.ts'
import { paths } from '../../../paths.ts'
import { CheckboxesField, RadiosField, TextAreaField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import { Table } from '../../../ui/govuk/table.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage, childName } from '../../../ui/hub-page.tsx'
import { dateWords, listWords } from '../../../ui/words.ts'
import type { Comparable, Compared, PossibleDuplicate } from '../duplicate-store.ts'

interface Props {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly details: Comparable
  readonly duplicates: readonly (PossibleDuplicate & { readonly other: Compared })[]
  readonly errors: FormErrors
  readonly values: FormValues
}

const title = 'Is this the same child?'

export function view({ frame, caseFile, details, duplicates, errors, values }: Props) {
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors} wide>
      <h1 class="govuk-heading-l">{title}</h1>
      {duplicates.length === 0 && <p class="govuk-body">No other case in {caseFile.area.name} looks like this one.</p>}
      {duplicates.map((duplicate) => <OneDuplicate frame={frame} one={{ caseFile, details }} duplicate={duplicate} errors={errors} values={values} />)}
    </CasePage>
  )
}

function OneDuplicate({ frame, one, duplicate, errors, values }: { frame: PageFrame; one: Compared; duplicate: Props['duplicates'][number]; errors: FormErrors; values: FormValues }) {
  const { id, other } = duplicate
  const rows: [string, (compared: Compared) => string][] = [
    ['Case', ({ caseFile }) => caseFile.reference],
    ['Name', ({ caseFile: { child } }) => `${child.givenName} ${child.familyName}${child.preferredName === child.givenName ? '' : `, called ${child.preferredName}`}`],
    ['Born', ({ caseFile }) => dateWords(caseFile.child.bornOn)],
    ['Unique pupil number', ({ caseFile }) => caseFile.child.upn ?? ''],
    ['NHS number', ({ caseFile }) => nhsWords(caseFile.child.nhsNumber)],
    ['Address', ({ details }) => details.address],
    ['School', ({ details }) => details.setting],
    ['Parents and carers', ({ details }) => details.parents.map(({ name }) => name).join(', ')],
    ['Received', ({ caseFile }) => (caseFile.receivedOn === undefined ? '' : dateWords(caseFile.receivedOn))],
    ['Stage', ({ caseFile }) => caseFile.stage.replaceAll('-', ' ')],
  ]
  const missing = one.details.parents.filter(({ name }) => !other.details.parents.some((parent) => parent.name === name))
  return (
    <>
      <Table
        caption={`Compared with case ${other.caseFile.reference}: ${listWords(duplicate.alike.map((kind) => likenessWords[kind]))}`} captionSize="m" firstCellIsHeader
        head={[{ content: 'What' }, { content: 'This case' }, { content: <a class="govuk-link" href={paths.caseOverview(other.caseFile.key)}>The other case</a> }]}
        rows={rows.map(([what, from]) => [{ content: what }, { content: from(one) || 'Not known' }, { content: from(other) || 'Not known' }])}
      />
      {duplicate.decision !== undefined
        ? <InsetText>{duplicate.decidedByName} decided: {duplicate.decision === 'same-child' ? 'the same child' : 'different children'}. {duplicate.reason}</InsetText>
        : one.caseFile.open.includes('settle-duplicate') && (<>
          {duplicate.saidSame !== undefined && <InsetText>{duplicate.saidSame.name} says that it is the same child: {duplicate.saidSame.reason} Somebody else has to agree, or find that they are different.</InsetText>}
          <Form tokens={frame.tokens}>
            <input type="hidden" name="duplicate" value={id} />
            <RadiosField name={`as-${id}`} legend="What have you found?" fieldset={{ legendSize: 's' }} errors={errors} values={values} items={[
              { value: 'same-child', text: 'The same child', hint: `Two people have to say so. Then this case closes, its request and evidence go over to ${other.caseFile.reference}, and the earlier day of receipt counts.` },
              { value: 'different-children', text: `Different children`, hint: `Both cases go on. ${childName(one.caseFile)} will not be compared with this one again.` },
            ]} />
            {missing.length > 0 && (
              <CheckboxesField
                name={`bring-${id}`} legend="If it is the same child: who from this case is also to be on the other?" fieldset={{ legendSize: 's' }} errors={errors} values={{ [`bring-${id}`]: duplicate.saidSame?.bring ?? [], ...values }}
                hint="They will get letters about the case. Check first that each has parental responsibility and is safe to write to." items={missing.map(({ personId, name }) => ({ value: personId, text: name }))}
              />
            )}
            <TextAreaField name={`reason-${id}`} label="How do you know?" rows={3} whoCanSee={['the council’s team']} errors={errors} values={values} />
            <Button>Record the decision</Button>
          </Form>
        </>)}
    </>
  )
}

function nhsWords(number: string | undefined): string {
  const read = parseNhsNumber(number ?? '')
  return read.ok ? nhsNumberWords(read.value) : number ?? ''
}
