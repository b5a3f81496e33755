import type { Route } from '../../casebook/ask.ts'
import { paths } from '../../paths.ts'
import * as check from './check/page.ts'
import * as copies from './copies/page.ts'
import * as lift from './lift/page.tsx'
import * as passages from './passages/page.ts'

export const routes = [
  { get: paths.caseCopies.pattern, may: { look: 'copies' }, page: copies.show },
  { post: paths.caseCopies.pattern, may: { act: 'demand-copy' }, page: copies.submit },
  { get: paths.copyPassages.pattern, may: { look: 'copies' }, page: passages.show },
  { post: paths.copyPassages.pattern, may: { act: 'mark-copy' }, page: passages.submit },
  { get: paths.copyCheck.pattern, may: { look: 'copies' }, page: check.show },
  { post: paths.copyCheck.pattern, may: { act: 'release-copy' }, page: check.submit },
  { get: paths.copyLift.pattern, may: { act: 'lift-copy' }, page: lift.show },
  { post: paths.copyLift.pattern, may: { act: 'lift-copy' }, page: lift.submit },
] satisfies Route[]
