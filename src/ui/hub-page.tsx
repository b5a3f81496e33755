// A page of the hub: the layout with this hub's names, the navigation for who is signed in, and the notice that follows an
// act. `CasePage` adds whose case it is and the ways about it.

import type { ComponentChildren } from 'preact'
import type { Role } from '../domain/access/parts.ts'
import { glassRoles } from '../domain/access/parts.ts'
import type { Instant } from '../domain/calendar/plain-date.ts'
import { paths } from '../paths.ts'
import { CaseIdentity, CaseNavigation, type HeadOfCase } from './case-head.tsx'
import type { FormErrors, FormTokens } from './form.tsx'
import { ErrorSummaryFor, Form } from './form.tsx'
import { Button } from './govuk/button.tsx'
import type { Crumb } from './govuk/breadcrumbs.tsx'
import { NotificationBanner } from './govuk/notification-banner.tsx'
import type { NavigationItem } from './govuk/service-navigation.tsx'
import type { Help } from './help-block.tsx'
import type { Site } from './layout.tsx'
import { Page } from './layout.tsx'
import { OrganisationSwitcher } from './moj/organisation-switcher.tsx'
import { SessionEnd, type SessionOnPage } from './session-end.tsx'
import { timeWords } from './words.ts'

/** Who is looking, as far as a page's frame needs to know. */
export type FrameViewer =
  | { readonly kind: 'person'; readonly name: string; readonly isFamily: boolean; readonly roles: readonly { readonly role: Role; readonly organisationName: string }[] }
  | { readonly kind: 'anyone' }
  | { readonly kind: 'system' }

export interface PageFrame {
  readonly viewer: FrameViewer
  readonly path: string
  readonly tokens: FormTokens
  readonly isDemo: boolean
  readonly assets: { readonly stylesheet: string; readonly script: string; /** Of this one answer. */ readonly nonce?: string }
  /** The area that the page belongs to, where it is known. */
  readonly area?: AreaOfPage
  /** A record that the viewer has open in an emergency, whatever page this is. */
  readonly emergency?: { readonly area: string; readonly caseId: string; readonly openingId: string; readonly endsAt: Instant }
  readonly notice?: string
  /** When this session ends; absent for who is not signed in. */
  readonly session?: SessionOnPage
  /** For whom, and where, somebody works who could choose: "Larkfell Primary School, all areas". */
  readonly workingFor?: string
}

export interface HubPageProps {
  readonly frame: PageFrame
  /** The question or name of the page, word for word its h1. */
  readonly title: string
  readonly children: ComponentChildren
  readonly errors?: FormErrors | undefined
  readonly back?: { readonly href: string; readonly text?: string } | undefined
  readonly breadcrumbs?: readonly Crumb[] | undefined
  readonly caseName?: string | undefined
  readonly help?: Help | undefined
  readonly wide?: boolean | undefined
  readonly beforeMain?: ComponentChildren
  /** The council's name, where the page belongs to one area. */
  readonly councilName?: string | undefined
  /** A family page for somebody not signed in, such as a request being written: it too can be left at once. */
  readonly mayBeLeftAtOnce?: boolean | undefined
  /** The page goes on to this address by itself. */
  readonly goesOnTo?: string | undefined
}

const serviceName = 'Golden Thread'

function siteOf(frame: PageFrame, councilName: string | undefined): Site {
  return {
    organisation: { name: councilName ?? frame.area?.councilName ?? 'SEND hub', url: paths.start() },
    service: { name: serviceName, url: frame.viewer.kind === 'person' ? paths.home() : paths.start() },
    assets: frame.assets,
    footer: { accessibility: paths.accessibility(), privacy: paths.privacy(), cookies: paths.cookies(), more: [{ href: paths.dates(), text: 'Work out the dates' }, ...(frame.viewer.kind === 'person' ? [{ href: paths.myReminders(), text: 'How we remind you' }, { href: paths.mySessions(), text: 'Where you are signed in' }] : [])] },
    ...(frame.isDemo ? { demoNotice: 'This is a demonstration. Nobody in it is real. Do not enter anything about a real child.' } : {}),
  }
}

const council: readonly Role[] = ['case-officer', 'plan-writer', 'decision-maker']
const advising: readonly Role[] = ['adviser', 'advice-coordinator', 'health-lead', 'social-care-lead', 'senco']
const schooling: readonly Role[] = ['senco']

/** What the navigation offers, by role: each its own lists. */
export function navigationFor(viewer: FrameViewer, path: string): NavigationItem[] {
  if (viewer.kind !== 'person') return []
  const holds = (roles: readonly Role[]): boolean => viewer.roles.some(({ role }) => roles.includes(role))
  const item = (text: string, href: string): NavigationItem => ({ text, href, current: path === href })
  return [
    item('Home', paths.home()),
    ...(holds(council) ? [item('Team', paths.teamWork())] : []),
    ...(holds([...council, 'health-lead', 'social-care-lead']) ? [item('Delays', paths.delays())] : []),
    ...(holds(council) || holds(schooling) ? [item('Children', paths.caseList())] : []),
    ...(holds(advising) ? [item('Advice', paths.adviceInbox())] : []),
    ...(holds(schooling) ? [item('Consultations', paths.consultationInbox())] : []),
    ...(holds(advising) || holds(schooling) ? [item('Plans', paths.planInbox())] : []),
    ...(holds(council) ? [item('Outbox', paths.outbox())] : []),
    ...(viewer.roles.length > 0 ? [item('Search', paths.search())] : []),
    ...(holds(['access-officer']) ? [{ text: 'Who looked', href: paths.myAccessDesk(), current: /^\/[^/]+\/access(\/|$)/.test(path) }] : []),
    ...(holds(glassRoles) ? [item('Emergency', paths.emergency())] : []),
    ...(holds(['staff-administrator']) ? [item('Let somebody in', paths.waitingIdentities())] : []),
  ]
}

function Account({ frame }: { frame: PageFrame }) {
  if (frame.viewer.kind !== 'person') return null
  return (
    <Form tokens={frame.tokens} action={paths.signOut()} class="hub-sign-out">
      <span class="hub-sign-out__name">{frame.viewer.name}</span>{' '}
      <button type="submit" class="hub-link-button">Sign out</button>
    </Form>
  )
}

/** On every page until it is over, so that nobody forgets that they are where they do not belong. */
function EmergencyBanner({ frame: { emergency, tokens } }: { frame: PageFrame }) {
  if (emergency === undefined) return null
  return (
    <aside class="hub-emergency" aria-label="Record opened in an emergency">
      <p class="govuk-body">
        You opened a record in an emergency. It stays open until {timeWords(emergency.endsAt)}.{' '}
        <a class="govuk-link" href={paths.caseOverview({ area: emergency.area, caseId: emergency.caseId })}>Go to the record</a>
      </p>
      <Form tokens={tokens} action={paths.endEmergency({ openingId: emergency.openingId })}><Button variant="secondary">End now</Button></Form>
    </aside>
  )
}

/** Every page of the hub stands in this. The h1 is the page's own, except that `title` must say the same words. */
export function HubPage({ frame, title, children, errors, back, breadcrumbs, caseName, help, wide, beforeMain, councilName, mayBeLeftAtOnce = false, goesOnTo }: HubPageProps) {
  const isFamilyPage = frame.viewer.kind === 'person' && frame.viewer.roles.length === 0
  return (
    <Page
      site={siteOf(frame, councilName)}
      title={title}
      hasErrors={(errors?.length ?? 0) > 0}
      caseName={caseName}
      navigation={navigationFor(frame.viewer, frame.path)}
      account={frame.viewer.kind === 'person' ? <Account frame={frame} /> : undefined}
      backLink={back}
      breadcrumbs={breadcrumbs}
      help={help ?? (isFamilyPage && frame.area !== undefined ? helpFor({ area: frame.area }) : undefined)}
      wide={wide}
      exitUrl={isFamilyPage || (mayBeLeftAtOnce && frame.viewer.kind === 'anyone') ? paths.exit() : undefined}
      goesOnTo={goesOnTo}
      beforeMain={frame.workingFor === undefined ? beforeMain : (
        <>
          <OrganisationSwitcher label="Working for" link={{ href: paths.workingFor(), text: 'Change' }}>{frame.workingFor}</OrganisationSwitcher>
          {beforeMain}
        </>
      )}
      afterMain={frame.session === undefined ? undefined : <SessionEnd session={frame.session} tokens={frame.tokens} />}
    >
      <EmergencyBanner frame={frame} />
      {frame.notice !== undefined && frame.notice in notices && (errors?.length ?? 0) === 0 && (
        <NotificationBanner success={!frame.notice.startsWith('ended-')}>{notices[frame.notice]}</NotificationBanner>
      )}
      <ErrorSummaryFor errors={errors} />
      {children}
    </Page>
  )
}

/**
 * What is said after an act, by the code that the redirect carries as `?done=`. Only these words are ever shown, so that a
 * made-up link cannot put words on a page.
 */
export const notices: Readonly<Record<string, string>> = {
  saved: 'Saved.',
  sent: 'It has been sent.',
  'signed-out': 'You have signed out.',
  'ended-idle': 'Nobody used this page for a while, so we signed you out to keep it safe. Sign in to go on.',
  'ended-limit': 'You were signed in for as long as one sign-in lasts. Sign in to go on.',
  'ended-elsewhere': 'You were signed out from another browser. Sign in to go on.',
  'ended-provider': 'You signed out where you had signed in, so you are signed out here too. Sign in to go on.',
  'ended-account': 'Your access here has ended. If that is wrong, ask your administrator.',
  'ended-role-ended': 'Your work here has ended, so we signed you out. If that is wrong, ask your administrator.',
  'ended-password': 'The way you sign in was changed, so we signed you out everywhere. Sign in to go on.',
  'ended-here': 'You are signed out. Sign in to go on.',
  'ended-kept': 'You were signed out. We kept what you typed: sign in, and we show it to you.',
  'other-signed-out': 'That browser is signed out.',
  'others-signed-out': 'You are signed out everywhere but here.',
  'working-for-chosen': 'Saved. Your lists show what you chose.',
  'identity-bound': 'Done. They can sign in with that account now.',
  recorded: 'Recorded.',
  'delay-told': 'The family has been told. The letter is with them, or ready in the outbox.',
  'excuse-withdrawn': 'The claim is withdrawn and the legal date binds again. Now tell the family.',
  'advice-asked': 'The requests for advice have been sent.',
  'advice-sent': 'Your advice has been sent to the council.',
  'advice-returned': 'The advice has been sent back to its author with your reasons.',
  'advice-arrived': 'Thank you. The council can see that the request has arrived.',
  'advice-taken': 'This request is yours now.',
  'advice-chased': 'A reminder has been sent.',
  'consultation-chased': 'The setting has been reminded.',
  'reminders-chosen': 'Saved. From now on we remind you like this.',
  'chasing-set': 'Saved. What the worker chases follows this from now on.',
  'target-set': 'Saved. Targets of clocks that start from that day follow it.',
  'advice-withdrawn': 'The request is withdrawn, and the person asked has been told.',
  'advice-excused': 'The reason is recorded. The case can go on without this advice.',
  'advice-accepted': 'The advice is accepted.',
  'advice-reused': 'The earlier advice is on the case, with the agreement of all three.',
  'lines-marked': 'The lines are marked.',
  'term-kept': 'Noted. These words will be looked for before the plan is sent to anyone.',
  'views-saved': 'Thank you. Your views have been saved and shared with the council.',
  decided: 'The decision is recorded and the letter is ready in the outbox.',
  'draft-shared': 'The draft plan has been sent to the family.',
  'proposal-made': 'Thank you. Your comment has been sent to the plan writer.',
  'wish-made': 'Thank you. The council has been told what you asked for.',
  'draft-finished': 'Thank you. We have told the council that you have finished.',
  'proposal-answered': 'Your answer is with the person who wrote it.',
  'wish-answered': 'Your answer is with the family.',
  'consultation-closed': 'The consultation is closed. The setting can no longer see anything of this case.',
  consulted: 'The settings have been sent the draft plan.',
  'consultation-answered': 'Your answer has been sent to the council.',
  issued: 'The final plan is issued and on its way to everyone who needs it.',
  'plan-sent-on': 'The final plan is on its way. You can see here when it is opened.',
  acknowledged: 'Thank you. The council can see that you have the plan.',
  'line-added': 'The line is in the draft.',
  'clash-settled': 'Settled. Both texts stay in the history of the line.',
  'line-restored': 'The wording is back in the draft.',
  'lines-settled': 'Saved. What you decided about the advice is recorded.',
  'lines-settled-by-hand': 'Saved. Somebody whom you asked cannot be reached here: ask them by phone or letter. The timeline says who.',
  'question-answered': 'Thank you. Your answer is with the person who writes the plan.',
  frozen: 'The version is frozen as the draft stands now.',
  'line-removed': 'The line is out of the draft. You can bring it back from its history.',
  corrected: 'The record is corrected. What it said before can still be read.',
  assigned: 'The case has been given to its new officer.',
  posted: 'Marked as posted.',
  'sending-again': 'It will be sent again in a moment.',
  'evidence-added': 'The document is kept with the case.',
  'file-added': 'The file has been added.',
  'file-removed': 'The file has been removed.',
  'young-person-recorded': 'Recorded. The young person can be reached in this way from now on.',
  'capacity-recorded': 'The assessment is recorded.',
  'capacity-doubted': 'Noted. It stays on the list of work until an assessment is recorded.',
  'permission-said': 'Saved. We have written to this parent to say so.',
  'rights-told': 'The letters about the rights are on their way.',
  'emergency-open': 'The record is open to you for four hours. The access officer has been told.',
  'emergency-ended': 'The record is closed to you again.',
  'opening-reviewed': 'Your review is saved.',
  'opening-withheld': 'The family does not read of this opening until you let them.',
  'opening-shown': 'The family can read of this opening now.',
  'unusual-looked': 'Saved. What you found out is kept with it.',
  'code-used': 'Welcome back. Your answers are as you left them.',
}

/** An area as far as a page's frame needs it: the council's name, and whom to turn to. */
export interface AreaOfPage {
  readonly name: string
  readonly councilName: string
  readonly officerTitle: string
  readonly contacts: { readonly sendTeam?: { name: string; phone?: string; email?: string }; readonly informationAdviceSupport?: { name: string; phone?: string; email?: string; web?: string } }
}

export interface CaseHead extends HeadOfCase {
  readonly area: AreaOfPage
  readonly officer?: { readonly name: string; readonly phone?: string; readonly email?: string }
}

/** "Rewan Tahsin": the name the child goes by, then the family's. */
export const childName = ({ child }: { readonly child: Pick<CaseHead['child'], 'preferredName' | 'familyName'> }): string => `${child.preferredName} ${child.familyName}`

/** Named officer first, then the team, then the independent service: always at the foot of a case's pages. */
export function helpFor({ area, officer }: Pick<CaseHead, 'area' | 'officer'>): Help {
  const { sendTeam, informationAdviceSupport: support } = area.contacts
  return {
    ...(officer === undefined ? {} : { officer: { name: officer.name, role: area.officerTitle, phone: officer.phone, email: officer.email } }),
    ...(officer !== undefined || sendTeam === undefined ? {} : { team: sendTeam }),
    ...(support === undefined ? {} : { supportService: { name: support.name, phone: support.phone, email: support.email, url: support.web } }),
  }
}

export interface CasePageProps extends Omit<HubPageProps, 'caseName' | 'help' | 'councilName'> {
  readonly caseFile: CaseHead
  /** What must not be missed, beside the name: "Interpreter: Urdu". */
  readonly alerts?: readonly string[] | undefined
  /** "aged 8", where the page knows what day it is. */
  readonly ageWords?: string | undefined
  /** What comes before the ways about the case: a small screen shows no more than this at first. */
  readonly lead?: ComponentChildren
}

/** A page about one child's case: whose it is, the ways about it (on pages that are not one step of a task), and its help. */
export function CasePage({ caseFile, breadcrumbs, back, children, alerts, ageWords, lead, ...rest }: CasePageProps) {
  const name = childName(caseFile)
  return (
    <HubPage
      {...rest}
      back={back}
      breadcrumbs={back === undefined
        ? breadcrumbs ?? [{ text: 'Home', href: paths.home() }, { text: name, href: paths.caseOverview(caseFile.key) }]
        : undefined}
      caseName={name}
      councilName={caseFile.area.councilName}
      help={helpFor(caseFile)}
      beforeMain={rest.beforeMain ?? <CaseIdentity head={caseFile} ageWords={ageWords} alerts={alerts} />}
    >
      {lead}
      {back === undefined && <CaseNavigation head={caseFile} path={rest.frame.path} />}
      {children}
    </HubPage>
  )
}

/** The button that ends most forms. */
export const Continue = ({ children = 'Continue' }: { children?: ComponentChildren }) => <Button>{children}</Button>
