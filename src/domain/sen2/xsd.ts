// The XML schema of a year's return, made from its table: for other programs, and as a second opinion of our own check of the structure
// (the tests hold the two against each other). It says what a schema can say; what depends on other items is a rule.

import type { Format } from './formats.ts'
import { tableOf, type TableEntry } from './year-tables.ts'
import type { ReturnYear } from './return-years.ts'

/** XML Schema 1.0, for one year. */
export function xsdOf(year: ReturnYear): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<!-- SEN2 return ${year}, made from the year tables of Golden Thread. It is not a document of the Department for Education. -->`,
    '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified">',
    ...elementLines(tableOf(year), '  ', true),
    '</xs:schema>',
    '',
  ].join('\n')
}

function elementLines({ element, item, least, most, format, inside }: TableEntry, indent: string, isRoot = false): string[] {
  const occurs = isRoot ? '' : ` minOccurs="${least}" maxOccurs="${most === Infinity ? 'unbounded' : most}"`
  const note = item === undefined || item === 'header' ? [] : [`${indent}<!-- ${item} -->`]
  const body = format === undefined
    ? ['<xs:complexType>', '  <xs:sequence>', ...inside.flatMap((child) => elementLines(child, '    ')), '  </xs:sequence>', '</xs:complexType>']
    : simpleType(format)
  return [...note, `${indent}<xs:element name="${element}"${occurs}>`, ...body.map((line) => `${indent}  ${line}`), `${indent}</xs:element>`]
}

/** Tokens: white space around a value does not count, and one that is nothing else is empty. */
function simpleType(format: Format): string[] {
  const restricted = (base: string, ...facets: readonly string[]): string[] => [
    '<xs:simpleType>', `  <xs:restriction base="xs:${base}">`, ...facets.map((facet) => `    <xs:${facet}/>`), '  </xs:restriction>', '</xs:simpleType>',
  ]
  switch (format.kind) {
    case 'text': return restricted('token', 'minLength value="1"')
    case 'date': return restricted('date', 'pattern value="[0-9]{4}-[0-9]{2}-[0-9]{2}"', 'minInclusive value="1900-01-01"', 'maxInclusive value="2199-12-31"')
    case 'flag': return restricted('token', 'enumeration value="1"', 'enumeration value="0"')
    case 'codes': return restricted('token', ...Object.keys(format.codes).map((code) => `enumeration value="${code}"`))
    case 'pattern': return restricted('token', `pattern value="${format.pattern}"`)
  }
}
