import type { Tx } from '../../casebook/tx.ts'
import { isForParts } from '../../domain/access/policy.ts'
import { councilParts } from '../../domain/access/standing.ts'
import type { ActName } from '../../domain/case-file/open-acts.ts'
import type { LocalAreaId } from '../../domain/ids.ts'

/** Whether the viewer's role in the area's council lets them do this, so that no button is shown that would be refused. */
export const mayAsk = ({ viewer }: Pick<Tx, 'viewer'>, localAreaId: LocalAreaId, act: ActName): boolean =>
  viewer.kind === 'person' && isForParts(act, councilParts(viewer.roles, localAreaId))
