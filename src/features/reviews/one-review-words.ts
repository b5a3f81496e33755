// How the pages of one review say things.

import type { NotAtThisStage } from '../../casebook/act.ts'
import { stageWords } from '../../domain/case-file/stage-words.ts'
import type { AdulthoodPathway } from '../../domain/plan/line.ts'
import type { InviteePart } from '../../domain/review/invitees.ts'
import type { LineAnswer } from '../../domain/review/line-questions.ts'
import type { ChildPart, GradeLevel } from '../../domain/review/review-report.ts'
import type { Attendance, Coming, MeetingHow } from './review-store.ts'

export const howWords: Record<MeetingHow, string> = { 'in-person': 'In one room', online: 'Online', both: 'In a room, and online for whoever wants' }

export const inviteeWords: Record<InviteePart, string> = {
  'young-person': 'young person', child: 'child', parent: 'parent or carer', setting: 'school, nursery or college', officer: 'the council’s SEN officer',
  health: 'health, named by the health body', 'social-care': 'social care', adviser: 'advises on the child', other: 'invited another way',
}

/** Why somebody is on the list, with the law where it names them. */
export const basisWords: Record<InviteePart, string> = {
  'young-person': 'Regulation 20(2)', child: 'Their own part (CFA 2014 s.19)', parent: 'Regulation 20(2)', setting: 'Regulation 20(2)', officer: 'Regulation 20(2)', health: 'Regulation 20(2)',
  'social-care': 'Regulation 20(2)', adviser: 'Advises on the child', other: 'Added',
}

export const comingWords: Record<Coming, string> = { yes: 'Comes', no: 'Cannot come', words: 'Cannot come, sends words' }

export const attendanceWords: Record<Attendance, string> = { came: 'Came', online: 'Joined online', words: 'Sent words', no: 'Did not come' }

export const childPartWords: Record<ChildPart, string> = {
  'in-the-room': 'They were there for all of it', 'for-part': 'They were there for part of it', 'by-what-they-made': 'By what they had made, written or filmed',
  'spoken-for': 'Somebody spoke for them, in their words', 'chose-not': 'They chose not to take part',
}

export const answerWords: Record<LineAnswer, string> = {
  met: 'Met', good: 'Good progress', some: 'Some progress', none: 'No progress', delivered: 'Delivered as written', changed: 'It has changed', ceased: 'It has stopped',
  'not-delivered': 'Not delivered', 'still-right': 'Still right',
}

export const pathwayWords: Record<AdulthoodPathway, string> = {
  employment: 'Work and learning', 'independent-living': 'Living independently', community: 'Friends, relationships and community', health: 'Being as healthy as possible',
}

/** What is asked of a review in or beyond Year 9, and who it may bring into the room. */
export const pathwayNeeds: Record<AdulthoodPathway, { readonly question: string; readonly who: string }> = {
  employment: { question: 'Is somebody needed for the next course, a job or a supported internship?', who: 'the next college, a careers adviser, supported employment' },
  'independent-living': { question: 'Is somebody needed for where and how they will live, travel and handle money?', who: 'adult social care, housing, travel training' },
  community: { question: 'Is somebody needed for friendships, relationships and being part of things?', who: 'a youth worker, an advocate, the preparing for adulthood team' },
  health: { question: 'Is somebody needed for health as an adult?', who: 'the learning disability nurse, an adult therapist, the GP for a health check' },
}

export const gradeWords: Record<GradeLevel, string> = { good: 'Good', some: 'In part', none: 'Missing' }

export const proposalKindWords = { change: 'Change', remove: 'Take out', comment: 'Comment', add: 'Add' } as const

export const closedWords = (refusal: NotAtThisStage): string =>
  `This can be done only while a review of a plan in force is under way. The case is at: ${stageWords[refusal.stage].staff}`
