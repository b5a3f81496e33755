// The questions that the family is asked, in plain words (reading age 9). Every one may be left empty.

export const parentQuestions = [
  { id: 'goingWell', question: 'What is going well?', hint: 'What is your child good at? What do they enjoy?' },
  { id: 'worries', question: 'What worries you?', hint: 'At home, at school or nursery, with friends, with sleep or food. Anything.' },
  { id: 'helps', question: 'What helps?', hint: 'Things that you or others do that make a difference.' },
  { id: 'wouldHelp', question: 'What do you think would help?', hint: 'At school and at home.' },
  { id: 'hopes', question: 'What do you hope for?', hint: 'This year, and when your child is grown up.' },
  { id: 'history', question: 'What should we know of the time before?', hint: 'A few lines are enough.' },
  { id: 'family', question: 'What should we know about your family?', hint: 'Only what you want us to know.' },
  { id: 'else', question: 'Is there anything else?', hint: '' },
] as const

export const childQuestions = [
  { id: 'good', question: 'What is good?', hint: 'Things you like. Things you are good at.' },
  { id: 'hard', question: 'What is hard, or not good?', hint: '' },
  { id: 'helps', question: 'What helps you?', hint: '' },
  { id: 'doesNotHelp', question: 'What does not help?', hint: '' },
  { id: 'hopes', question: 'What do you want for the future?', hint: 'Next year, or when you are grown up.' },
  { id: 'takePart', question: 'How do you want to take part?', hint: 'For example, come to the meeting, or send pictures.' },
] as const

/** How a child can be asked. Many children say more with a picture or a thing than with a word. */
export const methods = {
  talking: 'Talking', typing: 'Typing or writing', 'picture-sort': 'Sorting pictures', drawing: 'Drawing or building', photographs: 'Photographs', 'objects-of-reference': 'Objects of reference',
  signs: 'Signs or symbols', observation: 'Watching what the child does', audio: 'A sound recording', video: 'A film', interpreter: 'With an interpreter',
} as const
export type Method = keyof typeof methods

export const readingHeading = 'What the adults think it may mean'
export const readingKey = '_reading'
export const ownWordsHeading = 'In the child’s own words'
