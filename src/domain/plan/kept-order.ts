// Which lines were really moved, when positions shift as others come and go. The lines that kept their order are the
// longest run that both orders share; all others were moved.

/**
 * The longest list of ids that stands in the same order in both lists; among equally long ones, the first by spelling.
 * The answer does not depend on which list is called before, so swapping two versions marks the same lines as moved.
 */
export function keptOrder<T extends string>(before: readonly T[], after: readonly T[]): T[] {
  const placeAfter = new Map(after.map((id, place) => [id, place]))
  const common = before.filter((id) => placeAfter.has(id))
  // best[i]: the best run that begins with common[i].
  const best: T[][] = common.map(() => [])
  let whole: T[] = []
  for (let i = common.length - 1; i >= 0; i -= 1) {
    const id = common[i]
    if (id === undefined) continue
    let tail: T[] = []
    for (let j = i + 1; j < common.length; j += 1) {
      const next = common[j]
      const run = best[j]
      if (next === undefined || run === undefined) continue
      if ((placeAfter.get(next) ?? -1) > (placeAfter.get(id) ?? -1) && isBetter(run, tail)) tail = run
    }
    const run = [id, ...tail]
    best[i] = run
    if (isBetter(run, whole)) whole = run
  }
  return whole
}

function isBetter(run: readonly string[], than: readonly string[]): boolean {
  if (run.length !== than.length) return run.length > than.length
  const differs = run.findIndex((id, place) => id !== than[place])
  return differs >= 0 && (run[differs] ?? '') < (than[differs] ?? '')
}
