import { isPublicIp, publicUrl, resolvesToPublic } from '@laurel/http/public-address';
import { describe, expect, test } from 'vitest';

const signal = new AbortController().signal;

describe('an address as it is written', () => {
  test.each([
    'https://tools.example.org/hook',
    'https://tools.example.org./hook?of=laurel#part',
    'https://tools.example.org:443/hook',
    'https://tools.example.org:8443/hook',
    'https://إختبار.example/hook',
    'https://1.1.1.1/hook',
    'https://[2606:4700::1111]/hook',
  ])('%s may be sent to', (written) => {
    expect(publicUrl(written, [])).toMatchObject({ ok: true });
  });

  test.each([
    ['not an address', 'not_an_address'],
    ['', 'not_an_address'],
    ['https://[fe80::1%25eth0]/', 'not_an_address'],
    ['https://1.2.3.4.5/', 'not_an_address'],
    ['http://tools.example.org/', 'not_https'],
    ['ftp://tools.example.org/', 'not_https'],
    ['javascript:alert(1)', 'not_https'],
    ['file:///etc/passwd', 'not_https'],
    ['https://user@tools.example.org/', 'userinfo'],
    ['https://user:word@tools.example.org/', 'userinfo'],
    ['https://tools.example.org:22/', 'port'],
    ['https://tools.example.org:6379/', 'port'],
  ])('%j is refused as %s', (written, failure) => {
    expect(publicUrl(written, [])).toEqual({ ok: false, failure });
  });

  test.each([
    // Names
    ...['localhost', 'LOCALHOST', 'localhost.', 'sub.localhost', 'intranet', 'router'],
    ...['printer.local', 'metadata.google.internal', 'nas.lan', 'fritz.home', 'gw.home.arpa'],
    ...[
      'host.localdomain',
      'mail.corp',
      'x.test',
      'x.invalid',
      'hidden.onion',
      '1.0.0.127.in-addr.arpa',
    ],
    // IPv4, in the writings that the URL Standard reads as one
    ...['127.0.0.1', '127.0.0.1.', '127.1', '127.0.1', '2130706433', '0x7f000001', '0x7f.1'],
    ...['0177.0.0.1', '017700000001', '0x7F.0x0.0x0.0x1', '１２７.０.０.１', '127。0。0。1'],
    ...['0', '0.0.0.0', '10.0.0.1', '0xA000001', '172.16.0.1', '172.31.255.255', '192.168.1.1'],
    ...['169.254.169.254', '2852039166', '0251.0376.0251.0376', '100.64.0.1', '100.100.100.200'],
    ...['192.0.0.192', '192.0.2.1', '198.18.0.1', '198.51.100.1', '203.0.113.1', '192.88.99.1'],
    ...['224.0.0.1', '239.255.255.255', '240.0.0.1', '255.255.255.255', '168.63.129.16'],
    // IPv6, and IPv4 inside of it
    ...[
      '[::]',
      '[::1]',
      '[0:0:0:0:0:0:0:1]',
      '[fe80::1]',
      '[fec0::1]',
      '[fc00::1]',
      '[fd00:ec2::254]',
    ],
    ...['[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[::ffff:1.1.1.1]', '[::127.0.0.1]', '[::7f00:1]'],
    ...['[64:ff9b::7f00:1]', '[64:ff9b:1::7f00:1]', '[::ffff:0:7f00:1]', '[2002:7f00:1::]'],
    ...['[2001:0:7f00:1::]', '[2001:db8::1]', '[ff02::1]', '[100::1]', '[2001:20::1]'],
  ])('%s is no host of the public internet', (host) => {
    expect(publicUrl(`https://${host}/hook`, [])).toEqual({ ok: false, failure: 'not_public' });
  });

  test('local origins may be named, and those alone', () => {
    const local = ['http://127.0.0.1:9000', 'http://localhost:9002'];
    expect(publicUrl('http://127.0.0.1:9000/hook', local)).toMatchObject({ ok: true });
    expect(publicUrl('http://localhost:9002/hook', local)).toMatchObject({ ok: true });
    expect(publicUrl('http://127.0.0.1:9001/hook', local)).toMatchObject({ ok: false });
    expect(publicUrl('http://user@127.0.0.1:9000/', local)).toMatchObject({ ok: false });
  });
});

test.each([
  ['93.184.216.34', true],
  ['2606:2800:220:1:248:1893:25c8:1946', true],
  ['fe80::1%eth0', false],
  ['2606:4700::1%eth0', false],
  ['not-an-address', false],
])('as an answer of a resolver, %s is public: %s', (address, isPublic) => {
  expect(isPublicIp(address)).toBe(isPublic);
});

describe('what a name resolves to', () => {
  const url = new URL('https://tools.example.org/');

  test.each([
    { addresses: ['93.184.216.34', '2606:2800:220:1:248:1893:25c8:1946'], isPublic: true },
    { addresses: ['93.184.216.34', '10.0.0.1'], isPublic: false },
    { addresses: ['::ffff:10.0.0.1'], isPublic: false },
    { addresses: [], isPublic: false },
  ])('$addresses is public: $isPublic', async ({ addresses, isPublic }) => {
    expect(await resolvesToPublic(url, async () => addresses, signal)).toBe(isPublic);
  });

  test('a resolver is not asked about what is an IP address already', async () => {
    const never = () => Promise.reject(new Error('was asked'));
    expect(await resolvesToPublic(new URL('https://1.1.1.1/'), never, signal)).toBe(true);
    expect(await resolvesToPublic(new URL('https://[::1]/'), never, signal)).toBe(false);
  });
});
