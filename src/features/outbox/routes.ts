import type { Route } from '../../casebook/ask.ts'
import { paths } from '../../paths.ts'
import * as document from './document/page.ts'
import * as letter from './letters/letter-page.ts'
import * as letterPdf from './letters/letter-pdf.ts'
import * as letters from './letters/page.ts'
import * as outboxList from './outbox-list/page.ts'
import * as outgoing from './outgoing/page.ts'

export const routes = [
  { get: paths.outbox.pattern, may: 'signed-in', page: outboxList.show },
  { get: paths.outgoing.pattern, may: { act: 'post-letter' }, page: outgoing.show },
  { post: paths.outgoing.pattern, may: { act: 'post-letter' }, page: outgoing.submit },
  { get: paths.caseLetters.pattern, may: { look: 'letters' }, page: letters.show },
  { get: paths.caseLetter.pattern, may: { look: 'letters' }, page: letter.show },
  { get: paths.caseLetterPdf.pattern, may: { look: 'letters' }, page: letterPdf.pdf },
  { get: paths.caseDocument.pattern, may: { look: 'papers' }, page: document.show },
] satisfies Route[]
