import type { Feature } from '../../casebook/feature.ts'
import { paths } from '../../paths.ts'
import * as download from './download/page.ts'
import { makeReturnJob, removeOldReturnsJob } from './make-return.ts'
import * as oneReturn from './one-return/page.ts'
import * as returns from './returns/page.ts'

const sends = { office: 'send-national-return' } as const

export const nationalReturn: Feature = {
  name: 'national-return',
  routes: [
    { get: paths.nationalReturn.pattern, may: sends, page: returns.show },
    { post: paths.nationalReturn.pattern, may: sends, page: returns.submit, costs: 5 },
    { get: paths.nationalReturnMade.pattern, may: sends, page: oneReturn.show },
    { get: paths.nationalReturnFile.pattern, may: sends, page: download.show },
    { post: paths.nationalReturnFile.pattern, may: sends, page: download.submit, costs: 5 },
  ],
  jobs: [makeReturnJob, removeOldReturnsJob],
}
