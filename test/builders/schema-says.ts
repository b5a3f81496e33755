// A whole return judged by an engine for XML Schema. The engine is loaded when it is asked: a test file that waits for it while it is loaded itself would have its
// tests counted under another file's name.

import type { ReturnYear } from '../../src/domain/sen2/return-years.ts'
import { xsdOf } from '../../src/domain/sen2/xsd.ts'

/** Throws what the engine says is wrong. */
export async function expectOfSchema(text: string, year: ReturnYear): Promise<void> {
  const { XmlDocument, XsdValidator } = await import('libxml2-wasm')
  const source = XmlDocument.fromString(xsdOf(year))
  const validator = XsdValidator.fromDoc(source)
  const document = XmlDocument.fromString(text)
  try {
    validator.validate(document)
  } finally {
    for (const one of [document, validator, source]) one.dispose()
  }
}
