// One marked line with the one thing that becomes of it.

import type { LineId } from '../../../domain/ids.ts'
import { sectionTitles } from '../../../domain/plan/sections.ts'
import type { WhatBecame } from '../../../domain/plan/what-became-of.ts'
import { paths } from '../../../paths.ts'
import { RadiosField, SelectField, TextAreaField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Tag } from '../../../ui/govuk/tag.tsx'
import { dateWords } from '../../../ui/words.ts'
import type { MarkedLine } from '../advice-line-store.ts'
import { opening } from '../draft-page.tsx'
import { fieldRows } from '../field-words.ts'
import { lineName } from '../line-card.tsx'
import type { Draft } from '../open-draft.ts'
import { longestReason, wantedWords } from './form.ts'
import { joinable, sectionsFor } from './groups.ts'

const waitingWords = { undecided: 'Waiting', 'ask-author': 'Author asked', disagree: 'Sources disagree', 'line-removed': 'Its line was taken out' } as const

export function Became({ draft, became }: { draft: Draft; became: WhatBecame }) {
  const link = (lineId: LineId) => {
    const line = draft.content.lines.find(({ id }) => id === lineId)
    return line === undefined ? null : <a class="govuk-link" href={`${paths.planSection({ ...draft.caseFile.key, section: line.section })}#line-${line.id}`}>{lineName(draft, line)}</a>
  }
  switch (became.kind) {
    case 'stands': return <p class="govuk-body"><Tag colour="green">In the plan</Tag> word for word, as {link(became.lineId)}</p>
    case 'changed': return <p class="govuk-body"><Tag colour="teal">In the plan</Tag> in other words or amounts, as {became.inPlan.map(({ lineId }) => <>{link(lineId)} </>)}</p>
    case 'merged': return <p class="govuk-body"><Tag colour="teal">Joined</Tag> with other words, as {became.inPlan.map(({ lineId }) => <>{link(lineId)} </>)}</p>
    case 'not-used': return <p class="govuk-body"><Tag colour="grey">Not used</Tag> {became.reason}</p>
    case 'waiting': return became.answer === undefined
      ? <p class="govuk-body"><Tag colour="blue">{waitingWords[became.why]}</Tag> {became.words}</p>
      : <p class="govuk-body"><Tag colour="purple">Author answered</Tag> {became.words} <strong>Answer:</strong> {became.answer}</p>
  }
}

/** The line in the plan writer's words and fields, and the report's own words when they differ. */
export function AdvisedWords({ line }: { line: MarkedLine }) {
  return (
    <>
      <p class="govuk-body hub-line-text">{line.text}</p>
      {line.quote.trim() !== line.text.trim() && <p class="govuk-body-s"><q class="hub-quote">{line.quote}</q></p>}
      {fieldRows(line.kind, line.fields).map(({ label, words }) => <p class="govuk-body-s govuk-!-margin-bottom-1">{label}: {words}</p>)}
    </>
  )
}

export function DecideLine({ draft, line, errors, values }: { draft: Draft; line: MarkedLine; errors: FormErrors; values: FormValues }) {
  const { id } = line
  const others = joinable(draft, line)
  const places = sectionsFor(line)
  const words = (does: keyof typeof wantedWords, label: string, hint: string, audience: readonly string[]) => (
    <TextAreaField name={`words-${does}-${id}`} label={label} hint={hint} rows={3} maxLength={longestReason} threshold={75} errors={errors} values={values} whoCanSee={audience} />
  )
  const seen = ['the council’s SEND team', `the author of the advice, ${line.report.author}`]
  return (
    <RadiosField
      name={`does-${id}`} legend="What becomes of it?" small errors={errors} values={values}
      items={[
        places.length > 0 && { value: 'use', text: places.length === 1 ? `Use it in section ${line.section}` : `Use it (it belongs in section ${line.section})`, ...(places.length === 1 ? {} : {
          conditional: <SelectField name={`section-${id}`} label="In section" errors={errors} values={{ [`section-${id}`]: line.section, ...values }} items={places.map((section) => ({ value: section, text: `${section}: ${sectionTitles[section]}` }))} />,
        }) },
        others.length > 0 && { value: 'join', text: 'Join it to a line that says the same', conditional: (
          <SelectField name={`join-${id}`} label="The line that it joins" hint="Its source is added there. The words and amounts of that line stay as they are." errors={errors} values={values}
            items={[{ value: '', text: 'Select a line' }, ...others.map((other) => ({ value: other.id, text: `${lineName(draft, other)}: ${opening(other.text, 14)}` }))]} />
        ) },
        { value: 'not-used', text: 'Do not use it', conditional: words('not-used', 'Why', 'The family can ask what became of any recommendation.', [...seen, 'the family']) },
        { value: 'ask-author', text: 'Ask its author', conditional: words('ask-author', 'What you ask', 'For example, an amount that the advice does not say.', seen) },
        { value: 'disagree', text: 'Sources disagree', conditional: words('disagree', 'How they disagree', 'It waits until a person decides.', seen) },
      ]}
    />
  )
}

export const datedWords = ({ report }: MarkedLine): string => `${report.author}, ${report.role}${report.dated === undefined ? '' : `, ${dateWords(report.dated)}`}`
