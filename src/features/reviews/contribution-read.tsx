// What somebody gave to a review, to be read: on their own page, in the papers, and beside a save that came too late.

import type { PlanLine } from '../../domain/plan/line.ts'
import { adulthoodPathways } from '../../domain/plan/line.ts'
import { linesInOrder } from '../../domain/plan/plan-order.ts'
import { Details } from '../../ui/govuk/details.tsx'
import { SummaryList } from '../../ui/govuk/summary-list.tsx'
import { When } from '../../ui/when.tsx'
import type { KeptContribution } from './contribution-store.ts'
import { answerWords, pathwayWords, proposalKindWords } from './one-review-words.ts'
import { gatherings, questionWords } from './questions.ts'

interface Props {
  readonly contribution: KeptContribution
  readonly lines: readonly PlanLine[]
  readonly numbers: ReadonlyMap<string, string>
  /** For who gave it, who runs the review, and the council: what it said before it was changed. */
  readonly showsEarlier?: boolean
}

const isGathering = (key: string): key is keyof typeof gatherings => key in gatherings

export function ContributionRead({ contribution, lines, numbers, showsEarlier = false }: Props) {
  const { givenAt, givenByName, changedAt, earlier } = contribution
  return (
    <>
      {givenAt !== undefined && <p class="govuk-body hub-quiet">Given <When when={givenAt} />{givenByName === undefined ? '' : `, by ${givenByName}`}{changedAt !== undefined && <>. Changed <When when={changedAt} /></>}</p>}
      <Words contribution={contribution} lines={lines} numbers={numbers} />
      {showsEarlier && earlier.map((one) => (
        <Details summary={<>What it said until <When when={one.until} /></>}><Words contribution={one} lines={lines} numbers={numbers} /></Details>
      ))}
    </>
  )
}

function Words({ contribution: { content, proposals }, lines, numbers }: { contribution: Pick<KeptContribution, 'content' | 'proposals'>; lines: Props['lines']; numbers: Props['numbers'] }) {
  const { views, pathways, howGathered, helper } = content
  const answered = linesInOrder(lines).flatMap((line) => {
    const reply = content.lines[line.id]
    return reply === undefined ? [] : [{ line, reply }]
  })
  const rows = [
    ...(howGathered.length === 0 ? [] : [{ key: 'How they were asked', value: howGathered.filter(isGathering).map((key) => gatherings[key]).join(', ') }]),
    ...(helper === undefined ? [] : [{ key: 'Who helped', value: helper }]),
    ...Object.entries(views).map(([key, text]) => ({ key: questionWords(key), value: <span class="hub-letter__text">{text}</span> })),
    ...answered.map(({ line, reply }) => ({
      key: <>{numbers.get(line.id) ?? ''} <span class="hub-quiet">{shortly(line.text)}</span></>,
      value: <>{reply.answer !== undefined && <strong>{answerWords[reply.answer]}</strong>}{reply.words !== undefined && <><br /><span class="hub-letter__text">{reply.words}</span></>}</>,
    })),
    ...proposals.map(({ kind, lineId, section, text, because, amounts }) => ({
      key: `Proposal: ${proposalKindWords[kind].toLowerCase()} ${lineId === undefined ? `to section ${section}` : numbers.get(lineId) ?? ''}`,
      value: <><span class="hub-letter__text">{text === '' ? 'Take this line out' : text}</span>{amounts !== undefined && <><br />How much: {amounts}</>}{because !== undefined && <><br /><span class="hub-quiet">Why: {because}</span></>}</>,
    })),
    ...adulthoodPathways.flatMap((pathway) => {
      const reply = pathways[pathway]
      return reply === undefined ? [] : [{ key: pathwayWords[pathway], value: reply.words ?? 'Considered: nothing to add' }]
    }),
  ]
  return rows.length === 0 ? <p class="govuk-body">Nothing is written here.</p> : <SummaryList rows={rows} />
}

/** Its first words, as a heading beside its number. */
const shortly = (text: string): string => (text.length > 70 ? `${text.slice(0, 68).replace(/\s+\S*$/, '')}…` : text)
