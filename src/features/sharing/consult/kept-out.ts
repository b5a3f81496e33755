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

/** Everything of the draft and of the reports that the setting would read. */
export const textsShown = (content: PlanContent, reports: readonly Report[]): string[] =>
  [...content.lines.map(({ text, fields }) => [text, ...Object.values(fields).filter((value) => typeof value === 'string')].join('\n')), ...reports.map(({ text }) => text)]

export function keptOutIn(terms: readonly KeptOutTerm[], content: PlanContent, reports: readonly Report[]): KeptOutFound[] {
  const numbers = lineNumbers(content)
  return terms.map(({ term, why, isSecret }) => ({
    term: isSecret === true ? 'A protected address' : term, why,
    where: [
      ...content.lines.filter((line) => holdsTerm([line.text, ...Object.values(line.fields).filter((value) => typeof value === 'string')].join('\n'), term))
        .map(({ id }) => `line ${numbers.get(id) ?? ''} of the draft`),
      ...reports.filter(({ text }) => holdsTerm(text, term)).map(({ title, author }) => `${title}, ${author}`),
    ],
  })).filter(({ where }) => where.length > 0)
}
