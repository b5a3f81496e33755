// What the navigation offers, by role: each its own lists.

import type { Role } from '../domain/access/parts.ts'
import { glassRoles } from '../domain/access/parts.ts'
import { paths } from '../paths.ts'
import type { NavigationItem } from './govuk/service-navigation.tsx'
import type { FrameViewer } from './hub-page.tsx'

const council: readonly Role[] = ['case-officer', 'plan-writer', 'decision-maker']
const advising: readonly Role[] = ['adviser', 'advice-coordinator', 'health-lead', 'social-care-lead', 'senco']
const schooling: readonly Role[] = ['senco']

/** What the navigation offers, by role: each its own lists. */
export function navigationFor(viewer: FrameViewer, path: string, area?: string): NavigationItem[] {
  if (viewer.kind !== 'person') return []
  const holds = (roles: readonly Role[]): boolean => viewer.roles.some(({ role }) => roles.includes(role))
  const item = (text: string, href: string): NavigationItem => ({ text, href, current: path === href })
  return [
    item('Home', paths.home()),
    ...(holds(council) ? [item('Team', paths.teamWork())] : []),
    ...(holds([...council, 'health-lead', 'social-care-lead']) ? [item('Delays', paths.delays())] : []),
    ...(holds(council) || holds(schooling) ? [item('Children', paths.caseList())] : []),
    ...(holds(advising) ? [item('Advice', paths.adviceInbox())] : []),
    ...(holds([...schooling, 'health-lead', 'social-care-lead']) ? [item('Reviews due', paths.reviewsDue())] : []),
    ...(holds(schooling) ? [item('Consultations', paths.consultationInbox())] : []),
    ...(holds(advising) || holds(schooling) ? [item('Plans', paths.planInbox())] : []),
    ...(holds(council) && area !== undefined ? [{ text: 'All reviews', href: paths.reviewRegister({ area }), current: /^\/[^/]+\/(reviews|transfers)(\/|$)/.test(path) }] : []),
    ...(holds(council) ? [item('Outbox', paths.outbox())] : []),
    ...(holds(['access-officer']) && area !== undefined ? [item('Near misses', paths.nearMisses({ area }))] : []),
    ...(viewer.roles.length > 0 ? [item('Search', paths.search())] : []),
    ...(holds(['access-officer']) ? [{ text: 'Who looked', href: paths.myAccessDesk(), current: /^\/[^/]+\/access(\/|$)/.test(path) }] : []),
    ...(holds(glassRoles) ? [item('Emergency', paths.emergency())] : []),
    ...(holds(['staff-administrator']) ? [{ text: 'People', href: paths.staff(), current: /^\/(staff|accounts-elsewhere|[^/]+\/organisations)(\/|$)/.test(path) }] : []),
  ]
}
