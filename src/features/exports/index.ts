import type { Feature } from '../../casebook/feature.ts'
import { paths } from '../../paths.ts'
import * as myCases from './my-cases/page.ts'

export const exports: Feature = {
  name: 'exports',
  routes: [
    { get: paths.exportMyCases.pattern, may: 'signed-in', page: myCases.show },
    { post: paths.exportMyCases.pattern, may: 'signed-in', page: myCases.submit },
  ],
}
