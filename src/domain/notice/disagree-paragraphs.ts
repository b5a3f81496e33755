// What a family can do when it does not agree: the paragraphs that every appealable notice carries. Written to be read at
// nine years of age; one idea to a sentence.

import { dateWords } from '../calendar/date-words.ts'
import { appealBy } from '../timeline/appeal-by.ts'
import { contactMediationAdviserBy } from '../timeline/contact-mediation-adviser-by.ts'
import type { NoticeParagraph } from './notice.ts'
import { contactWords, type NoticeParticulars } from './particulars.ts'

/** A paragraph that is there only when what it stands on is there. */
function given(on: string, paragraph: (on: string) => NoticeParagraph): readonly NoticeParagraph[] {
  return on === '' ? [] : [paragraph(on)]
}

export function serviceParagraphs({ services }: NoticeParticulars): readonly NoticeParagraph[] {
  return [
    ...given(contactWords(services.informationAndAdvice), (contact) => ({
      element: 'information-and-advice',
      heading: 'Free help and advice',
      text: `You can get free help and advice. It is private, and it does not take the council’s side.\n${contact}`,
    })),
    ...given(contactWords(services.disagreementResolution), (contact) => ({
      element: 'disagreement-resolution',
      heading: 'Help to sort things out',
      text:
        'Someone who does not work for us can help us to sort things out. This is called disagreement resolution. ' +
        `It is free. You can ask for it at any time.\n${contact}`,
    })),
  ]
}

/** `decision` ends "You can appeal if you do not agree …". */
export function appealParagraphs(particulars: NoticeParticulars, decision: string): readonly NoticeParagraph[] {
  const { services, sentOn } = particulars
  return [
    {
      element: 'right-to-appeal',
      heading: 'If you do not agree',
      text:
        `You have a right to appeal ${decision}. An appeal goes to the First-tier Tribunal (Special Educational Needs ` +
        'and Disability). We call it the Tribunal. It is not part of the council.\n' +
        contactWords(services.tribunal),
    },
    {
      element: 'time-to-appeal',
      heading: 'How long you have',
      text:
        `You have two months from the day we sent this letter. By our count, the Tribunal must get your appeal by 5pm on ` +
        `${dateWords(appealBy(sentOn).receivedBy)}. ` +
        'If you have a mediation certificate, you have one month from the date on it, if that is later. ' +
        'The Tribunal decides if an appeal is in time. If you are late, you can still ask.',
    },
    ...mediationParagraphs(particulars),
  ]
}

function mediationParagraphs({ sentOn, services }: NoticeParticulars): readonly NoticeParagraph[] {
  const by = dateWords(contactMediationAdviserBy(sentOn))
  return [
    {
      element: 'mediation-right',
      heading: 'Mediation',
      text:
        'You have a right to mediation. Mediation is a meeting to try to agree. ' +
        'Someone who does not work for us runs it. It is free. You do not have to do it.',
    },
    {
      element: 'mediation-certificate',
      text:
        'You need a mediation certificate before you can appeal. You get one even if you do not want mediation. ' +
        'You do not need one if your appeal is only about the school or college in section I of a plan.',
    },
    ...given(contactWords(services.mediationAdviser), (contact) => ({
      element: 'mediation-adviser',
      text: `To get a certificate, contact the mediation adviser.\n${contact}`,
    })),
    {
      element: 'mediation-time',
      text: `Contact the adviser by ${by}. Say that you want to appeal. Say if you want mediation or not.`,
    },
    {
      element: 'mediation-tell-us',
      text:
        'If you want mediation, tell us. Tell us what you do not agree with. ' +
        'If you think there should be health care in a plan, tell us what health care you want.',
    },
    ...given(contactWords(services.councilMediation), (contact) => ({
      element: 'mediation-contact',
      text: `This is who to tell at the council if you want mediation.\n${contact}`,
    })),
  ]
}

export const recommendationsParagraph: NoticeParagraph = {
  element: 'tribunal-recommendations',
  text:
    'When you appeal, you can also ask the Tribunal to look at health and social care. ' +
    'It can make recommendations about them. Health and social care must answer, but they can say no if they give reasons.',
}
