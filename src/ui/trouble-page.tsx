// Pages for what goes wrong: plain words, what to do next, and what was typed given back.

import type { VNode } from 'preact'
import { paths } from '../paths.ts'
import type { FormValues } from './form.tsx'
import type { PageFrame } from './hub-page.tsx'
import { HubPage } from './hub-page.tsx'

export type Trouble = 'not-found' | 'not-allowed' | 'stale-form' | 'fault'

const titles: Record<Trouble, string> = {
  'not-found': 'Page not found',
  'not-allowed': 'You cannot see this page',
  'stale-form': 'This page was open too long',
  fault: 'Sorry, there is a problem with the service',
}

const words: Record<Trouble, readonly string[]> = {
  'not-found': ['If you typed the address, check it is right.', 'If you followed a link, the page may have moved, or it may be about a child whose case you are not part of.'],
  'not-allowed': ['Your part in this case does not include this page.', 'If you think it should, ask the case officer.'],
  'stale-form': ['We could not be sure that this form came from you, so nothing was saved.', 'Go back, copy what you typed if you need to, load the page again and send it once more.'],
  fault: ['Try again in a few minutes.', 'Nothing that was saved before is lost.'],
}

export function troublePage({ kind, frame, typed }: { kind: Trouble; frame: PageFrame; typed: FormValues }): VNode {
  const texts = Object.entries(typed).flatMap(([, value]) => (value === undefined ? [] : [value].flat())).filter((text) => text.trim().length > 20)
  return (
    <HubPage frame={frame} title={titles[kind]}>
      <h1 class="govuk-heading-l">{titles[kind]}</h1>
      {words[kind].map((sentence) => <p class="govuk-body">{sentence}</p>)}
      {texts.length > 0 && (
        <>
          <h2 class="govuk-heading-m">What you typed</h2>
          <p class="govuk-body">It was not saved. You can copy it from here.</p>
          {texts.map((text) => <pre class="hub-typed govuk-body">{text}</pre>)}
        </>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={frame.viewer.kind === 'person' ? paths.home() : paths.start()}>Go to the start page</a>
      </p>
    </HubPage>
  )
}
