import assert from 'node:assert/strict'
import { test } from 'node:test'
import { networkOf } from './slow-downs.ts'

for (const [address, network] of [
  ['203.0.113.7', '203.0.113.7'], ['::ffff:203.0.113.7', '203.0.113.7'], ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'], ['2001:db8:1:2::9', '2001:db8:1:2'], ['2001:0db8:0001:0002::1', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'], ['::1', '0:0:0:0'],
] as const) {
  test(`${address} is of the network ${network}`, () => { assert.equal(networkOf(address), network) })
}
