// The rate of errors in words, and what a row of nights shows.

import type { NightRow } from '../register/register-store.ts'

type Counted = Pick<NightRow, 'counted' | 'wrong'>

/** Hundredths of a percent matter to nobody; a tenth does where there are thousands. */
export const rateOf = ({ counted, wrong }: Counted): number => (counted === 0 ? 0 : Math.round((1000 * wrong) / counted) / 10)
export const rateWords = (count: Counted): string => (count.counted === 0 ? 'None to give' : `${rateOf(count)}%`)

/** "People in the return: 12.5% had something wrong last night, down from 40% on the first night shown." Nights come the oldest first. */
export function findingOf(name: string, nights: readonly Counted[]): string {
  const [first, last] = [nights[0], nights.at(-1)]
  if (first === undefined || last === undefined) return name
  const now = `${name}: ${rateWords(last)} ${last.counted === 0 ? '' : 'wrong '}last night`
  if (nights.length === 1) return now
  const change = rateOf(last) - rateOf(first)
  return change === 0 ? `${now}, as on the first night shown` : `${now}, ${change < 0 ? 'down' : 'up'} from ${rateWords(first)} on the first night shown`
}
