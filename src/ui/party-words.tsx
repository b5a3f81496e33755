// The words of a line with whose change each is, as the Tribunal's key sets them: underlined what is agreed, bold what the family asks
// for, italic what the local authority asks for, struck through what goes. Said in words too, for whom the look says nothing.

import { amendmentKey, unchangedWords } from '../domain/plan/amendment-key.ts'
import type { AmendmentParty } from '../domain/plan/amendment-key.ts'
import type { MarkedWords } from '../domain/plan/working/party-marks.ts'
import type { Content } from './govuk/attributes.ts'

const whose: Record<AmendmentParty, string> = { agreed: 'agreed', family: 'asked for by the family', 'local-authority': 'by the local authority' }

export function PartyWords({ words }: { words: readonly MarkedWords[] }) {
  return (
    <div class="govuk-body hub-marked">
      {words.map(({ text, mark }): Content => {
        if (mark === undefined) return text
        const Tag = mark.does === 'adds' ? 'ins' : 'del'
        const does = mark.does === 'adds' ? 'added' : 'taken out'
        return (
          <Tag class={`hub-mark hub-mark--${mark.party}`}>
            <span class="govuk-visually-hidden"> {does}, {whose[mark.party]}: </span>
            {text}
            <span class="govuk-visually-hidden"> end of {does} </span>
          </Tag>
        )
      })}
    </div>
  )
}

/** The key itself, each line of it in its own look. */
export function PartyKey() {
  return (
    <ul class="govuk-list hub-tight hub-key">
      <li>{unchangedWords}</li>
      {amendmentKey.map(({ party, does, words }) => {
        const Tag = does === 'adds' ? 'ins' : 'del'
        return <li><Tag class={`hub-mark hub-mark--${party}`}>{words}</Tag></li>
      })}
    </ul>
  )
}
