import { checkTime } from '@laurel/verification/time-check';
import { expect, test } from 'vitest';

const period = { validFrom: '2026-10-20T00:00:00Z', validUntil: '2027-10-20T00:00:00Z' };
const FROM = Date.UTC(2026, 9, 20) / 1000;
const UNTIL = Date.UTC(2027, 9, 20) / 1000;

function findingAt(nowSeconds: number, credential: Record<string, string> = period): string {
  return checkTime(credential, nowSeconds).finding;
}

test('It holds from its first second to its last, and not one second more.', () => {
  expect(findingAt(FROM - 1)).toBe('not_yet_valid');
  expect(findingAt(FROM)).toBe('current');
  expect(findingAt(UNTIL)).toBe('current');
  expect(findingAt(UNTIL + 1)).toBe('expired');
});

test('Without an end it never expires.', () => {
  expect(findingAt(FROM + 1e10, { validFrom: period.validFrom })).toBe('current');
});

test('Dates that are none fail.', () => {
  expect(findingAt(FROM, { validFrom: 'yesterday' })).toBe('unreadable');
  expect(findingAt(FROM, { ...period, validUntil: '' })).toBe('unreadable');
  expect(checkTime({ validFrom: 1 }, FROM).result).toBe('fail');
});

test('A document that states no dates has none that could have passed.', () => {
  expect(findingAt(FROM, {})).toBe('not_stated');
});

test('An offset from UTC is honoured.', () => {
  const credential = { validFrom: '2026-10-20T02:00:00+02:00' };
  expect(findingAt(FROM - 1, credential)).toBe('not_yet_valid');
  expect(findingAt(FROM, credential)).toBe('current');
});

test('An end may be stated without a start.', () => {
  const credential = { validUntil: period.validUntil };
  expect(findingAt(UNTIL, credential)).toBe('not_expired');
  expect(findingAt(UNTIL + 1, credential)).toBe('expired');
});

test('The dates of version 1.1 are its own, and may lack an offset, which is then UTC.', () => {
  const credential = {
    issuanceDate: '2026-10-20T00:00:00Z',
    expirationDate: '2027-10-20T00:00:00',
  };
  expect(findingAt(FROM - 1, credential)).toBe('not_yet_valid');
  expect(findingAt(UNTIL, credential)).toBe('current');
  expect(findingAt(UNTIL + 1, credential)).toBe('expired');
});

test('An end of the other version counts, so that nothing outlives what it says.', () => {
  const context = ['https://www.w3.org/ns/credentials/v2'];
  const credential = { '@context': context, expirationDate: '2027-10-20T00:00:00Z' };
  expect(checkTime({ ...credential }, UNTIL + 1).finding).toBe('expired');
});
