import { listWords } from '../../ui/words.ts'
import type { Seal } from './seal-store.ts'

/** Who goes on seeing what is sealed, in words. */
export function whoSees({ kind, readers, organisation, owner }: Seal): string {
  const always = ['SEND managers', ...(kind === 'agency' ? [] : ['the social care lead on the case']), ...(owner === undefined || kind === 'agency' ? [] : [owner])]
  switch (kind) {
    case 'named': return `Only ${listWords([...new Set([...readers, ...always])])}`
    case 'agency': return `Only the staff of ${organisation ?? 'one service'}, and ${listWords(always)}`
    case 'staff': return `Everybody who works on the case, and nobody of the family${owner === undefined ? '' : ` but ${owner}, if it was theirs`}`
  }
}
