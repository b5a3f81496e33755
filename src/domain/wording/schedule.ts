// What places work in time without being a rate: "over the year", "of the school week", "by Easter", "before he starts". With a
// firm amount it says how often: two hours in the first month, 15 hours over the year.

import { findAll, type Place } from './plain-text.ts'

const months = 'january|february|march|april|may|june|july|august|september|october|november|december'
const event = `${months}|easter|christmas|whitsun|half[- ]term|(?:autumn|spring|summer|school|academic|calendar)`
const stretch = 'year|term|week|fortnight|month|half[- ]term|holidays?|day|morning|afternoon|summer|autumn|spring'

const placed = new RegExp(
  String.raw`\b(?:over|across|during|through|throughout|within|in|of|for) (?:the |a |each |every |this |that |his |her |their |` +
  String.raw`whole |full |first |last |final |next |second |rest of the |course of the |school |academic |calendar |plan |` +
  String.raw`working |teaching |${event} ){1,5}(?:${stretch}|${months})\b|` +
  String.raw`\b(?:over|across|spread over|within|for|in) \d{1,2} (?:[a-z]+ )?(?:days|weeks|months|terms|half[- ]terms|years)\b|` +
  String.raw`\b(?:by|before|after|from|until|starting|beginning|in|no later than) (?:the |mid-|early |late |end of |start of |` +
  String.raw`beginning of |\d{1,2}(?:st|nd|rd|th)? ){0,4}(?:${event}|20\d\d|term|year \d)\b|` +
  String.raw`\b(?:before|when|once|after) (?:s?he|they|[a-z]{2,12}) (?:starts?|begins?|joins?|moves?|returns?|leaves?|do|turns?)\b|` +
  String.raw`\b(?:before|after|on) (?:her|his|their|the) (?:first|start|return|move|transfer|arrival|admission|discharge)\b|` +
  String.raw`\b(?:in|at|during|before|after|throughout|on) (?:all|every|each|both) (?!areas|aspects|staff|adults|settings|levels|times)[a-z]{3,}|` +
  String.raw`\b(?:for|in|on) (?:the |her |his |their )?(?:first|last) \d{1,2} (?:school )?(?:days|weeks|lessons|sessions)\b|` +
  String.raw`\b(?:on|in|over|during) the (?:\d{1,2} )?(?:days?|weeks?|lessons?|hours?) (?:before|after|leading)|\b(?:before|after|at|in|during|on) any [a-z]|` +
  String.raw`\ba (?:week|fortnight|month) apart\b|\b\d (?:days|weeks) apart\b|\bon \d{1,2}(?:st|nd|rd|th)? (?:${months})\b`, 'g')

/** Places that say when. "For a week" alone is how long, and is read here too: a firm amount must stand beside it. */
export const readPlacings = (text: string): Place[] => findAll(text, placed)
