import type { Target } from '../../domain/clocks/clock.ts'
import { plural } from '../../ui/words.ts'

/** What the program aims at when nobody set anything: the working day on or before the legal date. */
export const usualTarget: Target = { kind: 'working-day' }

export function targetWords(target: Target): string {
  switch (target.kind) {
    case 'working-day': return 'The working day on or before the legal date'
    case 'days-before': return target.count === 0 ? 'The legal date itself' : `${plural(target.count, 'day')} before the legal date`
    case 'days-after-start': return `${plural(target.count, 'day')} after it starts, and never after the legal date`
    case 'one-year-from-meeting': return 'A year from the meeting'
  }
}
