// What a family can do about a case, by where it is: always the same order, from the quickest to the last.

import type { ComponentChildren } from 'preact'
import type { CaseFile, Contact } from '../../../casebook/open-case-file.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { Line } from '../../../domain/timeline/line-of.ts'
import { paths } from '../../../paths.ts'
import { dateWords } from '../../../ui/words.ts'

export interface Routes {
  /** A date of the law has passed: of the council's own, or of those whom it asked. */
  readonly isLate: boolean
  readonly isOurs: boolean
  /** Until when the Tribunal must have an appeal, while it still can be made. */
  readonly appealBy: PlainDate | undefined
  readonly contactAdviserBy: PlainDate | undefined
  readonly isPlanInForce: boolean
}

export function routesOf({ steps, beside, before }: Line): Routes {
  const disagree = steps.find(({ step, state }) => step === 'if-you-disagree' && state === 'now')
  const late = [...steps, ...beside].filter(({ state, whoHolds, dueBy }) => state === 'late' && whoHolds !== 'family' && dueBy === 'law')
  return {
    isLate: late.length > 0, isOurs: late.some(({ whoHolds }) => whoHolds === 'council'),
    appealBy: disagree?.dueOn, contactAdviserBy: beside.find(({ reading, state }) => reading?.clock.id === 'MED-01' && state === 'now')?.dueOn, isPlanInForce: before.length > 0,
  }
}

/** The two or three that matter most, in a line. */
export function QuickRoutes({ caseFile, routes }: { caseFile: CaseFile; routes: Routes }) {
  return (
    <>
      <a class="govuk-link" href={paths.caseMessages(caseFile.key)}>{routes.isLate ? 'Ask us about the delay' : 'Send us a message'}</a>
      {' or '}
      <a class="govuk-link" href="#what-you-can-do">{routes.appealBy !== undefined ? 'see how to appeal and get help' : routes.isLate ? 'get help or complain' : 'get free help'}</a>
    </>
  )
}

export function WhatYouCanDo({ caseFile, routes }: { caseFile: CaseFile; routes: Routes }) {
  const { area } = caseFile
  const { informationAdviceSupport: support, mediationAdviser } = area.contacts
  const toMessages = paths.caseMessages(caseFile.key)
  const isDraftOut = caseFile.open.includes('make-wish')
  return (
    <>
      <h2 class="govuk-heading-m" id="what-you-can-do">What you can do</h2>
      <ul class="govuk-list govuk-list--bullet govuk-list--spaced">
        <li><a class="govuk-link" href={toMessages}>Send us a message</a>. {routes.isLate ? 'Ask why it is late, and when it will be done.' : 'Ask us anything about the case.'}</li>
        <li>
          <a class="govuk-link" href={isDraftOut ? paths.makeWish(caseFile.key) : toMessages}>Ask for a meeting</a>.{' '}
          {routes.isPlanInForce ? 'If the plan no longer fits, ask us to look at it early.' : 'You do not have to wait until a step is done.'}
        </li>
        {support !== undefined && <li><strong>{support.name}</strong> can help you for free, and is not part of the council{waysTo(support)}.</li>}
        {routes.contactAdviserBy !== undefined && (
          <li>
            <strong>Mediation.</strong> If you do not agree, tell the mediation adviser by <strong>{dateWords(routes.contactAdviserBy)}</strong>
            {mediationAdviser === undefined ? '.' : <>: {mediationAdviser.name}{waysTo(mediationAdviser)}.</>}
          </li>
        )}
        {routes.appealBy !== undefined && (
          <li><strong>Appeal.</strong> The Tribunal must have your appeal by 5 pm on <strong>{dateWords(routes.appealBy)}</strong>. Your letter says how. For some appeals you first need a paper from the mediation adviser.</li>
        )}
        <li>
          <strong>Complain</strong> to {area.councilName}{routes.isLate ? ', if our answer is not good enough' : ', if something goes wrong'}. After that you can go to the Local Government and Social Care Ombudsman, at no cost.
        </li>
      </ul>
    </>
  )
}

function waysTo({ phone, email, web }: Contact): ComponentChildren {
  return (
    <>
      {phone !== undefined && <>, phone {phone}</>}
      {phone === undefined && email !== undefined && <>, email {email}</>}
      {web !== undefined && <>, <a class="govuk-link" href={web}>website</a></>}
    </>
  )
}
