import type { VNode } from 'preact'
import type { Area } from '../../../casebook/open-case-file.ts'
import { parsePlainDate } from '../../../domain/calendar/plain-date.ts'
import { likenessWords } from '../../../domain/case-file/duplicates.ts'
import { stageWords } from '../../../domain/case-file/stage-words.ts'
import { arrivalStateWords } from '../../../domain/moves/move-state.ts'
import { isSameCouncil } from '../../../domain/moves/same-council.ts'
import { withheldWords } from '../../../domain/moves/withheld.ts'
import { paths } from '../../../paths.ts'
import { documentView } from '../../../platform/documents/to-html.tsx'
import { CheckboxesField, RadiosField, TextAreaField, TextField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { Details } from '../../../ui/govuk/details.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { HubPage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateTimeWords, dateWords, fileSizeWords, plural } from '../../../ui/words.ts'
import type { Alike, Arrival } from '../arrival-store.ts'
import type { OpenedPackage } from '../package/read-package.ts'
import { printedShape } from '../package/printed-shape.ts'
import { fingerprintOf } from '../package/signature.ts'

export const longest = 1000
/** A question for each child on file who may be the same. */
export const alikeField = 'alike-'

interface Props {
  readonly frame: PageFrame
  readonly area: Area
  readonly arrival: Arrival
  readonly opened?: OpenedPackage
  readonly broken?: string
  readonly alike: readonly Alike[]
  readonly comparedBefore?: string
  readonly errors: FormErrors
  readonly values: FormValues
}

export function view(props: Props) {
  const { frame, area, arrival, opened, broken, errors } = props
  const title = `${arrival.childName}, from ${arrival.from}`
  const isOpen = arrival.state === 'waiting' || arrival.state === 'opened'
  return (
    <HubPage frame={frame} title={title} errors={errors} councilName={area.councilName} back={{ href: paths.arrivals({ area: area.code }), text: 'Children who moved here' }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        {!isOpen && <InsetText>{arrivalStateWords[arrival.state]}{arrival.returnedBecause === undefined ? '' : `: ${arrival.returnedBecause}`}. {arrival.caseId !== undefined && <a class="govuk-link" href={paths.caseMove({ area: area.code, caseId: arrival.caseId })}>Go to the case</a>}</InsetText>}
        {broken !== undefined && <WarningText>{broken}.</WarningText>}
        {opened !== undefined && <WhatCame {...{ area, arrival, opened }} />}
        {isOpen && opened !== undefined && <TakeIn {...props} opened={opened} />}
        {isOpen && <SendBack {...props} />}
      </TwoThirds>
    </HubPage>
  )
}

const words = (date: string): string => { const read = parsePlainDate(date); return read === undefined ? date : dateWords(read) }

function WhatCame({ area, arrival, opened: { manifest, record, signature } }: Pick<Props, 'area' | 'arrival'> & { readonly opened: OpenedPackage }) {
  const { tables } = record
  const at = { area: area.code, arrivalId: arrival.id }
  return (
    <>
      <p class="govuk-body">The signature fits, every file is what was signed, and the record holds together.</p>
      <SummaryList
        rows={[
          { key: 'Born', value: dateWords(arrival.bornOn) }, { key: 'Moved', value: dateWords(arrival.movesOn) }, { key: 'Transferred', value: dateWords(arrival.transferredOn) },
          { key: 'Their case', value: `${manifest.from.caseReference}${manifest.from.officer === undefined ? '' : `, looked after by ${manifest.from.officer}`}` },
          manifest.planFirstMadeOn !== undefined && { key: 'Plan first made', value: `${words(manifest.planFirstMadeOn)}. It counts as made here on that day` },
          manifest.reviewBefore !== undefined && { key: 'Their next review', value: `Due by ${words(manifest.reviewBefore)}` },
          { key: 'The plan', value: manifest.kind === 'assessment' ? 'None is made: you begin your own assessment' : `${plural(tables.planLine.length, 'line')}, ${plural(tables.planVersion.length, 'frozen version')}` },
          { key: 'With it', value: `${plural(tables.advice.length, 'report')}, ${plural(tables.document.length, 'document')}, ${plural(tables.relationship.length, 'family member')}, ${plural(record.ledger.length, 'fact')}` },
          tables.restriction.length > 0 && { key: 'Orders', value: <strong>{plural(tables.restriction.length, 'court order or restriction', 'court orders or restrictions')}: they hold here from the first moment</strong> },
          manifest.note !== '' && { key: `${arrival.from} says`, value: <span class="hub-letter__text">{manifest.note}</span> },
          { key: 'Signed with', value: <code class="hub-breaks">{fingerprintOf(signature.publicKey)}</code> },
          { key: 'Arrived', value: `${dateTimeWords(arrival.arrivedAt)}${arrival.fromAreaId === undefined ? ', as a file' : ', through this hub'}` },
        ]}
      />
      <p class="govuk-body"><a class="govuk-link" href={paths.arrivalRecord(at)}>Read the record and the plan</a> or <a class="govuk-link" href={paths.arrivalPackage(at)}>take the package out as a locked file</a> ({fileSizeWords(arrival.packageSize)}).</p>
      <Details summary="What stayed with the other council"><ul class="govuk-list govuk-list--bullet">{manifest.withheld.map(({ kind, count }) => <li>{withheldWords[kind]}{count === 0 ? '' : ` (${count})`}.</li>)}</ul></Details>
    </>
  )
}

function TakeIn({ frame, area, arrival, opened, alike, comparedBefore, errors, values }: Props & { readonly opened: OpenedPackage }) {
  return (
    <>
      <h2 class="govuk-heading-m">Take the child in</h2>
      {alike.length > 0 && <WarningText>{alike.length === 1 ? 'A child who may be the same is' : 'Children who may be the same are'} on file here. Look before you answer. A case from before an earlier move away stays as it is.</WarningText>}
      <p class="govuk-body">A new case begins here with the plan as it is. Nobody outside your team sees it until you give them a part.</p>
      <Form tokens={frame.tokens}>
        <input type="hidden" name="what" value="take-in" />
        {arrival.fromAreaId === undefined && (comparedBefore === undefined
          ? <TextField name="compared" label="With whom did you compare the fingerprint of the key, and how?" hint="Ring the other council on a number that you knew before, and read the fingerprint to each other" whoCanSee={[`the team in ${area.councilName}`]} errors={errors} values={values} />
          : <p class="govuk-body">The key was compared before: {comparedBefore}.</p>)}
        {alike.map(({ caseId, reference, name, stage, alike: kinds }) => (
          <RadiosField
            name={`${alikeField}${caseId}`} legend={`Is ${name}, ${reference}, the same child?`} errors={errors} values={values}
            hint={<>Alike: {kinds.map((kind) => likenessWords[kind]).join(', ')}. {stageWords[stage].staff}. <a class="govuk-link" href={paths.caseOverview({ area: area.code, caseId })}>Look at the case</a></>}
            items={[{ value: 'same-child', text: 'Yes, the same child' }, { value: 'different-children', text: 'No, another child' }]}
          />
        ))}
        {!isSameCouncil(opened.manifest.to.council, area.councilName) && <CheckboxesField name="meant" legend={`The package names ${opened.manifest.to.council}, not ${area.councilName}`} errors={errors} values={values} items={[{ value: 'yes', text: `I asked ${arrival.from}: it is meant for us` }]} />}
        <CheckboxesField name="looked" legend="Before you take the child in" errors={errors} values={values} items={[{ value: 'yes', text: `I looked at who it is, and ${area.councilName} is responsible for this child now` }]} />
        <Button preventDoubleClick>Take the child in</Button>
      </Form>
    </>
  )
}

const SendBack = ({ frame, area, arrival, errors, values }: Props) => (
  <Details summary="It is not for us" open={errors.some(({ field }) => field === 'because')}>
    <p class="govuk-body">Nothing of it is kept in any case here. {arrival.from} reads why.</p>
    <Form tokens={frame.tokens}>
      <input type="hidden" name="what" value="return" />
      <TextAreaField name="because" label="Why does it go back?" whoCanSee={[`the team in ${area.councilName}`, `the team in ${arrival.from}`]} rows={3} maxLength={longest} errors={errors} values={values} />
      <Button variant="secondary" preventDoubleClick>Send it back</Button>
    </Form>
  </Details>
)

export function recordView({ frame, area, arrival, record, opened }: Pick<Props, 'frame' | 'area' | 'arrival'> & { readonly record: VNode; readonly opened: OpenedPackage }) {
  const title = `The record from ${arrival.from}`
  const final = opened.record.tables.planVersion.findLast(({ kind, supersededOn }) => kind === 'final' && supersededOn === null)
  const printed = printedShape.safeParse(final?.['document'])
  return (
    <HubPage frame={frame} title={title} councilName={area.councilName} back={{ href: paths.arrival({ area: area.code, arrivalId: arrival.id }) }}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        {record}
        {printed.success && documentView(printed.data, { inside: true })}
      </TwoThirds>
    </HubPage>
  )
}
