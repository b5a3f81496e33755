import type { Addressee } from '../../../casebook/sending/letters.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { Notice } from '../../../domain/notice/notice.ts'
import type { PlanContent } from '../../../domain/plan/line.ts'
import { sections } from '../../../domain/plan/sections.ts'
import { paths } from '../../../paths.ts'
import { CheckboxesField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { Details } from '../../../ui/govuk/details.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage, childName } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { Letter } from '../../../ui/letter.tsx'
import { PlanRead } from '../../../ui/plan-read.tsx'
import type { RecipientCard } from '../../../domain/sending/recipient-card.ts'
import { RecipientCards } from '../../../ui/recipient-card.tsx'
import { dateWords, listWords, plural, weekdayWords } from '../../../ui/words.ts'
import type { Served } from '../served-draft.ts'
import type { Hold } from '../../../casebook/plan/draft-holds.ts'
import type { Service, ServicePlan } from '../../../casebook/sending/service-plan.ts'
import { WideTable } from '../wide-table.tsx'

export const shareTitle = 'Send the draft to the family'

interface Props {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly content: PlanContent
  readonly plan: ServicePlan
  readonly letters: readonly { readonly to: Addressee; readonly notice: Notice }[]
  readonly holds: readonly Hold[]
  readonly mark: string
  readonly before: Served | undefined
  readonly draftsBefore: number
  readonly cards: readonly RecipientCard[]
  readonly errors: FormErrors
  readonly values: FormValues
}

const channelWords: Record<Service['channel'], string> = {
  online: 'In the hub: served today', email: 'By e-mail, read in the hub: served today', post: 'By first-class post: served on the second working day',
}
const unreachedWords = {
  'no-safe-way': 'no safe way to reach them is recorded',
  'no-address': 'they are written to by post, and no address that may be used is recorded',
} as const

const sectionWords = (filled: readonly string[]): string => `${filled.length === 1 ? 'section' : 'sections'} ${listWords([...filled])}`

export function view(props: Props) {
  const { frame, caseFile, content, plan, letters, holds, mark, before, errors, values } = props
  const missing = [...new Set(letters.flatMap(({ notice }) => notice.missing))]
  const maySend = holds.length === 0 && missing.length === 0 && plan.binding !== undefined
  return (
    <CasePage frame={frame} caseFile={caseFile} title={shareTitle} errors={errors}>
      <span class="govuk-caption-l">{childName(caseFile)}</span>
      <h1 class="govuk-heading-l">{shareTitle}</h1>
      {before !== undefined && (
        <InsetText>
          A draft was served on {dateWords(before.servedOn)}, with time to answer until {dateWords(before.windowLastDay)}. Sending it again makes
          version {props.draftsBefore + 1} and <strong>starts a new window of at least 15 days</strong>. The plan cannot be made final before it ends.
        </InsetText>
      )}
      <div id="holds">
        {holds.length > 0 && (
          <>
            <WarningText>The draft cannot go yet.</WarningText>
            <ul class="govuk-list govuk-list--bullet">
              {holds.map(({ words, link }) => <li>{words} <a class="govuk-link" href={link.href}>{link.text}</a></li>)}
            </ul>
            <p class="govuk-body"><a class="govuk-link" href={paths.planCheck(caseFile.key)}>Open the whole check</a></p>
          </>
        )}
      </div>
      <h2 class="govuk-heading-m">What will go</h2>
      <p class="govuk-body">
        The draft as it stands now: {plural(content.lines.length, 'line')}
        {content.lines.length > 0 && ` in ${sectionWords(sections.filter((section) => content.lines.some((line) => line.section === section)))}`}. Section I is{' '}
        {content.lines.some(({ section }) => section === 'I') ? <strong>not blank, and must be</strong> : 'blank, as the law asks of a draft'}.
      </p>
      <Details summary="Read the draft"><PlanRead content={content} /></Details>
      <h2 class="govuk-heading-m">Who gets it</h2>
      <Recipients caseFile={caseFile} plan={plan} />
      {plan.binding !== undefined && (
        <InsetText>
          All of the family may answer until the end of <strong>{weekdayWords(plan.binding.lastDay)}</strong>: the latest of their windows binds.
          The earliest day for the final plan is <strong>{weekdayWords(plan.binding.mayFinaliseFrom)}</strong>.
        </InsetText>
      )}
      <TwoThirds>
        {letters[0] !== undefined && (
          <>
            <h2 class="govuk-heading-m">The letter</h2>
            {missing.length > 0 && (
              <WarningText>The letter cannot go yet. Still missing: {listWords(missing.map((element) => element.replaceAll('-', ' ')))}.</WarningText>
            )}
            {letters.map(({ to, notice }, index) => (
              <Details summary={`Letter to ${to.name}`} open={index === 0}><Letter letter={notice} /></Details>
            ))}
          </>
        )}
        {maySend && <RecipientCards caseKey={caseFile.key} cards={props.cards} />}
        {maySend && (
          <Form tokens={frame.tokens}>
            <input type="hidden" name="mark" value={mark} />
            {plan.unreached.length > 0 && (
              <CheckboxesField
                name="unreached"
                legend={`The draft does not go from here to ${listWords(plan.unreached.map(({ to }) => to.name))}`}
                errors={errors}
                values={values}
                items={[{ value: 'known', text: 'I will see that they are served in another way, or have recorded why not' }]}
              />
            )}
            <Button id="send" preventDoubleClick>Send the draft to the family</Button>
          </Form>
        )}
      </TwoThirds>
    </CasePage>
  )
}

function Recipients({ caseFile, plan }: { caseFile: CaseFile; plan: ServicePlan }) {
  const needs = [...plan.services, ...plan.unreached].flatMap(({ to }) => {
    const all = [
      ...(to.needsInterpreter ? [`needs an interpreter${to.language === undefined ? '' : ` (${to.language})`}`] : []),
      ...(to.formats.length > 0 ? [`asked for ${listWords(to.formats)}`] : []),
      // In the hub it counts as served, but nothing but a call may tell them so.
      ...(to.safeContact === 'phone' ? ['may only be told by phone'] : []),
    ]
    return all.length === 0 ? [] : [`${to.name} ${all.join('; ')}`]
  })
  return (
    <>
      {plan.services.length + plan.unreached.length === 0 && (
        <p class="govuk-body">Nobody of the family is on this case. <a class="govuk-link" href={paths.caseFamily(caseFile.key)}>Record a family member first</a>.</p>
      )}
      {plan.services.length > 0 && (
        <WideTable
          name="Who gets the draft"
          caption="Each gets an own copy, and does not see the other’s letter"
          head={[{ content: 'Name' }, { content: 'How' }, { content: 'Served' }, { content: 'First day' }, { content: 'Own last day' }]}
          firstCellIsHeader
          rows={plan.services.map(({ to, channel, servedOn, window }) => [
            { content: <>{to.name}<br /><span class="govuk-body-s">{to.relation}</span></> }, { content: channelWords[channel] },
            { content: dateWords(servedOn) }, { content: dateWords(window.firstDay) }, { content: dateWords(window.lastDay) },
          ])}
        />
      )}
      {plan.unreached.map(({ to, why }) => (
        <WarningText>
          It cannot go to {to.name}: {unreachedWords[why]}. <a class="govuk-link" href={paths.caseFamily(caseFile.key)}>Record how to reach them</a>
        </WarningText>
      ))}
      {needs.map((need) => <WarningText>{need}. Plan how they will get the draft and the letter on the same day.</WarningText>)}
      {plan.services.some(({ channel }) => channel === 'post') && (
        <p class="govuk-body">For a copy by post, print the draft from “Draft as sent” and put it in with the letter.</p>
      )}
    </>
  )
}
