// The notices that go to bodies and settings.

import { dateWords } from '../calendar/date-words.ts'
import { assessDecisionDueOn } from '../timeline/assess-decision-due-on.ts'
import { consultationReplyDueOn } from '../timeline/consultation-reply-due-on.ts'
import { isBlank, type NoticeParagraph } from './notice.ts'
import type { NoticeParticulars } from './particulars.ts'

export function whoItIsAbout({ child }: NoticeParticulars): readonly NoticeParagraph[] {
  if (isBlank(child.fullName)) return []
  return [{ element: 'who-it-is-about', text: `This is about ${child.fullName}, born on ${dateWords(child.dateOfBirth)}.` }]
}

export function bodiesTold(p: NoticeParticulars): readonly NoticeParagraph[] {
  const told = (p.copiesTo ?? []).filter((name) => !isBlank(name))
  return [
    ...whoItIsAbout(p),
    {
      element: 'decision',
      text:
        `${p.council} is considering whether to secure an education, health and care (EHC) needs assessment. ` +
        `We received the request on ${dateWords(p.receivedOn)}. ` +
        `We will tell you what we decide by ${dateWords(assessDecisionDueOn(p.receivedOn))}.`,
    },
    { text: 'You do not have to do anything yet. If you hold something that we should weigh, please send it now.' },
    ...(told.length === 0
      ? []
      : [{ element: 'copies-to' as const, heading: 'Who has this notice', text: told.join('\n') }]),
  ]
}

export function consultation(p: NoticeParticulars): readonly NoticeParagraph[] {
  return [
    ...whoItIsAbout(p),
    {
      element: 'draft-plan-enclosed',
      text:
        'The draft EHC plan comes with this notice. It is for this consultation only. Please share it only with those who ' +
        'need it to answer.',
    },
    ...(p.consultation
      ? [
          {
            text: p.consultation.familyAsked
              ? 'The family has asked us to name you in section I of the plan.'
              : 'We are considering naming you in section I of the plan.',
          },
        ]
      : []),
    {
      element: 'what-to-consider',
      heading: 'What we ask you',
      text:
        'Is the setting suitable for the age, ability, aptitude and special educational needs of this child or young person? ' +
        'Would their attendance be incompatible with the efficient education of others? ' +
        'Would it be incompatible with the efficient use of resources? ' +
        'For each, please give your reasons and what would make it possible.',
    },
    ...(p.consultation
      ? [
          {
            element: 'reply-by' as const,
            heading: 'When to answer',
            text:
              `Please answer by ${dateWords(consultationReplyDueOn(p.consultation.receivedOn))}. ` +
              'That is 15 days after you get this notice. School holidays do not change it. We may go on without an answer.',
          },
        ]
      : []),
  ]
}
