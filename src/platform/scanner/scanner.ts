// Looks through an uploaded file for viruses. Whatever the scanner cannot answer for is not clean: it waits.

export type ScanAnswer =
  | { readonly verdict: 'clean' }
  /** `name` is the scanner's own for what it found. */
  | { readonly verdict: 'infected'; readonly name: string }
  /** The scanner looked and will not take this file, today or tomorrow: over its own size limit, for one. */
  | { readonly verdict: 'refused'; readonly why: string }
  /** No answer that can be relied on: it is off, too slow, or broke off. Asked again later. */
  | { readonly verdict: 'unanswered'; readonly why: 'away' | 'slow' | 'broke-off' | 'not-understood' }

export interface Scanner {
  /** Kept with each file that it answered for. */
  readonly name: string
  /** False for the stand-ins: a demonstration says so on its pages. */
  readonly isReal: boolean
  /** Never throws. `withinMs`: how long whoever asks can wait. */
  readonly scan: (bytes: Uint8Array, options: { readonly withinMs: number }) => Promise<ScanAnswer>
}
