// Whose case a page is about, and the ways to its sides. The same on every page of a case.

import type { Part } from '../domain/access/parts.ts'
import { councilTeam, ofFamily } from '../domain/access/parts.ts'
import { mayLook } from '../domain/access/policy.ts'
import type { SightName } from '../domain/access/sights.ts'
import type { PlainDate } from '../domain/calendar/plain-date.ts'
import type { Stage } from '../domain/case-file/tracks.ts'
import { inForce } from '../domain/case-file/tracks.ts'
import { paths } from '../paths.ts'
import { IdentityBar } from './moj/identity-bar.tsx'
import type { SubNavigationItem } from './moj/sub-navigation.tsx'
import { SubNavigation } from './moj/sub-navigation.tsx'
import { dateWords } from './words.ts'

interface Key { readonly area: string; readonly caseId: string }

export interface HeadOfCase {
  readonly key: Key
  readonly area: { readonly name: string }
  readonly reference: string
  readonly stage: Stage
  readonly child: { readonly preferredName: string; readonly givenName: string; readonly familyName: string; readonly bornOn: PlainDate }
  readonly parts: readonly Part[]
  /** The rights are the young person's, or soon will be. */
  readonly rightsMatter?: boolean
}

/** One side of a case: who may look is the sights table's answer; `at` leaves out what cannot exist yet. */
interface Side {
  readonly sight: SightName
  readonly staff: string
  readonly family?: string
  readonly to: (key: Key) => string
  readonly at?: readonly Stage[]
  /** Narrows a sight that several parts have to those for whom the page is made. */
  readonly who?: readonly Part[]
  /** Only from a year before the rights pass to the young person. */
  readonly ofRights?: true
  /** Of the people and papers of a case, and not of its plan: staff, who have many sides, find these in a row of their own. */
  readonly isBeside?: true
}

const withDraft: readonly Stage[] = ['drafting', 'draft-out']
const underWay: readonly Stage[] = ['reviewing', 'amending']
const outsideCouncil: readonly Part[] = [...ofFamily, 'school', 'adviser', 'health-lead', 'social-care-lead']

const sides: readonly Side[] = [
  { sight: 'overview', staff: 'Overview', family: 'Where are we?', to: paths.caseOverview },
  { sight: 'request', staff: 'Request', family: 'The request', to: paths.caseRequest },
  { sight: 'advice-list', staff: 'Advice', family: 'Advice and views', to: paths.adviceList, at: ['assessing', 'drafting', 'draft-out', ...inForce, 'no-plan'] },
  { sight: 'working-draft', staff: 'Draft plan', to: paths.plan, at: withDraft, who: [...councilTeam, 'break-glass'] },
  { sight: 'working-document', staff: 'Working document', family: 'The plan side by side', to: paths.planWorking, at: underWay },
  { sight: 'shared-draft', staff: 'Draft as sent', family: 'Draft plan', to: paths.sharedDraft, at: ['draft-out'], who: outsideCouncil },
  { sight: 'consultations', staff: 'Settings', to: paths.consultSettings, at: ['draft-out', ...inForce] },
  { sight: 'final-plan', staff: 'Final plan', family: 'The plan', to: paths.finalPlan, at: inForce },
  { sight: 'reviews', staff: 'Reviews', family: 'Review meetings', to: paths.caseReviews, at: inForce },
  { sight: 'plan-currency', staff: 'Age', family: 'How old the plan is', to: paths.planCurrency, at: inForce },
  { sight: 'own-changes', staff: 'Changes', family: 'Something changed?', to: paths.changes, at: inForce },
  { sight: 'disagreements', staff: 'Disagreements', family: 'If you do not agree', to: paths.disagreements, at: ['not-assessed', 'no-plan', ...inForce] },
  { sight: 'return-items', staff: 'National return', to: paths.returnItems, isBeside: true },
  { sight: 'messages', staff: 'Messages', to: paths.caseMessages, isBeside: true },
  { sight: 'letters', staff: 'Letters', to: paths.caseLetters, isBeside: true },
  { sight: 'copies', staff: 'Copies', to: paths.caseCopies, isBeside: true },
  { sight: 'timeline', staff: 'Timeline', family: 'What has happened', to: paths.caseTimeline, isBeside: true },
  { sight: 'family-details', staff: 'Family', to: paths.caseFamily, isBeside: true },
  { sight: 'rights', staff: 'Rights', family: 'Who decides and who helps', to: paths.caseRights, ofRights: true, isBeside: true },
  { sight: 'people-on-case', staff: 'People', family: 'Who can see this', to: paths.casePeople, isBeside: true },
  { sight: 'access-record', staff: 'Who looked', family: 'Who looked', to: paths.whoLooked, isBeside: true },
]

const isOfFamilyOnly = ({ parts }: Pick<HeadOfCase, 'parts'>): boolean => parts.length > 0 && parts.every((part) => ofFamily.includes(part))

/** The sides of the case that somebody with these parts may look at now. */
export function sidesFor(head: Pick<HeadOfCase, 'key' | 'parts' | 'stage' | 'rightsMatter'>, path: string): (SubNavigationItem & { readonly isBeside: boolean })[] {
  const isFamily = isOfFamilyOnly(head)
  const shown = sides
    .filter((side) => mayLook(side.sight, head.parts) && (side.ofRights === undefined || head.rightsMatter === true) && (side.at?.includes(head.stage) ?? true) && (side.who?.some((part) => head.parts.includes(part)) ?? true))
    .map((side) => ({ text: isFamily ? side.family ?? side.staff : side.staff, href: side.to(head.key), isBeside: side.isBeside === true }))
  // A page below one side may be a side itself: the nearest is where one is.
  const nearest = shown.filter(({ href }) => path === href || (href !== paths.caseOverview(head.key) && path.startsWith(`${href}/`))).toSorted((a, b) => b.href.length - a.href.length)[0]
  return shown.map((item) => ({ ...item, current: item.href === nearest?.href }))
}

export function CaseIdentity({ head, ageWords, alerts }: { head: HeadOfCase; ageWords?: string | undefined; alerts?: readonly string[] | undefined }) {
  const { child, area, reference } = head
  const full = child.preferredName === child.givenName ? undefined : `Full name: ${child.givenName} ${child.familyName}`
  return (
    <IdentityBar
      name={`${child.preferredName} ${child.familyName}`}
      facts={[full, `Born ${dateWords(child.bornOn)}${ageWords === undefined ? '' : `, ${ageWords}`}`, area.name, `Case ${reference}`].filter((fact) => fact !== undefined)}
      alerts={alerts ?? []}
    />
  )
}

/** Sides that stand in one row of a wide screen. */
const fitInOneRow = 10

export function CaseNavigation({ head, path }: { head: HeadOfCase; path: string }) {
  const items = sidesFor(head, path)
  if (items.length < 2) return null
  const inTwo = !isOfFamilyOnly(head) && items.length > fitInOneRow
  return <SubNavigation label="Parts of this case" items={inTwo ? items.filter(({ isBeside }) => !isBeside) : items} {...(inTwo ? { beside: items.filter(({ isBeside }) => isBeside) } : {})} />
}
