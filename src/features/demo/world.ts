// The demonstration area: its bodies and people. All are invented, with identifiers that cannot be real: URNs from 900001,
// telephone numbers kept for drama, addresses at example.org, postcodes ZZ.

import type { AreaContacts } from '../../casebook/open-case-file.ts'
import type { Role } from '../../domain/access/parts.ts'

export interface DemoOrganisation {
  readonly key: string
  readonly kind: 'council' | 'setting' | 'nhs-trust' | 'icb' | 'voluntary'
  readonly name: string
  readonly service?: string
  readonly urn?: string
  readonly odsCode?: string
  readonly settingType?: string
  readonly headName?: string
  readonly area?: string
}

export interface DemoPerson {
  readonly key: string
  readonly name: string
  readonly profession?: string
  readonly registration?: string
  readonly roles: readonly { readonly role: Role; readonly at: string }[]
  /** What the sign-in page says of them. */
  readonly about: string
  /** Whose family they are: families are listed by child. */
  readonly familyOf?: string
  /** Not offered before they have a part in a case of their own: a child whose parents hold the rights has none. */
  readonly isListedOnACase?: true
}

const tarnValleyContacts: AreaContacts = {
  sendTeam: { name: 'Tarn Valley SEND team', phone: '01632 960180', email: 'send@tarnvalley.example.org', web: 'https://send.tarnvalley.example.org', address: ['SEND team, Tarn Valley Council', '4 Weir Street', 'Tarn Bridge', 'ZZ96 2BB'] },
  mediationAdviser: { name: 'Tarn Bridge Mediation', phone: '01632 960170', email: 'sen@tarnbridge.example.org', web: 'https://tarnbridge.example.org' },
  informationAdviceSupport: { name: 'Tarn Valley SENDIASS', phone: '01632 960181', email: 'help@tarnvalley-sendiass.example.org', web: 'https://tarnvalley-sendiass.example.org' },
  disagreementResolution: { name: 'Tarn Bridge Disagreement Resolution', phone: '01632 960171', email: 'resolve@tarnbridge.example.org' },
  localOffer: { name: 'Tarn Valley Local Offer', web: 'https://localoffer.tarnvalley.example.org', phone: '01632 960182' },
  icb: { name: 'NHS Wendmere and Tarn Valley Integrated Care Board', email: 'send@icb.example.org', phone: '01632 960120' },
}

const wendmereContacts: AreaContacts = {
  sendTeam: { name: 'Wendmere SEND team', phone: '01632 960100', email: 'send@wendmere.example.org', web: 'https://send.wendmere.example.org', address: ['SEND team, Wendmere Council', '1 Market Hall', 'Wendmere', 'ZZ98 1AA'] },
  mediationAdviser: { name: 'Tarn Bridge Mediation', phone: '01632 960170', email: 'sen@tarnbridge.example.org', web: 'https://tarnbridge.example.org' },
  informationAdviceSupport: { name: 'Wendmere SENDIASS', phone: '01632 960160', email: 'help@wendmere-sendiass.example.org', web: 'https://wendmere-sendiass.example.org' },
  disagreementResolution: { name: 'Tarn Bridge Disagreement Resolution', phone: '01632 960171', email: 'resolve@tarnbridge.example.org' },
  localOffer: { name: 'Wendmere Local Offer', web: 'https://localoffer.wendmere.example.org', phone: '01632 960101' },
  icb: { name: 'NHS Wendmere and Tarn Valley Integrated Care Board', email: 'send@icb.example.org', phone: '01632 960120' },
}

export const demoAreas = [
  { key: 'wendmere', name: 'Wendmere', councilName: 'Wendmere Council', officerTitle: 'case officer', contacts: wendmereContacts },
  { key: 'tarn-valley', name: 'Tarn Valley', councilName: 'Tarn Valley Council', officerTitle: 'EHC co-ordinator', contacts: tarnValleyContacts },
] as const

export const demoOrganisations: readonly DemoOrganisation[] = [
  { key: 'send-team', kind: 'council', name: 'Wendmere Council', service: 'SEND team', area: 'wendmere' },
  { key: 'tarn-send-team', kind: 'council', name: 'Tarn Valley Council', service: 'SEND team', area: 'tarn-valley' },
  { key: 'ep-service', kind: 'council', name: 'Wendmere Council', service: 'Educational psychology', area: 'wendmere' },
  { key: 'social-care', kind: 'council', name: 'Wendmere Council', service: 'Children’s social care and early help', area: 'wendmere' },
  { key: 'sensory', kind: 'council', name: 'Wendmere Council', service: 'Sensory and portage services', area: 'wendmere' },
  { key: 'adulthood', kind: 'council', name: 'Wendmere Council', service: 'Preparing for adulthood', area: 'wendmere' },
  { key: 'larkfell', kind: 'setting', name: 'Larkfell Primary School', urn: '900001', settingType: 'mainstream primary school', headName: 'Mr R. Ashdown', area: 'wendmere' },
  { key: 'bramblewick', kind: 'setting', name: 'Bramblewick Maintained Nursery School', urn: '900002', settingType: 'maintained nursery school', headName: 'Gwen Salcombe', area: 'wendmere' },
  { key: 'hallowcross', kind: 'setting', name: 'Hallowcross Academy', urn: '900003', settingType: 'mainstream secondary academy', headName: 'Ms T. Quill', area: 'wendmere' },
  { key: 'fernside', kind: 'setting', name: 'Fernside School', urn: '900004', settingType: 'special school', headName: 'Dr O. Penhale', area: 'wendmere' },
  { key: 'slt', kind: 'nhs-trust', name: 'Wendmere Community Health NHS Trust', service: 'Children’s speech and language therapy', odsCode: 'ZW1', area: 'wendmere' },
  { key: 'ot', kind: 'nhs-trust', name: 'Wendmere Community Health NHS Trust', service: 'Children’s occupational therapy and physiotherapy', odsCode: 'ZW1', area: 'wendmere' },
  { key: 'paediatrics', kind: 'nhs-trust', name: 'Wendmere Community Health NHS Trust', service: 'Community paediatrics and nursing', odsCode: 'ZW1', area: 'wendmere' },
  { key: 'camhs', kind: 'nhs-trust', name: 'Tarn Valley Mental Health NHS Foundation Trust', service: 'CAMHS', odsCode: 'ZT2' },
  { key: 'icb', kind: 'icb', name: 'NHS Wendmere and Tarn Valley Integrated Care Board', odsCode: 'ZI9' },
]

export const demoPeople: readonly DemoPerson[] = [
  { key: 'hattie', name: 'Hattie Greaves', profession: 'case officer', roles: [{ role: 'case-officer', at: 'send-team' }], about: 'Case officer, Wendmere Council' },
  { key: 'leona', name: 'Leona Abara', profession: 'case officer', roles: [{ role: 'case-officer', at: 'send-team' }], about: 'Case officer, Wendmere Council' },
  { key: 'tom', name: 'Tom Ellery', profession: 'plan writer', roles: [{ role: 'plan-writer', at: 'send-team' }], about: 'Plan writer, Wendmere Council' },
  { key: 'meera', name: 'Meera Chaudry', profession: 'SEND manager', roles: [{ role: 'decision-maker', at: 'send-team' }], about: 'SEND manager who decides, Wendmere Council' },
  { key: 'aled', name: 'Aled Morris-Okafor', profession: 'EHC co-ordinator', roles: [{ role: 'case-officer', at: 'tarn-send-team' }], about: 'EHC co-ordinator, Tarn Valley Council (another area)' },
  { key: 'debra', name: 'Debra Llewellyn-Hart', profession: 'SENCO', roles: [{ role: 'senco', at: 'larkfell' }], about: 'SENCO, Larkfell Primary School' },
  { key: 'ashdown', name: 'Mr R. Ashdown', profession: 'head teacher', roles: [{ role: 'senco', at: 'larkfell' }], about: 'Head teacher, Larkfell Primary School' },
  { key: 'gwen', name: 'Gwen Salcombe', profession: 'head teacher and SENCO', roles: [{ role: 'senco', at: 'bramblewick' }], about: 'Head teacher and SENCO, Bramblewick Maintained Nursery School' },
  { key: 'idwal', name: 'Idwal Prosser', profession: 'SENCO', roles: [{ role: 'senco', at: 'hallowcross' }], about: 'SENCO, Hallowcross Academy' },
  { key: 'odette', name: 'Dr Odette Penhale', profession: 'head teacher', roles: [{ role: 'senco', at: 'fernside' }], about: 'Head teacher, Fernside School (special)' },
  { key: 'imogen', name: 'Dr Imogen Petrie', profession: 'educational psychologist', registration: 'HCPC registered', roles: [{ role: 'adviser', at: 'ep-service' }], about: 'Educational psychologist' },
  { key: 'ruairi', name: 'Ruairi Castell', profession: 'senior educational psychologist', registration: 'HCPC registered', roles: [{ role: 'adviser', at: 'ep-service' }, { role: 'advice-coordinator', at: 'ep-service' }], about: 'Senior educational psychologist' },
  { key: 'tamsin', name: 'Tamsin Broadribb', profession: 'educational psychologist', registration: 'HCPC registered', roles: [{ role: 'adviser', at: 'ep-service' }], about: 'Educational psychologist' },
  { key: 'callum', name: 'Callum Dreyfus-Webb', profession: 'speech and language therapist', registration: 'HCPC registered', roles: [{ role: 'adviser', at: 'slt' }], about: 'Speech and language therapist' },
  { key: 'beatrix', name: 'Beatrix Holm', profession: 'speech and language therapist', registration: 'HCPC registered', roles: [{ role: 'adviser', at: 'slt' }], about: 'Speech and language therapist' },
  { key: 'jocelyn', name: 'Jocelyn Adair', profession: 'speech and language therapist', registration: 'HCPC registered', roles: [{ role: 'adviser', at: 'slt' }], about: 'Speech and language therapist' },
  { key: 'philippa', name: 'Philippa Nwosu-Grange', profession: 'occupational therapist', registration: 'HCPC registered', roles: [{ role: 'adviser', at: 'ot' }], about: 'Occupational therapist' },
  { key: 'marten', name: 'Marten Ekholm-Daly', profession: 'physiotherapist', registration: 'HCPC registered', roles: [{ role: 'adviser', at: 'ot' }], about: 'Physiotherapist' },
  { key: 'soraya', name: 'Dr Soraya Lindqvist', profession: 'community paediatrician', registration: 'GMC registered', roles: [{ role: 'adviser', at: 'paediatrics' }], about: 'Community paediatrician' },
  { key: 'hamish', name: 'Dr Hamish Okereke-Bell', profession: 'community paediatrician', registration: 'GMC registered', roles: [{ role: 'adviser', at: 'paediatrics' }], about: 'Community paediatrician' },
  { key: 'prakash', name: 'Dr Prakash Oduya-Lane', profession: 'specialty doctor', registration: 'GMC registered', roles: [{ role: 'adviser', at: 'paediatrics' }], about: 'Community paediatrician' },
  { key: 'niamh', name: 'Niamh Astley', profession: 'children’s community nurse', registration: 'NMC registered', roles: [{ role: 'adviser', at: 'paediatrics' }], about: 'Children’s community nurse' },
  { key: 'yewande', name: 'Dr Yewande Solberg', profession: 'clinical psychologist', registration: 'HCPC registered', roles: [{ role: 'adviser', at: 'camhs' }], about: 'Clinical psychologist, CAMHS' },
  { key: 'marguerite', name: 'Marguerite Falk', profession: 'early help practitioner (SEND)', roles: [{ role: 'adviser', at: 'social-care' }], about: 'Early help practitioner' },
  { key: 'delphine', name: 'Delphine Marsh-Oyelowo', profession: 'social worker', registration: 'Social Work England registered', roles: [{ role: 'adviser', at: 'social-care' }], about: 'Social worker, disabled children’s team' },
  { key: 'corinne', name: 'Corinne Aldous', profession: 'senior early help practitioner', roles: [{ role: 'adviser', at: 'social-care' }, { role: 'social-care-lead', at: 'social-care' }], about: 'Early help practitioner and designated social care officer' },
  { key: 'fran', name: 'Fran Tolliver', profession: 'portage home visitor', roles: [{ role: 'adviser', at: 'sensory' }], about: 'Portage home visitor' },
  { key: 'constance', name: 'Constance Ferrier', profession: 'qualified teacher of children with vision impairment', roles: [{ role: 'adviser', at: 'sensory' }], about: 'Teacher for vision impairment' },
  { key: 'ifeoma', name: 'Ifeoma Grantley', profession: 'preparing for adulthood adviser', roles: [{ role: 'adviser', at: 'adulthood' }], about: 'Preparing for adulthood adviser' },
  { key: 'agnes', name: 'Agnes Follett-Rao', profession: 'designated clinical officer', registration: 'NMC registered', roles: [{ role: 'health-lead', at: 'icb' }], about: 'Designated clinical officer, integrated care board' },
  { key: 'winifred', name: 'Winifred Oakes', profession: 'information officer', roles: [{ role: 'access-officer', at: 'send-team' }], about: 'Information officer, Wendmere Council: who looked at which record' },
  { key: 'gethin', name: 'Gethin Purdy', profession: 'business support manager', roles: [{ role: 'staff-administrator', at: 'send-team' }], about: 'Adds and removes staff, Wendmere Council' },
  { key: 'maud', name: 'Maud Ellingham', profession: 'school business manager', roles: [{ role: 'staff-administrator', at: 'larkfell' }], about: 'Adds and removes staff, Larkfell Primary School' },
  { key: 'shno', name: 'Shno Tahsin', roles: [], about: 'Rewan’s mother', familyOf: 'Rewan' },
  { key: 'hoshang', name: 'Hoshang Tahsin', roles: [], about: 'Rewan’s father', familyOf: 'Rewan' },
  { key: 'sinead', name: 'Sinead Rowe', roles: [], about: 'Orla’s mother', familyOf: 'Orla' },
  { key: 'tunde', name: 'Tunde Adeyinka', roles: [], about: 'Orla’s father', familyOf: 'Orla' },
  { key: 'kerry', name: 'Kerry Skerrow', roles: [], about: 'Beth’s mother', familyOf: 'Beth' },
  { key: 'daniel', name: 'Daniel Marchbanks', roles: [], about: 'Beth’s father, who lives elsewhere', familyOf: 'Beth' },
  { key: 'beth', name: 'Beth Skerrow', roles: [], about: 'Beth, aged 13', familyOf: 'Beth', isListedOnACase: true },
  { key: 'ottoline', name: 'Ottoline Brandreth', profession: 'assistant SENCO', roles: [{ role: 'senco', at: 'larkfell' }], about: 'Assistant SENCO, Larkfell Primary School' },
  { key: 'percival', name: 'Percival Adeyemi-Stroud', profession: 'service manager', roles: [{ role: 'staff-administrator', at: 'slt' }, { role: 'advice-coordinator', at: 'slt' }], about: 'Manager, Children’s speech and language therapy: adds and removes staff' },
  { key: 'amara', name: 'Amara Bellweather-Okonjo', roles: [], about: 'Idris’s mother', familyOf: 'Idris' },
  { key: 'chidi', name: 'Chidi Okonjo', roles: [], about: 'Idris’s father, who lives elsewhere', familyOf: 'Idris' },
  { key: 'rosalind', name: 'Rosalind Wetherby-Achterberg', roles: [], about: 'Persephone’s mother', familyOf: 'Persephone' },
  { key: 'bridie', name: 'Bridie Dolan', roles: [], about: 'Kasimir’s mother', familyOf: 'Kasimir' },
  { key: 'delia', name: 'Delia Rushworth', roles: [], about: 'Tegan’s mother', familyOf: 'Tegan' },
  { key: 'maeve', name: 'Maeve Farthingale', roles: [], about: 'Lucian’s mother', familyOf: 'Lucian' },
  { key: 'fenella', name: 'Fenella Abernethy-Lisle', roles: [], about: 'Wren’s mother, who teaches her at home', familyOf: 'Wren' },
  { key: 'joanna', name: 'Joanna Penrose-Hale', roles: [], about: 'Zachary’s mother', familyOf: 'Zachary' },
  { key: 'sian', name: 'Siân Vaughan-Toller', roles: [], about: 'Emrys’s mother', familyOf: 'Emrys' },
  { key: 'colette', name: 'Colette Castlereagh', roles: [], about: 'Rhiannon’s mother', familyOf: 'Rhiannon' },
  { key: 'patience', name: 'Patience Carrick-Osei', roles: [], about: 'Nieve’s mother, who moved here from Tarn Valley', familyOf: 'Nieve' },
]
