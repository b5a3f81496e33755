// A plan to be read in a page: its sections in order, each line with its number, its promise and its place on the thread.

import { Fragment } from 'preact'
import type { ComponentChildren } from 'preact'
import type { LineId } from '../domain/ids.ts'
import type { PlanContent, PlanLine } from '../domain/plan/line.ts'
import { linesOfSection } from '../domain/plan/plan-order.ts'
import { fieldWords } from '../domain/plan/line-in-words.ts'
import type { Section } from '../domain/plan/sections.ts'
import { sectionTitles, sections } from '../domain/plan/sections.ts'
import { listWords } from './words.ts'

export { fieldWords }

/** "F3": the section's letter and the line's place in it. The same on every page and document of a version. */
export function lineNumbers(content: PlanContent): ReadonlyMap<LineId, string> {
  return new Map(sections.flatMap((section) => linesOfSection(content, section).map((line, index) => [line.id, `${section}${index + 1}`] as const)))
}

const linkWords = { meets: 'Meets', 'leads-to': 'Leads to', serves: 'Helps with' } as const

export interface PlanReadProps {
  readonly content: PlanContent
  /** Sections shown; all when not said. */
  readonly only?: readonly Section[]
  /** Stands under each line: a link to comment on it, what was said of it. */
  readonly under?: (line: PlanLine, number: string) => ComponentChildren
  /** Stands at the end of each section. */
  readonly afterSection?: (section: Section) => ComponentChildren
}

export function PlanRead({ content, only = sections, under, afterSection }: PlanReadProps) {
  const numbers = lineNumbers(content)
  return (
    <>
      {only.filter((section) => section !== 'K').map((section) => (
        <section class="hub-plan-section" aria-labelledby={`section-${section}`}>
          <h2 class="govuk-heading-m" id={`section-${section}`}>Section {section}: {sectionTitles[section]}</h2>
          {linesOfSection(content, section).map((line) => {
            const number = numbers.get(line.id) ?? ''
            const links = content.links.filter(({ from }) => from === line.id)
            return (
              <div class="hub-plan-line" id={`line-${line.id}`}>
                <h3 class="govuk-heading-s govuk-!-margin-bottom-1">{number}</h3>
                {line.text.split('\n').map((text) => <p class="govuk-body govuk-!-margin-bottom-1">{text}</p>)}
                {fieldWords(line).map((words) => <p class="govuk-body-s govuk-!-margin-bottom-1">{words}</p>)}
                {(['meets', 'leads-to', 'serves'] as const).map((kind) => {
                  const to = links.filter((link) => link.kind === kind).flatMap((link) => numbers.get(link.to) ?? [])
                  return to.length === 0 ? null : <p class="govuk-body-s govuk-!-margin-bottom-1">{linkWords[kind]} {listWords(to)}</p>
                })}
                {under?.(line, number)}
              </div>
            )
          })}
          {linesOfSection(content, section).length === 0 && (
            <p class="govuk-body govuk-hint">{section === 'I' ? 'No setting is named in a draft.' : 'Nothing is written here yet.'}</p>
          )}
          {afterSection === undefined ? null : <Fragment>{afterSection(section)}</Fragment>}
        </section>
      ))}
    </>
  )
}
