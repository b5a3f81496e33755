// A return as values. Names are the return's own element names, so that one table reads, writes and checks them. Which of these a year has, and in
// which order they stand in the file, is in year-tables.ts. Everything that may be missing in a return that is not ready yet is optional here.

import type { PlainDate } from '../calendar/plain-date.ts'
import type {
  assessmentOutcomes, attendancePatterns, ceaseReasons, directPayments, genders, namedSettings, needs, officerCodes, placedSettings, ranks, requestOutcomes, requestSources,
  residentialWeeks, reviewOutcomes, sexes, upnUnknownReasons, workActivities,
} from './code-sets.ts'
import type { ethnicities } from './ethnicities.ts'

type Code<T> = `${keyof T & (string | number)}`
export type OfficerCode = Code<typeof officerCodes>
export type Rank = Code<typeof ranks>
export type RequestOutcome = Code<typeof requestOutcomes>
export type AssessmentOutcome = Code<typeof assessmentOutcomes>
export type ReviewOutcome = Code<typeof reviewOutcomes>
export type NeedCode = Code<typeof needs>

export interface Sen2Block {
  /** Elements that a file gave and that cannot be read as what they should be: there, and not known. None in a return made here. */
  readonly unreadable?: readonly string[]
}

export interface Sen2CollectionDetails extends Sen2Block {
  readonly Collection?: 'SEN2'
  readonly Year?: string
  /** Survey day. */
  readonly ReferenceDate?: PlainDate
}

export interface Sen2Source extends Sen2Block {
  readonly SourceLevel?: 'L'
  /** Three digits. */
  readonly LEA?: string
  readonly SoftwareCode?: string
  readonly Release?: string
  /** "001" and up, one for each time that the return is sent. */
  readonly SerialNo?: string
  /** Local time of making: "2026-02-03T14:30:00". */
  readonly DateTime?: string
  readonly DMO?: OfficerCode
  readonly DCO?: OfficerCode
  /** Since 2025. */
  readonly DSCO?: OfficerCode
}

export interface Sen2Header extends Sen2Block {
  readonly CollectionDetails?: Sen2CollectionDetails
  readonly Source?: Sen2Source
}

/** Where: one of URN, UKPRN and SENSetting. */
interface Sen2Setting extends Sen2Block {
  readonly URN?: string
  readonly UKPRN?: string
  /** What it is, where the code says "other". */
  readonly SENSettingOther?: string
  readonly PlacementRank?: Rank
  readonly SENunitIndicator?: boolean
  readonly ResourcedProvisionIndicator?: boolean
}

/** What Section I of the plan names. */
export interface Sen2PlanDetail extends Sen2Setting {
  readonly SENSetting?: Code<typeof namedSettings>
}

export interface Sen2NamedPlan extends Sen2Block {
  readonly StartDate?: PlainDate
  readonly PlanDetail: readonly Sen2PlanDetail[]
  readonly PlanRes?: Code<typeof residentialWeeks>
  readonly PlanWBP?: Code<typeof workActivities>
  readonly PB?: boolean
  readonly OA?: boolean
  readonly DP?: Code<typeof directPayments>
  readonly CeaseDate?: PlainDate
  readonly CeaseReason?: Code<typeof ceaseReasons>
}

export interface Sen2Assessment extends Sen2Block {
  readonly AssessmentOutcome?: AssessmentOutcome
  readonly AssessmentOutcomeDate?: PlainDate
  readonly AssessmentMediation?: boolean
  readonly AssessmentTribunal?: boolean
  readonly OtherMediation?: boolean
  readonly OtherTribunal?: boolean
  /** An exception to the twenty weeks applies. */
  readonly Week20?: boolean
  readonly NamedPlan?: Sen2NamedPlan
}

/** Where the person actually is or was. */
export interface Sen2PlacementDetail extends Sen2Setting {
  readonly SENSetting?: Code<typeof placedSettings>
  readonly EntryDate?: PlainDate
  readonly LeavingDate?: PlainDate
  /** 2023 only. */
  readonly AttendancePattern?: Code<typeof attendancePatterns>
  /** Since 2024. */
  readonly Res?: Code<typeof residentialWeeks>
  /** Since 2024. */
  readonly WBP?: Code<typeof workActivities>
}

export interface Sen2Need extends Sen2Block {
  /** DS since 2025. */
  readonly SENtype?: NeedCode
  readonly SENtypeRank?: Rank
}

export interface Sen2ActivePlans extends Sen2Block {
  /** The authority that the plan came from within the period. */
  readonly TransferLA?: string
  readonly PlacementDetail: readonly Sen2PlacementDetail[]
  /** 2023 only; in `PlacementDetail` since. */
  readonly Res?: Code<typeof residentialWeeks>
  /** 2023 only; in `PlacementDetail` since. */
  readonly WBP?: Code<typeof workActivities>
  readonly SENneed: readonly Sen2Need[]
  /** Since 2024. */
  readonly ReviewMeeting?: PlainDate
  /** The day on which the authority wrote what it had decided. */
  readonly LastReview?: PlainDate
  /** Since 2024. */
  readonly ReviewOutcome?: ReviewOutcome
  /** Since 2025. */
  readonly ReviewDraft?: PlainDate
  /** Since 2025. */
  readonly PhaseTransferDueDate?: PlainDate
  /** Since 2025. */
  readonly PhaseTransferFinalDate?: PlainDate
}

/** One request and whatever came of it. */
export interface Sen2Request extends Sen2Block {
  readonly ReceivedDate?: PlainDate
  /** Since 2025. */
  readonly RequestSource?: Code<typeof requestSources>
  /** In relevant youth accommodation when first requested. */
  readonly RYA?: boolean
  readonly RequestOutcomeDate?: PlainDate
  readonly RequestOutcome?: RequestOutcome
  readonly RequestMediation?: boolean
  readonly RequestTribunal?: boolean
  /** The authority that the person moved to before the assessment was finished. */
  readonly Exported?: string
  readonly Assessment?: Sen2Assessment
  readonly ActivePlans?: Sen2ActivePlans
}

export interface Sen2Person extends Sen2Block {
  readonly Surname?: string
  readonly Forename?: string
  readonly PersonBirthDate?: PlainDate
  /** 2023 only. */
  readonly GenderCurrent?: Code<typeof genders>
  /** Since 2024. */
  readonly Sex?: Code<typeof sexes>
  readonly Ethnicity?: Code<typeof ethnicities>
  readonly PostCode?: string
  readonly UPN?: string
  readonly UniqueLearnerNumber?: string
  readonly UPNunknown?: Code<typeof upnUnknownReasons>
  readonly Requests: readonly Sen2Request[]
}

export interface Sen2Return {
  readonly header: Sen2Header
  readonly persons: Iterable<Sen2Person>
}
