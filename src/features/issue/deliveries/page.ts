import type { Ask } from '../../../casebook/ask.ts'
import { caseKeyOf, listToGoBackTo } from '../../../casebook/ask.ts'
import { mustBeAbleToLook, openCaseFile } from '../../../casebook/open-case-file.ts'
import { read } from '../../../casebook/tx.ts'
import { isOfFamily } from '../../../domain/access/parts.ts'
import { paths } from '../../../paths.ts'
import type { Reply } from '../../../platform/http/reply.ts'
import { page, redirect, wrongForm } from '../../../platform/http/reply.ts'
import type { FormErrors } from '../../../ui/form.tsx'
import type { Delivery } from '../delivery-store.ts'
import { isOwn, listDeliveries, listLeftOut } from '../delivery-store.ts'
import { isCouncil } from '../final-plan/may-read.ts'
import { readOrganisations } from '../people-store.ts'
import { stageWords } from '../stage-words.ts'
import { findFinalVersion } from '../version-store.ts'
import { chaseDelivery } from './chase.ts'
import type { ShownDelivery } from './view.tsx'
import { view } from './view.tsx'

const familyRoles: readonly string[] = ['parent or carer', 'young person']

async function shown(ask: Ask, errors: FormErrors): Promise<Reply> {
  const props = await read(ask, async (tx) => {
    const caseFile = await openCaseFile(tx, caseKeyOf(ask))
    mustBeAbleToLook(caseFile, 'deliveries')
    const version = await findFinalVersion(tx, caseFile)
    if (version === undefined) return { caseFile, version, deliveries: [], leftOut: [] }
    const all = await listDeliveries(tx, caseFile, version.id)
    const forCouncil = isCouncil(caseFile)
    const bodies = await readOrganisations(tx, all.flatMap(({ personId, organisationId }) => (personId === undefined && organisationId !== undefined ? [organisationId] : [])))
    const shownOf = (one: Delivery): ShownDelivery => {
      const body = one.personId !== undefined || one.organisationId === undefined ? undefined : bodies.get(one.organisationId)
      return body === undefined ? one : { ...one, people: new Set(body.members.map(({ personId }) => personId)).size }
    }
    return {
      caseFile, version,
      // One parent does not learn here what another did, nor who was left out and why.
      deliveries: (forCouncil ? all : all.filter((one) => isOwn(one, tx) || !familyRoles.includes(one.role))).map(shownOf),
      leftOut: forCouncil ? await listLeftOut(tx, caseFile, version.id) : [],
    }
  })
  const isFamily = isOfFamily(props.caseFile.parts)
  const document = view({ frame: ask.frame, ...props, isFamily, today: ask.house.clock.today(), errors })
  return errors.length > 0 ? wrongForm(document) : page(document)
}

export const show = (ask: Ask): Promise<Reply> => shown(ask, [])

export async function submit(ask: Ask): Promise<Reply> {
  // The list of work asks again of everybody who is due, in one press; the page of deliveries of one.
  const which = ask.form.text('which') === 'due' ? 'due' : { deliveryId: ask.form.text('deliveryId') }
  const done = await chaseDelivery(ask, caseKeyOf(ask), { which })
  if (done.ok) return redirect(listToGoBackTo(ask, 'advice-chased') ?? unopenedList(ask) ?? paths.deliveries(caseKeyOf(ask), { done: 'sent' }))
  return shown(ask, [{
    field: 'deliveries', message: done.refusal.kind === 'nothing-to-chase' ? 'This plan has been opened meanwhile, so nobody was chased' : stageWords(done.refusal),
  }])
}

/** The council's list of plans that were not opened, where the button stood there. */
function unopenedList(ask: Ask): string | undefined {
  const { area } = caseKeyOf(ask)
  return ask.form.text('backTo') === paths.unopenedPlans({ area }) ? paths.unopenedPlans({ area }, { done: 'sent' }) : undefined
}
