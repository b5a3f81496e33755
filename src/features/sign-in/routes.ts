import type { Route } from '../../casebook/ask.ts'
import { paths } from '../../paths.ts'
import * as demoSignIn from './demo-sign-in/page.ts'
import * as signOut from './sign-out.ts'

export const routes = [
  { get: paths.signIn.pattern, may: 'anyone', page: demoSignIn.show },
  { post: paths.signIn.pattern, may: 'anyone', page: demoSignIn.submit },
  { post: paths.signOut.pattern, may: 'anyone', page: signOut.submit },
] satisfies Route[]
