import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { withheldWords } from '../../../domain/moves/withheld.ts'
import { paths } from '../../../paths.ts'
import { CheckboxesField, RadiosField, TextAreaField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { Details } from '../../../ui/govuk/details.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage, childName } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateWords, plural } from '../../../ui/words.ts'
import type { Move } from '../move-store.ts'
import type { Paper, WhatGoes } from '../what-goes-store.ts'
import { moveKindOf } from '../what-goes-store.ts'

export const longestNote = 4000

interface Props {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly move: Move
  readonly found: WhatGoes
  readonly today: PlainDate
  readonly errors: FormErrors
  readonly values: FormValues
}

const Papers = ({ papers, none }: { readonly papers: readonly Paper[]; readonly none: string }) => (papers.length === 0 ? <>{none}</>
  : papers.length < 6 ? <ul class="govuk-list govuk-list--bullet">{papers.map(({ title }) => <li>{title}</li>)}</ul>
  : <Details summary={`All ${papers.length}`}><ul class="govuk-list govuk-list--bullet">{papers.map(({ title }) => <li>{title}</li>)}</ul></Details>)

export function view({ frame, caseFile, move, found, today, errors, values }: Props) {
  const title = `What goes to ${move.to}`
  const { papers } = found
  const asked = papers.filter(({ hasCopy }) => hasCopy)
  const isPlan = moveKindOf(caseFile) === 'plan'
  if (move.state !== 'known') {
    return (
      <CasePage frame={frame} caseFile={caseFile} title={title} back={{ href: paths.caseMove(caseFile.key) }}>
        <h1 class="govuk-heading-l">{title}</h1><p class="govuk-body">It is sent already. Where it is stands on the page before this.</p>
      </CasePage>
    )
  }
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.caseMove(caseFile.key) }}>
      <TwoThirds>
        <span class="govuk-caption-l">{childName(caseFile)}</span>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">
          One signed package, {move.toAreaId === undefined ? 'as a file that you give them' : 'through this hub'}. {move.movesOn > today ? `It leaves on ${dateWords(move.movesOn)}, the day of the move.` : 'It leaves when the time to take it back is over.'}{' '}
          {isPlan ? 'From then on the new council looks after the plan, and this file is closed and kept.' : 'No plan is made yet: the new council begins again with its own six, sixteen and twenty weeks.'}
        </p>
        <h2 class="govuk-heading-m">What goes</h2>
        <SummaryList
          rows={[
            { key: 'The plan', value: found.planId === undefined ? 'None is begun' : `${plural(found.lines, 'line')} with every wording, sources and links, and ${plural(found.versions, 'frozen version')}, each with its hash` },
            { key: 'Reports', value: <Papers papers={papers.filter(({ kind }) => kind === 'report')} none="None" /> },
            { key: 'Documents', value: <Papers papers={papers.filter(({ kind }) => kind === 'document')} none="None" /> },
            { key: 'People', value: `${plural(found.people, 'family member')} with what they are to the child in law, orders, and how it is safe to reach them` },
            { key: 'What happened', value: `${plural(found.facts, 'fact')} with their days, and every duty that is open` },
          ]}
        />
        <h2 class="govuk-heading-m">What stays</h2>
        <p class="govuk-body">The package names each of these, so that the new council can ask.</p>
        <ul class="govuk-list govuk-list--bullet">{found.withheld.filter(({ kind }) => kind !== 'copy-held').map(({ kind, count }) => <li>{withheldWords[kind]}{count === 0 ? '' : ` (${count})`}.</li>)}</ul>
        <Form tokens={frame.tokens}>
          {papers.map(({ id }) => <input type="hidden" name="shown" value={id} />)}
          {asked.map((paper) => (
            <RadiosField
              name={`copy-${paper.id}`} legend={`“${paper.title}”: a reader here has only a copy with words removed. Does the whole go?`} fieldset={{ legendSize: 's' }} errors={errors} values={values}
              items={[{ value: 'goes', text: 'Yes, the new council needs the whole' }, { value: 'stays', text: 'No, it stays here and is named as left out' }]}
            />
          ))}
          {found.finalQuotesSealed && (
            <>
              <WarningText>The final plan quotes a report that was sealed after the plan was issued. The plan must go as it was issued, or its hash would no longer prove it.</WarningText>
              <CheckboxesField name="quotes" legend="Quotes of a sealed report" errors={errors} values={values} items={[{ value: 'yes', text: 'Send the final plan as it was issued, with these quotes' }]} />
            </>
          )}
          <TextAreaField name="note" label="What should the new council know? (optional)" hint="What is urgent, who to ring, what was promised" whoCanSee={[`the team in ${caseFile.area.councilName}`, `the officers of ${move.to} who may take the child in`]} rows={5} maxLength={longestNote} errors={errors} values={values} />
          <CheckboxesField name="looked" legend="Before you send it" errors={errors} values={values} items={[{ value: 'yes', text: `I looked at what goes. It is about ${childName(caseFile)}, and ${move.to} is the right council` }]} />
          <Button preventDoubleClick>{move.toAreaId === undefined ? 'Make the package' : `Send it to ${move.to}`}</Button>
        </Form>
      </TwoThirds>
    </CasePage>
  )
}
