// Who arranges and holds a review. The council must see to it; it can require the head of some settings to do it, and others it can
// only ask (SEND Regulations 2014, reg 20(1), (12)). Without a setting the council does it itself (reg 21).

export type Convening =
  /** Reg 20(12): maintained schools and nurseries, academies, pupil referral units, non-maintained special and section 41 schools. */
  | 'required'
  /** A college, an independent school outside section 41, a private nursery: if they will not, the council does it. */
  | 'asked'
  /** Nobody to ask: educated at home or otherwise than at school, or waiting for a place. */
  | 'council'

const section41 = /section 41|s\.? ?41/i
const onlyAsked = /college|post-?16|further education|sixth[- ]form centre|training provider|private|voluntary|child ?minder|pre-?school|independent/i
const required = /school|nursery|academy|pupil referral/i

/** From the setting's own kind as the record has it; of a kind that is not known it is not claimed that it can be required. */
export function conveningOf(setting: { readonly type?: string } | undefined): Convening {
  if (setting === undefined) return 'council'
  const { type } = setting
  return type !== undefined && (section41.test(type) || (!onlyAsked.test(type) && required.test(type))) ? 'required' : 'asked'
}
