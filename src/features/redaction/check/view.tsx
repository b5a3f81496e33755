import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { foundAsWords } from '../../../domain/redaction/passage.ts'
import { removalReasonRows } from '../../../domain/redaction/reasons.ts'
import { paths } from '../../../paths.ts'
import { documentView } from '../../../platform/documents/to-html.tsx'
import { CheckboxesField, RadiosField, TextAreaField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import { Table } from '../../../ui/govuk/table.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateTimeWords } from '../../../ui/words.ts'
import type { MadeCopy } from '../copy-document.ts'
import { groupsOf } from '../passages/form.ts'
import type { MarkedPassage, Redaction } from '../redaction-store.ts'

export const longestWords = 1000

interface Props {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly redaction: Redaction
  readonly passages: readonly MarkedPassage[]
  readonly copy: MadeCopy
  /** Words that are removed in one place and stand in another. */
  readonly still: readonly string[]
  /** Whoever looks marked it: somebody else must release it. */
  readonly isOwn: boolean
  readonly errors: FormErrors
  readonly values: FormValues
}

export function view({ frame, caseFile, redaction, passages, copy, still, isOwn, errors, values }: Props) {
  const isWaiting = redaction.state === 'checking'
  const title = isWaiting ? 'Check the copy' : 'The copy'
  const mayAnswer = caseFile.open.includes('release-copy') && !(isWaiting && isOwn) && redaction.state !== 'marking'
  const groups = groupsOf(redaction.text, passages)
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} errors={errors} back={{ href: paths.caseCopies(caseFile.key), text: 'Copies' }}>
      <TwoThirds>
        <span class="govuk-caption-l">{redaction.title}, for {redaction.readerName}</span>
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">Why they do not get it whole: {redaction.why}</p>
        {redaction.markedByName !== undefined && redaction.markedAt !== undefined && <p class="govuk-body">Marked by {redaction.markedByName}, {dateTimeWords(redaction.markedAt)}.</p>}
        {redaction.state === 'released' && redaction.releasedAt !== undefined && <p class="govuk-body">Released by {redaction.releasedByName}, {dateTimeWords(redaction.releasedAt)}.</p>}
        {isWaiting && isOwn && <InsetText>You marked this copy. Another SEND manager must read it and release it. Until then {redaction.readerName} has nothing of it.</InsetText>}
        {isWaiting && !isOwn && !caseFile.open.includes('release-copy') && <InsetText>A SEND manager who did not mark it must read it and release it.</InsetText>}
        {redaction.state === 'marking' && <InsetText>This copy is still being marked. <a class="govuk-link" href={paths.copyPassages({ ...caseFile.key, redactionId: redaction.id })}>Mark what is removed</a></InsetText>}
      </TwoThirds>
      {groups.length > 0 && (
        <Table
          caption="What was decided" captionSize="m"
          head={[{ content: 'Words' }, { content: 'Found as' }, { content: 'Decided' }]}
          rows={groups.map(({ words, passages: [first, ...rest] }) => [
            { content: words }, { content: first === undefined ? '' : `${foundAsWords[first.foundAs]}${rest.length > 0 ? `, ${rest.length + 1} places` : ''}` },
            { content: first?.choice === 'remove' ? `Removed: ${removalReasonRows[first.reason].words.toLowerCase()}` : first?.choice === 'keep' ? 'Stays' : 'Not decided' },
          ])}
        />
      )}
      <TwoThirds>
        <h2 class="govuk-heading-m">Exactly what {redaction.readerName} {redaction.state === 'released' ? 'gets' : 'will get'}</h2>
        <div class="hub-copy">{documentView(copy.document, { inside: true })}</div>
        {mayAnswer && (
          <Form tokens={frame.tokens}>
            <input type="hidden" name="sha256" value={copy.sha256} />
            {isWaiting && still.length > 0 && (
              <CheckboxesField
                name="still" legend={`These words are removed in one place and still stand in another: ${still.map((words) => `“${words}”`).join(', ')}`} errors={errors} values={values}
                items={[{ value: 'yes', text: 'I have looked at each place, and they may stay there' }]}
              />
            )}
            <RadiosField
              name="answer" legend={isWaiting ? 'Is the copy released?' : 'Take the copy back?'} errors={errors} values={values}
              items={[
                ...(isWaiting ? [{ value: 'release', text: 'Release it', hint: `${redaction.readerName} can open it at once` }] : []),
                { value: 'return', text: isWaiting ? 'Send it back' : 'Take it back to be changed', hint: `${redaction.readerName} has nothing of it until it is released` },
              ]}
            />
            <TextAreaField name="words" label="If it goes back: what must change?" whoCanSee={[`the ${caseFile.area.councilName} SEND team`]} rows={3} maxLength={longestWords} errors={errors} values={values} />
            <Button preventDoubleClick>Save</Button>
          </Form>
        )}
      </TwoThirds>
    </CasePage>
  )
}
