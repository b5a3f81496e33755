import { ok, refused, type Outcome } from '../outcome.ts'
import { requiredContent, type Element, type NoticeKind } from './required-content.ts'

export interface NoticeParagraph {
  /** The element of the law that this paragraph is there for; none for greetings and explanations. */
  readonly element?: Element
  readonly heading?: string
  readonly text: string
  /** The council's own words, set as they were typed: never reworded or measured by us. */
  readonly isTyped?: true
  /** Words of the plan that goes with it: looked through there, and not once more. */
  readonly isOfPlan?: true
}

export interface Notice {
  readonly kind: NoticeKind
  readonly title: string
  readonly paragraphs: readonly NoticeParagraph[]
  /** Required elements that are not there: the notice cannot be sent while there is one. */
  readonly missing: readonly Element[]
}

// What people leave in a box that had to be filled.
const placeholders = /^(?:n\/?a|none|nil|tbc|tba|to follow|to be confirmed|x+|test|\[[^\]]*\])$/i

/** Whether a text says nothing: no letter or digit in it, or only a placeholder. */
export function isBlank(text: string): boolean {
  const said = text.trim().replace(/[.\s]+$/, '')
  return !/[\p{L}\p{N}]/u.test(said) || placeholders.test(said)
}

/** Required elements with no paragraph, or none that says anything, in the order in which the law lists them. */
export function missingFromNotice(notice: Pick<Notice, 'kind' | 'paragraphs'>): readonly Element[] {
  return requiredContent[notice.kind]
    .map((required) => required.element)
    .filter((element) => !notice.paragraphs.some((part) => part.element === element && !isBlank(part.text)))
}

export type SendRefusal = { readonly reason: 'notice-incomplete'; readonly missing: readonly Element[] }

/** A notice that may be sent, or what it lacks. Asked again at sending: paragraphs may have been edited since. */
export function sendable(notice: Notice): Outcome<Notice, SendRefusal> {
  const missing = missingFromNotice(notice)
  return missing.length === 0 ? ok({ ...notice, missing }) : refused({ reason: 'notice-incomplete', missing })
}

export type DocumentBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }

/** The notice as headings and paragraphs in order, for whoever prints or shows it. Typed text keeps its line ends. */
export function noticeDocument(notice: Notice): { readonly title: string; readonly blocks: readonly DocumentBlock[] } {
  const blocks = notice.paragraphs.flatMap((part): readonly DocumentBlock[] => [
    ...(part.heading === undefined ? [] : [{ kind: 'heading', text: part.heading } as const]),
    ...part.text
      .split(/\n{2,}/)
      .filter((text) => text.trim() !== '')
      .map((text) => ({ kind: 'paragraph', text }) as const),
  ])
  return { title: notice.title, blocks }
}
