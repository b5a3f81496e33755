// A place as it is typed: where, main or second, in which provision, for how many weeks, from when. For a placement and for what a plan names.

import type { PlainDate } from '../../../domain/calendar/plain-date.ts'
import type { ItemRank } from '../../../domain/case-file/return-facts.ts'
import type { OrganisationId } from '../../../domain/ids.ts'
import { isId } from '../../../domain/ids.ts'
import { residentialWeeks, workActivities } from '../../../domain/sen2/code-sets.ts'
import type { Place, PlacedCode, Where } from '../../../domain/sen2/place.ts'
import { asksForWords } from '../../../domain/sen2/place.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { FieldError, FormValues } from '../../../ui/form.tsx'
import { dateValues, readDate } from '../../../ui/read-date.ts'

export interface PlaceForm<Code extends PlacedCode> {
  /** The setting's name is looked up by the act; what was typed is only its id. */
  readonly place: Place<Code>
  readonly fromOn: PlainDate
  readonly toOn?: PlainDate
}

export const provisions = { neither: 'An ordinary place', unit: 'In a SEN unit', resourced: 'In resourced provision' } as const
const longestOther = 200

export const wordsField = (code: string): string => `other-${code}`

/** What the boxes hold of a place that is recorded. */
export function placeValues<Code extends PlacedCode>(place: Place<Code> & { readonly fromOn: PlainDate; readonly toOn?: PlainDate }): FormValues {
  const { where, rank, senUnit, resourced, residential, workBased, fromOn, toOn } = place
  return {
    where: 'organisationId' in where ? 'setting' : where.code, rank: String(rank), residential: residential ?? 'none', workBased: workBased ?? 'none', ...dateValues('since', fromOn), ...dateValues('until', toOn),
    ...('organisationId' in where ? { setting: where.organisationId } : where.other === undefined ? {} : { [wordsField(where.code)]: where.other }),
    ...(senUnit === undefined || resourced === undefined ? {} : { provision: senUnit ? 'unit' : resourced ? 'resourced' : 'neither' }),
  }
}

/** `mayEnd`: a day on which it ended can be given. */
export function readPlace<Code extends PlacedCode>(form: FormBody, codes: readonly Code[], { latest, mayEnd }: { readonly latest: PlainDate; readonly mayEnd: boolean }): { readonly value: PlaceForm<Code> } | { readonly errors: readonly FieldError[] } {
  const errors: FieldError[] = []
  const oneOf = <T extends string>(field: string, of: readonly T[], message: string): T | undefined => {
    const found = of.find((one) => one === form.text(field))
    if (found === undefined) errors.push({ field, message })
    return found
  }
  const where = readWhere(form, codes)
  if ('field' in where) errors.push(where)
  const rank = oneOf('rank', ['1', '2'] as const, 'Select whether it is the main or the second place')
  const provision = oneOf('provision', ['neither', 'unit', 'resourced'] as const, 'Select what kind of place it is')
  const residential = oneOf('residential', ['none', ...Object.keys(residentialWeeks) as (keyof typeof residentialWeeks)[]] as const, 'Select whether it is residential')
  const workBased = oneOf('workBased', ['none', ...Object.keys(workActivities) as (keyof typeof workActivities)[]] as const, 'Select whether it is an apprenticeship, traineeship or supported internship')
  const since = readDate(form, 'since', { what: 'The first day', latest })
  if ('error' in since) errors.push(since.error)
  const hasEnd = mayEnd && ['day', 'month', 'year'].some((part) => form.text(`until-${part}`) !== '')
  const until = hasEnd ? readDate(form, 'until', { what: 'The last day', latest, ...('value' in since ? { earliest: since.value } : {}) }) : undefined
  if (until !== undefined && 'error' in until) errors.push(until.error)
  if (errors.length > 0 || 'field' in where || 'error' in since || rank === undefined) return { errors }
  const itemRank: ItemRank = rank === '2' ? 2 : 1
  return { value: {
    place: {
      where, rank: itemRank, senUnit: provision === 'unit', resourced: provision === 'resourced',
      ...(residential === undefined || residential === 'none' ? {} : { residential }), ...(workBased === undefined || workBased === 'none' ? {} : { workBased }),
    },
    fromOn: since.value, ...(until !== undefined && 'value' in until ? { toOn: until.value } : {}),
  } }
}

function readWhere<Code extends PlacedCode>(form: FormBody, codes: readonly Code[]): Where<Code> | FieldError {
  const chosen = form.text('where')
  if (chosen === 'setting') {
    const id = form.text('setting')
    return isId(id) ? { organisationId: id as OrganisationId, name: '' } : { field: 'setting', message: 'Find the school, nursery or college by its name, then select it' }
  }
  const code = codes.find((one) => one === chosen)
  if (code === undefined) return { field: 'where', message: 'Select where it is' }
  if (!asksForWords(code)) return { code }
  const other = form.text(wordsField(code)).replaceAll(/\s+/g, ' ')
  if (other === '') return { field: wordsField(code), message: 'Enter what it is' }
  return other.length > longestOther ? { field: wordsField(code), message: `What it is must be ${longestOther} characters or fewer` } : { code, other }
}
