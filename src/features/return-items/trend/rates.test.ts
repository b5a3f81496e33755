import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { findingOf, rateWords } from './rates.ts'

describe('the finding of a row of nights', () => {
  it('says the rate of last night, and against the first', () => {
    assert.equal(findingOf('UPN', [{ counted: 40, wrong: 16 }, { counted: 40, wrong: 5 }]), 'UPN: 12.5% wrong last night, down from 40% on the first night shown')
    assert.equal(findingOf('UPN', [{ counted: 40, wrong: 0 }, { counted: 40, wrong: 5 }]), 'UPN: 12.5% wrong last night, up from 0% on the first night shown')
    assert.equal(findingOf('UPN', [{ counted: 40, wrong: 5 }, { counted: 80, wrong: 10 }]), 'UPN: 12.5% wrong last night, as on the first night shown')
    assert.equal(findingOf('UPN', [{ counted: 40, wrong: 5 }]), 'UPN: 12.5% wrong last night')
  })
  it('divides nothing by nothing', () => assert.equal(rateWords({ counted: 0, wrong: 0 }), 'None to give'))
})
