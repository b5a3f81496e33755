import type { Route } from '../../casebook/ask.ts'
import { paths } from '../../paths.ts'
import * as bringBack from './bring-back/page.ts'
import * as compare from './compare/page.ts'
import * as copy from './copy/page.ts'
import * as sideBySide from './side-by-side/page.ts'

const look = { look: 'working-document' } as const
const propose = { act: 'propose-change' } as const

export const routes = [
  { get: paths.planWorking.pattern, may: look, page: sideBySide.show },
  { get: paths.planWorkingCompare.pattern, may: look, page: compare.show },
  { get: paths.planWorkingCopy.pattern, may: look, page: copy.show },
  { post: paths.planWorkingCopy.pattern, may: propose, page: copy.submit },
  { get: paths.planWorkingPdf.pattern, may: look, page: copy.pdf, costs: 5 },
  { get: paths.planWorkingWord.pattern, may: look, page: copy.word, costs: 5 },
  { get: paths.planWorkingFile.pattern, may: look, page: copy.copyFile },
  { get: paths.planWorkingBack.pattern, may: propose, page: bringBack.show },
  { post: paths.planWorkingBack.pattern, may: propose, page: bringBack.submit, costs: 5 },
  { get: paths.planWorkingFound.pattern, may: propose, page: bringBack.showFound },
  { post: paths.planWorkingFound.pattern, may: propose, page: bringBack.submitFound },
] satisfies Route[]
