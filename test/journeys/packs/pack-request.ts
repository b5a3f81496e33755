// The request of a pack, by the person who made it, on the day on which it was received.

import type { Filled, PageReader } from '../../harness/page-reader.ts'
import type { Answered } from '../steps/request.ts'
import { answerTasks, beginRequest, bornOn, sendRequest } from '../steps/request.ts'
import type { Pack, PackCase } from './pack.ts'
import { peopleIn } from './pack-people.ts'

type Relative = PackCase['family'][number]

export async function makePackRequest(requester: PageReader, pack: Pack): Promise<string> {
  const { asks } = peopleIn(pack.id)
  await beginRequest(requester, { who: asks })
  await answerTasks(requester, asks === 'school' ? schoolAnswers(pack) : parentAnswers(pack))
  return sendRequest(requester)
}

const yes = (isSo: boolean | undefined): string => (isSo === true ? 'yes' : 'no')

function childAnswers({ case: { child, address, setting } }: Pack): Answered {
  return {
    'child-name': { givenName: child.forename, familyName: child.surname, ...(child.preferredName === child.forename ? {} : { preferredName: child.preferredName }) },
    'born-on': bornOn(child.dateOfBirth),
    home: { line1: address.line1, town: address.town, postcode: address.postcode },
    setting: { place: 'setting', settingName: setting.name },
  }
}

const languageOf = (relatives: readonly Relative[]): Filled => {
  const [first] = relatives
  return { language: first?.language ?? '', interpreter: yes(first?.interpreter), formats: first?.formats === undefined ? [] : ['audio', 'phone'] }
}

function schoolAnswers(pack: Pack): Answered {
  const { child, family } = pack.case
  return {
    ...childAnswers(pack),
    numbers: { upn: child.upn, nhsNumber: child.nhsNumber },
    'your-name': { phone: '01632 960130', email: 'office@larkfell.example.org' },
    parents: Object.fromEntries(family.flatMap((one, index) => Object.entries({
      fullName: one.name, relation: one.relation, responsibility: yes(one.parentalResponsibility), livesWith: yes(one.livesWithChild ?? true),
      phone: one.phone ?? '', email: one.email ?? '', safe: 'yes', safetyNote: one.notes ?? '',
    }).map(([field, value]) => [`${field}-${index + 1}`, value]))),
    language: languageOf(family),
    'family-views': { knows: 'yes', 'family-views': 'Both parents want this assessment. They were asked through an interpreter.' },
    strengths: { strengths: 'He is kind, quick with number and good at making things.' },
    needs: { needs: 'He understands and says far less than others of his age, in both of his languages.' },
    support: { 'tried-1': 'A language group with an assistant, three times a week', 'when-1': 'Spring and summer 2026', 'effect-1': 'He joins in, but has not kept new words' },
    attendance: { percent: '94%' },
    outcomes: { outcomes: 'To follow lessons, to be understood, and to play with others.' },
    'child-views': { 'child-views': 'Maths is good. Too much talking on the carpet.', how: 'Picture sort with a familiar adult' },
  }
}

function parentAnswers(pack: Pack): Answered {
  const { family } = pack.case
  const [asker, ...others] = family
  return {
    ...childAnswers(pack),
    'your-name': { relation: asker?.relation ?? 'other', responsibility: yes(asker?.parentalResponsibility), livesWith: yes(asker?.livesWithChild ?? true) },
    contact: { phone: asker?.phone ?? '', email: asker?.email ?? '', safeContact: 'email', safeContactNote: asker?.contact ?? '' },
    language: languageOf(family),
    others: { others: others.length > 0 ? 'yes' : 'no' },
    ...(others.length === 0 ? {} : { 'other-parents': Object.fromEntries(others.flatMap((one, index) => Object.entries({
      fullName: one.name, relation: one.relation, responsibility: yes(one.parentalResponsibility), phone: one.phone ?? '', email: one.email ?? '', safe: 'yes',
    }).map(([field, value]) => [`${field}-${index + 1}`, value]))) }),
    strengths: { strengths: 'Music, water and her family.' },
    needs: { needs: 'She needs more help than her school or nursery can give without a plan.' },
  }
}
