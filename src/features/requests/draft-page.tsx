// The frame of every page of the form: whose it is, that it is saved, where help is.

import type { ComponentChildren } from 'preact'
import { paths } from '../../paths.ts'
import type { FormErrors } from '../../ui/form.tsx'
import { InsetText } from '../../ui/govuk/inset-text.tsx'
import type { PageFrame } from '../../ui/hub-page.tsx'
import { HubPage, helpFor } from '../../ui/hub-page.tsx'
import { TwoThirds } from '../../ui/layout.tsx'
import { dateWords } from '../../ui/words.ts'
import type { Draft } from './draft-store.ts'
import { channelWords, requesterWords } from './words.ts'

interface Props {
  readonly frame: PageFrame
  readonly draft: Draft
  readonly title: string
  readonly errors?: FormErrors
  readonly back?: { readonly href: string; readonly text?: string }
  readonly children: ComponentChildren
}

/** Whom what is typed may reach. Contact and safety stay with the SEND team. */
export const audienceOf = (draft: Pick<Draft, 'area'>, isPrivate: boolean | undefined): readonly string[] =>
  isPrivate === true ? ['you', `the ${draft.area.councilName} SEND team`] : ['you', `the ${draft.area.councilName} SEND team`, 'the people they ask for advice about the child']

export function DraftPage({ frame, draft, title, errors, back, children }: Props) {
  return (
    <HubPage frame={frame} title={title} mayBeLeftAtOnce errors={errors ?? []} councilName={draft.area.councilName} help={helpFor(draft)} back={back ?? { href: paths.requestTasks(draft.key), text: 'Back to your list' }}>
      <TwoThirds>
        {draft.recording !== undefined && (
          <InsetText>You are writing down a request made {channelWords[draft.recording.channel]} by {requesterWords[draft.madeBy]}, received on {dateWords(draft.recording.receivedOn)}.</InsetText>
        )}
        {children}
      </TwoThirds>
    </HubPage>
  )
}
