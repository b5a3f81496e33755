// The end of the one screen: who is told, until when they can answer, and the decision itself. For those with the power to decide.

import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { Hold } from '../../../casebook/plan/draft-holds.ts'
import type { Addressee } from '../../../casebook/sending/letters.ts'
import type { ServicePlan } from '../../../casebook/sending/service-plan.ts'
import type { Notice } from '../../../domain/notice/notice.ts'
import type { RecipientCard } from '../../../domain/sending/recipient-card.ts'
import { paths } from '../../../paths.ts'
import { CheckboxesField, RadiosField, TextAreaField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { Details } from '../../../ui/govuk/details.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import { Letter } from '../../../ui/letter.tsx'
import { RecipientCards } from '../../../ui/recipient-card.tsx'
import { listWords, weekdayWords } from '../../../ui/words.ts'

export interface Sending {
  readonly plan: ServicePlan
  readonly cards: readonly RecipientCard[]
  readonly letters: readonly { readonly to: Addressee; readonly notice: Notice }[]
  /** What of the working document must be put right before a notice can go. */
  readonly holds: readonly Hold[]
}

interface Props {
  readonly caseFile: CaseFile
  readonly isReview: boolean
  readonly sending: Sending
  readonly errors: FormErrors
  readonly values: FormValues
}

export function DecisionFields({ caseFile, isReview, sending, errors, values }: Props) {
  const readers = ['the family']
  const reasons = (name: string, label: string, hint?: string) => (
    <TextAreaField name={name} label={label} hint={hint} rows={4} maxLength={5_000} whoCanSee={readers} errors={errors} values={values} />
  )
  return (
    <>
      <h2 class="govuk-heading-m" id="send" tabindex={-1}>{isReview ? 'The decision' : 'The amendment notice'}</h2>
      <Holds holds={sending.holds} />
      <WhoIsTold caseFile={caseFile} sending={sending} />
      {isReview ? (
        <RadiosField
          name="outcome" legend="What does the council decide?" errors={errors} values={values}
          items={[
            {
              value: 'amend', text: 'Amend the plan', hint: 'The amendment notice goes with it: the text of every change, the plan as it is now, and what the changes rest on.',
              conditional: reasons('amendReasons', 'Anything more to say about the changes? (optional)', 'It goes into the letter as you type it.'),
            },
            { value: 'maintain', text: 'Keep the plan as it is', hint: 'The family is told why, and how to appeal.', conditional: reasons('reasons', 'Why does the plan stay as it is?', 'It goes into the letter as you type it.') },
            { value: 'cease', text: 'Cease the plan', hint: 'You are led to its own page: it asks more.' },
          ]}
        />
      ) : reasons('amendReasons', 'Why does the council want to change the plan? (optional)', 'It goes into the letter as you type it.')}
      {sending.plan.unreached.length > 0 && (
        <CheckboxesField
          name="unreached" legend={`It does not go from here to ${listWords(sending.plan.unreached.map(({ to }) => to.name))}`} errors={errors} values={values}
          items={[{ value: 'known', text: 'I will see that they are served in another way, or have recorded why not' }]}
        />
      )}
      <div class="govuk-button-group">
        <Button name="step" value={isReview ? 'decide' : 'send'} preventDoubleClick>{isReview ? 'Decide and send' : 'Send the amendment notice'}</Button>
        <Button name="step" value="keep" variant="secondary" preventDoubleClick>Keep the answers for now</Button>
      </div>
    </>
  )
}

function Holds({ holds }: { holds: readonly Hold[] }) {
  return (
    <div id="holds" tabindex={-1}>
      {holds.length > 0 && (
        <>
          <WarningText>An amendment notice cannot go yet.</WarningText>
          <ul class="govuk-list govuk-list--bullet">{holds.map(({ words, link }) => <li>{words} <a class="govuk-link" href={link.href}>{link.text}</a></li>)}</ul>
        </>
      )}
    </div>
  )
}

function WhoIsTold({ caseFile, sending: { plan, cards, letters } }: { caseFile: CaseFile; sending: Sending }) {
  return (
    <>
      {plan.binding !== undefined && (
        <InsetText>
          A notice that goes today gives the family until the end of <strong>{weekdayWords(plan.binding.lastDay)}</strong>. The amended plan can be final from{' '}
          {weekdayWords(plan.binding.mayFinaliseFrom)}.
        </InsetText>
      )}
      {plan.services.length + plan.unreached.length === 0 && (
        <WarningText>Nobody of the family is on this case. <a class="govuk-link" href={paths.caseFamily(caseFile.key)}>Record a family member first</a>.</WarningText>
      )}
      {plan.services.some(({ channel }) => channel === 'post') && (
        <p class="govuk-body">A copy goes by post. It is printed from <a class="govuk-link" href={paths.outbox()}>the outbox</a>, with every change and with the plan as it is now; the page there names what else goes into the envelope.</p>
      )}
      <Details summary="Who is told, and how it reaches them"><RecipientCards caseKey={caseFile.key} cards={cards} /></Details>
      {letters.map(({ to, notice }) => (
        <Details summary={`The amendment notice to ${to.name}, with what is accepted so far`}>
          {notice.missing.length > 0 && <p class="govuk-body">Not in it yet: {listWords(notice.missing.map((element) => element.replaceAll('-', ' ')))}.</p>}
          <Letter letter={notice} />
        </Details>
      ))}
    </>
  )
}
