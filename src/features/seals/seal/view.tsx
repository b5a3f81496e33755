import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { partWords } from '../../../domain/access/parts.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { groundRow, sealGroundNames } from '../../../domain/seals/item-seal.ts'
import { paths } from '../../../paths.ts'
import { CheckboxesField, DateField, RadiosField, SelectField, TextAreaField, TextField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { plural } from '../../../ui/words.ts'
import type { Body, Reader, Thing } from '../things-store.ts'
import { longestReason } from './form.ts'

interface Props {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly thing: Thing
  readonly readers: readonly Reader[]
  readonly bodies: readonly Body[]
  readonly today: PlainDate
  readonly errors: FormErrors
  readonly values: FormValues
}

const asWords = (as: string): string => Object.entries(partWords).find(([part]) => part === as)?.[1] ?? as

export function view({ frame, caseFile, thing, readers, bodies, errors, values }: Props) {
  const title = thing.kind === 'advice' ? 'Seal this report' : 'Seal this document'
  const audience = ['those who may see what is sealed']
  const field = { errors, values }
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.caseSeals(caseFile.key), text: 'Seals' }}>
      <TwoThirds>
        <h1 class="govuk-heading-l"><span class="govuk-caption-l">{thing.title}</span>{title}</h1>
        <p class="govuk-body">From the moment you seal it, nobody else finds it: not in a list, not in a search, not in a plan or a copy that is made. SEND managers, the social care lead on the case, and whoever wrote it or handed it in go on seeing it.</p>
        {thing.planLines > 0 && <InsetText>{plural(thing.planLines, 'line')} of the plan {thing.planLines === 1 ? 'was' : 'were'} made from this report. The quotes go out of sight, but the plan’s own words stay. Read them before the plan goes to anybody.</InsetText>}
        <WarningText>A seal is not an answer to somebody who asks for what is held about them. It does not take back what somebody has read.</WarningText>
        <Form tokens={frame.tokens}>
          <RadiosField
            {...field} name="kind" legend="Who may go on seeing it?"
            items={[
              { value: 'named', text: 'Only people I name', conditional: (
                <CheckboxesField {...field} name="readers" legend="Who?" hint="They must be on the case. You may leave this empty." items={readers.map(({ id, name, as }) => ({ value: id, text: name, hint: asWords(as) }))} />
              ) },
              { value: 'agency', text: 'Only the staff of one service', hint: 'And SEND managers. Nobody else of the council sees it.', conditional: (
                <SelectField {...field} name="body" label="Which service?" items={[{ value: '', text: 'Choose' }, ...bodies.map(({ id, name }) => ({ value: id, text: name }))]} />
              ) },
              { value: 'staff', text: 'Everybody who works on the case, but nobody of the family yet' },
            ]}
          />
          <RadiosField
            {...field} name="ground" legend="On what ground?" hint="The law lets you withhold what is about somebody on these grounds alone."
            items={sealGroundNames.map((ground) => {
              const { words, cites, opinion } = groundRow(ground)
              return { value: ground, text: words, hint: cites, ...(opinion === undefined ? {} : { conditional: <TextField {...field} name="opinion" label="Whose opinion was asked, and when?" hint={opinion} whoCanSee={audience} /> }) }
            })}
          />
          <TextAreaField {...field} name="reason" label="Why?" hint="Say what would happen if somebody else read it." whoCanSee={audience} rows={4} maxLength={longestReason} />
          <TextField {...field} name="decidedBy" label="Who decided it?" whoCanSee={audience} />
          <DateField {...field} name="review" legend="When will it be looked at again?" hint="A month at most while it is being looked at, six months for harm, abuse and crime, twelve months for the rest." />
          <Button preventDoubleClick>Seal it now</Button>
        </Form>
      </TwoThirds>
    </CasePage>
  )
}
