// A report cut at the edges of its marks, so that each stretch of words knows which lines it stands behind.

export interface Stretch {
  readonly start: number
  readonly end: number
  /** Lines whose words these are, the earliest first. */
  readonly lineIds: readonly string[]
  /** Lines that begin here: each has its anchor once. */
  readonly begins: readonly string[]
}

export function stretchesOf(from: number, to: number, marks: readonly { readonly id: string; readonly start: number; readonly end: number }[]): Stretch[] {
  const inside = marks.filter(({ start, end }) => start < to && end > from)
  const edges = [...new Set([from, to, ...inside.flatMap(({ start, end }) => [Math.max(start, from), Math.min(end, to)])])].toSorted((a, b) => a - b)
  return edges.slice(0, -1).map((start, index) => {
    const end = edges[index + 1] ?? to
    return {
      start, end,
      lineIds: inside.filter((mark) => mark.start <= start && mark.end >= end).map(({ id }) => id),
      begins: inside.filter((mark) => mark.start === start).map(({ id }) => id),
    }
  })
}
