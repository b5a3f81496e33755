import type { Route } from '../../casebook/ask.ts'
import { paths } from '../../paths.ts'
import * as accept from './pages/accept.tsx'
import * as batch from './pages/batch.tsx'
import * as bringIn from './pages/bring-in.tsx'
import * as faults from './pages/faults.tsx'
import * as list from './pages/list.tsx'
import * as people from './pages/people.tsx'
import * as person from './pages/person.tsx'
import * as takeBack from './pages/take-back.tsx'

// Of no case: each page asks whether this is the council of the area (open-return.ts).
export const routes = [
  { get: paths.returnsIn.pattern, may: { act: 'bring-in-return' }, page: list.show },
  { get: paths.bringInReturn.pattern, may: { act: 'bring-in-return' }, page: bringIn.show },
  { post: paths.bringInReturn.pattern, may: { act: 'bring-in-return' }, page: bringIn.submit, costs: 10, takesLongFiles: true },
  { get: paths.returnBatch.pattern, may: { act: 'bring-in-return' }, page: batch.show },
  { get: paths.returnFile.pattern, may: { act: 'bring-in-return' }, page: bringIn.showInstead },
  { post: paths.returnFile.pattern, may: { act: 'bring-in-return' }, page: bringIn.submitInstead, costs: 10, takesLongFiles: true },
  { get: paths.returnInFaults.pattern, may: { act: 'bring-in-return' }, page: faults.show },
  { get: paths.returnInFaultsCsv.pattern, may: { act: 'bring-in-return' }, page: faults.csv, costs: 10 },
  { get: paths.returnPeople.pattern, may: { act: 'bring-in-return' }, page: people.show },
  { get: paths.returnPerson.pattern, may: { act: 'bring-in-return' }, page: person.show },
  { post: paths.returnPerson.pattern, may: { act: 'bring-in-return' }, page: person.submit },
  { get: paths.acceptReturn.pattern, may: { act: 'accept-return' }, page: accept.show },
  { post: paths.acceptReturn.pattern, may: { act: 'accept-return' }, page: accept.submit, costs: 10 },
  { get: paths.takeBackReturn.pattern, may: { act: 'take-back-return' }, page: takeBack.show },
  { post: paths.takeBackReturn.pattern, may: { act: 'take-back-return' }, page: takeBack.submit, costs: 10 },
] satisfies Route[]
