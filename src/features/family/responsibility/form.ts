import { responsibilityBases } from '../../../casebook/family/family-rows.ts'
import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { PersonId } from '../../../domain/ids.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { dateValues } from '../../../ui/read-date.ts'
import type { MemberInLaw } from '../family-store.ts'
import { fieldReader } from '../read-fields.ts'

/** Reads parental responsibility and care. `viewerId` is who says that they saw the evidence. */
export function readResponsibility(form: FormBody, today: PlainDate, viewerId: PersonId | undefined): { value: MemberInLaw } | { errors: FieldError[] } {
  const { errors, wrong, text, yes, day } = fieldReader(form)
  const livesWithChild = yes('livesWith', 'Select yes if the child lives with them')
  const hasResponsibility = yes('responsibility', 'Select yes if they have parental responsibility')
  const responsibilityBasis = responsibilityBases.find((one) => one === form.text('basis'))
  const responsibilityEvidence = text('responsibilityEvidence', 'Evidence')
  const evidenceDatedOn = day('evidenceDated', 'The date on the evidence', { latest: today })
  const isSeen = form.all('evidenceSeen').includes('yes')
  const evidenceSeenOn = day('seen', 'The day it was seen', { latest: today })
  if (isSeen && responsibilityEvidence === '') wrong('responsibilityEvidence', 'Enter what you saw')
  const responsibilityFrom = day('responsibilityFrom', 'The day parental responsibility began', { latest: today })
  const responsibilityTo = day('responsibilityTo', 'The last day of parental responsibility')
  if (responsibilityFrom !== undefined && responsibilityTo !== undefined && responsibilityTo < responsibilityFrom) wrong('responsibilityTo', 'The last day of parental responsibility must be after it began')
  const careFrom = day('careFrom', 'The day care began', { latest: today })
  const careTo = day('careTo', 'The last day of care')
  if (careFrom !== undefined && careTo !== undefined && careTo < careFrom) wrong('careTo', 'The last day of care must be after it began')
  if (errors.length > 0) return { errors }
  return { value: {
    hasResponsibility, livesWithChild,
    ...(hasResponsibility && responsibilityBasis !== undefined ? { responsibilityBasis } : {}),
    ...(responsibilityEvidence === '' ? {} : { responsibilityEvidence }), ...(evidenceDatedOn === undefined ? {} : { evidenceDatedOn }),
    ...(isSeen && viewerId !== undefined ? { evidenceSeenBy: viewerId, evidenceSeenOn: evidenceSeenOn ?? today } : {}),
    ...(responsibilityFrom === undefined ? {} : { responsibilityFrom }), ...(responsibilityTo === undefined ? {} : { responsibilityTo }),
    ...(careFrom === undefined ? {} : { careFrom }), ...(careTo === undefined ? {} : { careTo }),
  } }
}

export function responsibilityValues(member: MemberInLaw): Record<string, string | readonly string[]> {
  return {
    livesWith: member.livesWithChild ? 'yes' : 'no', responsibility: member.hasResponsibility ? 'yes' : 'no', basis: member.responsibilityBasis ?? '', responsibilityEvidence: member.responsibilityEvidence ?? '',
    evidenceSeen: member.evidenceSeenBy === undefined ? [] : ['yes'],
    ...dateValues('evidenceDated', member.evidenceDatedOn), ...dateValues('seen', member.evidenceSeenOn), ...dateValues('responsibilityFrom', member.responsibilityFrom),
    ...dateValues('responsibilityTo', member.responsibilityTo), ...dateValues('careFrom', member.careFrom), ...dateValues('careTo', member.careTo),
  }
}
