// One card for each person: who they are, what they are in law, what binds them, how to reach them, who acts for them.

import type { CaseFile } from '../../../casebook/open-case-file.ts'
import type { FamilyStanding } from '../../../domain/access/family-standing.ts'
import { isParentInLaw } from '../../../domain/access/family-standing.ts'
import { isLive, proxyKindWords } from '../../../domain/access/parts-of-proxy.ts'
import { effectWords, isInForce, restrictionKindWords } from '../../../domain/family/restriction.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import { paths } from '../../../paths.ts'
import type { Entry } from '../../../ui/govuk/attributes.ts'
import type { SummaryRow } from '../../../ui/govuk/summary-list.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import { Tag } from '../../../ui/govuk/tag.tsx'
import { dateTimeWords, dateWords, listWords } from '../../../ui/words.ts'
import type { DisputeRow, ServiceAddressRow } from '../address-store.ts'
import type { KnownMember } from '../family-store.ts'
import type { ProxyRow } from '../proxy-store.ts'
import type { RestrictionRow } from '../restriction-store.ts'
import { basisWords, safeContactWords, scopeWords } from '../words.ts'

export interface AboutMembers {
  readonly today: PlainDate
  /** People have accounts of their own here: then the family can be invited to open one. */
  readonly invites: boolean
  readonly orders: readonly RestrictionRow[]
  readonly service: readonly ServiceAddressRow[]
  readonly disputes: readonly DisputeRow[]
  readonly proxies: readonly ProxyRow[]
  readonly standing: (personId: string) => FamilyStanding
}

export function MemberCard({ member, caseFile, today, invites, orders, service, disputes, proxies, standing }: AboutMembers & { member: KnownMember; caseFile: CaseFile }) {
  const { key, open } = caseFile
  const of = { ...key, relationshipId: member.relationshipId }
  const isChild = member.personId === caseFile.child.personId
  const own = orders.filter(({ personId }) => personId === member.personId)
  const inForce = own.filter((order) => isInForce(order, today))
  const letters = service.find(({ personId, fromOn, toOn }) => personId === member.personId && fromOn <= today && (toOn === undefined || toOn >= today))
  const held = disputes.filter(({ personId }) => personId === member.personId)
  const acting = proxies.filter((one) => one.forPersonId === member.personId && isLive(one, today))
  const change = (href: string, what: string, text = 'Change') => (open.includes('record-family') ? { actions: [{ href, text, visuallyHiddenText: what }] } : {})
  return (
    <SummaryList
      card={{
        title: member.fullName,
        actions: [...(open.includes('record-family') ? [{ href: paths.caseAddFamily(key, { of: member.relationshipId }), text: 'Change' }] : []), { href: paths.tieHistory(of), text: 'History' }],
      }}
      rows={[
        { key: 'Relation', value: member.relation },
        !isChild && { key: 'In law', value: lawWords(member, standing(member.personId)), ...change(paths.responsibility(of), 'what they are in law') },
        ...(isChild ? [] : orderRows(own, caseFile, today, member)),
        { key: 'Can see the case', value: sightWords(member, standing(member.personId), isChild), ...(open.includes('record-restriction') && member.isOnCase && !isChild && inForce.length === 0 ? change(paths.suspendAccess(of), 'their access', 'Suspend') : {}) },
        invites && open.includes('invite-family') && member.isOnCase && { key: 'Own account', value: <a class="govuk-link" href={paths.caseInvite({ ...key, personId: member.personId })}>Invite to open an account<span class="govuk-visually-hidden"> ({member.fullName})</span></a> },
        { key: 'How to reach them', value: <ContactWords member={member} />, ...change(paths.contactRules(of), 'how to reach them') },
        member.phone !== undefined && { key: 'Phone', value: member.phone },
        member.email !== undefined && { key: 'Email', value: member.email },
        {
          key: 'Letters go to',
          value: (
            <>
              {letters === undefined ? 'No address of their own' : [...letters.lines, letters.postcode].filter(Boolean).join(', ')}
              {held.map(({ holdsUntil }) => <><br /><Tag colour="orange">Held</Tag> {holdsUntil === undefined ? 'until somebody settles the address' : `until ${dateTimeWords(holdsUntil)}`}</>)}
            </>
          ),
          ...(open.includes('change-address') ? { actions: [{ href: paths.lettersTo(of), text: 'Change', visuallyHiddenText: 'where letters go' }, { href: paths.addressInDoubt(of), text: held.length > 0 ? 'Settle' : 'In doubt?', visuallyHiddenText: 'the address' }] } : {}),
        },
        (member.language !== undefined || member.needsInterpreter) && { key: 'Language', value: `${member.language ?? 'Not recorded'}${member.needsInterpreter ? ', needs an interpreter' : ''}` },
        member.formats.length > 0 && { key: 'Formats', value: listWords(member.formats) },
        acting.length > 0 && { key: 'Who acts for them', value: <>{acting.map((one) => <p class="govuk-body govuk-!-margin-bottom-1">{one.name}, {proxyKindWords[one.kind]}: may {listWords(one.scopes.map((scope) => scopeWords[scope]))}, until {dateWords(one.to)}</p>)}</> },
      ]}
    />
  )
}

/** The orders in force, each in a row; those that are over in one line. */
function orderRows(own: readonly RestrictionRow[], caseFile: CaseFile, today: PlainDate, member: KnownMember): Entry<SummaryRow>[] {
  const add = caseFile.open.includes('record-restriction')
    ? { actions: [{ href: paths.recordRestriction(caseFile.key, { of: member.personId }), text: 'Add', visuallyHiddenText: 'an order or restriction' }] } : {}
  return [{
    key: 'Orders and restrictions', ...add,
    value: own.length === 0 ? 'None recorded' : <>{own.map((order) => <p class="govuk-body govuk-!-margin-bottom-1"><OrderLine order={order} caseFile={caseFile} today={today} /></p>)}</>,
  }]
}

export function OrderLine({ order, caseFile, today }: { order: RestrictionRow; caseFile: CaseFile; today: PlainDate }) {
  const words = restrictionKindWords[order.kind]
  return (
    <>
      {isInForce(order, today) ? <Tag colour="red">In force</Tag> : order.from > today ? <Tag colour="blue">From {dateWords(order.from)}</Tag> : <Tag colour="grey">Over</Tag>}{' '}
      {caseFile.open.includes('change-restriction') ? <a class="govuk-link" href={paths.restriction({ ...caseFile.key, restrictionId: order.id })}>{words}</a> : words}
      {order.effects.length > 0 && `: ${listWords(order.effects.map((one) => effectWords[one]))}`}
      {order.to === undefined ? `, since ${dateWords(order.from)}` : `, ${dateWords(order.from)} to ${dateWords(order.to)}`}
    </>
  )
}

function lawWords(member: KnownMember, standing: FamilyStanding) {
  const since = (from: PlainDate | undefined, to: PlainDate | undefined): string => `${from === undefined ? '' : `, since ${dateWords(from)}`}${to === undefined ? '' : `, until ${dateWords(to)}`}`
  const evidence = member.responsibilityEvidence === undefined ? 'No evidence recorded'
    : `Evidence: ${member.responsibilityEvidence}${member.evidenceDatedOn === undefined ? '' : `, dated ${dateWords(member.evidenceDatedOn)}`}${member.evidenceSeenByName === undefined ? '' : `; seen by ${member.evidenceSeenByName}${member.evidenceSeenOn === undefined ? '' : ` on ${dateWords(member.evidenceSeenOn)}`}`}`
  return (
    <>
      {member.hasResponsibility ? `Parental responsibility${member.responsibilityBasis === undefined ? '' : ` (${basisWords[member.responsibilityBasis].toLowerCase()})`}${since(member.responsibilityFrom, member.responsibilityTo)}. ${evidence}` : 'No parental responsibility'}
      <br />
      {member.livesWithChild ? `The child lives with them${since(member.careFrom, member.careTo)}` : 'The child does not live with them'}
      {!isParentInLaw(standing) && <><br /><Tag colour="grey">No parent in law</Tag></>}
    </>
  )
}

function sightWords(member: KnownMember, standing: FamilyStanding, isChild: boolean) {
  if (!member.isOnCase) return 'No'
  if (isChild) return 'Yes'
  if (standing.mayNotSee) return <><Tag colour="red">No</Tag> a restriction keeps it from them</>
  return isParentInLaw(standing) ? 'Yes' : <><Tag colour="grey">No</Tag> they have neither parental responsibility nor care today</>
}

function ContactWords({ member }: { member: KnownMember }) {
  const voice = member.mayLeaveVoicemail === undefined ? 'Leave no voice message: nobody has asked' : member.mayLeaveVoicemail ? 'A voice message is safe' : 'Leave no voice message'
  return (
    <>
      {safeContactWords[member.safeContact]}{member.safeTimes !== undefined && `, ${member.safeTimes}`}. {voice}.
      {member.contactAs !== undefined && ` Say you are calling from ${member.contactAs}.`}{member.safeContactNote !== undefined && ` ${member.safeContactNote}`}
      {member.contactAskedOn !== undefined && <><br /><span class="hub-quiet">Asked on {dateWords(member.contactAskedOn)}</span></>}
    </>
  )
}
