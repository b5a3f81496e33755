// One of the processes that put areas in, side by side: told which, it answers when that area is there or why it is not.

import type { Area } from '../../src/population/areas.ts'
import { AreaHasChildren, loadArea, type LoadedCounts, type LoadOptions } from './load-area.ts'

export interface Task extends LoadOptions { readonly connectionString: string; readonly area: Area }
export type Told = LoadedCounts | { readonly fault: string; readonly isRefusal: boolean }

process.on('message', (task: Task) => {
  loadArea(task.connectionString, task.area, task).then(
    (counts) => process.send?.(counts satisfies Told),
    (fault: unknown) => process.send?.({ fault: fault instanceof Error ? fault.message : String(fault), isRefusal: fault instanceof AreaHasChildren } satisfies Told),
  )
})
process.on('disconnect', () => process.exit(0))
