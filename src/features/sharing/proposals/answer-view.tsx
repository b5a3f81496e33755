import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { LineFields, LineKind } from '../../../domain/plan/line.ts'
import { promiseInWords } from '../../../domain/plan/promise-words.ts'
import { paths } from '../../../paths.ts'
import { RadiosField, TextAreaField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage, childName } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { WordDiff } from '../../../ui/word-diff.tsx'
import type { Proposal } from '../../../casebook/plan/proposals.ts'
import { whoSaid } from '../../../casebook/plan/proposals.ts'
import { kindWords, SaidBy, Wanted } from './view.tsx'

/** The line as the draft has it at this moment. */
export interface LineNow {
  readonly n: number
  readonly text: string
  readonly fields: LineFields
  readonly kind: LineKind
  readonly isRemoved: boolean
  /** Changed, or taken out, since the words that the proposal was made on. */
  readonly hasMovedOn: boolean
}

export const answerTitle = 'Answer what was said'

interface Props {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly proposal: Proposal
  readonly now: LineNow | undefined
  readonly place: string
  readonly errors: FormErrors
  readonly values: FormValues
}

export function answerView(props: Props) {
  const { frame, caseFile, proposal, now, place, errors } = props
  const isDecided = proposal.decision !== undefined
  return (
    <CasePage frame={frame} caseFile={caseFile} title={answerTitle} errors={errors} back={{ href: paths.proposals(caseFile.key), text: 'All that was said' }}>
      <TwoThirds>
        <span class="govuk-caption-l">{childName(caseFile)}</span>
        <h1 class="govuk-heading-l">{answerTitle}</h1>
        <h2 class="govuk-heading-m">{place}: {kindWords[proposal.kind]}</h2>
        <SaidBy proposal={proposal} />
        <Wanted proposal={proposal} />
        {isDecided
          ? (
            <InsetText>
              <p class="govuk-body">{proposal.decidedBy} has answered this: <strong>{proposal.decision}</strong>.</p>
              {proposal.decisionReason !== undefined && <p class="govuk-body">{proposal.decisionReason}</p>}
            </InsetText>
          )
          : <AnswerFields {...props} />}
        {now?.hasMovedOn === true && isDecided && <p class="govuk-body-s">The line has changed since the comment was made.</p>}
      </TwoThirds>
    </CasePage>
  )
}

function AnswerFields({ frame, caseFile, proposal, now, errors, values }: Props) {
  const name = whoSaid(proposal).name
  const audience = [name, `the ${caseFile.area.councilName} SEND team`]
  const isComment = proposal.kind === 'comment'
  return (
    <>
      {now?.hasMovedOn === true && <MovedOn proposal={proposal} now={now} />}
      <Form tokens={frame.tokens}>
        <input type="hidden" name="against" value={now?.n ?? 0} />
        {!isComment && (
          <RadiosField
            name="decision" legend="What do you decide?" errors={errors} values={values}
            items={[
              { value: 'accepted', text: 'Accept', hint: acceptHint[proposal.kind], conditional: <Acceptance proposal={proposal} now={now} audience={audience} errors={errors} values={values} /> },
              { value: 'declined', text: 'Decline, with a reason' },
            ]}
          />
        )}
        <TextAreaField
          name="reason" label={isComment ? 'Your answer' : 'Reason or answer'} rows={4} maxLength={5_000} whoCanSee={audience} errors={errors} values={values}
          hint={isComment ? undefined : 'Needed when you decline. Write it to the person: they read it under their comment.'}
        />
        <Button preventDoubleClick>Answer</Button>
      </Form>
    </>
  )
}

const acceptHint = {
  change: 'The words are written into the draft as a new revision.', add: 'A new line is written into the section; its source is who said it and when.',
  remove: 'The line goes out of the draft by a revision. It can be brought back.', comment: '',
} as const

function MovedOn({ proposal, now }: { proposal: Proposal; now: LineNow }) {
  return (
    <>
      <WarningText>{now.isRemoved ? 'The line was taken out of the draft after this was said.' : 'The line was changed after this was said. Choose which words shall stand.'}</WarningText>
      <h3 class="govuk-heading-s">What the draft says now</h3>
      {now.isRemoved ? <p class="govuk-body">Nothing: the line was taken out. It said: {now.text}</p> : <p class="govuk-body">{now.text}</p>}
      {proposal.kind === 'change' && (
        <>
          <h3 class="govuk-heading-s">From what it says now to what is asked for</h3>
          <WordDiff before={now.text} after={proposal.text} />
        </>
      )}
    </>
  )
}

function Acceptance({ proposal, now, audience, errors, values }: {
  proposal: Proposal; now: LineNow | undefined; audience: readonly string[]; errors: FormErrors; values: FormValues
}) {
  const promise = now?.kind === 'provision' ? promiseInWords(now.fields) : undefined
  const words = (
    <TextAreaField
      name="wording" label="The words as they will stand" rows={6} maxLength={5_000} errors={errors} values={values}
      whoCanSee={[...audience, 'everybody who reads the plan']}
      hint="Filled in as asked for. Change them only where you must, and say so in your answer."
    />
  )
  return (
    <>
      {now?.hasMovedOn === true && (
        <RadiosField
          name="keep" legend="The line has moved on. What shall it be?" errors={errors} values={values}
          items={proposal.kind === 'remove'
            ? [{ value: 'proposed', text: 'Take it out as it stands now' }, { value: 'now', text: now.isRemoved ? 'It is out already: leave it out' : 'Leave it as the draft has it now' }]
            : [
                { value: 'proposed', text: 'The words that are asked for', hint: now.isRemoved ? 'This brings the line back.' : 'What the draft says now stays in the line’s history.' },
                { value: 'now', text: now.isRemoved ? 'Leave the line out' : 'What the draft says now: it already meets this' },
                { value: 'own', text: 'Words made from the two', hint: 'Write them in the box below.' },
              ]}
        />
      )}
      {proposal.kind !== 'remove' && words}
      {proposal.fields !== undefined && <InsetText>If you accept it, the amounts and details that are asked for above are written into the line with its words.</InsetText>}
      {promise !== undefined && proposal.fields === undefined && (
        <InsetText>The line’s numbers stay as they are: {promise}. If the words change an amount, change the numbers in the draft too.</InsetText>
      )}
    </>
  )
}
