import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { paths } from '../../../paths.ts'
import type { FormErrors } from '../../../ui/form.tsx'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage, childName } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import { dateWords, weekdayWords } from '../../../ui/words.ts'
import type { Served } from '../served-draft.ts'

export const finishTitle = 'Have you finished with the draft?'

export function view({ frame, caseFile, served, saidOn, errors }: {
  frame: PageFrame; caseFile: CaseFile; served: Served; saidOn?: PlainDate; errors: FormErrors
}) {
  return (
    <CasePage frame={frame} caseFile={caseFile} title={finishTitle} errors={errors} back={{ href: paths.sharedDraft(caseFile.key), text: 'Back to the draft' }}>
      <TwoThirds>
        <span class="govuk-caption-l">{childName(caseFile)}</span>
        <h1 class="govuk-heading-l">{finishTitle}</h1>
        {saidOn === undefined ? (
          <>
            <p class="govuk-body">Your time to answer lasts until {weekdayWords(served.windowLastDay)}. You can use all of it.</p>
            <p class="govuk-body">If you have no more to say, you can tell us now. You do not have to.</p>
            <ul class="govuk-list govuk-list--bullet">
              <li>You do not lose any right. You can still write to us or call us.</li>
              <li>A person at the council will look at what you said. Nothing is done by a machine.</li>
              <li>You only speak for yourself. Others of the family have their own time.</li>
            </ul>
            <Form tokens={frame.tokens}><Button id="finish" preventDoubleClick>I have finished</Button></Form>
          </>
        ) : <InsetText id="finish">You told us on {dateWords(saidOn)} that you have finished. You can still say more about the draft.</InsetText>}
      </TwoThirds>
    </CasePage>
  )
}
