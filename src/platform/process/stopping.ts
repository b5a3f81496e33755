// How a process of ours hears that it should end: SIGTERM from a supervisor, SIGINT from a keyboard, or, when `npm start`
// has started it, the channel to that parent breaking because the parent was killed.

/** Runs `stop` once, at the first word to stop, and then ends the process: with 0, or with 1 when stopping failed. */
export function whenToldToStop(stop: () => Promise<void>): void {
  let isStopping = false
  const begin = (): void => {
    if (isStopping) return
    isStopping = true
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.on('SIGTERM', begin)
  process.on('SIGINT', begin)
  process.on('disconnect', begin)
}
