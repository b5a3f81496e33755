// Stands in for node:test where the examples and properties judge a mutant (mutant-runner.mjs): runs each at once, and throws.

export const describe = (_name: string, run: () => void): void => run()
export const it = (_name: string, run: () => unknown): void => {
  if (run() instanceof Promise) throw new Error('what judges a mutant answers at once')
}
export const test = it
