// Words that sound like a promise and are none. Each has a reason that the author is shown. Code 9.69: provision "must be
// detailed and specific and should normally be quantified".

import { findAll, heldIn, type Found } from './plain-text.ts'

export type Weakness =
  | 'condition' | 'ceiling' | 'access' | 'opportunity' | 'unmeasured' | 'undecided' | 'feeling' | 'support' | 'someone'
  | 'appropriate' | 'group-size'

export interface WeakPhrase extends Found {
  readonly weakness: Weakness
  readonly why: string
  /** Takes back what the line promises: the line cannot be specific while it stands. */
  readonly takesBack: boolean
}

interface Rule { readonly weakness: Weakness; readonly why: string; readonly pattern: RegExp; readonly takesBack?: boolean }

const adverb = '(?:not |clinically |educationally |deemed |considered |thought |felt |judged |reasonably |still )?'
const state =
  '(?:needed|required|appropriate|necessary|possible|available|practicable|feasible|indicated|relevant|' +
  'suitable|ready|helpful|assessed|beneficial|applicable|advised|requested|reasonable|practical|desired|wanted|agreed)'
const stateRun = `${adverb}${adverb}${state}(?: or ${state})?`

// "If one can be found", "unless she considers it unnecessary", "as long as places are available": a clause whose verb is ability,
// leave, opinion or supply. "If her alarm sounds" is an event that anybody can see, and takes nothing back.
const onSomebodysWill = new RegExp(
  String.raw`\b(?:or )?(?:only )?(?:if|unless|where|when|whenever|provided|providing|as long as|so long as|assuming|in the event)(?: that)? ` +
  String.raw`(?:(?!(?:who|which|and|or|will)\b)[a-z0-9'-]+ ){1,5}?(?:can(?:not)?(?: still)?(?: be [a-z]+)?|would (?:like|prefer|benefit|help)|could(?: be [a-z]+)?|allows?|permits?|` +
  String.raw`agrees?|considers?|thinks?|believes?|judges?|deems?|recommends?|wish(?:es)?|exists?|continues?|` +
  String.raw`(?:is|are) (?:not )?(?:too |still |also |deemed |considered |thought )?(?:able|willing|available|agreed|found|recruited|` +
  String.raw`funded|free|tired|unwell|well enough|in place|needed|required|appropriate|necessary|possible|beneficial|helpful))\b` +
  String.raw`(?: it)?(?: to be)?(?: (?:necessary|appropriate|unnecessary|needed|helpful|beneficial|required))?|` +
  String.raw`\bas (?:it|s?he|they|the [a-z]+(?: [a-z]+)?) (?:sees?|thinks?|considers?|deems?|judges?|finds?) (?:fit|right|best|appropriate|necessary)\b|` +
  String.raw`\bas and when (?:[a-z'-]+ ?){1,5}|\bas (?:identified|determined|specified|decided|requested|assessed|deemed [a-z]+) by (?:the |his |her )?[a-z'-]+(?: [a-z'-]+)?|` +
  String.raw`\bat (?:the |his |her |their )?(?:[a-z'-]+ ){0,3}discretion\b(?: of (?:the |his |her )?[a-z']+(?: [a-z]+)?)?|\bas (?:far|much|little|often) as (?:is |it is )?(?:possible|practicable|needed|required)\b`, 'g')

// What is changed in the light of a check ("and change it if she needs to") adds to the promise and takes nothing back.
const changes = /\b(?:chang|adjust|amend|alter|adapt|replac|increas|extend|repeat|revis|updat|mov|rewrit)[a-z]* (?:[a-z]+ ){0,5}$/

const rules: readonly Rule[] = [
  {
    weakness: 'condition', takesBack: true,
    why: 'This lets the promise lapse. Say what will happen, or say in what event it changes and who decides.',
    pattern: new RegExp(
      String.raw`\b(?:or )?(?:as and when|as|when|whenever|where|wherever|if|if and when|` +
      String.raw`unless)(?: (?:it is|this is|they are|is|are|he is|she is|judged|deemed|he feels|` +
      String.raw`she feels))? ${stateRun}\b(?! (?:for|by law|under)\b)(?: by [a-z' ]{3,30}(?=[.,;]|$))?`, 'g'),
  },
  {
    weakness: 'condition', takesBack: true,
    why: 'This makes the promise depend on something outside it. Say what will happen.',
    pattern: new RegExp(
      String.raw`\bsubject to (?:[a-z'-]+ ?){1,4}|\bdepend(?:ing|ent) (?:up)?on (?:[a-z'-]+ ?){1,4}|` +
      String.raw`\b(?:where|when|if|as|provided|providing|` +
      String.raw`so long as)(?: that)? (?:the )?(?:[a-z'-]+ ){0,2}(?:capacity|staffing|staff|resources?|` +
      String.raw`funding|stock|timetable|timetabling|cover|waiting lists?|budgets?|time|space|numbers|` +
      String.raw`rotas?|availability|circumstances)(?: levels?)?(?: (?:allows?|permits?|can be [a-z]+|` +
      String.raw`is available|are available))?\b|\b(?:when|where|if|` +
      String.raw`as)(?: and when)? (?:the )?(?:[a-z'-]+ ){1,2}(?:is available|are available|allows?|` +
      String.raw`permits?)\b|\bwithin (?:available|existing|the (?:available|existing)) resources\b|` +
      String.raw`\b[a-z]+ (?:permitting|allowing)\b|\bsubject to\b|\bwhere [a-z]+ allows\b`, 'g',
    ),
  },
  {
    weakness: 'condition', takesBack: true,
    why: 'This leaves the time to chance. Say when, or what shows that it is time and who watches for it.',
    pattern: new RegExp(
      String.raw`\b(?:when|whenever|if|as and when|at times when|in times of|should)(?! [a-z]+ is (?:in (?:school|college|class|nursery)|at|on|present)\b) (?:s?he|they|` +
      String.raw`the (?:child|pupil|school|young person|family)|(?!(?:there|this|that|an?|` +
      String.raw`it)\b)[a-z]{2,12}) (?:needs?|requires?|wants?|asks? for|can|becomes?|is|are|feels?|gets?|` +
      String.raw`wishes|needs it|needs them)(?: (?:it|them|to|provide them|upset|anxious|dysregulated|` +
      String.raw`overwhelmed|tired|struggling|unsettled|distressed|ready|able))?\b|\bthroughout the day\b|` +
      String.raw`\bin times of (?:need|distress|difficulty)\b|\bwhen ready\b|\bas (?:s?he|they) (?:is|are|` +
      String.raw`become) ready\b`, 'g',
    ),
  },
  {
    weakness: 'condition', takesBack: true,
    why: 'This hangs the promise on what somebody later can, thinks or allows. Say what will happen.',
    pattern: onSomebodysWill,
  },
  {
    weakness: 'condition', takesBack: true,
    why: 'This puts something unnamed in the place of what was promised.',
    pattern: new RegExp(
      String.raw`\bor (?:an? )?(?:suitable|similar|equivalent|alternative|other|` +
      String.raw`comparable)(?: [a-z]+)?(?: alternative| equivalent| provision| activity)?\b|` +
      String.raw`\bor equivalent\b|\betc\b|\bor as (?:the )?[a-z' ]{2,24}(?:determines?|decides?|sees? fit|` +
      String.raw`judges?|advises?|allows?|permits?)\b`, 'g',
    ),
  },
  {
    weakness: 'undecided', takesBack: true,
    why: 'This leaves the amount to be settled by somebody later. C v SENT and Greenwich: that is not specifying it.',
    pattern: new RegExp(
      String.raw`\b(?:will|to|shall|should|can|may) (?:determine|decide|judge|agree|set|settle|advise on) (?:the |an? |on the |what |how )` +
      String.raw`(?:appropriate |right |best )?(?:amount|frequency|level|number|length|duration|nature|form|much|often|support)\b|` +
      String.raw`\b(?:use|using) (?:his|her|their|its|the) (?:[a-z]+ )?(?:judge?ment|discretion)\b`, 'g'),
  },
  {
    weakness: 'undecided', takesBack: true,
    why: 'This leaves the decision to somebody later. The plan itself must say it.',
    pattern: new RegExp(
      String.raw`\b(?:to be|will be|is to be|are to be|yet to be) (?:determined|agreed|confirmed|decided|` +
      String.raw`discussed|considered|advised)(?: (?:by|with|at|between) [a-z' ]{3,30}(?=[.,;]|` +
      String.raw`$))?(?=[.,;]|$| (?:by|with|at|between))|\b(?:may|might|could|can|` +
      String.raw`should) (?:also )?be (?:considered|offered|asked|given|helpful|beneficial|useful|required|` +
      String.raw`needed|appropriate|provided|used|made available|explored|referred|available|able)\b|` +
      String.raw`\bconsideration (?:should|will|could|may|to) be given to\b|\bconsideration of\b|` +
      String.raw`\bconsider(?:ing)? (?:a|the|whether|if)\b|\bat (?:the |their |` +
      String.raw`school )?discretion\b|\bflexib(?:le|ly|ility)\b|\btbc\b|\bto be kept under review\b|` +
      String.raw`\bwill be (?:available|made available)\b|\b(?:to|should) be (?:made )?available\b|` +
      String.raw`\bmay (?:need|require|benefit|wish|include|want|receive|have|access)\b`, 'g',
    ),
  },
  {
    weakness: 'ceiling',
    why: 'A ceiling without a floor: nothing at all would keep to it.',
    pattern: new RegExp(
      String.raw`\b(?:up to|a maximum of|no more than|` +
      String.raw`at most) (?:a maximum of )?\d{1,4}(?:\.\d+)? (?:(?:[a-z-]+ )?(?:minutes?|mins?|hours?|` +
      String.raw`hrs?|sessions?|visits?|days?|nights?|times|weekends?|meetings?|weeks|appointments?|` +
      String.raw`follow-up [a-z]+|home visits?|lessons?))\b|\bup to (?:an hour|half an hour|a day)\b`, 'g',
    ),
  },
  { weakness: 'access', why: 'Access can be had without being used. Say what will be done, by whom and for how long.', pattern: new RegExp(
    String.raw`\b(?:to )?(?:have |having |with |continued |regular )?access(?: to|` +
    String.raw`ing)?\b(?! arrangements)(?! by )`, 'g',
  ) },
  {
    weakness: 'opportunity',
    why: 'A chance is not provision. Say what will be done.',
    pattern: new RegExp(
      String.raw`\bopportunit(?:y|ies)(?: (?:to|for|will be provided|should be provided|are to be provided|` +
      String.raw`of))?\b|\bexposure to\b|\b(?:would|will|could|may|might|should) (?:also )?(?:benefit from|thrive|respond (?:well|best))\b|` +
      String.raw`\bencourag(?:e|ed|ement|ing)\b|\bexperience of\b`, 'g',
    ),
  },
  {
    weakness: 'unmeasured',
    why: 'This has the sound of an amount and gives none.',
    pattern: new RegExp(
      String.raw`\b(?:regular(?:ly)?|frequent(?:ly)?|ongoing|on-going|continu(?:ed|ous)|continuing(?! care\b)|` +
      String.raw`periodic(?:ally)?|occasional(?:ly)?|some|considerable|significant|substantial|sufficient|` +
      String.raw`adequate|increased|extra|additional|a (?:high |higher |good |certain |` +
      String.raw`significant )?(?:level|degree|amount|range|variety) of|high levels? of|` +
      String.raw`appropriate levels? of|intensive|consistent(?:ly)?|often|many|several|plenty of|lots of|` +
      String.raw`a few|as much as|sustained|enhanced|close|short bursts of|small steps|from time to time|` +
      String.raw`at times(?! when)|at intervals|longer[- ]term|targeted)\b`, 'g',
    ),
  },
  {
    weakness: 'appropriate',
    why: 'This does not say what is meant. Name the thing.',
    pattern: new RegExp(
      String.raw`\b(?:appropriate|suitable|relevant|tailored to [a-z]+ needs|tailored|bespoke|personalised|` +
      String.raw`individualised|adapted to (?:his|her|their|[a-z]+'s) needs|adapted|differentiated|` +
      String.raw`inclusive|holistic|specialised|quality first teaching|high quality teaching|` +
      String.raw`reasonable adjustments|whole[- ]school|best endeavours|that meets? (?:his|her|` +
      String.raw`their) needs)\b`, 'g',
    ),
  },
  {
    weakness: 'support',
    why: 'This does not say what anybody will do.',
    pattern: new RegExp(
      String.raw`\b(?:support(?:ed|s)?(?: will be provided)?|input|advice|help|involvement|` +
      String.raw`intervention(?:s)?|provision|liaison|monitor(?:ed|ing)?|to contribute|to remain involved|` +
      String.raw`assistance|guidance|consultation|strategies)\b`, 'g',
    ),
  },
  {
    weakness: 'feeling',
    why: 'This describes what people know or intend, which nobody can see being done.',
    pattern: new RegExp(
      String.raw`\b(?:(?:should|will|to|must|need to) )?be (?:aware|mindful|conscious|sensitive|` +
      String.raw`alert)(?: of| to)?\b|\b(?:should|will|to) (?:recognise|understand|acknowledge|` +
      String.raw`take account of|take into account|be encouraged)\b|\bwhere (?:s?he|they) can\b|` +
      String.raw`\bwill offer\b|\bas far as\b|\bas (?:much|often|soon|far) as\b|\btry to\b|\baims? to\b|` +
      String.raw`\bendeavour\b`, 'g',
    ),
  },
  {
    weakness: 'someone',
    why: 'This could be anybody. Give the role, and the training or qualification that it takes.',
    pattern: new RegExp(
      String.raw`\b(?:(?:a |an |additional )?(?:key|familiar|trusted|named|consistent|known|additional|` +
      String.raw`supportive|trusted and familiar|another) adults?(?: support)?|key (?:worker|person)|` +
      String.raw`(?:school|trained|support|nursery|all|relevant|appropriate|experienced) staff|` +
      String.raw`a member of [a-z ]{2,12}team|staff|(?:health|relevant|other) professionals|adult support|` +
      String.raw`named person)\b`, 'g',
    ),
  },
]

/** "Six-weekly, or sooner if needed" keeps its floor: what follows can only add. */
const onlyAdds = new RegExp(
  String.raw`(?:\bor (?:sooner|earlier|more(?: often| frequently)?|longer)|\bsooner|\bmore often|` +
  String.raw`\bmore frequently|\bearlier|\badditional [a-z ]{3,24}|\bextra [a-z ]{3,24}|` +
  String.raw`\bwhether [a-z0-9 ]{2,30}|\bdecide [a-z ]{2,20}|\bask [a-z ]{2,60}|\buntil|\bor within [a-z0-9 ]{3,24}|\bincreases|\bchanges|\bextra time) $`,
)

export const findWeakPhrases = (text: string): WeakPhrase[] => {
  const found: WeakPhrase[] = []
  const held = heldIn(text.length)
  for (const rule of rules) {
    for (const place of findAll(text, rule.pattern)) {
      const phrase = { ...place, text: place.text.trimEnd(), end: place.start + place.text.trimEnd().length }
      if (!held.isFree(phrase)) continue
      if (rule.takesBack === true && onlyAdds.test(text.slice(Math.max(0, place.start - 40), place.start))) continue
      if (rule.weakness === 'condition' && changes.test(text.slice(Math.max(0, place.start - 40), place.start))) continue
      held.hold(phrase)
      found.push({ ...phrase, weakness: rule.weakness, why: rule.why, takesBack: rule.takesBack ?? false })
    }
  }
  return found.toSorted((a, b) => a.start - b.start)
}
