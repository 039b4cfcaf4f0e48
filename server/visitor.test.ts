import { expect, test } from 'vitest'
import { clientAddress, keyedHash, normalizeAddress } from './visitor'

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['192.0.2.7:5000', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:1:2::9', '2001:db8:1:2::/64'],
  ['[2001:db8:1:2::9]:443', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['nonsense', 'unknown'],
  ['<script>', 'unknown'],
  ['', 'unknown'],
])('%s is %s', (address, expected) => expect(normalizeAddress(address)).toBe(expected))

test.each<[string, string | undefined, number, string]>([
  ['nobody is believed by default', '203.0.113.9', 0, '192.0.2.1'],
  ['one proxy: the address that it saw', '203.0.113.9', 1, '203.0.113.9'],
  ['what a visitor claims before it is not believed', '198.51.100.1, 203.0.113.9', 1, '203.0.113.9'],
  ['two proxies', '198.51.100.1, 203.0.113.9', 2, '198.51.100.1'],
  ['a proxy that adds nothing', undefined, 1, '192.0.2.1'],
  ['fewer entries than proxies', '203.0.113.9', 3, '203.0.113.9'],
])('%s', (_, forwarded, proxies, expected) => {
  expect(clientAddress('192.0.2.1', forwarded, proxies)).toBe(expected)
})

test('hashes need the secret, and keep purposes and parts apart', () => {
  const all = [
    keyedHash('k', 'vote', 'a', 'bc'),
    keyedHash('k', 'vote', 'ab', 'c'),
    keyedHash('k', 'writer', 'a', 'bc'),
    keyedHash('l', 'vote', 'a', 'bc'),
  ]
  expect(new Set(all).size).toBe(4)
  expect(keyedHash('k', 'vote', 'a', 'bc')).toBe(all[0])
})
