// Section I: blank in a draft, decided and consulted on in a final plan (CFA 2014 ss.38 to 40 and 61).

import type { PlanLine } from '../line.ts'
import { linesInOrder, linesOfSection } from '../plan-order.ts'
import { alwaysWarns, inLine, inSection, isSaid, linesOfKind, onlyDraft, onlyFinal, type Found, type PlanCheck } from './plan-check.ts'
import type { ConsultationUnderCheck, PlanUnderCheck } from './plan-under-check.ts'
import { holdsTerm } from './words-checks.ts'

const sameName = (a: string | undefined, b: string): boolean => a?.trim().toLowerCase() === b.trim().toLowerCase()

const consultationsOf = (plan: PlanUnderCheck, line: PlanLine): ConsultationUnderCheck[] =>
  plan.consultations.filter((each) => sameName(line.fields.settingName, each.settingName) && each.state !== 'withdrawn')

const namedPlacements = (plan: PlanUnderCheck): PlanLine[] =>
  linesOfKind(plan, 'placement').filter((line) => isSaid(line.fields.settingName))

/** A name, a type, or the reason why no school or college can be right (s.61). */
const saysPlacement = ({ fields }: PlanLine): boolean =>
  isSaid(fields.settingName) || isSaid(fields.settingType) || isSaid(fields.notNamedBecause)

function unfinishedConsultations(plan: PlanUnderCheck): Found[] {
  return namedPlacements(plan).flatMap((line) => {
    const asked = consultationsOf(plan, line)
    if (asked.length === 0) return [inLine(line, 'This setting is named, and it was not consulted.', 'consulted')]
    return asked.some((each) => each.state !== 'open') ? [] : [inLine(line, 'This setting is named, and it still has time to answer.', 'consulted')]
  })
}

function refusedWithoutGround(plan: PlanUnderCheck): Found[] {
  const placements = linesOfKind(plan, 'placement')
  const hasGround = placements.some((line) => isSaid(line.fields.notNamedBecause))
  return plan.settingsAsked
    .filter((asked) => asked.isSection38 && !hasGround && !placements.some((line) => sameName(line.fields.settingName, asked.settingName)))
    .map((asked) => inSection('I', `The family asked for ${asked.settingName}. It is not named, and no ground is recorded: unsuitable for the child, or incompatible with the education of others or the use of resources.`, `asked ${asked.settingName}`))
}

export const placementChecks: readonly PlanCheck[] = [
  {
    id: 'I.draft',
    asks: 'Is section I blank in the draft?',
    citation: 'CFA 2014 s.38(5)',
    severity: onlyDraft,
    release: 'never',
    find: ({ content }) => linesOfSection(content, 'I').map((line) => inLine(line, 'A draft may not name a setting or a type of setting. Take this line out until the family has been heard.')),
  },
  {
    id: 'I.elsewhere',
    asks: 'Does the draft name a setting in another section?',
    citation: 'CFA 2014 s.38(5)',
    severity: { draft: 'warns', final: 'not-asked', amended: 'not-asked' },
    release: 'never',
    find: (plan) => {
      const names = [...plan.consultations, ...plan.settingsAsked].map((each) => each.settingName)
      // In section A the family may say what it hopes for, a setting included.
      return linesInOrder(plan.content.lines)
        .filter((line) => line.section !== 'A' && line.section !== 'I' && names.some((name) => holdsTerm(line.text, name)))
        .map((line) => inLine(line, 'This line names a setting that the family or the council has in mind. A draft may not name one.'))
    },
  },
  {
    id: 'I.named',
    asks: 'Does section I name a setting or a type, or say why neither can be right?',
    citation: 'CFA 2014 ss.39, 40 and 61; SEND Regulations 2014, reg 12(1)(i)',
    severity: onlyFinal,
    release: 'never',
    find: (plan) => (linesOfKind(plan, 'placement').some(saysPlacement) ? [] : [inSection('I', 'Section I says neither a setting nor a type of setting.')]),
  },
  {
    id: 'I.consulted',
    asks: 'Was the named setting consulted, and has it answered or had its time?',
    citation: 'CFA 2014 ss.39(2) and 40(3); SEND Code of Practice 9.80 to 9.83',
    // A setting that stays named when a plan is amended need not be asked again.
    severity: { draft: 'not-asked', final: 'blocks', amended: 'warns' },
    release: 'named-manager',
    find: unfinishedConsultations,
  },
  {
    id: 'I.ground',
    asks: 'Where the family’s setting is not named, is the legal ground recorded?',
    citation: 'CFA 2014 ss.33 and 39(4)',
    severity: onlyFinal,
    release: 'never',
    find: refusedWithoutGround,
  },
  {
    id: 'I.offer',
    asks: 'Has a setting that need not admit offered a place?',
    citation: 'CFA 2014 ss.38(3), 40 and 43',
    severity: { draft: 'not-asked', final: 'warns', amended: 'warns' },
    release: 'never',
    find: (plan) =>
      namedPlacements(plan)
        .filter((line) => consultationsOf(plan, line).some((each) => !each.isSection38) && !consultationsOf(plan, line).some((each) => each.hasOfferedPlace))
        .map((line) => inLine(line, 'This setting has no duty to admit, and no offer of a place is recorded.')),
  },
  {
    id: 'I.dates',
    asks: 'Where two settings are named, is it said from when each is?',
    citation: 'SEND Regulations 2014, reg 18',
    severity: alwaysWarns,
    release: 'never',
    find: (plan) => {
      const placements = linesOfKind(plan, 'placement')
      return placements.length < 2 ? [] : placements.filter((line) => line.fields.from === undefined).map((line) =>
        inLine(line, 'More than one setting is named. Say from which day this one is.'))
    },
  },
]
