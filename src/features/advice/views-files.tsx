// Drawings, photographs, recordings and films of a family's views: seen and heard on the page, and to be downloaded.

import type { CaseFile } from '../../casebook/open-case-file.ts'
import { londonTimeOf } from '../../domain/calendar/london-date.ts'
import { paths } from '../../paths.ts'
import { mediumOf } from '../../platform/files/file-kinds.ts'
import { dateWords, fileSizeWords } from '../../ui/words.ts'
import type { ViewsFile } from './views-file-store.ts'

interface Props {
  readonly caseFile: CaseFile
  readonly adviceId: string
  readonly files: readonly ViewsFile[]
  /** Whose names are said of who gave a file: everybody's to staff; to family only that it was this person, by their id. */
  readonly names: 'everybody' | (string & {})
}

const mediumWords = { picture: 'Picture', sound: 'Sound recording', film: 'Film', other: 'File' } as const

/** Browsers draw these; others can be downloaded and opened with whatever made them. */
const isDrawn = (contentType: string): boolean => ['image/jpeg', 'image/png', 'image/gif', 'image/webp'].includes(contentType)

export function ViewsFiles({ caseFile, adviceId, files, names }: Props) {
  return (
    <ul class="govuk-list hub-views-files">
      {files.map((file) => {
        const href = paths.viewsFile({ ...caseFile.key, adviceId, documentId: file.documentId })
        const medium = mediumOf(file.contentType)
        const label = `${mediumWords[medium]} called ${file.fileName}`
        return (
          <li>
            {medium === 'picture' && isDrawn(file.contentType) && <img class="hub-views-files__picture" src={href} alt={label} loading="lazy" />}
            {medium === 'sound' && <audio controls preload="metadata" src={href} aria-label={label} />}
            {medium === 'film' && <video class="hub-views-files__picture" controls preload="metadata" src={href} aria-label={label} />}
            <p class="govuk-body govuk-!-margin-bottom-1">
              {mediumWords[medium]}: <a class="govuk-link" href={href}>{file.fileName}</a> ({fileSizeWords(file.size)})
            </p>
            <p class="govuk-body-s govuk-!-margin-bottom-2">Given{giverWords(file, names)} on {dateWords(londonTimeOf(file.addedAt).date)}</p>
          </li>
        )
      })}
    </ul>
  )
}

/** One parent's name is not told to the other. */
function giverWords({ givenBy }: ViewsFile, names: Props['names']): string {
  if (givenBy === undefined) return ''
  if (names === 'everybody') return ` by ${givenBy.name}`
  return givenBy.id === names ? ' by you' : ''
}
