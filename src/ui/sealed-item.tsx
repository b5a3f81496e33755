// "Sealed": on the report or document itself, who can see it, why on what ground, and until when.

import type { PlainDate } from '../domain/calendar/plain-date.ts'
import type { SealGroundName, SealKind } from '../domain/seals/item-seal.ts'
import { groundRow } from '../domain/seals/item-seal.ts'
import { paths } from '../paths.ts'
import { InsetText } from './govuk/inset-text.tsx'
import { dateWords, listWords } from './words.ts'

interface SealWords {
  readonly id: string
  readonly kind: SealKind
  readonly readers: readonly string[]
  readonly organisation?: string
  readonly owner?: string
  readonly ground: SealGroundName
  readonly reviewOn: PlainDate
}

/** Who goes on seeing what is sealed, in words. */
export function whoSees({ kind, readers, organisation, owner }: Pick<SealWords, 'kind' | 'readers' | 'organisation' | 'owner'>): string {
  const always = ['SEND managers', ...(kind === 'agency' ? [] : ['the social care lead on the case']), ...(owner === undefined || kind === 'agency' ? [] : [owner])]
  switch (kind) {
    case 'named': return `Only ${listWords([...new Set([...readers, ...always])])}`
    case 'agency': return `Only the staff of ${organisation ?? 'one service'}, and ${listWords(always)}`
    case 'staff': return `Everybody who works on the case, and nobody of the family${owner === undefined ? '' : ` but ${owner}, if it was theirs`}`
  }
}

/** The seal on the page of the sealed thing; linked where there is a page about the seal that this reader may open. */
export function SealedItem({ seal, caseKey, isLinked }: { seal: SealWords; caseKey: { area: string; caseId: string }; isLinked: boolean }) {
  return (
    <InsetText>
      <strong>Sealed.</strong> {whoSees(seal)} can see this. {groundRow(seal.ground).words}. It will be looked at again on {dateWords(seal.reviewOn)}.
      {isLinked && <> <a class="govuk-link" href={paths.itemSeal({ ...caseKey, sealId: seal.id })}>About this seal</a></>}
    </InsetText>
  )
}
