// What the boxes of a line shall say besides its words, against what they said when it was asked.

import { fieldWords } from '../domain/plan/line-in-words.ts'
import type { LineFields, LineKind } from '../domain/plan/line.ts'
import { kindsInSection } from '../domain/plan/line.ts'
import type { Section } from '../domain/plan/sections.ts'
import { WordDiff } from './word-diff.tsx'

export interface FieldsWantedProps {
  readonly said: { readonly section: Section; readonly lineKind?: LineKind; readonly fieldsThen?: LineFields; readonly fields?: LineFields }
}

/** Nothing where no boxes are asked for. */
export function FieldsWanted({ said: { section, lineKind = kindsInSection[section][0], fieldsThen = {}, fields } }: FieldsWantedProps) {
  if (fields === undefined || lineKind === undefined) return null
  const [before, after] = [fieldsThen, fields].map((said) => fieldWords({ kind: lineKind, fields: said }).join('\n'))
  return before === after ? null : <><p class="govuk-body-s govuk-!-margin-bottom-1">What it says besides:</p><WordDiff before={before ?? ''} after={after ?? ''} /></>
}
