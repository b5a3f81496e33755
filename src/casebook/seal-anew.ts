// A former sealing key may go once nothing is under it any more. What is kept for long is sealed anew here and by sealed-addresses.ts and
// the drafts of requests; what lives for hours or days (links in messages, sessions elsewhere, typing that is kept) is left to end.

import { sealedRecordOf } from './access/seal-rows.ts'
import { sealedForPerson } from './accounts/sealed-for-person.ts'
import { sealAddressesAnew } from './family/sealed-addresses.ts'
import type { Tx } from './tx.ts'

/** Seals what is kept for long anew with the key of today, in one transaction. Throws SealBroken, and changes nothing, where a key is missing. Answers with how many things there are. */
export async function sealAnew(tx: Tx): Promise<number> {
  let count = await sealAddressesAnew(tx)
  for (const seal of [secondFactors, itemSeals, portalReports, sendingStops]) count += await seal(tx)
  return count
}

async function secondFactors(tx: Tx): Promise<number> {
  const rows = await tx.db.selectFrom('account').select(['personId', 'appKeySealed', 'phoneSealed'])
    .where((eb) => eb.or([eb('appKeySealed', 'is not', null), eb('phoneSealed', 'is not', null)])).forUpdate().execute()
  for (const { personId, appKeySealed, phoneSealed } of rows) {
    await tx.db.updateTable('account').set({
      appKeySealed: appKeySealed === null ? null : tx.house.sealer.sealAnew(appKeySealed, sealedForPerson(personId, 'app-key')),
      phoneSealed: phoneSealed === null ? null : tx.house.sealer.sealAnew(phoneSealed, sealedForPerson(personId, 'phone')),
    }).where('personId', '=', personId).execute()
  }
  return rows.length
}

async function itemSeals(tx: Tx): Promise<number> {
  const rows = await tx.db.selectFrom('itemSeal').select(['localAreaId', 'id', 'sealedReason', 'sealedEndReason']).forUpdate().execute()
  for (const { localAreaId, id, sealedReason, sealedEndReason } of rows) {
    await tx.db.updateTable('itemSeal').set({
      sealedReason: tx.house.sealer.sealAnew(sealedReason, sealedRecordOf({ localAreaId }, id)),
      sealedEndReason: sealedEndReason === null ? null : tx.house.sealer.sealAnew(sealedEndReason, sealedRecordOf({ localAreaId }, `${id} ended`)),
    }).where('localAreaId', '=', localAreaId).where('id', '=', id).execute()
  }
  return rows.length
}

async function portalReports(tx: Tx): Promise<number> {
  const rows = await tx.db.selectFrom('portalReport').select(['localAreaId', 'id', 'sealedReport']).where('sealedReport', 'is not', null).forUpdate().execute()
  for (const { localAreaId, id, sealedReport } of rows) {
    await tx.db.updateTable('portalReport').set({ sealedReport: sealedReport === null ? null : tx.house.sealer.sealAnew(sealedReport, sealedRecordOf({ localAreaId }, id)) })
      .where('localAreaId', '=', localAreaId).where('id', '=', id).execute()
  }
  return rows.length
}

async function sendingStops(tx: Tx): Promise<number> {
  const rows = await tx.db.selectFrom('sendingStop').select(['localAreaId', 'id', 'sealedWords']).forUpdate().execute()
  for (const { localAreaId, id, sealedWords } of rows) {
    await tx.db.updateTable('sendingStop').set({ sealedWords: tx.house.sealer.sealAnew(sealedWords, sealedRecordOf({ localAreaId }, id)) })
      .where('localAreaId', '=', localAreaId).where('id', '=', id).execute()
  }
  return rows.length
}
