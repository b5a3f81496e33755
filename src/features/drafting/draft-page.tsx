// The frame of every page of the draft: sections down the side, who else is here, what waits to be settled.

import type { ComponentChildren } from 'preact'
import type { LineId } from '../../domain/ids.ts'
import { linesOfSection } from '../../domain/plan/plan-order.ts'
import { sections, sectionTitles } from '../../domain/plan/sections.ts'
import type { Section } from '../../domain/plan/sections.ts'
import { paths } from '../../paths.ts'
import type { FormErrors } from '../../ui/form.tsx'
import type { PageFrame } from '../../ui/hub-page.tsx'
import { CasePage, childName } from '../../ui/hub-page.tsx'
import { WithSideNavigation } from '../../ui/layout.tsx'
import { SideNavigation } from '../../ui/moj/side-navigation.tsx'
import { listWords, plural } from '../../ui/words.ts'
import type { Present } from './draft-store.ts'
import type { Draft } from './open-draft.ts'

/** "Also here now: Imogen Petrie (Educational psychology), on a line of section F." */
export function presenceWords({ present, content }: Pick<Draft, 'present' | 'content'>): string {
  if (present.length === 0) return 'Nobody else has this draft open.'
  const place = ({ lineId }: Present): string => {
    const line = content.lines.find(({ id }) => id === lineId)
    return line === undefined ? '' : `, on “${opening(line.text, 6)}” in section ${line.section}`
  }
  return `Also here now: ${listWords(present.map((one) => `${one.name}${one.organisation === undefined ? '' : ` (${one.organisation})`}${place(one)}`))}.`
}

/** The first words of a text, to tell one line from another. */
export function opening(text: string, words = 10): string {
  const all = text.trim().split(/\s+/u)
  return all.length <= words ? all.join(' ') : `${all.slice(0, words).join(' ')}…`
}

function Clashes({ draft }: { draft: Draft }) {
  if (draft.clashes.length === 0) return null
  return (
    <div class="govuk-inset-text hub-clashes">
      <h2 class="govuk-heading-s">{plural(draft.clashes.length, 'change')} to settle</h2>
      <p class="govuk-body">Two people changed the same line. Both texts are kept until somebody chooses.</p>
      <ul class="govuk-list">
        {draft.clashes.map(({ lineId, keptId, byName, text }) => (
          <li>
            <a class="govuk-link" href={paths.planLineClash({ ...draft.caseFile.key, lineId, keptId })}>{opening(text)}</a>, kept for {byName}
          </li>
        ))}
      </ul>
    </div>
  )
}

type Here = Section | 'overview' | 'thread' | 'assemble' | 'versions'

interface Props {
  readonly frame: PageFrame
  readonly draft: Draft
  readonly title: string
  readonly here: Here
  readonly children: ComponentChildren
  readonly caption?: string
  readonly errors?: FormErrors
  readonly on?: LineId
  readonly back?: { href: string; text: string }
  /** Left out where the page is itself the clash. */
  readonly withClashes?: boolean
}

export function DraftPage({ frame, draft, title, here, children, caption, errors, on, back, withClashes = true }: Props) {
  const { key } = draft.caseFile
  const count = (section: Section): string => (section === 'K' ? '' : ` (${linesOfSection(draft.content, section).length})`)
  return (
    <CasePage frame={frame} caseFile={draft.caseFile} title={title} errors={errors} wide back={back}>
      <WithSideNavigation
        navigation={
          <SideNavigation
            label="Parts of the draft plan"
            class="hub-plan-navigation"
            sections={[
              { items: [
                { text: 'Draft plan', href: paths.plan(key), current: here === 'overview' },
                draft.decides && { text: 'Use the advice', href: paths.planAssemble(key), current: here === 'assemble' },
                { text: 'Golden thread', href: paths.planThread(key), current: here === 'thread' },
                { text: 'Versions', href: paths.planVersions(key), current: here === 'versions' },
              ] },
              { heading: 'Sections', items: sections.map((section) => ({
                text: <><strong>{section}</strong> <span class="hub-section-name">{shortTitles[section]}</span>{count(section)}</>,
                href: paths.planSection({ ...key, section }), current: here === section,
              })) },
            ]}
          />
        }
      >
        <span class="govuk-caption-l">{childName(draft.caseFile)}{caption !== undefined && `. ${caption}`}</span>
        <h1 class="govuk-heading-l">{title}</h1>
        <p
          class="hub-presence" aria-live="polite" data-hub-presence={paths.planPresence(key)} data-hub-form={frame.tokens.csrf} data-hub-line={on}
        >
          {presenceWords(draft)}
        </p>
        {withClashes && <Clashes draft={draft} />}
        {children}
      </WithSideNavigation>
    </CasePage>
  )
}

const shortTitles: Record<Section, string> = { ...sectionTitles, H1: 'Social care provision (1970 Act)', F: 'Educational provision', B: 'Educational needs', J: 'Personal budget' }

/** Who sees what is typed in a draft, for the foot of its boxes. */
export const draftAudience = ['the council’s SEND team', 'the school and the professionals on this case', 'the family, once the draft is sent to them'] as const
