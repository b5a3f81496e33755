import type { Answers } from '../consultation-store.ts'

export const canMeetWords: Record<Answers['canMeet'], string> = { yes: 'Can meet the needs', 'with-support': 'Can meet them with more support', no: 'Cannot meet the needs' }

const because = (words: string, why: string): string => (why === '' ? words : `${words}. ${why}`)

/** The five answers, in the order they were asked: what the council and the setting itself read back. */
export const answerRows = (answers: Answers): { key: string; value: string }[] => [
  { key: 'Needs in the plan', value: because(canMeetWords[answers.canMeet], answers.canMeetWhy) },
  { key: 'Age, ability, aptitude and needs', value: because(answers.suitable === 'yes' ? 'Suitable' : 'Not suitable', answers.suitableWhy) },
  { key: 'Education of others', value: because(answers.harmsOthers === 'no' ? 'Compatible' : 'Not compatible', answers.harmsOthersWhy) },
  { key: 'Use of resources', value: because(answers.harmsResources === 'no' ? 'Compatible' : 'Not compatible', answers.harmsResourcesWhy) },
  { key: 'A place', value: because(answers.place === 'yes' ? 'Offers a place' : 'No place now', answers.placeWhen) },
]
