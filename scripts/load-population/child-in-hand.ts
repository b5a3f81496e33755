// What the rows of one child are made with: the child as made, whose case it is, and the area around them.

import type { PlainDate } from '../../src/domain/calendar/plain-date.ts'
import type { Fact, FactType, RecordedFact } from '../../src/domain/case-file/facts.ts'
import type { OrganisationId, PersonId } from '../../src/domain/ids.ts'
import type { MadeChild } from '../../src/population/make-child.ts'
import type { Random } from '../../src/population/random.ts'
import type { LoadedArea, SettingBody, Worker } from './area-rows.ts'
import type { Rows } from './rows.ts'

export interface Stay { readonly organisationId: OrganisationId; readonly name: string; readonly from: PlainDate; readonly to?: PlainDate }

export interface ChildInHand {
  readonly rows: Rows
  readonly area: LoadedArea
  readonly made: MadeChild
  /** The child's chance for what the facts do not say: ids of rows and words. */
  readonly random: Random
  readonly today: PlainDate
  /** Fewer words in a plan and only its version in force: a country has 700,000. */
  readonly isLean: boolean
  readonly officer: Worker
  readonly parent: { readonly id: PersonId; readonly name: string; readonly relation: 'mother' | 'father' }
  readonly stays: readonly Stay[]
  /** From 0 to 1: whether the child sleeps at school, where one can. */
  readonly luck: number
}

/** Our own guesses, of children at independent and non-maintained special schools: who sleeps there in term, and who all year. */
const [boards, livesThere] = [0.12, 0.02]

/** What the national return asks of a place: in a unit, in resourced provision, and whether somebody sleeps there. The same for one child at one school. */
export function placeAt({ settings }: LoadedArea, organisationId: OrganisationId, luck: number): { senUnit: boolean; resourced: boolean; residential: string | null } {
  const { senUnit = false, resourced = false, isResidential = false } = settings.get(organisationId)?.place ?? {}
  return { senUnit, resourced, residential: !isResidential ? null : luck < livesThere ? 'B' : luck < livesThere + boards ? 'A' : null }
}

export const stayOn = ({ stays }: Pick<ChildInHand, 'stays'>, day: PlainDate): Stay | undefined => stays.findLast(({ from, to }) => from <= day && (to === undefined || day <= to))

/** The facts of some types, in order. */
export const factsOf = <T extends FactType>(facts: readonly RecordedFact[], ...types: readonly T[]): RecordedFact<Extract<Fact, { type: T }>>[] =>
  facts.filter((fact): fact is RecordedFact<Extract<Fact, { type: T }>> => (types as readonly string[]).includes(fact.type))

export const settingNamed = ({ bodies, settings }: LoadedArea, name: string): SettingBody | undefined => {
  const body = bodies.get(name)
  return body === undefined ? undefined : settings.get(body.id)
}
