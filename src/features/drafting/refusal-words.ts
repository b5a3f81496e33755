// Why a change of the draft was refused, in words for the person who tried it.

import type { NotAtThisStage } from '../../casebook/act.ts'
import { sectionTitles } from '../../domain/plan/sections.ts'
import { listWords } from '../../ui/words.ts'
import type { SectionRefusal } from './draft-act.ts'

export type DraftRefusal = SectionRefusal | NotAtThisStage | { readonly kind: 'moved-on' }

export function refusalWords(refusal: DraftRefusal): string {
  switch (refusal.kind) {
    case 'not-at-this-stage': return 'The draft cannot be changed at this stage of the case'
    case 'section-i-stays-blank':
      return 'Section I stays blank in a draft: a setting is named only in the final plan, after the family has asked for one (Children and Families Act 2014, section 38(5))'
    case 'kind-not-in-section': return `This kind of line does not belong in section ${refusal.section}, ${sectionTitles[refusal.section]}`
    case 'not-your-section':
      return refusal.mine.length === 0
        ? 'You write in no section of this draft. Propose the change instead, and the council will answer it'
        : `You write in section ${listWords(refusal.mine)}. Propose a change of section ${refusal.section} instead, and the council will answer it`
    case 'moved-on': return 'Somebody changed this line while you were working. What they wrote is shown below, and nothing you typed is lost'
  }
}
