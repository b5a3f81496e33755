import { act } from '../../../casebook/act.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { addresseeOf } from '../../../casebook/sending/letters.ts'
import { recipientCards } from '../../../casebook/sending/recipient-cards.ts'
import { NotFound } from '../../../casebook/out-of-bounds.ts'
import { readVersion } from '../../../casebook/plan/plan-content.ts'
import type { Tx } from '../../../casebook/tx.ts'
import type { OrganisationId, PersonId } from '../../../domain/ids.ts'
import { isId } from '../../../domain/ids.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { ok, refused } from '../../../domain/outcome.ts'
import { distributionOf } from '../../../domain/plan/distribution.ts'
import type { RecipientCard } from '../../../domain/sending/recipient-card.ts'
import { deliver } from '../deliver.ts'
import { listDeliveries } from '../delivery-store.ts'
import { keptFromTargets } from '../issue-final/prepare.ts'
import type { Organisation } from '../people-store.ts'
import { findWorker, fullNameOf, organisationKey, personKey, readOrganisations, readPeopleOnCase } from '../people-store.ts'
import type { Target } from '../recipients.ts'
import { targetsOf } from '../recipients.ts'
import { findFinalVersion } from '../version-store.ts'

export interface DeliverLaterInput {
  /** personKey or organisationKey of whoever is to have it. */
  readonly who: string
  readonly reason: string
}

export type DeliverLaterRefusal =
  | { readonly kind: 'not-known' }
  | { readonly kind: 'has-it-already'; readonly name: string }
  /** The plan holds words that they must not see: until there is a copy without them, it is not for them. */
  | { readonly kind: 'kept-from-them'; readonly name: string }

/**
 * Sends the plan in force to a professional, a service or a setting that comes to the case after it was issued: who is to
 * deliver it must have it (CFA 2014 s.42), and the council says in whose interest that is (SEND Regulations 2014 reg 17(1)).
 * From then on they are like every other recipient: a receipt, a place on the list, chased when they do not open it.
 */
export const deliverLater = act('deliver-plan', async (tx, caseFile, { who, reason }: DeliverLaterInput): Promise<Outcome<string, DeliverLaterRefusal>> => {
  const version = await findFinalVersion(tx, caseFile)
  if (version === undefined) throw new NotFound('final plan')
  const target = await targetFor(tx, who, reason)
  if (target === undefined) return refused({ kind: 'not-known' })
  const has = (await listDeliveries(tx, caseFile, version.id)).some(({ personId, organisationId }) =>
    (target.personId === undefined ? personId === undefined && organisationId === target.organisationId : personId === target.personId))
  if (has) return refused({ kind: 'has-it-already', name: target.name })
  const frozen = await readVersion(tx, caseFile, version.id)
  const kept = await keptFromTargets(tx, caseFile, { version: frozen }, [target])
  if (kept.length > 0) return refused({ kind: 'kept-from-them', name: target.name })
  await deliver(tx, caseFile, version.id, { ...target, lineIds: await linesOf(tx, caseFile, target, frozen.content) })
  return ok(target.name)
})

/** Lines of the plan that name a service that is on the case. */
async function linesOf(tx: Tx, caseFile: CaseFile, { key, organisationId }: Target, content: Parameters<typeof distributionOf>[0]): Promise<Target['lineIds']> {
  const known = await readPeopleOnCase(tx, caseFile, organisationId === undefined ? [] : [organisationId])
  return targetsOf(distributionOf(content, known.people), known).find((target) => target.key === key)?.lineIds ?? []
}

async function targetFor(tx: Tx, who: string, reason: string): Promise<Target | undefined> {
  const [kind, id = ''] = who.split(':', 2)
  if (!isId(id)) return undefined
  const why = { isFamily: false, isOwed: false, lineIds: [], reasons: [{ words: reason, citation: 'SEND Regulations 2014, reg 17(1)', lineIds: [] }] }
  if (kind === 'person') {
    const worker = await findWorker(tx, id as PersonId)
    return worker === undefined ? undefined : {
      ...why, key: personKey(id as PersonId), personId: id as PersonId, organisationId: worker.organisation.id, name: worker.name,
      role: `${worker.role}, ${fullNameOf(worker.organisation)}`, isSetting: isSetting(worker.organisation), parts: partsIn(worker.organisation),
    }
  }
  const body = kind === 'organisation' ? (await readOrganisations(tx, [id as OrganisationId])).get(id as OrganisationId) : undefined
  // The council has its own sight of the case; it is nobody's recipient.
  return body === undefined || body.kind === 'council' ? undefined : {
    ...why, key: organisationKey(body.id), organisationId: body.id, name: fullNameOf(body), role: isSetting(body) ? 'setting' : 'service',
    isSetting: isSetting(body), parts: partsIn(body),
  }
}

/** Who is about to get the plan, said before it goes; undefined of somebody who cannot. */
export async function cardFor(tx: Tx, caseFile: CaseFile, who: string, reason: string): Promise<RecipientCard | undefined> {
  const target = await targetFor(tx, who, reason)
  if (target === undefined) return undefined
  const to = await addresseeOf(tx, { ...(target.personId === undefined ? {} : { personId: target.personId }), ...(target.personId !== undefined || target.organisationId === undefined ? {} : { organisationId: target.organisationId }) })
  const [card] = await recipientCards(tx, caseFile, [{ to, as: target.role, sees: ['The whole final plan, from then on', ...(target.personId === undefined ? ['Everybody there whose work it is opens it'] : [])] }])
  return card
}

const isSetting = ({ kind }: Organisation): boolean => kind === 'setting'
const partsIn = ({ kind }: Organisation): Target['parts'] => ['recipient', kind === 'setting' ? 'school' : kind === 'icb' ? 'health-lead' : 'adviser']
