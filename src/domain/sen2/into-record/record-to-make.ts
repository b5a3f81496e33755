// What a person of a return becomes in the record: rows, and for each case its facts in their order with their real days. Made by pure rules, written by
// whoever holds the record.

import type { PlainDate } from '../../calendar/plain-date.ts'
import type { Fact, Requester } from '../../case-file/facts.ts'
import type { PlanId, RequestId } from '../../ids.ts'
import type { Dated } from '../dated-items.ts'
import type { PlacedCode, NamedCode } from '../place.ts'
import type { ReturnYear } from '../return-years.ts'
import type { NeedCode } from '../sen2-return.ts'

/** An organisation by one of its numbers, or a code of the return. */
export interface WhereToMake<Code extends PlacedCode = PlacedCode> extends Dated {
  readonly urn?: string
  readonly ukprn?: string
  readonly senSetting?: Code
  readonly senSettingOther?: string
  readonly rank: 1 | 2
  readonly senUnit?: boolean
  readonly resourced?: boolean
  readonly residential?: 'A' | 'B'
  readonly workBased?: 'A' | 'T' | 'S'
}

export interface NeedToMake extends Dated { readonly need: NeedCode; readonly rank: 1 | 2 }
export interface BudgetToMake extends Dated { readonly isTakenUp: boolean; readonly isOrganised?: boolean; readonly directPayment?: 'E' | 'S' | 'H' | 'I' }
export interface RequestToMake { readonly id: RequestId; readonly madeBy: Requester; readonly receivedOn: PlainDate; readonly inYouthAccommodation?: boolean }
export interface PlanToMake { readonly id: PlanId; readonly firstMadeOn: PlainDate; readonly named: readonly WhereToMake<NamedCode>[]; readonly budget?: BudgetToMake }

export interface FactToMake {
  readonly fact: Fact
  readonly on: PlainDate
  /** Beside a day that the return does not give: what it says instead. */
  readonly reason?: string
  /** Of `next-placement-named`: the plan that names it is the fact just before. */
  readonly isOfFactBefore?: true
}

export interface CaseToMake {
  readonly requests: readonly RequestToMake[]
  readonly plan?: PlanToMake
  readonly facts: readonly FactToMake[]
}

export interface ChildToMake {
  readonly familyName: string
  readonly givenName: string
  readonly bornOn: PlainDate
  readonly sex?: 'M' | 'F'
  readonly ethnicityCode?: string
  readonly postcode?: string
  readonly upn?: string
  readonly uln?: string
  readonly upnUnknown?: string
}

export interface RecordToMake {
  readonly child: ChildToMake
  readonly needs: readonly NeedToMake[]
  readonly settings: readonly WhereToMake[]
  readonly cases: readonly CaseToMake[]
}

/** Which return it came from. */
export interface CameFrom {
  readonly batchId: string
  readonly year: ReturnYear
  readonly surveyDay: PlainDate
  readonly period: { readonly firstDay: PlainDate; readonly lastDay: PlainDate }
}
