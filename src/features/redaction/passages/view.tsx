import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { foundAsWords } from '../../../domain/redaction/passage.ts'
import { removalReasonRows, removalReasons } from '../../../domain/redaction/reasons.ts'
import { paths } from '../../../paths.ts'
import { RadiosField, SelectField, TextAreaField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { Details } from '../../../ui/govuk/details.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import type { MarkedPassage, Redaction } from '../redaction-store.ts'
import type { PassageGroup } from './form.ts'
import { choiceField, groupsOf, reasonField } from './form.ts'

interface Props {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly redaction: Redaction
  readonly passages: readonly MarkedPassage[]
  readonly errors: FormErrors
  readonly values: FormValues
}

const reasonItems = removalReasons.map((reason) => ({ value: reason, text: removalReasonRows[reason].words }))

export function view({ frame, caseFile, redaction, passages, errors, values }: Props) {
  const title = 'What is removed'
  const groups = groupsOf(redaction.text, passages)
  const isOpen = redaction.state === 'marking' && caseFile.open.includes('mark-copy') && redaction.text !== ''
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.caseCopies(caseFile.key), text: 'Copies' }}>
      <TwoThirds>
        <span class="govuk-caption-l">{redaction.title}, for {redaction.readerName}</span>
        <h1 class="govuk-heading-l">{title}</h1>
        {redaction.returnedWords !== undefined && <InsetText>Sent back by whoever checked it: {redaction.returnedWords}</InsetText>}
        {redaction.text === '' && <WarningText>Nothing in this document can be read here. {redaction.readerName} has nothing of it. Black out what must not be seen on paper, scan it and add the scan as a new document.</WarningText>}
        {redaction.state !== 'marking' && <InsetText>This copy {redaction.state === 'checking' ? 'waits for its check' : 'is released'}. <a class="govuk-link" href={paths.copyCheck({ ...caseFile.key, redactionId: redaction.id })}>See it as the reader gets it</a></InsetText>}
        {isOpen && (
          <>
            <p class="govuk-body">We looked for other people’s names, addresses, phone numbers and dates of birth, and for words noted to be kept out. We cannot know whom a name belongs to, and may have missed some: read the report yourself.</p>
            <Form tokens={frame.tokens}>
              {groups.length === 0 ? <p class="govuk-body">Nothing was found.</p> : <h2 class="govuk-heading-m">Found in the report</h2>}
              {groups.map((group) => <Group group={group} text={redaction.text} blocks={redaction.blocks} errors={errors} values={values} />)}
              <h2 class="govuk-heading-m">Other words to remove</h2>
              <TextAreaField name="more" label="Words, as they stand in the report" hint="One name or sentence a line. Each is removed wherever it stands." whoCanSee={[`the ${caseFile.area.councilName} SEND team`]} rows={4} errors={errors} values={values} />
              <SelectField name="moreReason" label="Why are these removed?" errors={errors} values={values} items={[{ value: '', text: 'Choose' }, ...reasonItems]} />
              <div class="govuk-button-group">
                <Button name="next" value="save" variant="secondary">Save and look again</Button>
                <Button name="next" value="check" preventDoubleClick>Send it for a check</Button>
              </div>
            </Form>
          </>
        )}
        {redaction.text !== '' && (
          <Details summary="The whole report, with what was found marked">
            <div class="hub-report">{redaction.blocks.map((block) => <p class="govuk-body">{marked(redaction.text, block, passages)}</p>)}</div>
          </Details>
        )}
      </TwoThirds>
    </CasePage>
  )
}

function Group({ group, text, blocks, errors, values }: { group: PassageGroup; text: string; blocks: Redaction['blocks']; errors: FormErrors; values: FormValues }) {
  const { key, words, passages } = group
  const [first] = passages
  if (first === undefined) return null
  const shown: FormValues = { [choiceField(key)]: first.choice ?? '', [reasonField(key)]: first.reason, ...values }
  return (
    <div class="hub-passage">
      <RadiosField
        name={choiceField(key)} legend={`“${words}”`} inline errors={errors} values={shown}
        hint={<>{foundAsWords[first.foundAs]}{passages.length > 1 && `, in ${passages.length} places`}. {passages.slice(0, 5).map((passage) => <span class="hub-passage__place">{paragraphWords(blocks, passage)}: {around(text, passage)}</span>)}</>}
        items={[{ value: 'remove', text: 'Remove' }, { value: 'keep', text: 'Keep' }]}
      />
      <SelectField name={reasonField(key)} label={<>Why<span class="govuk-visually-hidden"> “{words}” is removed</span></>} errors={errors} values={shown} items={reasonItems} />
    </div>
  )
}

const paragraphWords = (blocks: Redaction['blocks'], { start }: MarkedPassage): string => {
  const index = blocks.findIndex((block) => block.start <= start && block.end > start)
  const page = blocks[index]?.page
  return `Paragraph ${index + 1}${page === undefined ? '' : `, page ${page}`}`
}

const reach = 60

function around(text: string, { start, end }: MarkedPassage) {
  const before = text.slice(Math.max(0, start - reach), start).replace(/^\S*\s/, '')
  const after = text.slice(end, end + reach).replace(/\s\S*$/, '')
  return <>… {before}<mark>{text.slice(start, end)}</mark>{after} …</>
}

function marked(text: string, { start, end }: { start: number; end: number }, passages: readonly MarkedPassage[]) {
  const inside = passages.filter((one) => one.start < end && one.end > start && one.choice !== 'keep')
  let at = start
  const out = inside.map((one) => {
    const piece = <>{text.slice(at, Math.max(at, one.start))}<mark>{text.slice(Math.max(at, one.start), Math.min(one.end, end))}</mark></>
    at = Math.min(one.end, end)
    return piece
  })
  return <>{out}{text.slice(at, end)}</>
}
