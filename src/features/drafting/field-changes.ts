// What differs in the typed fields of a line, each in a sentence.

import type { LineFields } from '../../domain/plan/line.ts'
import { isSameValue } from '../../domain/plan/same-value.ts'
import type { FieldName } from './field-words.ts'
import { fieldLabels, fieldValueWords } from './field-words.ts'

export function fieldChangeWords(was: LineFields, is: LineFields): string[] {
  const names = (Object.keys(fieldLabels) as FieldName[]).filter((name) => !isSameValue(was[name], is[name]))
  return names.map((name) => {
    if (was[name] === undefined) return `${fieldLabels[name]}: ${fieldValueWords(name, is[name])} (was not said)`
    if (is[name] === undefined) return `${fieldLabels[name]}: no longer said (was ${fieldValueWords(name, was[name])})`
    return `${fieldLabels[name]}: ${fieldValueWords(name, is[name])} (was ${fieldValueWords(name, was[name])})`
  })
}
