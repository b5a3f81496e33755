// Whether a plan may go out. A legal-minimum fault holds it; a named manager may let it go for some of them, with a reason
// that is recorded and counted, so that a check never by itself makes the authority late.

import { isSaid, type Finding } from './plan-check.ts'
import type { PlanUnderCheck } from './plan-under-check.ts'

export interface Release {
  readonly checkId: string
  /** The `about` of the finding that is released: this thing as it stood. */
  readonly about: string
  readonly manager: string
  readonly reason: string
}

export interface MayIssue {
  readonly may: boolean
  /** Faults that hold the plan. */
  readonly held: readonly Finding[]
  /** Faults that would hold it but were released: these are counted. */
  readonly released: readonly { readonly finding: Finding; readonly release: Release }[]
  readonly warned: readonly Finding[]
  readonly said: readonly Finding[]
}

const isRelease = (release: Release): boolean => isSaid(release.manager) && isSaid(release.reason)

const releaseFor = (finding: Finding, releases: readonly Release[]): Release | undefined =>
  finding.release === 'never'
    ? undefined
    : releases.find((each) => each.checkId === finding.checkId && each.about === finding.about && isRelease(each))

export function mayIssue(findings: readonly Finding[], releases: readonly Release[]): MayIssue {
  const blocking = findings.filter((finding) => finding.severity === 'blocks')
  const released = blocking.flatMap((finding) => {
    const release = releaseFor(finding, releases)
    return release === undefined ? [] : [{ finding, release }]
  })
  const held = blocking.filter((finding) => !released.some((each) => each.finding === finding))
  return {
    may: held.length === 0,
    held,
    released,
    warned: findings.filter((finding) => finding.severity === 'warns'),
    said: findings.filter((finding) => finding.severity === 'says'),
  }
}

/** Releases that were recorded with the advice itself: why it is missing, and the manager who let the plan go on. */
export const releasesOfMissingAdvice = (plan: PlanUnderCheck): Release[] =>
  plan.advice.flatMap(({ item, missing }) =>
    missing === undefined ? [] : [{ checkId: 'K.required', about: `advice ${item}`, manager: missing.manager, reason: missing.reason }])
