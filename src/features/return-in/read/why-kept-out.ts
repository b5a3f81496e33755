// Why a person of a return cannot be brought in as they are.

import { ok } from '../../../domain/outcome.ts'
import { parseUrn } from '../../../domain/identifiers/establishment-numbers.ts'
import { upnFor, urnFor, type KeepsChildren } from '../../../domain/identifiers/real-or-invented.ts'
import { parseUpn } from '../../../domain/identifiers/upn.ts'
import type { ReturnFault } from '../../../domain/sen2/check-return.ts'
import { keepsOut, missingForRecord } from '../../../domain/sen2/into-record/why-not.ts'
import type { Sen2Person } from '../../../domain/sen2/sen2-return.ts'

/** undefined when they can. */
export function whyKeptOut(person: Sen2Person, faults: readonly ReturnFault[], keeps: KeepsChildren): string | undefined {
  const missing = missingForRecord(person)
  if (missing !== undefined) return missing
  const fault = faults.find(keepsOut)
  if (fault !== undefined) return fault.rule.says.replace(/\.$/, '')
  const upn = person.UPN === undefined ? undefined : parseUpn(person.UPN)
  if (upn !== undefined && !upn.ok) return 'The UPN cannot be right'
  const urns = person.Requests.flatMap(({ Assessment, ActivePlans }) => [...Assessment?.NamedPlan?.PlanDetail ?? [], ...ActivePlans?.PlacementDetail ?? []]).flatMap(({ URN }) => (URN === undefined ? [] : [URN]))
  const isAmiss = [upn?.ok === true ? upnFor(keeps, upn.value) : ok(undefined), ...urns.map((urn) => {
    const parsed = parseUrn(urn)
    return parsed.ok ? urnFor(keeps, parsed.value) : ok(undefined)
  })].some((outcome) => !outcome.ok)
  if (!isAmiss) return undefined
  return keeps === 'real' ? 'It has a number that is only ever invented: this hub keeps real children' : 'It has a number that could be a real child’s or school’s: this hub keeps invented children only'
}
