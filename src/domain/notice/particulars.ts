// What goes into a notice. Everything that a person must supply is optional here, so that a notice can be composed and
// shown with what is still missing; `missingFromNotice` then keeps it from being sent.

import type { PlainDate } from '../calendar/plain-date.ts'
import type { CeaseGround } from '../ceasing/cease-codes.ts'
import type { DraftWindow } from '../timeline/draft-window.ts'

/** Somebody who can be reached: at least one way beside the name. */
export interface Contact {
  readonly name: string
  readonly telephone?: string
  readonly email?: string
  readonly website?: string
  readonly address?: string
}

/** The area's services, kept by the council and the same in all its notices. */
export interface AreaServices {
  readonly mediationAdviser?: Contact
  /** Who acts for the council when a family wants mediation (reg 32(f)). */
  readonly councilMediation?: Contact
  readonly disagreementResolution?: Contact
  /** The special educational needs information, advice and support service (SENDIASS). */
  readonly informationAndAdvice?: Contact
  readonly tribunal?: Contact
  /** The Local Government and Social Care Ombudsman, the same all over England. */
  readonly ombudsman?: Contact
  /** Where to find out about schools and colleges (reg 13(1)(b)). */
  readonly settingInformation?: Contact
}

export interface NoticeParticulars {
  readonly child: { readonly fullName: string; readonly firstName: string; readonly dateOfBirth: PlainDate }
  /** Each parent gets an own copy: names of those to whom this copy goes. */
  readonly addressedTo: { readonly names: readonly string[]; readonly as: 'parent' | 'young-person' | 'professional' }
  readonly council: string
  readonly officer: Contact
  readonly services: AreaServices
  /** The day the notice is sent: time to appeal runs from it. */
  readonly sentOn: PlainDate
  readonly receivedOn: PlainDate
  /** Typed by whoever decided; set into the notice as typed. */
  readonly reasons?: string
  readonly outcomeOfAssessment?: string
  readonly window?: DraftWindow
  /** That somebody, or the plan's own check, made sure that section I of the draft is blank. */
  readonly draftNamesNoSetting?: boolean
  /** What is attached to the final plan: one line for each piece of advice. */
  readonly sectionK?: readonly string[]
  readonly copiesTo?: readonly string[]
  /** After a review or an amendment: its day, and what was decided of it. */
  /** The day on which the new assessment began that ended without a change of the plan. */
  readonly reassessedFrom?: PlainDate
  readonly afterReview?: { readonly metOn?: PlainDate; readonly decision: 'keep' | 'amend' | 'cease' }
  /** For an amendment notice: each change in words, one text for each line of the plan; what they rest on; the day of the plan in force. */
  readonly changes?: readonly string[]
  readonly evidence?: readonly string[]
  readonly currentPlanOn?: PlainDate
  /** What this addressee asked for and what was answered, one text each. */
  readonly answers?: readonly string[]
  /** For a consultation: when the setting gets it, and whether the family asked for it. */
  readonly consultation?: { readonly receivedOn: PlainDate; readonly familyAsked: boolean }
  /** For a letter of a council to which a plan came: from whom, whether it will assess again, and by when it reviews. */
  readonly transfer?: { readonly from: string; readonly willReassess: boolean; readonly reviewOn: PlainDate; readonly reasons?: string }
  /** For letters about ending the plan: by when to answer, on which ground, and until when it goes on at least. */
  readonly ending?: EndingParticulars
  /** For a letter that there will be a new assessment: by when the final plan must be sent. */
  readonly reassessedPlanBy?: PlainDate
  /** For a letter about delay: what is late, and the date that is expected now. */
  readonly delay?: DelayParticulars
  /** For what is sent around a review. */
  readonly review?: ReviewParticulars
}

/** The meeting of a review, for its letters. */
export interface ReviewParticulars {
  readonly meetingOn: PlainDate
  /** The time of day, as typed. */
  readonly starts: string
  readonly place: string
  readonly how: 'in-person' | 'online' | 'both'
  /** The setting, or the council. */
  readonly arrangedBy: string
  readonly contributeBy: PlainDate
  /** The council's last day to decide. */
  readonly decideBy: PlainDate
}

export interface EndingParticulars {
  readonly ground: CeaseGround
  /** For the letters that ask: a day that gives time to answer; the Regulations set none. */
  readonly answerBy?: PlainDate
}

/** What is late, for a letter about delay. */
export interface DelayParticulars {
  /** The limit, by its id with its step, and what its record calls it. */
  readonly clock: string
  readonly title: string
  readonly dueOn: PlainDate
  readonly expectedOn: PlainDate
  /** An excuse of the law stands: the date does not bind, and the duty is as soon as practicable. */
  readonly isExcused: boolean
  /** A date that we gave before and that we will not keep either. */
  readonly promisedOn?: PlainDate
  readonly why: string
  readonly meanwhile: string
}

/** A name, then each way to reach it on a line of its own: "Phone: 01632 960123"; empty when there is no name or no way to reach it. */
export function contactWords(contact: Contact | undefined): string {
  if (!contact) return ''
  const ways = [
    contact.telephone && `Phone: ${contact.telephone}`,
    contact.email && `Email: ${contact.email}`,
    contact.website && `Website: ${contact.website}`,
    contact.address && `Address: ${contact.address}`,
  ].filter((way) => way !== undefined && way !== '' && way.trim() !== '')
  return contact.name.trim() === '' || ways.length === 0 ? '' : [contact.name, ...ways].join('\n')
}
