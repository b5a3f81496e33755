import type { NotAtThisStage } from '../../../casebook/act.ts'
import type { FieldError } from '../../../ui/form.tsx'
import type { NameRefusal } from './name-next-placement.ts'
import type { SettleRefusal } from './settle-transfer.ts'

/** A refusal of the rules beside its field. */
export function settleRefusalError({ kind }: SettleRefusal | NotAtThisStage): FieldError {
  switch (kind) {
    case 'day-of-move-missing': return { field: 'on', message: 'Enter the day of the move' }
    case 'day-of-another-year': return { field: 'on', message: 'The day of the move must be in the year of the cohort' }
    case 'in-the-cohort-already': return { field: 'as', message: 'The child is in the cohort of that year already' }
    case 'already-so': return { field: 'as', message: 'That is what is on record already' }
    case 'no-such-transfer': return { field: 'as', message: 'Somebody took this out of the cohort. Open the cohort again' }
    case 'not-at-this-stage': return { field: 'as', message: 'The plan is not in force' }
  }
}

export function nameRefusalWords(kind: NameRefusal['kind'] | 'not-at-this-stage'): string {
  switch (kind) {
    case 'named-already': return 'It is recorded already which plan names the next placement'
    case 'no-such-plan': return 'That plan is not on record any more. Select another'
    case 'no-such-transfer':
    case 'does-not-move': return 'The child is not in the cohort any more'
    case 'not-at-this-stage': return 'The plan is not in force'
  }
}
