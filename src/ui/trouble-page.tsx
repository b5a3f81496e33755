// Pages for what goes wrong: plain words, what to do next, and what was typed given back.

import type { VNode } from 'preact'
import { paths } from '../paths.ts'
import type { FormValues } from './form.tsx'
import { Button } from './govuk/button.tsx'
import type { AreaOfPage, PageFrame } from './hub-page.tsx'
import { HubPage, helpFor } from './hub-page.tsx'
import { notices } from './notices.ts'

export type Trouble = 'not-found' | 'not-allowed' | 'stale-form' | 'signed-out' | 'too-much' | 'unreadable' | 'fault' | 'file-waiting' | 'file-infected' | 'file-failed' | 'words-locked-line' | 'words-locked-issue'

const titles: Record<Trouble, string> = {
  'not-found': 'Page not found',
  'not-allowed': 'You cannot see this page',
  'stale-form': 'This page was open too long',
  'signed-out': 'You were signed out',
  'too-much': 'Too many pages at once',
  unreadable: 'We could not read what was sent',
  fault: 'Sorry, there is a problem with the service',
  'file-waiting': 'We are checking this file',
  'file-infected': 'This file contained a virus',
  'file-failed': 'This file could not be checked',
  'words-locked-line': 'These words cannot be changed',
  'words-locked-issue': 'The plan does not say what was ordered',
}

const words: Record<Trouble, readonly string[]> = {
  'not-found': ['If you typed the address, check it is right.', 'If you followed a link, the page may have moved, or it may be about a child whose case you are not part of.'],
  'not-allowed': ['This page is for other people who work on the case.', 'If you think that you need it, ask the council.'],
  'stale-form': ['To keep you safe we did not save what you sent.', 'Copy what you typed, open the page again and send it once more.'],
  'signed-out': [],
  'too-much': ['A lot was asked for in a short time, so we stopped for a moment to keep the hub quick for everybody.', 'Wait a minute and try again.'],
  unreadable: ['It may have been too big, or it broke off on the way.', 'Go back, and send it again. If you sent files, send them one by one.'],
  fault: ['Try again in a few minutes.', 'Nothing that was saved before is lost.'],
  'file-waiting': ['Every file is checked for viruses before anybody can open it. This one is kept safely and is still waiting.', 'You do not have to send it again. Try again in a few minutes.'],
  'file-infected': ['It has been removed, and nobody could open it.', 'If the council needs what was in it, send a clean copy: for example a PDF made on another computer, or a photo of the paper.'],
  'words-locked-line': ['The Tribunal ordered them, or they were agreed with the family, so they stay as they are until the amended plan is issued.', 'What you typed is below and was not saved. If the words were copied wrongly from the order, put them right on the page of the order: “Disagreements”.'],
  'words-locked-issue': ['Ordered or agreed words are missing, or differ from the order by at least a character. Nothing was issued.', 'Look at “Disagreements”, then the ordered words: each is compared with its line there.'],
  'file-failed': ['The virus checker would not look at this file, often because it is too large. Nobody can open it.', 'Send a smaller copy, or ask the council how else to give it to them.'],
}

/** Why, and what became of what they sent. */
const signedOutWords = (because: string | undefined, isKept: boolean): readonly string[] => [
  (notices[`ended-${because ?? 'here'}`] ?? '').replace(/ ?Sign in to go on\.$/, ''),
  ...(isKept ? ['What you sent was not saved yet, but we kept it for you. Sign in, and you can send it with one button. Files must be chosen again.']
    : ['What you sent was not saved.', 'Copy what you typed, sign in, and send it once more.']),
]

interface Props {
  readonly kind: Trouble
  readonly frame: PageFrame
  readonly typed?: FormValues
  /** Whose SEND team can help: a page for what went wrong must not be the end of the way. */
  readonly helpIn?: AreaOfPage | undefined
  /** Where to go on: the page opened afresh, or the sign-in that leads back to it. */
  readonly to?: string | undefined
  /** Why the session is over, as notices.ts names it, and whether what was sent is kept until they sign in again. */
  readonly because?: string | undefined
  readonly isKept?: boolean
}

export function troublePage({ kind, frame, typed = {}, helpIn, to, because, isKept = false }: Props): VNode {
  const texts = Object.entries(typed).flatMap(([, value]) => (value === undefined ? [] : [value].flat())).filter((text) => text.trim().length > 20)
  return (
    <HubPage frame={frame} title={titles[kind]} help={helpIn === undefined ? undefined : helpFor({ area: helpIn })}>
      <h1 class="govuk-heading-l">{titles[kind]}</h1>
      {(kind === 'signed-out' ? signedOutWords(because, isKept) : words[kind]).map((sentence) => <p class="govuk-body">{sentence}</p>)}
      {texts.length > 0 && (
        <>
          <h2 class="govuk-heading-m">What you typed</h2>
          <p class="govuk-body">{isKept ? 'We keep it for 7 days. Nobody but you can see it.' : 'It was not saved. You can copy it from here.'}</p>
          {texts.map((text) => <pre class="hub-typed govuk-body">{text}</pre>)}
        </>
      )}
      {to !== undefined && <Button href={to}>{kind === 'signed-out' ? 'Sign in' : 'Open the page again'}</Button>}
      <p class="govuk-body">
        <a class="govuk-link" href={frame.viewer.kind === 'person' ? paths.home() : paths.start()}>Go to the start page</a>
      </p>
      {helpIn === undefined && <p class="govuk-body">If you cannot go on, phone your council and ask for the SEND team.</p>}
    </HubPage>
  )
}
