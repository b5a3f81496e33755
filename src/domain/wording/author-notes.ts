// What an author is told about a provision line, in plain English. A note names what is missing. It never suggests a number:
// the amount is the professional's to judge, and an amount that nobody judged must not reach a plan.

import type { ProvisionCheck } from './check-provision.ts'
import type { MissingPart } from './parts-said.ts'

export interface AuthorNote {
  readonly part: MissingPart
  /** The line cannot be specific without it; the rest is worth adding. */
  readonly isEssential: boolean
  readonly note: string
}

const cannotBeFixed = 'or say why it cannot be fixed for this child'

const notes: Readonly<Record<MissingPart, string>> = {
  who: 'It does not say who will do this. Add the role, and the training or qualification that it takes.',
  what: 'It does not say what will be done. Name the activity, programme, therapy or item.',
  howMuch: `It does not say how long each session lasts. Add the minutes, ${cannotBeFixed}.`,
  howOften: `It does not say how often. Add how many times in each day, week, term or year, ${cannotBeFixed}.`,
  howLong: 'It does not say how long this goes on for. Add the number of weeks, or the date when it ends or is looked at again.',
  ratio: 'It does not say with how many others. Say one-to-one, or give the largest size of the group.',
  reviewer: 'It does not say who checks that it is working, or when. Add the role and the date or interval.',
  training: 'It does not say what training the adult has. Add it, and who gives it.',
  setting: 'It does not say where. Add the place.',
}

/** Where the sort of provision calls for other words than those above. */
const notesByKind: Readonly<Partial<Record<ProvisionCheck['found']['kind'], Partial<Record<MissingPart, string>>>>> = {
  equipment: {
    who: 'It does not say who will provide this. Add the service, school or council.',
    what: 'It does not say what the item is. Name it, so that a stranger could tell whether it had come.',
    howMuch: 'It does not say how many. Add the number of each item.',
    howOften: 'It does not say when it will be there. Say for which lessons or times of day.',
  },
  training: {
    who: 'It does not say who gives the training. Add the role or service.',
    howMuch: `It does not say how long the training is. Add the hours, ${cannotBeFixed}.`,
    howOften: 'It does not say when the training happens, or how often it is repeated. Add the date or interval.',
  },
  'adult-support': {
    howMuch: `It does not say how much of the adult's time. Add the hours or minutes, ${cannotBeFixed}.`,
    ratio: 'It does not say whether the adult is for this child alone. Say one-to-one, or how many children share the adult.',
  },
  environment: {
    who: 'It does not say who provides or supervises this. Add the role or the setting.',
    ratio: 'It does not say how many children. Give the largest number.',
    howMuch: `It does not say how much. Add the time, the size or the number, ${cannotBeFixed}.`,
  },
  strategy: {
    who: 'It does not say which adults will do this. Name the roles, or say every adult who teaches the child.',
    howMuch: 'It does not say how much of this there will be. Say on which occasions it is always done.',
    howOften: 'It does not say on which occasions. Say, for example, in which lessons or at what times.',
  },
  review: {
    who: 'It does not say who will see or check the child. Add the role.',
    howOften: 'It does not say how often. Add the interval or the number of visits.',
  },
  'short-break': { howMuch: `It does not say how much. Add the nights, days or hours, ${cannotBeFixed}.` },
}

export const notesForAuthor = (check: ProvisionCheck): readonly AuthorNote[] =>
  check.missing.map((part) => ({
    part,
    isEssential: check.essential.includes(part),
    note: notesByKind[check.found.kind]?.[part] ?? notes[part],
  }))
