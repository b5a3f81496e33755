// When a line was last confirmed and by what, in a sentence.

import type { Confirmation } from '../../../domain/currency/confirmed.ts'
import type { AdviceId } from '../../../domain/ids.ts'
import { dateWords } from '../../../ui/words.ts'

export function confirmationWords({ on, by, who, adviceId, versionNo }: Confirmation, reports: ReadonlyMap<AdviceId, string>): string {
  const day = dateWords(on)
  switch (by) {
    case 'still-right': return `Found to be still right on ${day}`
    case 'changed': return `Changed in the plan of ${day} (version ${versionNo ?? 1})`
    case 'written': return `Written in the plan of ${day} (version ${versionNo ?? 1})`
    case 'supported': return `Rests on ${(adviceId === undefined ? undefined : reports.get(adviceId)) ?? 'a report that is not shown to you'}, of ${day}`
    case 'said': return `${who ?? 'Somebody'} said so on ${day}`
    case 'brought-in': return `Came with the older plan of ${day}: nothing newer is known`
  }
}
