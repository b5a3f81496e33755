// Numbers so small that they could point to a child are not told in files that leave the hub, and neither is any number from which
// they could be worked out: whoever knows a total and all parts but one knows that one. UK GDPR recital 26; ONS disclosure control
// for tables. Fewer than 5 inside a council, fewer than 10 for the public.

/** A total and its parts, by their places in the list of numbers, where all of them are in the file. */
export interface Sum {
  readonly total: number
  readonly parts: readonly number[]
}

export const leastInside = 5
export const leastInPublic = 10

/** The numbers in their places; undefined for those that are not told. Nothing is hidden that is 0: that nobody is there is told. */
export function withoutSmallNumbers(numbers: readonly number[], sums: readonly Sum[], least: number): (number | undefined)[] {
  const hidden = new Set(numbers.flatMap((number, place) => (number > 0 && number < least ? [place] : [])))
  for (;;) {
    const known = [...hidden].find((place) => isWorkedOut(place, [...hidden], sums))
    if (known === undefined) break
    const another = nextToHide(known, numbers, sums, hidden)
    // Every number that stands in a sum with it is hidden already: there is nothing left to work it out from.
    if (another === undefined) break
    hidden.add(another)
  }
  return numbers.map((number, place) => (hidden.has(place) ? undefined : number))
}

/** The smallest told number on a line with it; a 0 only when nothing else is there. */
function nextToHide(place: number, numbers: readonly number[], sums: readonly Sum[], hidden: ReadonlySet<number>): number | undefined {
  const beside = sums.map(placesOf).filter((places) => places.some((one) => hidden.has(one) && (one === place || places.includes(place)))).flat()
  const anywhere = sums.flatMap(placesOf)
  const told = (places: readonly number[]): number[] => [...new Set(places)].filter((one) => !hidden.has(one))
    .toSorted((a, b) => weight(numbers[a] ?? 0) - weight(numbers[b] ?? 0) || a - b)
  return told(beside)[0] ?? told(anywhere)[0]
}

const weight = (number: number): number => (number === 0 ? Number.MAX_SAFE_INTEGER : number)
const placesOf = ({ total, parts }: Sum): number[] => [total, ...parts]

/** Whether the sums with all told numbers put in leave one answer only for this hidden one: its unit row is a mixture of theirs. */
export function isWorkedOut(place: number, hidden: readonly number[], sums: readonly Sum[]): boolean {
  const rows = sums.map(({ total, parts }) => hidden.map((one) => (one === total ? -1 : 0) + parts.filter((part) => part === one).length))
  const unit = hidden.map((one) => (one === place ? 1 : 0))
  return rankOf(rows) === rankOf([...rows, unit])
}

/** Gauss's elimination; the numbers are small and whole, so that rounding does not come near the limit. */
function rankOf(given: readonly (readonly number[])[]): number {
  const rows = given.map((row) => [...row])
  let rank = 0
  for (let column = 0; column < (rows[0]?.length ?? 0); column += 1) {
    const at = rows.findIndex((row, index) => index >= rank && Math.abs(row[column] ?? 0) > 1e-9)
    const found = rows[at]
    if (found === undefined) continue
    rows[at] = rows[rank] ?? found
    rows[rank] = found
    for (const [index, row] of rows.entries()) {
      if (index === rank) continue
      const factor = (row[column] ?? 0) / (found[column] ?? 1)
      if (factor !== 0) for (let cell = column; cell < row.length; cell += 1) row[cell] = (row[cell] ?? 0) - factor * (found[cell] ?? 0)
    }
    rank += 1
  }
  return rank
}

export const hiddenWords = (least: number): string => `not told (small numbers, fewer than ${least})`
