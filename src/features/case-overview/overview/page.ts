import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf } from '../../../casebook/ask.ts'
import { listLimitsToTell } from '../../../casebook/limits/limits-to-tell.ts'
import { mustBeAbleToLook, openCaseFile } from '../../../casebook/open-case-file.ts'
import { read } from '../../../casebook/tx.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect } from '../../../platform/http/reply.ts'
import { listAlerts, listPartiesFor } from '../case-overview-store.ts'
import { isFamilyOnly, readLine } from '../line/read-line.ts'
import { familyView } from './family-view.tsx'
import { staffView } from './staff-view.tsx'
import { isOfCouncil } from '../../../domain/access/parts.ts'
import { mayLook } from '../../../domain/access/policy.ts'

/** Family read where they are, step by step; everybody else gets the working page. */
export async function show(ask: Ask): Promise<Reply> {
  return read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask), { isFrontDoor: true })
    // Who only answers a consultation, or only delivers the plan, has no overview: they are led to what is theirs.
    if (!mayLook('overview', caseFile.parts) && caseFile.parts.includes('consulted-setting')) return redirect(paths.consultationInbox())
    if (!mayLook('overview', caseFile.parts) && caseFile.parts.includes('recipient')) return redirect(paths.finalPlan(caseFile.key))
    // A parent whose child now decides is told who holds the rights, and what is still theirs to read.
    if (!mayLook('overview', caseFile.parts) && caseFile.parts.includes('past-parent')) return redirect(paths.caseRights(caseFile.key))
    // Whoever acts for a family member without reading the plan is told what is theirs to do.
    if (!mayLook('overview', caseFile.parts) && caseFile.parts.includes('proxy')) return redirect(paths.helping(caseFile.key))
    mustBeAbleToLook(caseFile, 'overview')
    const shown = { frame: ask.frame, caseFile, ...await readLine(tx, caseFile) }
    if (isFamilyOnly(caseFile)) return page(familyView({ ...shown, today: tx.today, viewerId: tx.viewer.kind === 'person' ? tx.viewer.personId : undefined }))
    const viewerId = tx.viewer.kind === 'person' ? tx.viewer.personId : undefined
    const parties = (await listPartiesFor(tx, caseFile, isOfCouncil(caseFile.parts) ? 'staff' : 'professional', viewerId)).filter(({ fromOn, toOn }) => fromOn <= tx.today && (toOn === undefined || toOn >= tx.today))
    return page(staffView({ ...shown, today: tx.today, alerts: await listAlerts(tx, caseFile), parties, toTell: (await listLimitsToTell(tx, caseFile)).length }))
  })
}
