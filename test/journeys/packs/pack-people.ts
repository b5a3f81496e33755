// Who of the demonstration world does what in each pack: the names in case.json are theirs.

export interface PackPeople {
  readonly requester: string
  /** How they describe themselves on "Who is asking?". */
  readonly asks: 'parent' | 'school'
  readonly officer: string
  readonly writer: string
  readonly manager: string
  /** Whoever answers for the health body. */
  readonly healthLead: string
  /** The setting's own: asked for advice, and consulted. */
  readonly senco: string
  /** Who signs in and hands in each report. */
  readonly advisers: Readonly<Record<string, string>>
  /** Parents with an account on the case, by the report that holds their views. */
  readonly parents: Readonly<Record<string, string>>
}

const council = { writer: 'tom', manager: 'meera', healthLead: 'agnes' }

export const peopleOf: Readonly<Record<string, PackPeople>> = {
  'pack-01-year4-slcn': {
    ...council, requester: 'ashdown', asks: 'school', officer: 'hattie', senco: 'debra',
    advisers: {
      '03-school.md': 'debra', '04-educational-psychologist.md': 'imogen', '05-speech-and-language-therapy.md': 'callum',
      '06-occupational-therapy.md': 'philippa', '07-community-paediatrician.md': 'soraya', '08-social-care.md': 'marguerite',
    },
    // Neither parent reads English: both speak through an interpreter, and an officer writes down what they say.
    parents: {},
  },
  'pack-02-nursery-nonspeaking': {
    ...council, requester: 'sinead', asks: 'parent', officer: 'hattie', senco: 'gwen',
    advisers: {
      '03-nursery.md': 'gwen', '04-portage.md': 'fran', '05-educational-psychologist.md': 'ruairi', '06-speech-and-language-therapy.md': 'beatrix',
      '07-physiotherapy-and-occupational-therapy.md': 'marten', '08-community-paediatrician.md': 'hamish', '09-childrens-community-nursing.md': 'niamh',
      '10-teacher-for-vision-impairment.md': 'constance', '11-social-care.md': 'delphine',
    },
    parents: { '01-parent-views.md': 'sinead' },
  },
  'pack-03-year9-autism-pfa': {
    ...council, requester: 'kerry', asks: 'parent', officer: 'leona', senco: 'idwal',
    advisers: {
      '04-school.md': 'idwal', '05-educational-psychologist.md': 'tamsin', '06-camhs.md': 'yewande', '07-speech-and-language-therapy.md': 'jocelyn',
      '08-community-paediatrician.md': 'prakash', '09-social-care.md': 'corinne', '10-preparing-for-adulthood.md': 'ifeoma',
    },
    // The father speaks by telephone with the officer, who writes it down.
    parents: { '01-parent-views-mother.md': 'kerry' },
  },
}

export function peopleIn(packId: string): PackPeople {
  const people = peopleOf[packId]
  if (people === undefined) throw new Error(`nobody is cast for ${packId}`)
  return people
}
