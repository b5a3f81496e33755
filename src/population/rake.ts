// Fits a table to several published totals at once (iterative proportional fitting; Deming and Stephan, 1940): where the statistics tell of
// ages, of placements and of needs, and never of all three together, the joint table is the nearest to what we know of all.

export interface Margin {
  /** Which total a cell belongs to; undefined for cells that this margin says nothing about. */
  readonly of: (cell: number) => string | undefined
  readonly totals: Readonly<Record<string, number>>
}

/** Changes the cells in place until each margin is met as nearly as all of them allow. The last margin is met exactly. */
export function rake(cells: Float64Array, margins: readonly Margin[], rounds = 60): void {
  const prepared = margins.map(({ of, totals }) => {
    const names = Object.keys(totals)
    const index = Int16Array.from(cells, (_, cell) => { const name = of(cell); return name === undefined ? -1 : names.indexOf(name) })
    return { index, wanted: names.map((name) => totals[name] ?? 0) }
  })
  for (let round = 0; round < rounds; round += 1) {
    for (const { index, wanted } of prepared) {
      const sums = new Float64Array(wanted.length)
      for (let cell = 0; cell < cells.length; cell += 1) { const at = index[cell] ?? -1; if (at >= 0) sums[at] = (sums[at] ?? 0) + (cells[cell] ?? 0) }
      for (let cell = 0; cell < cells.length; cell += 1) {
        const at = index[cell] ?? -1
        const sum = sums[at] ?? 0
        if (at >= 0 && sum > 0) cells[cell] = (cells[cell] ?? 0) * (wanted[at] ?? 0) / sum
      }
    }
  }
}
