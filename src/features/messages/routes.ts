import type { Route } from '../../casebook/ask.ts'
import { paths } from '../../paths.ts'
import * as messageList from './message-list/page.ts'
import * as sendMessage from './send-message/page.ts'

export const routes = [
  { get: paths.caseMessages.pattern, may: { look: 'messages' }, page: messageList.show },
  { get: paths.caseThread.pattern, may: { look: 'messages' }, page: sendMessage.show },
  { post: paths.caseThread.pattern, may: { act: 'send-message' }, page: sendMessage.submit },
] satisfies Route[]
