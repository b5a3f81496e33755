import type { LineId } from '../../../domain/ids.ts'
import { isId } from '../../../domain/ids.ts'
import { kindsInSection } from '../../../domain/plan/line.ts'
import { isSection } from '../../../domain/plan/sections.ts'
import type { FormBody } from '../../../platform/http/form-body.ts'
import type { FieldError } from '../../../ui/form.tsx'
import type { MarkedLine } from '../advice-line-store.ts'
import type { Decision } from './settle-advice.ts'

export const longestReason = 2_000

/** The words that each choice wants, and what is asked for when they are missing. */
export const wantedWords = {
  'not-used': 'Enter why this is not used', 'ask-author': 'Enter what you ask the author', disagree: 'Enter how the sources disagree',
} as const
const asksWords = (does: string): does is keyof typeof wantedWords => does in wantedWords

/** Reads the decisions of a form on these lines; a line on which nothing is chosen is left waiting. */
export function readDecisions(form: FormBody, marked: readonly MarkedLine[]): { value: Decision[] } | { errors: FieldError[] } {
  const errors: FieldError[] = []
  const value: Decision[] = []
  for (const line of marked) {
    const does = form.text(`does-${line.id}`)
    if (does === '') continue
    if (does === 'use') {
      const section = form.text(`section-${line.id}`) || line.section
      if (isSection(section) && kindsInSection[section].includes(line.kind)) value.push({ does, id: line.id, section })
      else errors.push({ field: `section-${line.id}`, message: 'Select a section in which this kind of line belongs' })
    } else if (does === 'join') {
      const lineId = form.text(`join-${line.id}`)
      if (isId(lineId)) value.push({ does, id: line.id, lineId: lineId as LineId })
      else errors.push({ field: `join-${line.id}`, message: 'Select the line that it joins' })
    } else if (asksWords(does)) {
      const words = form.text(`words-${does}-${line.id}`)
      if (words === '') errors.push({ field: `words-${does}-${line.id}`, message: wantedWords[does] })
      else if (words.length > longestReason) errors.push({ field: `words-${does}-${line.id}`, message: `This must be ${longestReason.toLocaleString('en-GB')} characters or fewer` })
      else value.push({ does, id: line.id, words })
    } else errors.push({ field: `does-${line.id}`, message: 'Select what becomes of this line' })
  }
  if (errors.length > 0) return { errors }
  return value.length === 0 ? { errors: [{ field: `does-${marked[0]?.id ?? ''}`, message: 'Select what becomes of at least one line' }] } : { value }
}

/** Every waiting line of a group, used where it belongs, word for word. */
export const useAll = (marked: readonly MarkedLine[]): Decision[] => marked.map(({ id, section }) => ({ does: 'use', id, section }))
