import type { BringRefusal } from './arrival-acts.ts'
import { packageRefusalWords } from './package/read-package.ts'

/** Why a file is not taken among the arrivals, in plain words. */
export function bringWords(refusal: BringRefusal): string {
  switch (refusal.kind) {
    case 'broken': return packageRefusalWords[refusal.because]
    case 'virus': return 'The selected file contains a virus'
    case 'not-scanned': return 'The selected file could not be checked for viruses now. Try again later'
    case 'here-already': return 'This package is here already'
    case 'own-record': return 'This package is one of our own'
    case 'for-another': return `This package is for ${refusal.to}. Tell the council that gave it to you, and destroy your copy`
    case 'put-away': return 'Somebody else has put this file away'
  }
}
