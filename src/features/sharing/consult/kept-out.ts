// Words that the setting should not read, found in what it would be shown. A person decides; files cannot be searched here.

import type { PlanContent } from '../../../domain/plan/line.ts'
import { holdsTerm } from '../../../domain/plan/holds-term.ts'
import { lineNumbers } from '../../../ui/plan-read.tsx'
import type { Report } from '../consultation-store.ts'
import type { KeptOutTerm } from '../share-store.ts'

export interface KeptOutFound extends KeptOutTerm {
  /** "line F2 of the draft", "Educational advice, Debra Llewellyn-Hart". */
  readonly where: readonly string[]
}

export function keptOutIn(terms: readonly KeptOutTerm[], content: PlanContent, reports: readonly Report[]): KeptOutFound[] {
  const numbers = lineNumbers(content)
  return terms.map(({ term, why }) => ({
    term, why,
    where: [
      ...content.lines.filter((line) => holdsTerm([line.text, ...Object.values(line.fields).filter((value) => typeof value === 'string')].join('\n'), term))
        .map(({ id }) => `line ${numbers.get(id) ?? ''} of the draft`),
      ...reports.filter(({ text }) => holdsTerm(text, term)).map(({ title, author }) => `${title}, ${author}`),
    ],
  })).filter(({ where }) => where.length > 0)
}
