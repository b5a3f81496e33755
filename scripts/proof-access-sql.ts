// The SQL layer of the proof of access: the same cells put to the database's own row-level security, as the role the web runs under.
// Whoever builds that layer fills `proveSql`; until then the proof says that it is not there, and does not count it as shown.

export interface SqlProof {
  /** How many cells (viewer × case × table, or as the layer counts) were compared, and how many there are. */
  readonly compared: number
  readonly of: number
  readonly differences: readonly string[]
}

/** Undefined: there is no such layer yet. `sample` is how many standings to try; absent, all of them. */
export async function proveSql(_options: { readonly sample?: number; readonly seed: number }): Promise<SqlProof | undefined> {
  return undefined
}
