import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { Seal } from '../../../casebook/access/seal-rows.ts'
import type { MarkKind } from '../../../domain/advice/guess-mark.ts'
import { sectionTitles } from '../../../domain/plan/sections.ts'
import type { Answer, WhatBecame } from '../../../domain/plan/what-became-of.ts'
import { paths } from '../../../paths.ts'
import type { TextBlock } from '../../../platform/documents/kept-text.ts'
import { Button } from '../../../ui/govuk/button.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { SealedItem } from '../../../ui/sealed-item.tsx'
import { dateTimeWords, dateWords } from '../../../ui/words.ts'
import type { Advice } from '../advice-store.ts'
import type { MarkedLine } from '../line-store.ts'
import type { ViewsFile } from '../views-file-store.ts'
import { ViewsFiles } from '../views-files.tsx'
import { itemInWords, markWords, titleOfKind } from '../words.ts'
import { stretchesOf } from './highlights.ts'

export interface AdviceView {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly advice: Advice
  readonly lines: readonly MarkedLine[]
  readonly became: readonly Answer[] | undefined
  readonly isFamily: boolean
  readonly isCouncil: boolean
  readonly isOwn: boolean
  readonly mayMark: boolean
  /** The seal on it, when there is one. */
  readonly seal: Seal | undefined
  readonly maySeal: boolean
  readonly mayAboutSeal: boolean
  /** The author, while what the plan's writer asks can be answered. */
  readonly mayAnswer: boolean
  /** Drawings, photographs, recordings and films, and who is looking at them. */
  readonly files: readonly ViewsFile[]
  readonly personId: string
}

const wordsId = (lineId: string): string => `words-${lineId}`
const lineAnchor = (lineId: string): string => `line-${lineId}`

export function view(shown: AdviceView) {
  const { frame, caseFile, advice, lines, isCouncil, isOwn, mayMark } = shown
  const title = `${titleOfKind(advice.kind)}: ${advice.authorName}`
  const key = { ...caseFile.key, adviceId: advice.id }
  const open = caseFile.open
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} back={{ href: paths.adviceList(caseFile.key), text: 'Back to advice' }} wide>
      <h1 class="govuk-heading-l">{title}</h1>
      {shown.seal !== undefined && <SealedItem seal={shown.seal} caseKey={caseFile.key} isLinked={shown.mayAboutSeal} />}
      <About advice={advice} caseFile={caseFile} isCouncil={isCouncil} isFamily={shown.isFamily} isOwn={isOwn} />
      <div class="govuk-button-group">
        {mayMark && <Button href={paths.markAdvice(key)} variant="secondary">Mark lines in this report</Button>}
        {advice.state === 'given' && open.includes('accept-advice') && isProfessional(advice) && <Button href={paths.acceptAdvice(key)}>Accept this advice</Button>}
        {advice.state === 'given' && open.includes('return-advice') && isProfessional(advice) && <a class="govuk-link" href={paths.returnAdvice(key)}>Send it back with reasons</a>}
        {shown.maySeal && shown.seal === undefined && !advice.isCopy && advice.state !== 'working' && <a class="govuk-link" href={paths.sealItem({ ...caseFile.key, thing: 'advice', thingId: advice.id })}>Seal this report</a>}
      </div>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-two-thirds">
          {shown.files.length > 0 && (
            <>
              <h2 class="govuk-heading-m">Drawings, photos and recordings</h2>
              <ViewsFiles caseFile={caseFile} adviceId={advice.id} files={shown.files} names={shown.isFamily ? shown.personId : 'everybody'} />
            </>
          )}
          {advice.isCopy && <InsetText>This is a copy for you. Some words are left out, because they are about somebody else or could harm somebody. Each place says why. You can ask the council about it.</InsetText>}
          <h2 class="govuk-heading-m">{advice.isCopy ? 'The copy for you' : isProfessional(advice) ? 'The report, as received' : 'The words, as received'}</h2>
          {advice.blocks.length === 0 ? <p class="govuk-body">No words came with these views.</p> : <Report advice={advice} lines={lines} />}
        </div>
        <div class="govuk-grid-column-one-third">
          {!advice.isCopy && <Lines {...shown} />}
        </div>
      </div>
    </CasePage>
  )
}

const isProfessional = ({ kind }: Advice): boolean => kind !== 'parental' && kind !== 'child-views'

function About({ advice, caseFile, isCouncil, isFamily, isOwn }: Pick<AdviceView, 'advice' | 'caseFile' | 'isCouncil' | 'isFamily' | 'isOwn'>) {
  return (
    <>
      <SummaryList
        rows={[
          { key: 'Author', value: [advice.authorName, advice.authorRole, advice.registration, advice.organisationName].filter(Boolean).join(', ') },
          !isFamily && { key: 'Item', value: itemInWords(advice.item) },
          advice.dated !== undefined && { key: 'Dated', value: dateWords(advice.dated) },
          advice.contactOn !== undefined && { key: 'Last contact with the child', value: `${dateWords(advice.contactOn)}${advice.contactMethod === undefined ? '' : `, ${advice.contactMethod}`}` },
          advice.knownToService !== undefined && { key: 'Known to social care', value: advice.knownToService ? 'Yes' : 'No' },
          advice.method !== undefined && { key: 'How the views were gathered', value: advice.method },
          advice.supporter !== undefined && { key: 'With the help of', value: advice.supporter },
          advice.channel !== undefined && { key: 'Reached the council', value: channelWords[advice.channel] ?? advice.channel },
          advice.givenAt !== undefined && { key: 'Given', value: dateTimeWords(advice.givenAt) },
          advice.isEarlier && { key: 'Earlier advice', value: `Used again${isFamily ? '' : ' under regulation 6(4)'}, as its author, the council and the family agreed` },
          (advice.documentId !== undefined || advice.isCopy) && { key: 'File', value: <a class="govuk-link" href={paths.adviceFile({ ...caseFile.key, adviceId: advice.id })}>{advice.isCopy ? 'Download this copy' : 'Download the file as it was handed in'}</a> },
        ]}
      />
      {advice.returnReasons !== undefined && (isCouncil || isOwn) && (
        <p class="govuk-inset-text"><strong>{advice.state === 'returned' ? 'Sent back to its author' : 'Was sent back once'}:</strong> {advice.returnReasons}</p>
      )}
    </>
  )
}

const channelWords: Readonly<Record<string, string>> = {
  email: 'by email', letter: 'by post', phone: 'by phone', 'in-person': 'in person', interpreter: 'through an interpreter',
}

function Report({ advice, lines }: { advice: Advice; lines: readonly MarkedLine[] }) {
  return <div class="hub-report">{advice.blocks.map((block) => <Block block={block} text={advice.reportText} lines={lines} />)}</div>
}

function Block({ block, text, lines }: { block: TextBlock; text: string; lines: readonly MarkedLine[] }) {
  if (block.kind === 'rule') return <hr class="govuk-section-break govuk-section-break--visible govuk-section-break--m" />
  const words = stretchesOf(block.start, block.end, lines).map(({ start, end, lineIds, begins }) => {
    const [first] = lineIds
    const part = text.slice(start, end)
    if (first === undefined) return part
    return <>{begins.map((id) => <span id={wordsId(id)} />)}<mark class="hub-report__mark"><a href={`#${lineAnchor(first)}`}>{part}</a></mark></>
  })
  if (block.kind === 'heading') return (block.level ?? 1) <= 2 ? <h3 class="govuk-heading-s">{words}</h3> : <h4 class="govuk-heading-s">{words}</h4>
  return <p class={`govuk-body hub-report__${block.kind}`}>{words}</p>
}

function Lines({ caseFile, advice, lines, became, mayMark, mayAnswer, isFamily }: AdviceView) {
  if (lines.length === 0) return <><h2 class="govuk-heading-m">Lines</h2><p class="govuk-body">{isFamily ? 'No lines are marked in this report yet.' : 'No lines are marked yet.'}</p></>
  return (
    <>
      <h2 class="govuk-heading-m">{became === undefined || isFamily ? 'Lines' : 'What became of each line'}</h2>
      <ol class="govuk-list hub-advice-lines">
        {lines.map((line) => {
          const answer = became?.find(({ adviceLine }) => adviceLine.id === line.id)
          return (
            <li id={lineAnchor(line.id)}>
              <p class="govuk-body govuk-!-margin-bottom-1"><strong>{markWords[line.kind as MarkKind]}</strong>, section <abbr title={sectionTitles[line.section]}>{line.section}</abbr>: {line.text}</p>
              {answer !== undefined && <Became became={answer.became} />}
              {mayAnswer && line.disposition?.kind === 'ask-author' && line.disposition.answer === undefined && (
                <p class="govuk-body">
                  <a class="govuk-link" href={paths.answerAuthorQuestion({ ...caseFile.key, adviceId: advice.id, adviceLineId: line.id })}>
                    Answer this question<span class="govuk-visually-hidden"> about {line.text.slice(0, 60)}</span>
                  </a>
                </p>
              )}
              <p class="govuk-body-s">
                <a class="govuk-link" href={`#${wordsId(line.id)}`}>See the words<span class="govuk-visually-hidden"> of {line.text.slice(0, 60)}</span></a>
                {mayMark && <> <a class="govuk-link" href={paths.adviceLine({ ...caseFile.key, adviceId: advice.id, adviceLineId: line.id })}>Change<span class="govuk-visually-hidden"> {line.text.slice(0, 60)}</span></a></>}
              </p>
            </li>
          )
        })}
      </ol>
    </>
  )
}

function Became({ became }: { became: WhatBecame }) {
  switch (became.kind) {
    case 'stands': return <p class="govuk-body-s">In the draft, as you wrote it.</p>
    case 'changed': return <p class="govuk-body-s">In the draft in other words: {became.inPlan.map(({ text }) => `“${text}”`).join('; ')}</p>
    case 'merged': return <p class="govuk-body-s">In the draft together with others’ words: {became.inPlan.map(({ text }) => `“${text}”`).join('; ')}</p>
    case 'not-used': return <p class="govuk-body-s">Not used: {became.reason}</p>
    case 'waiting':
      switch (became.why) {
        case 'undecided': return <p class="govuk-body-s">Not decided yet.</p>
        case 'ask-author': return <p class="govuk-body-s">The plan writer asks: {became.words}{became.answer !== undefined && <><br />Answer: {became.answer}</>}</p>
        case 'disagree': return <p class="govuk-body-s">Sources disagree, and somebody must decide: {became.words}</p>
        case 'line-removed': return <p class="govuk-body-s">It was in the draft and its line was taken out. Not decided again yet.</p>
      }
  }
}
