import type { Route } from '../../casebook/ask.ts'
import { paths } from '../../paths.ts'
import * as confirm from './confirm/page.ts'
import * as figuresFile from './figures/file.ts'
import * as figures from './figures/page.ts'
import * as planAges from './plan-ages/page.ts'
import * as register from './register/page.ts'
import * as rule from './rule/page.ts'

export const routes = [
  { get: paths.currency.pattern, may: 'signed-in', page: register.show },
  { get: paths.currencyFigures.pattern, may: 'signed-in', page: figures.show },
  { get: paths.currencyFile.pattern, may: 'signed-in', page: figuresFile.show },
  { get: paths.currencyRule.pattern, may: { act: 'set-currency-rule' }, page: rule.show },
  { post: paths.currencyRule.pattern, may: { act: 'set-currency-rule' }, page: rule.submit },
  { get: paths.planCurrency.pattern, may: { look: 'plan-currency' }, page: planAges.show },
  { get: paths.confirmLines.pattern, may: { act: 'confirm-lines' }, page: confirm.show },
  { post: paths.confirmLines.pattern, may: { act: 'confirm-lines' }, page: confirm.submit },
] satisfies Route[]
