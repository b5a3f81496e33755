// What a parent may be let do, as the young person, the parent and staff read it; and how something was said.

import type { HelpPart } from '../../domain/case-file/facts.ts'

interface HelpWords {
  /** To the young person: "Let Mum …". */
  readonly own: string
  readonly ownHint: string
  /** To the parent: "You can …". */
  readonly parent: string
  readonly staff: string
}

export const helpWords: Record<HelpPart, HelpWords> = {
  plan: { own: 'Read my plan', ownHint: 'The plan, a draft of it, and the reports that go with it', parent: 'read the plan, a draft of it, and the reports that go with it', staff: 'Read the plan, its drafts and reports' },
  letters: { own: 'Get a copy of my letters', ownHint: 'Each letter we send to you from now on', parent: 'get a copy of the letters that we send', staff: 'Get copies of letters' },
  messages: { own: 'Write to the council', ownHint: 'They can send us messages, and we answer. They do not see your messages', parent: 'send us messages here, and get answers', staff: 'Exchange messages' },
  views: { own: 'Tell the council what they think', ownHint: 'They can give their views and send papers', parent: 'tell us what you think and send us papers', staff: 'Give views and add documents' },
}

export const howWords: Readonly<Record<string, string>> = {
  hub: 'here', 'in-person': 'in person', phone: 'by phone', email: 'by email', letter: 'by letter', interpreter: 'through an interpreter',
}
