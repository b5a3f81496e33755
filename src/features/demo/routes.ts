import type { Route } from '../../casebook/ask.ts'
import { paths } from '../../paths.ts'
import * as signIn from './sign-in/page.ts'

export const routes = [
  { get: paths.signInDemo.pattern, may: 'anyone', page: signIn.show },
  { post: paths.signInDemo.pattern, may: 'anyone', page: signIn.submit },
] satisfies Route[]
