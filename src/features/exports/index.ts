import type { Feature } from '../../casebook/feature.ts'
import { paths } from '../../paths.ts'
import * as myCases from './my-cases/page.ts'
import * as returnFaults from './return-faults/page.tsx'

export const exports: Feature = {
  name: 'exports',
  routes: [
    { get: paths.exportMyCases.pattern, may: 'signed-in', page: myCases.show },
    { post: paths.exportMyCases.pattern, may: 'signed-in', page: myCases.submit },
    { get: paths.returnFaultsFile.pattern, may: 'signed-in', page: returnFaults.show },
    { post: paths.returnFaultsFile.pattern, may: 'signed-in', page: returnFaults.submit },
  ],
}
