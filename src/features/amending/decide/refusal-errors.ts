// Why the answers were not kept, or the letters did not go, as the words beside a field.

import type { NotAtThisStage } from '../../../casebook/act.ts'
import type { LineId } from '../../../domain/ids.ts'
import type { FieldError } from '../../../ui/form.tsx'
import { plural } from '../../../ui/words.ts'
import type { Amendment } from '../open-amendment.ts'
import { closedWords, missingWords, placeOf } from '../words.ts'
import type { DecideRefusal } from './decide-review.ts'
import type { KeepRefusal } from './keep-answers.ts'
import type { SendNoticeRefusal } from './send-notice.ts'

export function keepError(refusal: KeepRefusal | NotAtThisStage, { open, answered }: Amendment, numbers: ReadonlyMap<LineId, string>): FieldError {
  switch (refusal.kind) {
    case 'not-at-this-stage': return { field: 'proposals', message: closedWords(refusal) }
    case 'answered-meanwhile': {
      const names = answered.filter(({ id }) => refusal.proposalIds.includes(id)).map((one) => placeOf(one, numbers))
      return { field: 'answered', message: `Somebody has answered ${names.join(', ') || 'one of these'} meanwhile. That answer stands, and yours are not kept yet: read it, then press the button again` }
    }
    case 'line-moved-on': {
      const here = open.find(({ proposal }) => proposal.id === refusal.proposalId)
      return { field: `decision-${refusal.proposalId}`, message: `${here === undefined ? 'A line' : placeOf(here.proposal, numbers)} was changed after you opened this page, so nothing was kept. Read what it says now and choose again` }
    }
    case 'plan-changed': return { field: 'changes', message: 'The working document was changed after you opened this page, so nothing was kept and nothing was sent. Read the changes below, then press the button again' }
  }
}

export function sendError(refusal: DecideRefusal | SendNoticeRefusal | KeepRefusal | NotAtThisStage): FieldError {
  switch (refusal.kind) {
    case 'not-at-this-stage': return { field: 'send', message: closedWords(refusal) }
    case 'ended': return { field: 'send', message: 'This has been decided meanwhile, so nothing was sent' }
    case 'sent-already': return { field: 'send', message: 'The amendment notice has gone already' }
    case 'meeting-not-held': return { field: 'send', message: 'The meeting has not been held yet, so there is nothing to decide' }
    case 'answered-meanwhile':
    case 'line-moved-on':
    case 'plan-changed': return { field: 'send', message: 'The working document was changed after you opened this page, so nothing was kept and nothing was sent' }
    case 'proposals-open': return { field: 'proposals', message: `${plural(refusal.count, 'proposal')} came in after you opened this page. Answer ${refusal.count === 1 ? 'it' : 'them'} too` }
    case 'nothing-changes': return { field: 'outcome', message: 'Nothing in the plan changes yet. Accept a proposal or change a line, or keep the plan as it is' }
    case 'changes-accepted': return { field: 'outcome', message: `${plural(refusal.count, 'line')} would change by what is accepted. To keep the plan as it is, decline it, or open again what was accepted before` }
    case 'reasons-missing': return { field: 'reasons', message: 'Enter why the plan stays as it is: the family reads it' }
    case 'held': return { field: 'holds', message: `The notice cannot go yet: ${refusal.holds[0]?.words ?? ''} Nothing was sent` }
    case 'nobody-reached': return { field: 'send', message: 'There is nobody of the family to whom it can be sent. Record how a parent can be reached first' }
    case 'some-unreached': return { field: 'unreached', message: 'Confirm that you will serve it on those who cannot be reached from here' }
    case 'no-plan-in-force': return { field: 'send', message: 'The hub holds no final plan of this child. Bring it in first, so that the changes can be shown' }
    case 'notice-incomplete': return { field: 'send', message: missingWords(refusal.missing) }
  }
}
