import type { KeptDocument } from '../../../casebook/papers/documents.ts'
import type { CaseFile } from '../../../casebook/open-case-file.ts'
import { latestOf } from '../../../domain/case-file/facts.ts'
import { journeyOf } from '../../../domain/case-file/request-gateway.ts'
import { requestRightOf } from '../../../domain/case-file/request-right.ts'
import { paths } from '../../../paths.ts'
import { Button } from '../../../ui/govuk/button.tsx'
import { InsetText } from '../../../ui/govuk/inset-text.tsx'
import { SummaryList } from '../../../ui/govuk/summary-list.tsx'
import { WarningText } from '../../../ui/govuk/warning-text.tsx'
import type { PageFrame } from '../../../ui/hub-page.tsx'
import { CasePage } from '../../../ui/hub-page.tsx'
import { dateWords, fileSizeWords, plural } from '../../../ui/words.ts'
import { answerContent } from '../journey/answer-rows.tsx'
import { questionsIn, tasksOf, voiceOf } from '../journey/journey.ts'
import { rowsIn, say, textIn } from '../journey/question.ts'
import type { MadeRequest } from '../request-store.ts'
import { channelWords, requesterWords } from '../words.ts'

type Shown = MadeRequest & { readonly isOpen: boolean; readonly settingName?: string }

interface Props {
  readonly frame: PageFrame
  readonly caseFile: CaseFile
  readonly requests: readonly Shown[]
  readonly files: readonly KeptDocument[]
  readonly undecided: number
  readonly isCouncil: boolean
}

export function view({ frame, caseFile, requests, files, undecided, isCouncil }: Props) {
  const { key, open } = caseFile
  const title = requests.length > 1 ? 'The requests as received' : 'The request as received'
  const merged = latestOf(caseFile.facts, 'duplicate-settled')
  const told = latestOf(caseFile.facts, 'family-told-of-request')
  return (
    <CasePage frame={frame} caseFile={caseFile} title={title} wide={isCouncil}>
      <h1 class="govuk-heading-l">{title}</h1>
      {undecided > 0 && (
        <WarningText>
          {plural(undecided, 'other case')} may be about the same child. <a class="govuk-link" href={paths.caseDuplicates(key)}>Compare and decide</a>
        </WarningText>
      )}
      {isCouncil && merged?.as === 'same-child' && caseFile.stage === 'closed' && <InsetText>One file for one child: everything is on case {merged.otherReference}.</InsetText>}
      {requests.length === 0 && <p class="govuk-body">No request is on this case{merged?.as === 'same-child' ? '; it went over to the case that was kept' : ''}.</p>}
      {requests.map((request) => <OneRequest request={request} caseFile={caseFile} isCouncil={isCouncil} />)}
      {(isCouncil || files.length > 0) && (
        <>
          <h2 class="govuk-heading-m">{isCouncil ? 'Evidence' : 'What you sent us'}</h2>
          {files.length === 0
            ? <p class="govuk-body">Nothing was sent with the request.</p>
            : (
              <ul class="govuk-list govuk-list--spaced">
                {files.map((file) => <li><a class="govuk-link" href={paths.caseDocument({ ...key, documentId: file.id })}>{file.title}</a> ({fileSizeWords(file.size)}, {file.fileName})</li>)}
              </ul>
            )}
        </>
      )}
      {isCouncil && told !== undefined && (
        <p class="govuk-body">
          The family and the other bodies were told on {dateWords(told.happenedOn)}. <a class="govuk-link" href={paths.caseLetters(key)}>See the letters</a>
        </p>
      )}
      <div class="govuk-button-group">
        {open.includes('tell-of-request') && told === undefined && <Button href={paths.tellOfRequest(key)}>Tell the family and the other bodies</Button>}
        {open.includes('withdraw-request') && <a class="govuk-link" href={paths.caseWithdraw(key)}>Record that it is withdrawn</a>}
      </div>
    </CasePage>
  )
}

function OneRequest({ request, caseFile, isCouncil }: { request: Shown; caseFile: CaseFile; isCouncil: boolean }) {
  const journey = { madeBy: request.madeBy, isWrittenDown: request.recordedByName !== undefined, answers: request.answers }
  const voice = { ...voiceOf(journey), isOwn: false, isFamily: journeyOf(request.madeBy) === 'family', child: caseFile.child.preferredName }
  const right = requestRightOf(request.madeBy, caseFile.child.bornOn, request.receivedOn)
  const found = [...(request.settingName === undefined ? [] : [{ value: textIn(request.answers['which-setting'], 'settingId'), text: request.settingName }]), { value: 'none', text: 'None on the list' }]
  return (
    <>
      <SummaryList rows={[
        { key: 'Asked by', value: request.isOpen ? `${request.madeByName}${request.organisationName === undefined ? '' : `, ${request.organisationName}`} (${requesterWords[request.madeBy]})` : requesterWords[request.madeBy] },
        { key: 'Received', value: `${dateWords(request.receivedOn)}, ${channelWords[request.channel]}` },
        isCouncil && request.recordedByName !== undefined && { key: 'Written down by', value: request.recordedByName },
        isCouncil && { key: 'Under', value: right === 'request' ? 'Children and Families Act 2014, section 36(1): a request' : 'Children and Families Act 2014, section 24: brought to the council’s attention. The same time limits run.' },
      ]} />
      {isCouncil && <SafetyNotes request={request} />}
      {request.isOpen && tasksOf(journey).map((task) => {
        const rows = questionsIn(task, request.answers).flatMap((question) => {
          const content = answerContent(question, request.answers[question.id], voice, question.id === 'which-setting' ? found : [])
          return content === undefined ? [] : [{ key: question.short, value: content }]
        })
        return rows.length === 0 ? null : <SummaryList card={{ title: task.short ?? say(task.title, voice) }} rows={rows} />
      })}
    </>
  )
}

/** What must not be missed before anybody writes or phones. */
function SafetyNotes({ request }: { request: Shown }) {
  const { contact, home, others } = request.answers
  const named = tasksOf(request).flatMap(({ questions }) => questions).filter(({ repeats, isPrivate }) => repeats !== undefined && isPrivate === true)
    .flatMap((question) => rowsIn(question, request.answers[question.id]))
  const safe = textIn(contact, 'safeContact')
  const notes = [
    ...(safe === '' || safe === 'any' ? [] : [`${request.madeByName}: use ${safe} only.`]),
    ...(textIn(contact, 'safeContactNote') === '' ? [] : [`${request.madeByName}: ${textIn(contact, 'safeContactNote')}`]),
    ...(textIn(home, 'secret') === 'yes' ? ['The address is protected.'] : []),
    ...(textIn(others, 'others') === 'not-say' ? [`${request.madeByName} did not want to name other parents or carers. Ask by phone, in private, before writing to anybody else.`] : []),
    ...named.filter((row) => textIn(row, 'fullName') !== '' && textIn(row, 'safe') !== 'yes')
      .map((row) => `${textIn(row, 'fullName')}: ${textIn(row, 'safe') === 'no' ? 'said not to be safe to contact' : 'not known to be safe to contact'}. They are not on the case until you add them. ${textIn(row, 'safetyNote')}`),
    ...named.filter((row) => textIn(row, 'fullName') !== '' && textIn(row, 'safe') === 'yes' && textIn(row, 'responsibility') !== 'yes')
      .map((row) => `${textIn(row, 'fullName')}: parental responsibility ${textIn(row, 'responsibility') === 'no' ? 'denied' : 'not known'}. They are not on the case until you add them.`),
  ]
  return <>{notes.map((note) => <WarningText>{note}</WarningText>)}</>
}
