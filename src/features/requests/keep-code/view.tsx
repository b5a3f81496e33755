import { paths } from '../../../paths.ts'
import { Form } from '../../../ui/form.tsx'
import { Button } from '../../../ui/govuk/button.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { HubPage, helpFor } from '../../../ui/hub-page.tsx'
import { TwoThirds } from '../../../ui/layout.tsx'
import type { Draft } from '../draft-store.ts'

interface Props {
  readonly frame: PageFrame
  readonly draft: Draft
  readonly code?: string
  /** Where to come back, in full: it is copied onto paper. */
  readonly address: string
}

export function view({ frame, draft, code, address }: Props) {
  const title = code === undefined ? 'Your return code' : 'Write down how to come back'
  return (
    <HubPage frame={frame} title={title} mayBeLeftAtOnce councilName={draft.area.councilName} help={helpFor(draft)}>
      <TwoThirds>
        <h1 class="govuk-heading-l">{title}</h1>
        {code === undefined
          ? (
            <>
              <p class="govuk-body">For safety we do not show your return code again. If you do not have it, get a new one. The old one will then stop working.</p>
              <Form tokens={frame.tokens}>
                <Button variant="secondary" name="do" value="new">Get a new code</Button>
              </Form>
              <p class="govuk-body"><a class="govuk-link" href={paths.requestTasks(draft.key)}>Go on with your form</a></p>
            </>
          )
          : (
            <>
              <p class="govuk-body">
                You can stop at any time. Your answers are saved each time you press “Continue”. To come back later, or on another
                device, you need both of these.
              </p>
              <SummaryList rows={[
                { key: 'Reference', value: <strong class="hub-code">{draft.reference}</strong> },
                { key: 'Return code', value: <strong class="hub-code">{code}</strong> },
                { key: 'Where to go', value: <>{address}<br />or “Go back to a form you have started” on the {draft.area.councilName} page</> },
              ]} />
              <WarningText>Anyone who has both can read what you write. Keep them where only you can see them. You can write them on paper or take a photo.</WarningText>
              <Form tokens={frame.tokens}>
                <Button>I have written them down</Button>
              </Form>
            </>
          )}
      </TwoThirds>
    </HubPage>
  )
}
