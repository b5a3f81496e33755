// What the rows of one child are made with: the child as made, whose case it is, and the area around them.

import type { PlainDate } from '../../src/domain/calendar/plain-date.ts'
import type { Fact, FactType, RecordedFact } from '../../src/domain/case-file/facts.ts'
import type { OrganisationId, PersonId } from '../../src/domain/ids.ts'
import type { MadeChild } from '../../src/population/make-child.ts'
import type { Random } from '../../src/population/random.ts'
import type { Body, LoadedArea, Worker } from './area-rows.ts'
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
}

export const stayOn = ({ stays }: Pick<ChildInHand, 'stays'>, day: PlainDate): Stay | undefined => stays.findLast(({ from, to }) => from <= day && (to === undefined || day <= to))

/** The facts of some types, in order. */
export const factsOf = <T extends FactType>(facts: readonly RecordedFact[], ...types: readonly T[]): RecordedFact<Extract<Fact, { type: T }>>[] =>
  facts.filter((fact): fact is RecordedFact<Extract<Fact, { type: T }>> => (types as readonly string[]).includes(fact.type))

export const settingNamed = ({ bodies, settings }: LoadedArea, name: string): (Body & { readonly type: string }) | undefined => {
  const body = bodies.get(name)
  return body === undefined ? undefined : settings.get(body.id)
}
