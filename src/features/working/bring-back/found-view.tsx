import type { LineId } from '../../../domain/ids.ts'
import { sections, sectionTitles } from '../../../domain/plan/sections.ts'
import type { Judged, Verdict } from '../../../domain/plan/working/judge.ts'
import { paths } from '../../../paths.ts'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { choicesOf, Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { ErrorMessage } from '../../../ui/govuk/error-message.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import { Select } from '../../../ui/govuk/select.tsx'
import { Tag } from '../../../ui/govuk/tag.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage, childName } from '../../../ui/hub-page.tsx'
import { WordDiff } from '../../../ui/word-diff.tsx'
import { dateTimeWords, listWords, plural } from '../../../ui/words.ts'
import type { BroughtBack } from '../copy-store.ts'
import type { Working } from '../open-working.ts'
import { canBeAsked } from './bring-back.ts'
import { placeField } from './form.ts'

interface Props {
  readonly frame: PageFrame
  readonly working: Working
  readonly brought: BroughtBack
  readonly all: readonly Judged[]
  /** "F3", by line. */
  readonly names: ReadonlyMap<LineId, string>
  readonly errors: FormErrors
  /** What was ticked before; absent on the first showing. */
  readonly values?: FormValues
}

const verdicts: Record<Verdict, { words: string; colour: 'blue' | 'yellow' | 'grey' | 'orange' }> = {
  'to-propose': { words: 'To ask for', colour: 'blue' }, clash: { words: 'The line was changed meanwhile', colour: 'orange' },
  'says-so-already': { words: 'The plan says it by now', colour: 'grey' }, 'asked-already': { words: 'Asked for before', colour: 'grey' }, 'to-place': { words: 'Could not be placed', colour: 'yellow' },
}

export function foundView({ frame, working, brought, all, names, errors, values }: Props) {
  const { caseFile } = working
  const title = 'What the file asks for'
  const toAsk = all.filter(canBeAsked)
  const toPlace = all.filter(({ verdict }) => verdict === 'to-place')
  const known = all.filter(({ verdict }) => verdict === 'says-so-already' || verdict === 'asked-already')
  const error = errors.find(({ field }) => field === 'keep')?.message
  const ticked = values === undefined ? toAsk.filter((one) => isTickedAtFirst(one, brought)).map(({ key }) => key) : choicesOf(values, 'keep')
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.planWorkingBack(caseFile.key), text: 'Back' }} wide>
      <span class="govuk-caption-l">{childName(caseFile)}</span>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">Brought {dateTimeWords(brought.broughtAt)}. {plural(all.length, 'difference')} found: {toAsk.length} to ask for, {toPlace.length} that could not be placed, {known.length} that need nothing. The file itself is kept.</p>
      {!brought.hasMarks && <InsetText>The hidden marks of the file are gone, so its lines were known by their words. Look at each with care.</InsetText>}
      {brought.missing.length > 0 && <InsetText>{brought.missing.length === 1 ? `Section ${brought.missing[0]} is` : `Sections ${listWords([...brought.missing])} are`} not in the file. Nothing is asked of {brought.missing.length === 1 ? 'it' : 'them'}.</InsetText>}
      <Form tokens={frame.tokens}>
        {toAsk.length > 0 && <h2 class="govuk-heading-m">Tick what to ask for</h2>}
        {error !== undefined && <div id="keep" tabIndex={-1}><ErrorMessage>{error}</ErrorMessage></div>}
        {toAsk.map((one) => <Asked one={one} names={names} isTicked={ticked.includes(one.key)} />)}
        {toPlace.length > 0 && <h2 class="govuk-heading-m">Could not be placed</h2>}
        {toPlace.map((one) => <Unplaced one={one} values={values} />)}
        {known.length > 0 && <h2 class="govuk-heading-m">Nothing to do</h2>}
        {known.map((one) => <div class="hub-found"><Head one={one} names={names} /><What one={one} /></div>)}
        <p class="govuk-body-s">Who can see what you ask for: {listWords(['you', ...(brought.onBehalfOf === undefined ? [] : ['the family member whose changes they are']), `the ${caseFile.area.councilName} SEND team`])}.</p>
        <Button preventDoubleClick>Ask for what is ticked</Button>
      </Form>
    </CasePage>
  )
}

/** A line that is not in the file is asked out by itself only where the file still had its marks: it may just have been lost. */
const isTickedAtFirst = ({ difference }: Judged, { hasMarks }: BroughtBack): boolean => difference.kind !== 'remove' || hasMarks

const kindWords = { change: 'Other words', remove: 'Take it out', add: 'Something to add', comment: 'Comment', unplaced: 'Words that belong to no line' } as const

/** A change of boxes alone is no change of words. */
const whatWords = ({ difference }: Judged): string =>
  (difference.kind === 'change' && difference.boxes !== undefined ? difference.was === difference.wanted ? 'Other details' : 'Other words and details' : kindWords[difference.kind])

function placeOf({ difference, section }: Judged, names: Props['names']): string {
  const lineId = 'lineId' in difference ? difference.lineId : undefined
  if (lineId !== undefined) return names.get(lineId) ?? `Section ${section ?? ''}, a line that was taken out`
  return section === undefined ? 'No section' : `Section ${section}`
}

function Head({ one, names }: { one: Judged; names: Props['names'] }) {
  const { words, colour } = verdicts[one.verdict]
  return <p class="govuk-body govuk-!-margin-bottom-1"><strong>{placeOf(one, names)}: {whatWords(one)}</strong> <Tag colour={colour}>{words}</Tag></p>
}

/** The change, word by word; of a clash also what the line says by now, so that nothing is chosen unseen. */
function What({ one: { difference, verdict, now } }: { one: Judged }) {
  const by = 'by' in difference ? difference.by : undefined
  return (
    <>
      {difference.kind === 'change' && (difference.boxes === undefined || difference.was !== difference.wanted) && <WordDiff before={difference.was} after={difference.wanted} />}
      {difference.kind === 'change' && difference.boxes?.map(({ label, was, wanted }) => <><p class="govuk-body-s govuk-!-margin-bottom-1">{label}:</p><WordDiff before={was} after={wanted} /></>)}
      {difference.kind === 'remove' && <WordDiff before={difference.was} after="" />}
      {difference.kind === 'unplaced' && difference.was !== undefined && difference.was !== '' && <WordDiff before={difference.was} after={difference.wanted} />}
      {(difference.kind === 'add' || difference.kind === 'comment' || (difference.kind === 'unplaced' && (difference.was ?? '') === '')) && <p class="govuk-body hub-marked">{difference.wanted}</p>}
      {by !== undefined && <p class="govuk-body-s govuk-hint">A comment of {by} in the file</p>}
      {verdict === 'clash' && (
        <div class="hub-working-said">
          <p class="govuk-body-s govuk-!-margin-bottom-1"><strong>Since the copy was made:</strong> {now === undefined ? 'the line was taken out.' : 'the line says now'}</p>
          {now !== undefined && <p class="govuk-body hub-marked">{now}</p>}
          <p class="govuk-body-s">Both are kept. If you ask for it, whoever answers sees all three texts.</p>
        </div>
      )}
    </>
  )
}

function Asked({ one, names, isTicked }: { one: Judged; names: Props['names']; isTicked: boolean }) {
  const id = `keep-${one.key}`
  return (
    <div class="hub-found">
      <Head one={one} names={names} />
      <What one={one} />
      <div class="govuk-checkboxes govuk-checkboxes--small" data-module="govuk-checkboxes">
        <div class="govuk-checkboxes__item">
          <input class="govuk-checkboxes__input" id={id} name="keep" type="checkbox" value={one.key} checked={isTicked} />
          <label class="govuk-label govuk-checkboxes__label" for={id}>Ask for it<span class="govuk-visually-hidden">: {placeOf(one, names)}</span></label>
        </div>
      </div>
    </div>
  )
}

function Unplaced({ one, values }: { one: Judged; values: FormValues | undefined }) {
  const name = placeField(one.key)
  const typed = values?.[name]
  return (
    <div class="hub-found">
      <What one={one} />
      <Select
        name={name} label="Where does it belong?" value={typeof typed === 'string' ? typed : ''}
        items={[{ value: '', text: 'Leave it: it stays in the file that is kept' }, ...sections.filter((section) => section !== 'I' && section !== 'K').map((section) => ({ value: section, text: `Ask to add it to section ${section}: ${sectionTitles[section]}` }))]}
      />
    </div>
  )
}
