// What: the thing that will be done. Take from a line its amounts, its people and its connecting words. If nothing is left
// but words such as support, input or an approach, the line does not say what will be done.

import { blank, findAll, type Place } from './plain-text.ts'

const generic = new Set(`support supports supported supporting input inputs help intervention interventions provision programme
  approach approaches advice guidance consultation monitoring monitored equipment resources aids seating arrangements arrangement
  contribute contribution involvement involved activities activity needs need session sessions group groups work working
  curriculum policy behaviour adjustments strategies strategy differentiated differentiation adapted individualised personalised
  bespoke tailored specialist targeted appropriate suitable relevant additional extra flexible flexibly applied reasonable ongoing
  continued regular regularly frequent consistent therapeutic extracurricular intensive structured quality first teaching access
  opportunities opportunity encouragement encourage ensure provide provided provides providing receive offered offer offers
  available given give made make deliver delivered lead led run carried carry place placed continue remain remains aware mindful
  conscious sensitive health professionals professional individual individually small whole class school setting settings home
  level year stage key band tier block blocks total range variety broad balanced inclusive ethos expectations high best endeavours
  meets meet met identified determined agreed decided considered considering consideration discussed asked arranged confirmed kept
  under review reviewed child pupil family parents young person learning environment communication-friendly
  camhs least most direct basis exam exams examination multi-sensory multisensory sensory holistic
  experiences exposure total friendly take part participate participation join daily weekly hours hour minutes minute
  weekend holidays holiday lesson lessons day week term time times adult adults staff team service services setting every each
  all any additional high low level levels normal usual general various different required necessary possible throughout
  use using used ready building reach full potential develop development progress area areas care plan age nurturing boundaries
  appropriately consistently adaptive wellbeing wellness leisure routine routines outreach package profile difficulties open culture
  classroom practice policy policies transition transitions graduated response staged offer usual skilled expert access meeting line keeping
  continues continuing catch-up pastoral community situation situations lead led throughout family's reflects reflect devised devise shared share like get more takes take account sees fit assessed attention considers
  closely whatever such package sure outside agencies agency oversight oversee touch keep stay kept calm low-arousal carry carrying planning physical local pathways funding top-up response changing current oversee mornings afternoons college nursery university`.split(/\s+/))

const connecting = new Set(`the a an of to for in on at by with from and or as per is are be been will would should shall may might could can
  must has have had who which that this these those his her their its he she they it him them if when where while during
  through into about over under between before after until within both no not more than other another own so up out plus via
  including include includes some also such own only once twice weekly daily fortnightly monthly termly annually
  t s x re etc`.split(/\s+/))

// A bare "support" promises nothing, whatever it is meant to lead to; an adult's time does: "adult support", "1-to-1 support".
const supportOfAKind = new RegExp(
  String.raw`\b(?:adult|assistant|ta|lsa|hlta|elsa|1-to-1|1:1|1-1|in-class|1 to 1|literacy|reading|teaching|` +
  String.raw`language|behaviour|pastoral|family|maths|medical|nursing|mentor(?:ing)?|personal|` +
  String.raw`parent(?:ing)?|travel|visual|curriculum|keyworker|communication|sensory|emotional|mobility|` +
  String.raw`feeding|toileting|word-level|peer) support\b|\bsupport (?:to|for) (?:him|her|them|` +
  String.raw`[a-z]+) (?:to |with )?(?:eat|dress|use|read|write|record|move|travel|toilet)`,
)
// "Help with reading" tells; "support to develop friendships" does not.
const helpWith = new RegExp(
  String.raw`\b(?:help|support|assist(?:ance)?|practice) (?:him |her |them |[a-z]{2,12} )?(?:with|` +
  String.raw`in using|for(?= (?:maths|english|science|reading|writing|spelling|handwriting))) (?:[a-z-]+ )?(?!(?:learning|needs|work|lessons|class|routines?|communication|transitions?|behaviour|emotions?|` +
  String.raw`development|difficulties|wellbeing|inclusion|independence|skills)\b)[a-z-]{4,}|\bhelp(?:ed)? (?:to )?(?:get|tak|us|chang|eat|dress|wash|feed|mov|pack|organis|carry|put)[a-z]*\b|\bto help (?:him|` +
  String.raw`her|them|[a-z]{2,14}) (?!(?:for|in|at|on|with|during|when|each|every)\b)(?:to )?[a-z]{3,}`,
)
const bareSupport = new RegExp(
  String.raw`\b(?:support|help|input|interventions?(?! (?:for|in|on) [a-z]{4})|provision(?! of)|assistance|` +
  String.raw`involvement|contribut(?:e|ion)|advice|advise)\b`,
)
const roleBefore = new RegExp(
  String.raw`\b(?:assistants?|tas?|lsas?|hltas?|workers?|mentors?|coach|adults?|intervenor|practitioner|` +
  String.raw`1-to-1) (?:to |will |who will |should )?(?:be |provide |give |offer )?support(?:s|ed)?\b|` +
  String.raw`\bsupported by (?:an? |\d )?(?:trained )?adults?\b|\bsupport from (?:an?|\d|` +
  String.raw`the same) (?:named |trained )?adults? (?:who|trained)|\bsupport(?:ed)? (?:by|from) (?:a |an |` +
  String.raw`the |\d )?(?:[a-z-]+ ){0,5}(?:assistants?|tas?|lsas?|hltas?|workers?|intervenor|practitioner|` +
  String.raw`coach)\b`,
)
const awareness = /\brais[a-z]+ (?:staff )?awareness\b|\b(?:have|need|gain|develop|with) (?:an? |some |good )?(?:[a-z]+ )?(?:understanding|awareness|knowledge) of\b|\bbe (?:aware|mindful|conscious|sensitive|alert)\b/
const opportunities = new RegExp(
  String.raw`^(?:[a-z]+ )?opportunit(?:y|ies) (?:to (?:develop|build|improve|enhance|extend)|for (?:social|` +
  String.raw`learning|development|interaction|inclusion|growth)) [a-z ]{3,40}(?:skills|interaction|` +
  String.raw`independence|confidence|learning|development|growth)?(?: with peers)?[.;]?$`,
)

/**
 * Whether the line says what will be done. `silent` are the places of amounts, frequencies and people, which are not "what".
 */
export const saysWhat = (main: string, silent: readonly Place[], hasGroupSize: boolean, hasAmount: boolean): boolean => {
  if (opportunities.test(main) || awareness.test(main)) return false
  if (supportOfAKind.test(main) || roleBefore.test(main) || helpWith.test(main)) return true
  const rest = blank(main, silent)
  if (bareSupport.test(rest)) {
    // An adult's hours for a stated number of children are support of a kind that can be seen.
    if (hasGroupSize && hasAmount && /\bsupport\b/.test(rest)) return true
    return headIsTelling(rest)
  }
  return isTelling(rest)
}

const tellingWords = (words: string): string[] => findAll(words, /[a-z][a-z'-]{0,40}/g)
  .map((found) => found.text.replace(/'s?$/, ''))
  .filter((word) => (word.length > 2 || word === 'ot' || word === 'pe') && !generic.has(word) && !connecting.has(word))

/** Whether these words name anything. */
export const isTelling = (words: string): boolean => tellingWords(words).length > 0

/** How many words name something. */
export const countTelling = (words: string): number => tellingWords(words).length

/** With "support", "input" or "advice" in the line, only a named activity before it tells what is done ("phonics support"). */
const headIsTelling = (rest: string): boolean => {
  const at = rest.search(bareSupport)
  const lead = rest.slice(Math.max(0, at - 60), at).split(/[.;,]/).at(-1) ?? ''
  const noun = /^(?:advice|input|contribut|involvement)/.test(rest.slice(at))
  return isTelling(lead) && !noun && !/\b(?:will|to|claire) $/.test(lead)
}
