// The authorities that make the return, by their three digits (153 in January 2025), and those that were: a request or a plan may have come
// from one of these. Which of them there is differs by year, because authorities are joined and split on a 1 April.

import type { ReturnYear } from './return-years.ts'

/** By region. Read as keys they are text: "330". */
export const localAuthorities: Readonly<Record<string, string>> = {
  // East Midlands
  830: 'Derbyshire', 831: 'Derby', 855: 'Leicestershire', 856: 'Leicester', 857: 'Rutland', 891: 'Nottinghamshire', 892: 'Nottingham',
  925: 'Lincolnshire', 940: 'North Northamptonshire', 941: 'West Northamptonshire',
  // East of England
  821: 'Luton', 822: 'Bedford', 823: 'Central Bedfordshire', 873: 'Cambridgeshire', 874: 'Peterborough', 881: 'Essex', 882: 'Southend-on-Sea',
  883: 'Thurrock', 919: 'Hertfordshire', 926: 'Norfolk', 935: 'Suffolk',
  // London
  201: 'City of London', 202: 'Camden', 203: 'Greenwich', 204: 'Hackney', 205: 'Hammersmith and Fulham', 206: 'Islington',
  207: 'Kensington and Chelsea', 208: 'Lambeth', 209: 'Lewisham', 210: 'Southwark', 211: 'Tower Hamlets', 212: 'Wandsworth', 213: 'Westminster',
  301: 'Barking and Dagenham', 302: 'Barnet', 303: 'Bexley', 304: 'Brent', 305: 'Bromley', 306: 'Croydon', 307: 'Ealing', 308: 'Enfield',
  309: 'Haringey', 310: 'Harrow', 311: 'Havering', 312: 'Hillingdon', 313: 'Hounslow', 314: 'Kingston upon Thames', 315: 'Merton', 316: 'Newham',
  317: 'Redbridge', 318: 'Richmond upon Thames', 319: 'Sutton', 320: 'Waltham Forest',
  // North East
  390: 'Gateshead', 391: 'Newcastle upon Tyne', 392: 'North Tyneside', 393: 'South Tyneside', 394: 'Sunderland', 805: 'Hartlepool',
  806: 'Middlesbrough', 807: 'Redcar and Cleveland', 808: 'Stockton-on-Tees', 840: 'County Durham', 841: 'Darlington', 929: 'Northumberland',
  // North West
  340: 'Knowsley', 341: 'Liverpool', 342: 'St. Helens', 343: 'Sefton', 344: 'Wirral', 350: 'Bolton', 351: 'Bury', 352: 'Manchester', 353: 'Oldham',
  354: 'Rochdale', 355: 'Salford', 356: 'Stockport', 357: 'Tameside', 358: 'Trafford', 359: 'Wigan', 876: 'Halton', 877: 'Warrington',
  888: 'Lancashire', 889: 'Blackburn with Darwen', 890: 'Blackpool', 895: 'Cheshire East', 896: 'Cheshire West and Chester', 942: 'Cumberland',
  943: 'Westmorland and Furness',
  // South East
  825: 'Buckinghamshire', 826: 'Milton Keynes', 845: 'East Sussex', 846: 'Brighton and Hove', 850: 'Hampshire', 851: 'Portsmouth',
  852: 'Southampton', 867: 'Bracknell Forest', 868: 'Windsor and Maidenhead', 869: 'West Berkshire', 870: 'Reading', 871: 'Slough', 872: 'Wokingham',
  886: 'Kent', 887: 'Medway', 921: 'Isle of Wight', 931: 'Oxfordshire', 936: 'Surrey', 938: 'West Sussex',
  // South West
  420: 'Isles of Scilly', 800: 'Bath and North East Somerset', 801: 'Bristol, City of', 802: 'North Somerset', 803: 'South Gloucestershire',
  838: 'Dorset', 839: 'Bournemouth, Christchurch and Poole', 865: 'Wiltshire', 866: 'Swindon', 878: 'Devon', 879: 'Plymouth', 880: 'Torbay',
  908: 'Cornwall', 916: 'Gloucestershire', 933: 'Somerset',
  // West Midlands
  330: 'Birmingham', 331: 'Coventry', 332: 'Dudley', 333: 'Sandwell', 334: 'Solihull', 335: 'Walsall', 336: 'Wolverhampton', 860: 'Staffordshire',
  861: 'Stoke-on-Trent', 884: 'Herefordshire, County of', 885: 'Worcestershire', 893: 'Shropshire', 894: 'Telford and Wrekin', 937: 'Warwickshire',
  // Yorkshire and The Humber
  370: 'Barnsley', 371: 'Doncaster', 372: 'Rotherham', 373: 'Sheffield', 380: 'Bradford', 381: 'Calderdale', 382: 'Kirklees', 383: 'Leeds',
  384: 'Wakefield', 810: 'Kingston upon Hull, City of', 811: 'East Riding of Yorkshire', 812: 'North East Lincolnshire', 813: 'North Lincolnshire',
  815: 'North Yorkshire', 816: 'York',
}

/** Ended since the first plans; the year is the last return that they made. */
const ended: Readonly<Record<string, { readonly name: string; readonly lastReturn: number }>> = {
  835: { name: 'Dorset, before 2019', lastReturn: 2019 }, 836: { name: 'Poole', lastReturn: 2019 }, 837: { name: 'Bournemouth', lastReturn: 2019 },
  909: { name: 'Cumbria', lastReturn: 2023 }, 928: { name: 'Northamptonshire', lastReturn: 2021 },
}

/** The first return of those that began since 2023. */
const firstReturn: Readonly<Record<string, number>> = { 942: 2024, 943: 2024 }

/** Whether an authority of that code makes the return of that year. */
export function isAuthorityIn(code: string, year: ReturnYear): boolean {
  const past = ended[code]
  if (past !== undefined) return year <= past.lastReturn
  return Object.hasOwn(localAuthorities, code) && year >= (firstReturn[code] ?? 0)
}

/** Whether there is or was such an authority: where somebody came from or went to. */
export const isAuthorityEver = (code: string): boolean => Object.hasOwn(localAuthorities, code) || Object.hasOwn(ended, code)

const upnAuthorities = (
  '1-5 201-213 301-320 330-336 340-344 350-359 370-373 380-384 390-394 420 660-681 701-708 800-803 805-808 810-813 815-816 820-823 825-826 830-831 '
  + '835-841 845-846 850-852 855-857 860-861 865-896 908-909 916 919 921 925-926 928-929 931 933 935-938 940-943'
).split(' ').map((span) => span.split('-').map(Number))

/** The second to fourth characters of a UPN: an authority since April 1998, in Wales too, or one of the codes that stand for none (001 to 005). */
export const allotsUpns = (code: string): boolean => upnAuthorities.some(([first = 0, last = first]) => Number(code) >= first && Number(code) <= last)
