import type { Route } from '../../casebook/ask.ts'
import { paths } from '../../paths.ts'
import * as exit from './exit.ts'
import * as signOut from './sign-out.ts'

export const routes = [
  { post: paths.signOut.pattern, may: 'anyone', page: signOut.submit },
  { get: paths.exit.pattern, may: 'anyone', page: exit.show },
] satisfies Route[]
