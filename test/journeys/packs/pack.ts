// A pack of advice: the child and family, the reports as they were handed in, and what a competent writer would have made of
// them. Described in test/cases/advice-packs/README.md.

import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { projectRoot } from '../../kinds.ts'

const source = { source: z.string(), anchor: z.string() }
const action = z.enum(['use', 'ask-author', 'resolve', 'leave-out'])

const quantity = z.object({
  minutes: z.number().nullish(), times: z.number().nullish(), per: z.string().nullish(), weeks: z.number().nullish(),
})

const expectedShape = z.object({
  views: z.array(z.object({ id: z.string(), whose: z.string(), text: z.string(), howGathered: z.string().nullish(), flags: z.array(z.string()), ...source })),
  needs: z.array(z.object({ id: z.string(), section: z.enum(['B', 'C', 'D']), area: z.string(), text: z.string(), flags: z.array(z.string()), alsoIn: z.array(z.object(source)), ...source })),
  outcomes: z.array(z.object({
    id: z.string(), text: z.string(), by: z.string().nullish(), needs: z.array(z.string()), flags: z.array(z.string()), action,
    smart: z.object({ measurable: z.boolean() }), pfaPathway: z.string().nullish(), ...source,
  })),
  provision: z.array(z.object({
    id: z.string(), section: z.enum(['F', 'G', 'H1', 'H2']), kind: z.string(), text: z.string(), ...source,
    whoDelivers: z.string().nullish(), howMuch: z.string().nullish(), howOften: z.string().nullish(), ratio: z.string().nullish(), duration: z.string().nullish(),
    reviewer: z.string().nullish(), reviewWhen: z.string().nullish(), quantity: quantity.nullish(),
    needs: z.array(z.string()), outcomes: z.array(z.string()), verdict: z.string(), missing: z.array(z.string()), flags: z.array(z.string()), action,
  })),
  contradictions: z.array(z.object({ id: z.string(), about: z.string(), whatAWriterShouldDo: z.string(), items: z.array(z.string()).optional() })),
  mustNotCopy: z.array(z.object({ id: z.string(), kind: z.string(), what: z.string(), terms: z.array(z.string()), why: z.string(), ...source })),
  leaveOut: z.array(z.object({ id: z.string(), what: z.string(), why: z.string(), flag: z.string(), ...source })),
  adviceGaps: z.array(z.object({ id: z.string(), text: z.string(), flag: z.string() })),
})

const caseShape = z.object({
  packId: z.string(),
  child: z.object({
    forename: z.string(), surname: z.string(), preferredName: z.string(), dateOfBirth: z.string(), upn: z.string(), nhsNumber: z.string(),
    homeLanguages: z.array(z.string()), communicationMode: z.string(),
  }),
  address: z.object({ line1: z.string(), town: z.string(), postcode: z.string() }),
  setting: z.object({ name: z.string() }),
  family: z.array(z.object({
    name: z.string(), relation: z.string(), parentalResponsibility: z.boolean(), language: z.string(), interpreter: z.boolean(),
    formats: z.array(z.string()).optional(), email: z.string().nullish(), phone: z.string().nullish(), livesWithChild: z.boolean().optional(),
    contact: z.string().optional(), notes: z.string().optional(),
    address: z.object({ line1: z.string(), town: z.string(), postcode: z.string() }).optional(),
  })),
  request: z.object({ receivedOn: z.string(), madeBy: z.string(), requester: z.string(), decidedOn: z.string(), adviceRequestedOn: z.string() }),
  advice: z.array(z.object({
    id: z.string(), regulation6: z.string(), file: z.string(), kind: z.string(), author: z.string(), role: z.string(), organisation: z.string(),
    dated: z.string(), contactWithChild: z.string().nullable(), known: z.boolean().optional(), method: z.string().optional(),
    interpreter: z.string().optional(), note: z.string().optional(), restrict: z.string().optional(),
  })),
  clocks: z.object({ decideByWeek6: z.string(), finalPlanByWeek20: z.string(), adviceDueSixWeeksFromRequest: z.string() }),
})

export type Expected = z.infer<typeof expectedShape>
export type PackCase = z.infer<typeof caseShape>
export type AdviceInPack = PackCase['advice'][number]
export type ExpectedView = Expected['views'][number]
export type ExpectedNeed = Expected['needs'][number]
export type ExpectedOutcome = Expected['outcomes'][number]
export type ExpectedProvision = Expected['provision'][number]

export interface Pack {
  readonly id: string
  readonly case: PackCase
  readonly expected: Expected
  /** The words of each report by its file's name, as written: Markdown. */
  readonly reports: ReadonlyMap<string, string>
}

const folder = path.join(projectRoot, 'test/cases/advice-packs')

export const packIds: readonly string[] = readdirSync(folder).filter((name) => name.startsWith('pack-')).toSorted()

export function readPack(id: string): Pack {
  const read = (file: string): string => readFileSync(path.join(folder, id, file), 'utf8')
  const packCase = caseShape.parse(JSON.parse(read('case.json')))
  return {
    id, case: packCase, expected: expectedShape.parse(JSON.parse(read('expected.json'))),
    reports: new Map(packCase.advice.map(({ file }) => [file, read(file)])),
  }
}

/** The report that holds the words, as the professional's entry. */
export function adviceNamed(pack: Pack, file: string): AdviceInPack {
  const found = pack.case.advice.find((advice) => advice.file === file)
  if (found === undefined) throw new Error(`${pack.id} has no ${file}`)
  return found
}
