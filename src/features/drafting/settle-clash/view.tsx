import type { OpenClash } from '../../../casebook/plan/clashes.ts'
import type { LineNow } from '../../../casebook/plan/line-rows.ts'
import type { Attempt, Clash, LineWording, Revision } from '../../../domain/plan/clash.ts'
import { sectionTitles } from '../../../domain/plan/sections.ts'
import { paths } from '../../../paths.ts'
import { RadiosField, TextAreaField } from '../../../ui/fields.tsx'
import type { FormErrors, FormValues } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { Details } from '../../../ui/govuk/details.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { WordDiff } from '../../../ui/word-diff.tsx'
import { dateTimeWords } from '../../../ui/words.ts'
import { DraftPage, draftAudience } from '../draft-page.tsx'
import type { PastRevision } from '../draft-store.ts'
import { fieldRows } from '../field-words.ts'
import { longestText } from '../line-fields/form.ts'
import type { Draft } from '../open-draft.ts'

interface Props {
  readonly frame: PageFrame
  readonly draft: Draft
  readonly line: LineNow
  readonly clash: Clash
  readonly theirs: Revision
  readonly mine: Attempt
  readonly base: Revision | undefined
  readonly both: LineWording | undefined
  readonly open: OpenClash | undefined
  readonly revisions: readonly PastRevision[]
  readonly errors: FormErrors
  readonly values: FormValues
}

function Text({ attempt, line }: { attempt: Attempt; line: LineNow }) {
  if (attempt.isRemoved) return <p class="govuk-body"><em>Takes the line out of the draft.</em></p>
  return (
    <>
      <p class="govuk-body hub-line-text">{attempt.wording.text}</p>
      <p class="govuk-body-s">Section {attempt.wording.section}</p>
      {fieldRows(line.kind, attempt.wording.fields).map(({ label, words }) => <p class="govuk-body-s govuk-!-margin-bottom-1">{label}: {words}</p>)}
    </>
  )
}

const textOf = (attempt: Attempt): string => (attempt.isRemoved ? '' : attempt.wording.text)

export function view({ frame, draft, line, clash, theirs, mine, base, both, open, revisions, errors, values }: Props) {
  const key = { ...draft.caseFile.key, lineId: line.id }
  const isMine = frame.viewer.kind === 'person' && open?.byName === frame.viewer.name
  const kept = open?.byName ?? 'the other person'
  const latest = revisions.at(-1)
  const whoseKept = isMine ? 'Your text' : `The text of ${kept}`
  const title = mine.by === theirs.by ? 'This line was changed in two places' : 'Two people changed this line'
  return (
    <DraftPage
      frame={frame} draft={draft} title={title} here={theirs.wording.section} errors={errors} on={line.id} withClashes={false}
      caption={`Section ${theirs.wording.section}: ${sectionTitles[theirs.wording.section]}`} back={{ href: paths.planLine(key), text: 'Back to the line' }}
    >
      <p class="govuk-body">Nothing is lost: both texts are kept, and both stay in the history whatever you choose.</p>
      <div class="hub-two-texts">
        <section>
          <h2 class="govuk-heading-s">In the draft now</h2>
          {latest !== undefined && <p class="govuk-hint">{latest.by}{latest.organisation !== undefined && `, ${latest.organisation}`}, {dateTimeWords(latest.at)}</p>}
          <Text attempt={theirs} line={line} />
        </section>
        <section>
          <h2 class="govuk-heading-s">{whoseKept}</h2>
          {open !== undefined && <p class="govuk-hint">Kept {dateTimeWords(open.keptAt)}</p>}
          <Text attempt={mine} line={line} />
        </section>
      </div>
      <Details summary="What differs, word by word"><WordDiff before={textOf(theirs)} after={textOf(mine)} /></Details>
      {base !== undefined && <Details summary="What the line said before either change"><p class="govuk-body hub-line-text">{base.wording.text}</p></Details>}
      {clash.settled !== undefined ? <InsetText>This was settled. The line now says what is in the draft.</InsetText> : (
        <Form tokens={frame.tokens}>
          <input type="hidden" name="base" value={theirs.n} />
          <RadiosField
            name="choice" legend="What is the line to say?" errors={errors} values={values}
            items={[
              { value: 'theirs', text: 'What is in the draft now' },
              { value: 'mine', text: whoseKept },
              both !== undefined && { value: 'both', text: 'Both, one after the other', hint: 'The text in the draft first.' },
              {
                value: 'merged', text: 'Other words, made from the two', conditional: (
                  <TextAreaField
                    name="text" label="The words of the line" hint="The amounts and other fields stay as they are in the draft now." rows={7} maxLength={longestText} threshold={75}
                    errors={errors} values={{ text: [textOf(theirs), textOf(mine)].filter((text) => text !== '').join('\n\n'), ...values }} whoCanSee={draftAudience}
                  />
                ),
              },
            ]}
          />
          <Button preventDoubleClick>Settle</Button>
        </Form>
      )}
    </DraftPage>
  )
}
