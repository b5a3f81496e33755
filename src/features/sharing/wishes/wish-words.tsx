import type { Wish, WishKind } from '../wish-store.ts'
import { channelWords } from '../on-behalf.tsx'
import { dateTimeWords, weekdayWords } from '../../../ui/words.ts'

export const wishKindWords: Record<WishKind, { readonly staff: string; readonly family: string }> = {
  setting: { staff: 'Asks for a setting', family: 'A school, nursery or college' },
  meeting: { staff: 'Asks for a meeting', family: 'A meeting' },
  format: { staff: 'Asks for a format or language', family: 'The plan in another form or language' },
}

/** The answer in one run of words, the day of a meeting first. */
export const answerWords = ({ answer, meetingOn }: Pick<Wish, 'answer' | 'meetingOn'>): string =>
  `${meetingOn === undefined ? '' : `We will meet on ${weekdayWords(meetingOn)}. `}${answer ?? ''}`

/** The person's own wish and its answer, for themselves. */
export function OwnWish({ wish }: { wish: Wish }) {
  return (
    <div class="hub-said">
      <p class="govuk-body govuk-!-margin-bottom-1">
        <strong>{wishKindWords[wish.kind].family}: {wish.words}</strong>
        <span class="govuk-hint"> {wish.channel === 'hub' ? '' : `asked ${channelWords[wish.channel]}, `}{dateTimeWords(wish.madeAt)}</span>
      </p>
      {wish.because !== undefined && <p class="govuk-body-s govuk-!-margin-bottom-1">{wish.because}</p>}
      <p class="govuk-body govuk-!-margin-bottom-1">
        <strong>Our answer:</strong>{' '}
        {wish.answer === undefined ? 'We have not answered yet.' : answerWords(wish)}
      </p>
    </div>
  )
}
