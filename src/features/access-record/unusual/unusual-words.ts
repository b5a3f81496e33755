import type { UnusualKind } from '../../../domain/access/unusual.ts'
import { plural } from '../../../ui/words.ts'

/** What was noticed, in a sentence; of no child anything but that there is one. */
export function unusualWords({ kind, cases }: { readonly kind: UnusualKind; readonly cases: number }): string {
  switch (kind) {
    case 'many-cases': return `Opened ${plural(cases, 'case')} within an hour that they do not look after`
    case 'out-of-hours': return `Opened ${plural(cases, 'case')} at night or on a weekend`
    case 'same-name': return 'Opened the record of a child with their own family name'
    case 'colleague': return 'Opened the record of a colleague’s child'
    case 'emergency-misses': return `Tried ${plural(cases, 'time')} within an hour to open records in an emergency that are not there`
  }
}
