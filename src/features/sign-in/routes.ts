import type { Route } from '../../casebook/ask.ts'
import { paths } from '../../paths.ts'
import * as again from './again/page.tsx'
import * as atProvider from './at-provider/page.ts'
import * as over from './at-provider/over.ts'
import * as exit from './exit.ts'
import * as idleLimit from './idle-limit/page.ts'
import * as keptTyping from './kept-typing/page.ts'
import * as ownSessions from './own-sessions/page.ts'
import * as signOut from './sign-out.ts'
import * as waitingIdentities from './waiting-identities/page.ts'
import * as ways from './ways/page.ts'
import * as workingFor from './working-for/page.ts'

export const routes = [
  { get: paths.signIn.pattern, may: 'anyone', page: ways.front },
  { get: paths.signInElsewhere.pattern, may: 'anyone', page: ways.show },
  { post: paths.signInElsewhere.pattern, may: 'anyone', page: ways.submit },
  { get: paths.signInAgain.pattern, may: 'signed-in', page: again.show },
  { post: paths.signInAgain.pattern, may: 'signed-in', page: again.submit },
  { get: paths.signInAt.pattern, may: 'anyone', page: atProvider.start },
  { get: paths.signInBack.pattern, may: 'anyone', page: atProvider.back },
  { post: paths.signInOver.pattern, may: 'anyone', page: over.submit, fromServer: true },
  { post: paths.signOut.pattern, may: 'anyone', page: signOut.submit },
  { get: paths.signedOut.pattern, may: 'anyone', page: signOut.show },
  { get: paths.exit.pattern, may: 'anyone', page: exit.show },
  { get: paths.mySessions.pattern, may: 'signed-in', page: ownSessions.show },
  { post: paths.mySessions.pattern, may: 'signed-in', page: ownSessions.submit },
  { get: paths.mySession.pattern, may: 'anyone', page: ownSessions.left },
  { post: paths.staySignedIn.pattern, may: 'signed-in', page: ownSessions.stay },
  { get: paths.keptTyping.pattern, may: 'signed-in', page: keptTyping.show },
  { post: paths.keptTyping.pattern, may: 'signed-in', page: keptTyping.submit },
  { post: paths.keepTyping.pattern, may: 'signed-in', page: keptTyping.keep },
  { get: paths.workingFor.pattern, may: 'signed-in', page: workingFor.show },
  { post: paths.workingFor.pattern, may: 'signed-in', page: workingFor.submit },
  { get: paths.waitingIdentities.pattern, may: { office: 'look-after-staff' }, page: waitingIdentities.show },
  { post: paths.waitingIdentities.pattern, may: { office: 'look-after-staff' }, page: waitingIdentities.submit },
  { get: paths.sessionLimit.pattern, may: { office: 'set-sign-out' }, page: idleLimit.show },
  { post: paths.sessionLimit.pattern, may: { office: 'set-sign-out' }, page: idleLimit.submit },
] satisfies Route[]
