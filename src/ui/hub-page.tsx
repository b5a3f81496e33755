// A page of the hub: the layout with this hub's names, the navigation for who is signed in, and the notice that follows an
// act. `CasePage` adds whose case it is and the ways about it.

import type { ComponentChildren } from 'preact'
import type { Role } from '../domain/access/parts.ts'
import type { Instant } from '../domain/calendar/plain-date.ts'
import type { RecordedFact } from '../domain/case-file/facts.ts'
import { isInForce } from '../domain/case-file/tracks.ts'
import { paths } from '../paths.ts'
import { CaseIdentity, CaseNavigation, type HeadOfCase } from './case-head.tsx'
import type { FormErrors, FormTokens } from './form.tsx'
import { ErrorSummaryFor, Form } from './form.tsx'
import { Button } from './govuk/button.tsx'
import type { Crumb } from './govuk/breadcrumbs.tsx'
import { NotificationBanner } from './govuk/notification-banner.tsx'
import type { Help } from './help-block.tsx'
import type { Site } from './layout.tsx'
import { Page } from './layout.tsx'
import { notices } from './notices.ts'
import { navigationFor } from './navigation.ts'
import type { HeldSending } from './can-take-back.tsx'
import { CanTakeBack } from './can-take-back.tsx'
import { OrganisationSwitcher } from './moj/organisation-switcher.tsx'
import { PlanEnding } from './plan-ending.tsx'
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
  readonly assets: { readonly stylesheet: string; readonly script: string; readonly passkeys?: string; /** Of this one answer. */ readonly nonce?: string }
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
  /** A page with a passkey on it: its script comes along. */
  readonly asksForPasskey?: boolean | undefined
  /** Goes elsewhere by itself: for what is shown once. */
  readonly leavesAfter?: { readonly seconds: number; readonly to: string } | undefined
  /** The page goes on to this address by itself. */
  readonly goesOnTo?: string | undefined
}

const serviceName = 'Golden Thread'

function siteOf(frame: PageFrame, councilName: string | undefined): Site {
  return {
    organisation: { name: councilName ?? frame.area?.councilName ?? 'SEND hub', url: paths.start() },
    service: { name: serviceName, url: frame.viewer.kind === 'person' ? paths.home() : paths.start() },
    assets: frame.assets,
    footer: { accessibility: paths.accessibility(), privacy: paths.privacy(), cookies: paths.cookies(), more: [{ href: paths.dates(), text: 'Work out the dates' }, ...(frame.viewer.kind === 'person' ? [{ href: paths.myReminders(), text: 'How we remind you' }, { href: paths.mySignIn(), text: 'How you sign in' }, { href: paths.mySessions(), text: 'Where you are signed in' }] : [])] },
    ...(frame.isDemo ? { demoNotice: 'This is a demonstration. Nobody in it is real. Do not enter anything about a real child.' } : {}),
  }
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

/** On every page of whoever is signed in: one link, and one button behind it, close the families' pages (features/sending). */
const SeesOther = ({ path }: { path: string }) => (
  <p class="govuk-body-s hub-sees-other hub-screen-only"><a class="govuk-link" href={paths.otherInformation({ from: path })}>I can see someone else’s information</a></p>
)

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
export function HubPage({
  frame, title, children, errors, back, breadcrumbs, caseName, help, wide, beforeMain, councilName, mayBeLeftAtOnce = false, goesOnTo, asksForPasskey = false, leavesAfter,
}: HubPageProps) {
  const isFamilyPage = frame.viewer.kind === 'person' && frame.viewer.roles.length === 0
  return (
    <Page
      site={siteOf(frame, councilName)}
      title={title}
      hasErrors={(errors?.length ?? 0) > 0}
      caseName={caseName}
      navigation={navigationFor(frame.viewer, frame.path, frame.area?.code)}
      account={frame.viewer.kind === 'person' ? <Account frame={frame} /> : undefined}
      backLink={back}
      breadcrumbs={breadcrumbs}
      help={help ?? (isFamilyPage && frame.area !== undefined ? helpFor({ area: frame.area }) : undefined)}
      wide={wide}
      exitUrl={isFamilyPage || (mayBeLeftAtOnce && frame.viewer.kind === 'anyone') ? paths.exit() : undefined}
      goesOnTo={goesOnTo}
      moreScript={asksForPasskey ? frame.assets.passkeys : undefined}
      leavesAfter={leavesAfter}
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
        <NotificationBanner success={!frame.notice.startsWith('ended-') && !notAnAct.includes(frame.notice)}>{notices[frame.notice]}</NotificationBanner>
      )}
      <ErrorSummaryFor errors={errors} />
      {children}
      {frame.viewer.kind === 'person' && frame.path !== paths.otherInformation() && <SeesOther path={frame.path} />}
    </Page>
  )
}

/** Notices that say what must be done first, and not what was. */
const notAnAct: readonly string[] = ['begin-again', 'set-up-over', 'left-already', 'take-back-first']

/** An area as far as a page's frame needs it: the council's name, and whom to turn to. */
export interface AreaOfPage {
  readonly code?: string
  readonly name: string
  readonly councilName: string
  readonly officerTitle: string
  readonly contacts: { readonly sendTeam?: { name: string; phone?: string; email?: string }; readonly informationAdviceSupport?: { name: string; phone?: string; email?: string; web?: string } }
}

export interface CaseHead extends HeadOfCase {
  /** What this viewer may read of the ledger: a decision to end the plan is said on every page of the case. */
  readonly facts?: readonly RecordedFact[]
  readonly held?: readonly HeldSending[]
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
      {(caseFile.held ?? []).map((one, index) => <CanTakeBack no={index + 1} held={one} caseKey={caseFile.key} tokens={rest.frame.tokens} />)}
      {caseFile.facts !== undefined && isInForce(caseFile.stage) && <PlanEnding facts={caseFile.facts} parts={caseFile.parts} caseKey={caseFile.key} />}
      {lead}
      {back === undefined && <CaseNavigation head={caseFile} path={rest.frame.path} />}
      {children}
    </HubPage>
  )
}

/** The button that ends most forms. */
export const Continue = ({ children = 'Continue' }: { children?: ComponentChildren }) => <Button>{children}</Button>
