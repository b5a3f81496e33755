// One proposal beside its line: what the line says in the plan in force, what is asked for, who asked and why, and the choice.

import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { whoSaid } from '../../../casebook/plan/proposals.ts'
import type { LineId } from '../../../domain/ids.ts'
import { fieldWords, lineInWords } from '../../../domain/plan/line-in-words.ts'
import type { PlanLine } from '../../../domain/plan/line.ts'
import { kindsInSection } from '../../../domain/plan/line.ts'
import { wordingNotes } from '../../../domain/plan/wording-notes.ts'
import { RadiosField, TextAreaField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { WordDiff } from '../../../ui/word-diff.tsx'
import { dateTimeWords } from '../../../ui/words.ts'
import type { ProposalHere } from '../open-amendment.ts'
import type { Recommended } from '../recommended-store.ts'
import { placeOf, wanted } from '../words.ts'
import { fieldOf, longest } from './answers-form.ts'

interface Props {
  readonly caseFile: CaseFile
  readonly here: ProposalHere
  /** The line as the plan in force has it; absent where it is new since. */
  readonly inForce: PlanLine | undefined
  readonly numbers: ReadonlyMap<LineId, string>
  readonly recommended: Recommended | undefined
  readonly errors: FormErrors
  readonly values: FormValues
}

export function ProposalFields(props: Props) {
  const { here: { proposal, against }, numbers, recommended } = props
  const { author, onBehalfOf, madeAt } = proposal
  const who = whoSaid(proposal)
  const place = placeOf(proposal, numbers)
  return (
    <section class="hub-proposal" aria-labelledby={`proposal-${proposal.id}`}>
      <h3 class="govuk-heading-s govuk-!-margin-bottom-1" id={`proposal-${proposal.id}`}>{place}: {wanted[proposal.kind]}</h3>
      <p class="govuk-body-s govuk-hint govuk-!-margin-bottom-1">
        {who.name}{onBehalfOf === undefined ? (author.profession === undefined ? '' : `, ${author.profession}`) : `, written down by ${author.name}`}, {dateTimeWords(madeAt)}
      </p>
      <Wanted {...props} />
      {proposal.because !== undefined && <p class="govuk-body-s">Why: {proposal.because}</p>}
      {recommended !== undefined && <p class="govuk-body-s">{recommended.agrees === 'yes' ? 'The report recommends it.' : <><strong>The report does not recommend it.</strong>{recommended.because !== undefined && ` ${recommended.because}`}</>}</p>}
      <Notes {...props} />
      <input type="hidden" name={fieldOf('against', proposal)} value={against} />
      <Choice {...props} place={place} name={who.name} />
    </section>
  )
}

/** The difference between the plan in force and what is asked for; where the line has moved on, what it says now too. */
function Wanted({ here: { proposal, line, hasMovedOn, isOut }, inForce }: Props) {
  const before = inForce === undefined ? line : inForce
  const asked = askedFor(proposal, line ?? inForce)
  return (
    <>
      {proposal.kind === 'comment'
        ? <>{before !== undefined && <p class="govuk-body">{before.text}</p>}<p class="govuk-body"><strong>{proposal.text}</strong></p></>
        : <WordDiff before={before === undefined || proposal.kind === 'add' ? '' : lineInWords(before)} after={asked} />}
      {hasMovedOn && (
        <div class="govuk-inset-text">
          <p class="govuk-body">{isOut ? 'The line was taken out of the working document after this was said.' : 'The line was changed after this was said. It says now:'}</p>
          {!isOut && line !== undefined && <WordDiff before={inForce === undefined ? line.text : lineInWords(inForce)} after={lineInWords(line)} />}
        </div>
      )}
    </>
  )
}

/** The line as it would be with its fields; empty when it would go. */
function askedFor({ kind, text, fields, section }: ProposalHere['proposal'], line: PlanLine | undefined): string {
  if (kind === 'remove') return ''
  const as = kind === 'add' ? kindsInSection[section][0] : line?.kind
  return as === undefined ? text : [text, ...fieldWords({ kind: as, fields: fields ?? (kind === 'add' ? {} : line?.fields ?? {}) })].join('\n')
}

function Notes({ here: { proposal, line } }: Props) {
  if (proposal.kind !== 'change' && proposal.kind !== 'add') return null
  const kind = proposal.kind === 'add' ? kindsInSection[proposal.section][0] : line?.kind
  const notes = kind === undefined ? [] : wordingNotes({ kind, section: proposal.section, text: proposal.text, fields: proposal.fields ?? line?.fields ?? {} }).filter(({ isEssential }) => isEssential)
  return notes.length === 0 ? null : (
    <ul class="govuk-list govuk-list--bullet govuk-body-s">{notes.map(({ note, words }) => <li>{words === undefined ? note : `“${words}”: ${note}`}</li>)}</ul>
  )
}

function Choice({ caseFile, here: { proposal, hasMovedOn, isOut }, errors, values, place, name }: Props & { place: string; name: string }) {
  const readers = [name, `the ${caseFile.area.councilName} SEND team`]
  const reason = (label: string) => (
    <TextAreaField name={fieldOf('reason', proposal)} label={label} rows={2} maxLength={longest} whoCanSee={readers} errors={errors} values={values} />
  )
  const words = (
    <TextAreaField
      name={fieldOf('wording', proposal)} label="The words as they will stand" rows={4} maxLength={longest} errors={errors} values={{ [fieldOf('wording', proposal)]: proposal.text, ...values }}
      whoCanSee={[...readers, 'everybody who reads the plan']}
    />
  )
  return (
    <RadiosField
      name={fieldOf('decision', proposal)} inline={false} small errors={errors} values={values}
      legend={<>What do you decide?<span class="govuk-visually-hidden"> {place}, {name}: {wanted[proposal.kind]}</span></>}
      items={proposal.kind === 'comment'
        ? [{ value: 'answer', text: 'Answer it', conditional: reason('Your answer') }]
        : [
            { value: 'accept', text: isOut && proposal.kind === 'change' ? 'Accept: this brings the line back' : 'Accept' },
            ...(proposal.kind === 'remove' ? [] : [{ value: 'edit', text: 'Accept with other words', conditional: words }]),
            ...(hasMovedOn ? [{ value: 'now', text: isOut ? 'Agree, and leave the line out' : 'Agree, and leave the line as it stands now' }] : []),
            { value: 'decline', text: 'Decline', conditional: reason('Why? They read it with the decision') },
          ]}
    />
  )
}
