// Sections F, G, H1 and H2: could a stranger tell whether it was delivered? The verdict on the words comes from the
// wording check; what follows from it in law is decided here.

import type { PlanLine } from '../line.ts'
import { alwaysSays, alwaysWarns, blocksFinal, inLine, isSaid, linesOfKind, type PlanCheck } from './plan-check.ts'
import type { PlanUnderCheck, WordingResult } from './plan-under-check.ts'

const specificity = 'CFA 2014 s.42; L v Clarke and Somerset [1998] ELR 129'
const health = ['G', 'H1', 'H2'] as const

const isFlexible = (line: PlanLine): boolean => isSaid(line.fields.flexibleBecause)

/** No amount that could be counted: vague, or some firm part but no firm amount or frequency. */
const isUnquantified = ({ verdict, missing }: WordingResult): boolean =>
  verdict === 'vague' || (verdict === 'partly' && (missing.includes('howMuch') || missing.includes('howOften')))

const missingWords: Record<string, string> = {
  who: 'who does it', what: 'what is done', howMuch: 'how long each time', howOften: 'how often', howLong: 'for how long it goes on',
  ratio: 'in what size of group', reviewer: 'who checks it', training: 'with what training', setting: 'where',
}
const inWords = (missing: readonly string[]): string => missing.map((part) => missingWords[part] ?? part).join(', ')

const withWording = (plan: PlanUnderCheck, sections: Parameters<typeof linesOfKind>[2]): { line: PlanLine; result?: WordingResult }[] => {
  const results = new Map(plan.wording.map((result) => [result.lineId, result]))
  return linesOfKind(plan, 'provision', sections).map((line) => {
    const result = results.get(line.id)
    return result === undefined ? { line } : { line, result }
  })
}

const unquantified = (line: PlanLine, result: WordingResult) => {
  const missing = result.missing.length === 0 ? '' : ` It does not say ${inWords(result.missing)}.`
  return inLine(line, `This line has no firm amount.${missing} Ask its author, or record why flexible wording is right for this child.`)
}

// Health or social care that educates or trains is special educational provision (CFA 2014 s.21(5)); speech and language
// therapy normally is (SEND Code of Practice 9.74). A hint: a person decides.
const educates = /\b(?:teach(?:es|ing)?|train(?:s|ing)?|educat(?:es?|ing|ion)|learn(?:s|ing)?|speech and language therap(?:y|ist))\b/iu

export const provisionChecks: readonly PlanCheck[] = [
  {
    id: 'F.amount',
    asks: 'Does each line of section F have an amount?',
    citation: specificity,
    severity: blocksFinal,
    release: 'named-manager',
    find: (plan) =>
      withWording(plan, ['F']).flatMap(({ line, result }) =>
        result !== undefined && isUnquantified(result) && !isFlexible(line) ? [unquantified(line, result)] : []),
  },
  {
    // A line that was never read for its wording must not pass for a specific one.
    id: 'F.unread',
    asks: 'Was each line of section F read for its wording?',
    citation: specificity,
    severity: blocksFinal,
    release: 'named-manager',
    find: (plan) =>
      withWording(plan, ['F']).flatMap(({ line, result }) =>
        result === undefined && !isFlexible(line) ? [inLine(line, 'This line has not been read for its wording yet.')] : []),
  },
  {
    id: 'F.partly',
    asks: 'Does each line of section F say who, what, where and how it is checked?',
    citation: `${specificity}; SEND Code of Practice 9.69`,
    severity: alwaysWarns,
    release: 'never',
    find: (plan) =>
      withWording(plan, ['F']).flatMap(({ line, result }) =>
        result !== undefined && result.missing.length > 0 && (isFlexible(line) || !isUnquantified(result))
          ? [inLine(line, `This line does not say ${inWords(result.missing)}.`)]
          : []),
  },
  {
    id: 'F.flexible',
    asks: 'Where is wording flexible for the child’s sake?',
    citation: 'Worcestershire CC v SE [2020] UKUT 217 (AAC)',
    severity: alwaysSays,
    release: 'never',
    find: (plan) =>
      linesOfKind(plan, 'provision', ['F']).filter(isFlexible).map((line) =>
        inLine(line, `Flexible wording is kept here because: ${line.fields.flexibleBecause?.trim() ?? ''}`)),
  },
  {
    id: 'GH.amount',
    asks: 'Does each line of health and social care provision have an amount?',
    citation: 'SEND Regulations 2014, reg 12(1)(g) and (h); SEND Code of Practice 9.69',
    severity: alwaysWarns,
    release: 'never',
    find: (plan) =>
      withWording(plan, health).flatMap(({ line, result }) =>
        result !== undefined && isUnquantified(result) && !isFlexible(line) ? [unquantified(line, result)] : []),
  },
  {
    id: 'GH.educates',
    asks: 'Is provision that educates or trains in section F?',
    citation: 'CFA 2014 s.21(5); SEND Code of Practice 9.74',
    severity: alwaysWarns,
    release: 'never',
    find: (plan) =>
      linesOfKind(plan, 'provision', health).filter((line) => educates.test(line.text)).map((line) =>
        inLine(line, 'This may educate or train the child. If it does, it belongs in section F, where it must be secured.')),
  },
]
