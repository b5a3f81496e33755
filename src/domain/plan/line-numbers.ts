import type { LineId } from '../ids.ts'
import type { PlanContent } from './line.ts'
import { linesOfSection } from './plan-order.ts'
import { sections } from './sections.ts'

/** How people point at a line: "B1", "F3", "H1.2". Counted in reading order within each section. */
export const lineNumbers = (content: PlanContent): ReadonlyMap<LineId, string> =>
  new Map(sections.flatMap((section) =>
    linesOfSection(content, section).map((line, index): [LineId, string] =>
      [line.id, `${section}${/\d$/.test(section) ? '.' : ''}${index + 1}`])))
