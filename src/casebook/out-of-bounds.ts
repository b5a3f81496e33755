// Thrown once, by `openCaseFile` or a permission check, and mapped in one handler. What a viewer may not see is not found.

export class NotFound extends Error {
  override readonly name = 'NotFound'
}

/** Signed in, in sight of the case, but the page or act belongs to another part. */
export class NotAllowed extends Error {
  override readonly name = 'NotAllowed'
}

/** Words that the Tribunal ordered, or that were agreed, would not be said as they are: in a line that is saved, or in a plan that is issued. */
export class LockedWordsChanged extends Error {
  override readonly name = 'LockedWordsChanged'
  readonly at: 'line' | 'issue'
  constructor(at: LockedWordsChanged['at']) {
    super(at)
    this.at = at
  }
}

/** A kept file that nobody may open: the scanner has not answered for it yet, found a virus, or will not look at it. */
export class FileHeld extends Error {
  override readonly name = 'FileHeld'
  readonly why: 'waiting' | 'infected' | 'failed'
  constructor(why: FileHeld['why']) {
    super(why)
    this.why = why
  }
}
