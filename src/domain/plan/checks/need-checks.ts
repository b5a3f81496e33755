// Sections B, C and D: all the needs, described and not only named; no provision among them.

import { needAreas, type NeedArea } from '../line.ts'
import { alwaysSays, alwaysWarns, inLine, inSection, linesOfKind, type PlanCheck } from './plan-check.ts'

const areaWords: Record<NeedArea, string> = {
  'communication-and-interaction': 'communication and interaction',
  'cognition-and-learning': 'cognition and learning',
  'social-emotional-mental-health': 'social, emotional and mental health',
  'sensory-and-or-physical': 'sensory and physical needs',
}

// A hint only: words that say what will be given rather than what the child finds hard.
const provisionWords =
  /\b(?:will receive|will be (?:given|provided|supported)|should (?:have|receive|be given)|(?:requires?|needs?) access to|would benefit from|sessions? (?:of|a week|per week)|\d+ (?:minutes|hours) (?:a|per|each) )/iu
const careStatus = /\b(?:child protection|child in need|looked[- ]after|section 17|section 47|care order)\b/iu

/** Too short to say what the need is, how it shows and what it does to learning: a diagnosis or a score by itself. */
const isBare = (text: string): boolean => (text.match(/\p{L}[\p{L}’'-]*/gu) ?? []).length < 6

export const needChecks: readonly PlanCheck[] = [
  {
    id: 'B.area',
    asks: 'Does each need say its area?',
    citation: 'SEND Code of Practice 6.28 to 6.35',
    severity: alwaysWarns,
    release: 'never',
    find: (plan) =>
      linesOfKind(plan, 'need', ['B']).filter((line) => line.fields.area === undefined).map((line) =>
        inLine(line, 'This need has no area. Choose one of the four.')),
  },
  {
    id: 'B.four-areas',
    asks: 'Were all four areas of need considered?',
    citation: 'SEND Regulations 2014, reg 12(1)(b); SEND Code of Practice 6.28 to 6.35',
    severity: alwaysSays,
    release: 'never',
    find: (plan) => {
      const written = new Set(linesOfKind(plan, 'need', ['B']).map((line) => line.fields.area))
      return needAreas.filter((area) => !written.has(area)).map((area) =>
        inSection('B', `Section B has no need in ${areaWords[area]}. Check that the advice has none.`, area))
    },
  },
  {
    id: 'B.described',
    asks: 'Is each need described, and not only named?',
    citation: 'SEND Code of Practice 9.62',
    severity: alwaysWarns,
    release: 'never',
    find: (plan) =>
      linesOfKind(plan, 'need').filter((line) => isBare(line.text)).map((line) =>
        inLine(line, 'This need is only named. Say how it shows and what it makes hard.')),
  },
  {
    id: 'B.provision',
    asks: 'Are the needs free of provision?',
    citation: 'SEND Regulations 2014, reg 12(1)(b) and (f)',
    severity: alwaysWarns,
    release: 'never',
    find: (plan) =>
      linesOfKind(plan, 'need', ['B']).filter((line) => provisionWords.test(line.text)).map((line) =>
        inLine(line, 'This reads like provision. Provision that stands only in section B need not be delivered: move it to section F.')),
  },
  {
    id: 'D.status',
    asks: 'Is a social care status shown only with agreement or a lawful reason?',
    citation: 'UK GDPR art 5(1)(c); SEND Code of Practice 9.62',
    severity: alwaysWarns,
    release: 'never',
    find: ({ content }) =>
      content.lines.filter((line) => careStatus.test(line.text)).map((line) =>
        inLine(line, 'This line names a social care status. Check that the family agrees, or that there is a lawful reason to show it.')),
  },
]
