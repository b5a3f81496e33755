import type { Route } from '../../casebook/ask.ts'
import { paths } from '../../paths.ts'
import * as list from './list/page.ts'
import * as one from './one/page.ts'
import * as seal from './seal/page.ts'

export const routes = [
  { get: paths.caseSeals.pattern, may: { look: 'seals' }, page: list.show },
  { get: paths.sealItem.pattern, may: { act: 'seal-item' }, page: seal.show },
  { post: paths.sealItem.pattern, may: { act: 'seal-item' }, page: seal.submit },
  { get: paths.itemSeal.pattern, may: { look: 'seals' }, page: one.show },
  { post: paths.itemSeal.pattern, may: { act: 'change-seal' }, page: one.submit },
] satisfies Route[]
