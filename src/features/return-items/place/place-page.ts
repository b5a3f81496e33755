// What both pages of a place answer.

import type { VNode } from 'preact'
import type { Place } from '../../../domain/sen2/place.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, wrongForm } from '../../../platform/http/reply.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { dayError } from '../item-page.tsx'
import type { FoundSetting } from '../items-store.ts'
import type { NamedRefusal } from './record-named.ts'

export const answer = (document: VNode, errors: readonly FieldError[]): Reply => (errors.length > 0 ? wrongForm(document) : page(document))

/** What was found by name, and the setting that is recorded. */
export function foundFor(row: Place | undefined, found: readonly FoundSetting[]): FoundSetting[] {
  if (row === undefined || !('organisationId' in row.where)) return [...found]
  const { organisationId, name } = row.where
  return found.some(({ id }) => id === organisationId) ? [...found] : [{ id: organisationId, name }, ...found]
}

export function placeError(kind: NamedRefusal['kind'] | 'not-at-this-stage'): FieldError {
  switch (kind) {
    case 'no-such-setting': return { field: 'setting', message: 'That setting is not known here' }
    case 'gone': return { field: 'where', message: 'Somebody changed this in the meantime. Go back and look again' }
    case 'no-plan': return { field: 'where', message: 'There is no plan yet that could name a place' }
    case 'not-at-this-stage': return { field: 'where', message: 'This cannot be recorded now' }
    default: return kind === 'not-later' ? { field: 'since', message: 'A new place must begin after the one on record did. If that was wrong, go back and change it' } : dayError(kind)
  }
}
