// What changes in a plan, line by line: in words, by underlining and crossing out, and never by colour alone.

import type { ComponentChildren } from 'preact'
import type { PlanChange } from '../domain/plan/changes.ts'
import type { Section } from '../domain/plan/sections.ts'
import { sections, sectionTitles } from '../domain/plan/sections.ts'
import { Tag } from './govuk/tag.tsx'
import { WordDiff } from './word-diff.tsx'

const what = {
  added: { text: 'Added', colour: 'green' }, 'taken-out': { text: 'Taken out', colour: 'orange' }, changed: { text: 'Changed', colour: 'blue' },
} as const

/** How the marks are read; stands once above the first change. */
export function ChangesKey() {
  return <p class="govuk-body">Words that are <ins>underlined</ins> are added. Words that are <del>crossed out</del> are taken out.</p>
}

export function OneChange({ change, under }: { readonly change: PlanChange; readonly under?: ComponentChildren }) {
  const { text, colour } = what[change.what]
  return (
    <div class="hub-change" id={`change-${change.id}`}>
      <h3 class="govuk-heading-s govuk-!-margin-bottom-1">{change.number} <Tag colour={colour}>{text}</Tag></h3>
      {change.fromSection !== undefined && <p class="govuk-body-s govuk-!-margin-bottom-1">Moves from section {change.fromSection} to section {change.section}</p>}
      <WordDiff before={change.before ?? ''} after={change.after ?? ''} />
      {under}
    </div>
  )
}

/** Under a heading for each section that has any. */
export function PlanChanges({ changes, under }: { readonly changes: readonly PlanChange[]; readonly under?: (change: PlanChange) => ComponentChildren }) {
  const of = (section: Section) => changes.filter((change) => change.section === section)
  return (
    <>
      <ChangesKey />
      {sections.filter((section) => of(section).length > 0).map((section) => (
        <section>
          <h2 class="govuk-heading-m">Section {section}: {sectionTitles[section]}</h2>
          {of(section).map((change) => <OneChange change={change} under={under?.(change)} />)}
        </section>
      ))}
    </>
  )
}
