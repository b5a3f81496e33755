// The packs' own plans, as this hub prints them to Word: what another installation would hand over as a file.

import { dateFromParts, plainDateOf } from '../../../src/domain/calendar/plain-date.ts'
import type { LineId } from '../../../src/domain/ids.ts'
import type { IssuedVersion } from '../../../src/domain/plan/freeze.ts'
import type { Link, PlanLine } from '../../../src/domain/plan/line.ts'
import type { Section } from '../../../src/domain/plan/sections.ts'
import { sections } from '../../../src/domain/plan/sections.ts'
import { usualKind } from '../../../src/domain/older-plans/piece.ts'
import { readQuantity } from '../../../src/domain/wording/read-quantity.ts'
import { planDocument } from '../../../src/casebook/plan/plan-document.ts'
import { toDocx } from '../../../src/platform/documents/to-docx.ts'
import { packNames, wordsOf, type PackName } from './plan-words.ts'
import type { OlderPlanFile, Truth } from './template.ts'

async function hubPlan(pack: PackName): Promise<OlderPlanFile> {
  const plan = wordsOf(pack)
  const idOf = (section: Section, index: number): LineId => `${section}-${index}` as LineId
  const lines = sections.flatMap((section) => plan.of[section].flatMap((text, position): PlanLine[] => {
    const kind = usualKind[section]
    if (kind === undefined) return []
    const { what: _, ...said } = kind === 'provision' ? readQuantity(text) : {}
    return [{ id: idOf(section, position), kind, section, position, text, fields: said, revision: 1, sources: [{ kind: 'said', by: 'the family', on: plainDateOf('2025-01-10') }] }]
  }))
  const links: Link[] = plan.threads.flatMap(({ outcomes }, need) => outcomes.map((text) => ({ from: idOf('B', need), to: idOf('E', plan.of.E.indexOf(text)), kind: 'leads-to' as const })))
  const version: IssuedVersion = {
    heading: { childNames: [plan.name], dateOfBirth: plainDateOf(plan.bornOn), areaName: 'Wendmere County Council', status: 'final', versionNumber: 2, issuedOn: plainDateOf('2025-03-03'), firstMadeOn: plainDateOf('2023-05-14') },
    content: { lines, links },
    advice: plan.of.K.map((title, index) => ({ title, author: `Author ${index + 1}`, role: 'adviser', dated: dateFromParts(2025, 1, index + 1) ?? plainDateOf('2025-01-01') })),
  }
  const document = planDocument(version, { reference: 'W-2025-000001', sha256: 'a'.repeat(64), adviceIds: [] })
  const truth = sections.flatMap((section) => plan.of[section].map((text): Truth => ({ section, text })))
  return { name: `hub-${pack.slice(0, 7)}`, about: 'as this hub prints a plan', bytes: await toDocx(document), truth }
}

export const hubPlans = packNames.map((pack) => () => hubPlan(pack))
