// A first guess at what a sentence of a report is, from the headings that it stands under and who wrote it. Only ever a
// prefill: a person says what each sentence is. SEND Regulations 2014, reg 6(1): needs, provision and outcomes are asked for.

import type { LineKind, NeedArea } from '../plan/line.ts'
import type { Section } from '../plan/sections.ts'

export const markKinds = ['need', 'outcome', 'provision', 'view'] as const
export type MarkKind = (typeof markKinds)[number]
export const isMarkKind = (text: string): text is MarkKind => (markKinds as readonly string[]).includes(text)

/** Headings under which nothing is to be marked, whatever stands above them. */
const nothingUnder = /\b(attached|sources?|evidence|how (?:this|the) advice|involvement|sharing|consent|background|signed|placement|current provision|already provide|support to date|not (?:recommended|included))\b/i
const kindsByHeading: readonly (readonly [MarkKind, RegExp])[] = [
  ['outcome', /\b(outcomes?|aims sought|steps by)\b/i],
  ['provision', /\b(provision|recommend(?:ation|ed|s)?|recommendations|what (?:would|might) help|support (?:needed|proposed)|programme|direct therapy|equipment|training|section 2 of the chronically)\b/i],
  ['view', /\b(views?|voice|hopes?|aspirations?|in (?:his|her|their) own words|what (?:he|she|they) (?:said|told)|what i want|what we (?:want|hope|enjoy)|likes?)\b/i],
  ['need', /\b(needs?|difficult(?:y|ies)|impact|diagnos[ei]s|presentation|concerns?)\b/i],
]

/** The nearest heading that says anything decides; undefined where none does. */
export function guessMark(headings: readonly string[]): MarkKind | undefined {
  for (const heading of headings.toReversed()) {
    if (nothingUnder.test(heading)) return undefined
    const found = kindsByHeading.find(([, pattern]) => pattern.test(heading))
    if (found !== undefined) return found[0]
  }
  return undefined
}

/** "**3.1 Understanding language.**": a heading that runs into its paragraph says what follows and is no line itself. */
export function isLabel(words: string): boolean {
  const bare = words.trim().replace(/^(?:[-*+•]\s+)?/, '')
  const isBold = /^\*\*[^*]{1,80}\*\*[.:]?$/.test(bare)
  const count = bare.replace(/^\**\s*[\d.]+\s+/, '').split(/\s+/).filter(Boolean).length
  return count <= 3 || (isBold && count <= 8)
}

const needSections: Readonly<Record<string, Section>> = { medical: 'C', 'social-care': 'D' }
const provisionSections: Readonly<Record<string, Section>> = { medical: 'G', 'social-care': 'H2' }

/**
 * Where a line probably belongs. Who wrote it is only a first guess: health or social care provision that educates or trains
 * is special educational provision and belongs in F (CFA 2014 s.21(5)), which its reader says on the line's own page.
 */
export function guessSection(kind: LineKind, adviceKind: string, headings: readonly string[]): Section {
  const above = headings.join(' ')
  switch (kind) {
    case 'need': return needSections[adviceKind] ?? 'B'
    case 'outcome': return 'E'
    case 'provision':
      if (/\bH1\b|chronically sick/i.test(above)) return 'H1'
      if (/\bH2\b|other social care/i.test(above)) return 'H2'
      if (/\bhealth (?:care|provision)\b/i.test(above)) return 'G'
      return provisionSections[adviceKind] ?? 'F'
    default: return 'A'
  }
}

const areas: readonly (readonly [NeedArea, RegExp])[] = [
  ['communication-and-interaction', /communicat|speech|language|interaction|social understanding/i],
  ['cognition-and-learning', /cognit|learning|literacy|reading|memory|number/i],
  ['social-emotional-mental-health', /emotion|mental health|wellbeing|anxiety|friendship/i],
  ['sensory-and-or-physical', /sensory|physical|motor|vision|hearing|mobility/i],
]

/** The broad area of need that the heading names; undefined when it names none or several. */
export function guessNeedArea(headings: readonly string[]): NeedArea | undefined {
  const nearest = headings.at(-1) ?? ''
  const found = areas.filter(([, pattern]) => pattern.test(nearest)).map(([area]) => area)
  return found.length === 1 ? found[0] : undefined
}
