import type { ComponentChildren } from 'preact'
import type { PlanLine } from '../../../domain/plan/line.ts'
import { markedWords } from '../../../domain/plan/working/party-marks.ts'
import type { WorkingLine, WorkingSection } from '../../../domain/plan/working/working-lines.ts'
import type { Section } from '../../../domain/plan/sections.ts'
import { sectionTitles } from '../../../domain/plan/sections.ts'
import { paths } from '../../../paths.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Details } from '../../../ui/govuk/details.tsx'
import { Tag } from '../../../ui/govuk/tag.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage, childName } from '../../../ui/hub-page.tsx'
import { PartyKey, PartyWords } from '../../../ui/party-words.tsx'
import { fieldWords } from '../../../ui/plan-read.tsx'
import { textChanges } from '../../../ui/word-diff.tsx'
import { dateTimeWords, plural } from '../../../ui/words.ts'
import type { SaidHere, Working } from '../open-working.ts'
import { versionInSentence } from '../version-words.ts'
import { SaidList } from './said-view.tsx'

interface Props {
  readonly frame: PageFrame
  readonly working: Working
  /** Only lines that differ or of which something was said. */
  readonly isNarrowed: boolean
}

type Line = WorkingLine<SaidHere>

const statusWords = { added: 'Added', removed: 'Taken out', changed: 'Changed', reordered: 'Moved', unchanged: undefined } as const
const statusColours = { added: 'green', removed: 'orange', changed: 'blue', reordered: 'grey', unchanged: 'grey' } as const

export const isOfInterest = (line: Pick<Line, 'status' | 'said'>): boolean => line.status !== 'unchanged' || line.said.length > 0

export const workingTitle = ({ caseFile: { parts } }: Pick<Working, 'caseFile'>): string =>
  parts.some((part) => part === 'parent' || part === 'young-person') ? 'The plan side by side' : 'Working document'

export function view(props: Props) {
  const { frame, working, isNarrowed } = props
  const { caseFile, sections } = working
  const title = workingTitle(working)
  const lines = sections.flatMap((section) => section.lines)
  const waiting = working.said.filter(({ decision }) => decision === undefined).length
  const changed = lines.filter(({ status }) => status !== 'unchanged').length
  const shown = isNarrowed ? sections.filter((section) => section.said.length > 0 || section.lines.some(isOfInterest)) : sections.filter(({ section }) => section !== 'K')
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} wide>
      <span class="govuk-caption-l">{childName(caseFile)}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{sidesWords(working)} {plural(changed, 'line')} changed. {waiting === 0 ? 'Nothing waits for an answer.' : `${plural(waiting, 'thing')} said and not answered yet.`}</p>
      <Ways working={working} isNarrowed={isNarrowed} />
      <Details summary="What the marks mean"><PartyKey /></Details>
      {shown.length === 0 && <EmptyState title="Nothing differs, and nothing has been said" />}
      {shown.map((section) => <SectionView {...props} section={section} />)}
    </CasePage>
  )
}

function sidesWords({ base, sent, isLive }: Working): string {
  const before = base === undefined ? 'No plan is in force yet.' : `On the left is the ${versionInSentence(base)}.`
  return `${before} ${isLive ? 'On the right is the plan as it stands now.' : sent === undefined ? 'On the right is the same with what you asked for.' : `On the right is what was sent to you: ${versionInSentence(sent)}.`}`
}

/** Everything that can be done with the whole document. */
function Ways({ working: { caseFile, isLive }, isNarrowed }: { working: Working; isNarrowed: boolean }) {
  const { key } = caseFile
  const way = (text: string, href: string) => <li><a class="govuk-link" href={href}>{text}</a></li>
  return (
    <ul class="govuk-list hub-line-actions hub-screen-only">
      {isNarrowed ? way('Show every line', paths.planWorking(key)) : way('Show only what changed or was said', paths.planWorking(key, { show: 'changed' }))}
      {way('Print it, or take it as a Word file', paths.planWorkingCopy(key))}
      {caseFile.open.includes('propose-change') && way('Bring back a Word file', paths.planWorkingBack(key))}
      {way('Compare versions', paths.planWorkingCompare(key))}
      {isLive && way('Write in the plan', paths.plan(key))}
    </ul>
  )
}

function SectionView({ working, section: { section, lines, said }, isNarrowed }: Props & { section: WorkingSection<SaidHere> }) {
  const shown = isNarrowed ? lines.filter(isOfInterest) : lines
  return (
    <section aria-labelledby={`section-${section}`}>
      <h2 class="govuk-heading-m" id={`section-${section}`}>Section {section}: {sectionTitles[section]}</h2>
      {lines.length === 0 && <p class="govuk-body govuk-hint">{section === 'I' && working.isLive ? 'No setting is named yet.' : 'Nothing is written here.'}</p>}
      {shown.map((line) => <LineView working={working} line={line} section={section} />)}
      {said.length > 0 && <h3 class="govuk-heading-s">Said of section {section}</h3>}
      <SaidList said={said} working={working} about={`section ${section}`} />
      <AddWays working={working} section={section} />
    </section>
  )
}

function AddWays({ working: { caseFile, mine, isLive }, section }: { working: Working; section: Section }) {
  if (section === 'K' || section === 'I') return null
  const key = { ...caseFile.key, section }
  const writes = isLive && mine.includes(section)
  if (!writes && !caseFile.open.includes('propose-change')) return null
  return (
    <p class="govuk-body hub-screen-only">
      <a class="govuk-link" href={writes ? paths.planAddLine(key) : paths.proposeNewLine(key)}>{writes ? 'Add a line' : 'Ask for an addition'}<span class="govuk-visually-hidden"> to section {section}</span></a>
    </p>
  )
}

function LineView({ working, line, section }: { working: Working; line: Line; section: Section }) {
  const status = statusWords[line.status]
  const change = working.live.get(line.id)?.changed
  const isGone = line.is === undefined
  return (
    <article class="hub-working-line" id={`line-${line.id}`} aria-labelledby={`name-${line.id}`}>
      <h3 class="govuk-heading-s govuk-!-margin-bottom-2" id={`name-${line.id}`}>{line.number}{status !== undefined && <> <Tag colour={statusColours[line.status]}>{status}</Tag></>}</h3>
      <div class="hub-working-sides">
        <Side name={working.base === undefined ? 'Before' : 'As issued'}>
          {line.was === undefined ? <p class="govuk-body govuk-hint">Not there.</p> : <><p class="govuk-body hub-marked">{line.was.text}</p><Boxes line={line.was} /></>}
        </Side>
        <Side name={working.isLive ? 'As it stands now' : working.sent === undefined ? 'With what you asked for' : 'As it was sent to you'}>
          {line.status === 'unchanged' && line.words.every(({ mark }) => mark === undefined) ? <p class="govuk-body govuk-hint">The same.</p> : <PartyWords words={line.words} />}
          {line.is !== undefined && line.status !== 'unchanged' && <ChangedBoxes was={line.was} is={line.is} party={line.party} />}
          {change !== undefined && <p class="govuk-body-s govuk-hint">{isGone ? 'Taken out' : 'Last changed'} by {change.by}, {dateTimeWords(change.at)}</p>}
        </Side>
      </div>
      {line.apart.map(({ said, words }) => (
        <div class="hub-working-said"><p class="govuk-body-s govuk-!-margin-bottom-1">As {said.proposal.onBehalfOf?.name ?? said.proposal.author.name} asks for it:</p><PartyWords words={words} /></div>
      ))}
      <SaidList said={line.said} working={working} about={line.number} />
      <LineWays working={working} line={line} section={section} />
    </article>
  )
}

const Side = ({ name, children }: { name: string; children: ComponentChildren }) => (
  <div><p class="govuk-body-s govuk-!-margin-bottom-1 hub-working-side__name">{name}</p>{children}</div>
)

const Boxes = ({ line }: { line: PlanLine }) => <>{fieldWords(line).map((words) => <p class="govuk-body-s govuk-!-margin-bottom-1">{words}</p>)}</>

/** What a line says in its boxes, word by word against what it said. */
function ChangedBoxes({ was, is, party }: { was: PlanLine | undefined; is: PlanLine; party: Line['party'] }) {
  const [before, after] = [was === undefined ? '' : fieldWords(was).join('\n'), fieldWords(is).join('\n')]
  if (before === after || was === undefined) return <Boxes line={is} />
  return <PartyWords words={markedWords(before, [{ text: after, party }], textChanges)} />
}

function LineWays({ working: { caseFile, mine, isLive, live }, line, section }: { working: Working; line: Line; section: Section }) {
  const key = { ...caseFile.key, lineId: line.id }
  const name = <span class="govuk-visually-hidden"> {line.number}</span>
  const keptId = live.get(line.id)?.keptId
  const isThere = line.is !== undefined
  const ways = [
    isLive && isThere && mine.includes(section) && <li><a class="govuk-link" href={paths.planLine(key)}>Change{name}</a></li>,
    isThere && section !== 'I' && caseFile.open.includes('propose-change') && <li><a class="govuk-link" href={paths.proposeOnLine(key)}>Comment or propose a change<span class="govuk-visually-hidden"> of {line.number}</span></a></li>,
    keptId !== undefined && <li><a class="govuk-link" href={paths.planLineClash({ ...key, keptId })}>Two people changed this line: choose what it says{name}</a></li>,
  ].filter((way) => way !== false)
  return ways.length === 0 ? null : <ul class="govuk-list hub-line-actions hub-screen-only">{ways}</ul>
}

