// Whoever the plan names as delivering it and the record matches to nobody: before the plan is issued a person says, of each, which body or
// person that is, that they get it by post or in some other way outside the hub, or that nobody does and why (CFA 2014 ss.39(8), 42; SEND
// Regulations 2014, regs 17, 22). What is left open does not hold the plan, which has a last day: it stands with those who do not have it yet.
// Plans from before the hub name people in words alone, so these are most of theirs.

import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { findPlanInForce } from '../../../casebook/plan/plan-in-force.ts'
import type { Tx } from '../../../casebook/tx.ts'
import type { LineId, OrganisationId } from '../../../domain/ids.ts'
import { answersTo, deliverCitation, type Reason } from '../../../domain/plan/distribution.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { listDeliveries } from '../delivery-store.ts'
import type { Organisation } from '../people-store.ts'
import { fullNameOf, listBodiesToAdd, organisationKey, readOrganisations } from '../people-store.ts'
import type { Target } from '../recipients.ts'
import type { Prepared } from './prepare.ts'

export interface AskedProvider {
  /** Of these words, and so the same on the next page, whatever stands before them: names the fields of the form. */
  readonly key: string
  /** As the plan says it; empty where the lines do not say who. */
  readonly words: string
  readonly lineIds: readonly LineId[]
  /** Bodies whose name or people are called so, or that had the plan before this one for these words. */
  readonly likely: readonly Body[]
}
interface Body {
  readonly id: OrganisationId
  readonly name: string
}

export type ProviderChoice = { readonly words: string; readonly lineIds: readonly LineId[]; readonly key: string } & (
  | { readonly kind: 'listed'; readonly targetKey: string }
  | { readonly kind: 'body'; readonly organisationId: OrganisationId }
  /** By post or the like: who they are and how they get it. */
  | { readonly kind: 'outside'; readonly told: string }
  | { readonly kind: 'nobody'; readonly why: string }
  | { readonly kind: 'left-open' }
)

/** Characters for who they are, or why they do not get it. */
export const longestTold = 200
export const fieldOf = ({ key }: Pick<AskedProvider, 'key'>): string => `by-${key}`
const keyOf = (words: string): string => (words === '' ? 'not-said' : words.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'))
const whyOf = (words: string): string => (words === '' ? 'Delivers provision in the plan' : `Delivers provision in the plan, as “${words}”`)

export async function askedProviders(tx: Tx, caseFile: CaseFile, { distribution, targets }: Pick<Prepared, 'distribution' | 'targets'>): Promise<AskedProvider[]> {
  if (distribution.unmatched.length === 0) return []
  const before = await findPlanInForce(tx, caseFile)
  const had = before === undefined ? [] : await listDeliveries(tx, caseFile, before.id)
  const addable = await listBodiesToAdd(tx, caseFile)
  const bodies = await readOrganisations(tx, [...addable.map(({ id }) => id), ...had.flatMap(({ organisationId }) => organisationId ?? [])])
  const isTarget = ({ id }: Organisation): boolean => targets.some(({ key }) => key === organisationKey(id))
  return distribution.unmatched.map(({ words, lineIds }) => ({
    key: keyOf(words), words, lineIds,
    likely: words === '' ? [] : [...bodies.values()].filter((body) => !isTarget(body) && body.kind !== 'council'
      && (answersTo(words, called(body)) || had.some(({ organisationId, basis }) => organisationId === body.id && basis.includes(whyOf(words)))))
      .map((body) => ({ id: body.id, name: fullNameOf(body) })),
  }))
}

const called = (body: Organisation): Parameters<typeof answersTo>[1] =>
  ({ name: fullNameOf(body), staff: [...(body.service === undefined ? [] : [body.service]), ...body.members.flatMap(({ profession }) => profession ?? [])] })

/** A provider without an answer is left open; what is wrong stands beside its box. `recipients`: the keys that stay ticked. */
export function readProviders(
  form: FormBody, { providers, addable }: { readonly providers: readonly AskedProvider[]; readonly addable: readonly Body[] }, recipients: readonly string[],
): { choices: ProviderChoice[]; errors: FieldError[] } {
  const errors: FieldError[] = []
  const choices = providers.flatMap((asked): ProviderChoice[] => {
    const field = fieldOf(asked)
    const { key, words, lineIds, likely } = asked
    const about = { key, words, lineIds }
    const said = words === '' ? 'the lines that do not say who' : `“${words}”`
    const wrong = (name: string, message: string): ProviderChoice[] => {
      errors.push({ field: name, message })
      return []
    }
    const told = (name: string, missing: string): string | undefined => {
      const text = form.text(name)
      if (text !== '' && text.length <= longestTold) return text
      wrong(name, text === '' ? missing : `Use ${longestTold} characters or fewer`)
      return undefined
    }
    switch (form.text(field)) {
      case 'body': {
        const id = addable.find((body) => body.id === form.text(`${field}-body`))?.id
        return id === undefined ? wrong(`${field}-body`, `Select the service or setting that is ${said}`) : [{ ...about, kind: 'body', organisationId: id }]
      }
      case 'listed': {
        const targetKey = form.text(`${field}-listed`)
        return recipients.includes(targetKey) ? [{ ...about, kind: 'listed', targetKey }] : wrong(`${field}-listed`, `Select who of those who get the plan is ${said}`)
      }
      case 'outside': {
        const who = told(`${field}-outside`, `Enter who ${said} is and how they get the plan`)
        return who === undefined ? [] : [{ ...about, kind: 'outside', told: who }]
      }
      case 'nobody': {
        const why = told(`${field}-why`, `Enter why nobody gets the plan for ${said}`)
        return why === undefined ? [] : [{ ...about, kind: 'nobody', why }]
      }
      case '': return [{ ...about, kind: 'left-open' }]
      default: {
        const one = likely.find(({ id }) => form.text(field) === organisationKey(id))
        return one === undefined ? wrong(field, words === '' ? 'Select who gets the plan for the lines that do not say who delivers them' : `Select who “${words}” is`) : [{ ...about, kind: 'body', organisationId: one.id }]
      }
    }
  })
  return { choices, errors }
}

/** The recipients with those whom a person found for the words of the plan: each with its lines and its reason. */
export async function withProviders(tx: Tx, targets: readonly Target[], choices: readonly ProviderChoice[]): Promise<Target[]> {
  const bodies = await readOrganisations(tx, choices.flatMap((one) => (one.kind === 'body' ? [one.organisationId] : [])))
  const byKey = new Map(targets.map((target) => [target.key, target]))
  for (const choice of choices) {
    const { lineIds } = choice
    const reasons: Reason[] = [{ words: whyOf(choice.words), citation: deliverCitation, lineIds }]
    const found = targetOf(choice, bodies)
    const same = byKey.get(choice.kind === 'listed' ? choice.targetKey : found?.key ?? '')
    if (same !== undefined) byKey.set(same.key, { ...same, reasons: [...same.reasons, ...reasons], lineIds: [...new Set([...same.lineIds, ...lineIds])] })
    else if (found !== undefined) byKey.set(found.key, { ...found, reasons, lineIds })
  }
  return [...byKey.values()]
}

function targetOf(choice: ProviderChoice, bodies: ReadonlyMap<OrganisationId, Organisation>): Omit<Target, 'reasons' | 'lineIds'> | undefined {
  const none = { isFamily: false, isOwed: false }
  if (choice.kind === 'outside') {
    return { ...none, key: `outside:${choice.key}`, name: choice.told, role: 'delivers provision, outside the hub', isSetting: false, parts: ['recipient', 'adviser'] }
  }
  const body = choice.kind === 'body' ? bodies.get(choice.organisationId) : undefined
  if (body === undefined) return undefined
  const isSetting = body.kind === 'setting'
  return { ...none, key: organisationKey(body.id), organisationId: body.id, name: fullNameOf(body), role: isSetting ? 'setting' : 'service', isSetting, parts: ['recipient', isSetting ? 'school' : 'adviser'] }
}
