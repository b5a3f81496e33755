// The rate of errors night by night as a line. The table under it says the same in figures, so that nobody needs the picture.

import { dayAndMonthWords } from '../../../ui/words.ts'
import type { NightRow } from '../register/register-store.ts'
import { rateOf } from './rates.ts'

const [width, height, left, right, top, bottom] = [640, 220, 48, 16, 12, 28]

/** Nights come the oldest first; at least two. */
export function NightLine({ nights, label }: { readonly nights: readonly NightRow[]; readonly label: string }) {
  const rates = nights.map(rateOf)
  const most = Math.max(5, Math.ceil(Math.max(...rates) / 5) * 5)
  const x = (index: number): number => left + (index * (width - left - right)) / Math.max(1, nights.length - 1)
  const y = (rate: number): number => height - bottom - (rate * (height - top - bottom)) / most
  const [first, last] = [nights[0], nights.at(-1)]
  if (first === undefined || last === undefined) return null
  return (
    <svg class="hub-night-line" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${label}. The table below says the same in figures.`}>
      {[0, most / 2, most].map((rate) => (
        <g>
          <line x1={left} y1={y(rate)} x2={width - right} y2={y(rate)} class="hub-night-line__grid" />
          <text x={left - 8} y={y(rate) + 5} text-anchor="end">{`${rate}%`}</text>
        </g>
      ))}
      <polyline points={rates.map((rate, index) => `${x(index).toFixed(1)},${y(rate).toFixed(1)}`).join(' ')} class="hub-night-line__line" />
      {rates.map((rate, index) => <circle cx={x(index)} cy={y(rate)} r="4" class="hub-night-line__point" />)}
      <text x={left} y={height - 6}>{dayAndMonthWords(first.onDay)}</text>
      <text x={width - right} y={height - 6} text-anchor="end">{dayAndMonthWords(last.onDay)}</text>
    </svg>
  )
}
