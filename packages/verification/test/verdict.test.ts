import { decisiveChecks } from '@laurel/core/decisive-checks';
import { type Check, type CheckFindings, type CheckResult, verdictOf } from '@laurel/core/verdict';
import { expect, test } from 'vitest';

const format: Check = { check: 'format', result: 'pass', finding: 'open_badge', values: [] };
const proof: Check = { check: 'proof', result: 'pass', finding: 'signature_good', values: [] };
const issuer: Check = { check: 'issuer', result: 'pass', finding: 'known', values: [] };
const time = timeOf('pass', 'current');
const status = statusOf('pass', 'active');

function timeOf(result: CheckResult, finding: CheckFindings['time']): Check {
  return { check: 'time', result, finding, values: [] };
}

function statusOf(result: CheckResult, finding: CheckFindings['status']): Check {
  return { check: 'status', result, finding, values: [] };
}

test('All checks passed is valid, and no check at all is not.', () => {
  expect(verdictOf([format, proof, issuer, time, status])).toBe('valid');
  expect(verdictOf([])).toBe('unknown');
});

test('What was not signed as it stands is invalid, whatever is said of its id.', () => {
  const bad: Check = { check: 'proof', result: 'fail', finding: 'signature_bad', values: [] };
  expect(verdictOf([format, bad, issuer, time, statusOf('fail', 'revoked')])).toBe('invalid');
});

test('Revocation outranks the calendar: nobody can wait it out.', () => {
  const revoked = statusOf('fail', 'revoked');
  expect(verdictOf([format, proof, issuer, timeOf('fail', 'expired'), revoked])).toBe('revoked');
  expect(verdictOf([format, proof, issuer, timeOf('fail', 'not_yet_valid'), revoked])).toBe(
    'revoked',
  );
});

test('Every standing but active is a verdict of its own.', () => {
  for (const state of ['suspended', 'superseded', 'withdrawn', 'revoked'] as const) {
    expect(verdictOf([format, proof, issuer, time, statusOf('fail', state)])).toBe(state);
  }
});

test('A credential of ours that is not on record is invalid.', () => {
  expect(verdictOf([format, proof, issuer, time, statusOf('fail', 'not_on_record')])).toBe(
    'invalid',
  );
});

test('Dates decide where nothing else speaks against it, and unreadable ones make it invalid.', () => {
  const withTime = (finding: CheckFindings['time']) =>
    verdictOf([format, proof, issuer, timeOf('fail', finding), status]);
  expect(withTime('expired')).toBe('expired');
  expect(withTime('not_yet_valid')).toBe('not_yet_valid');
  expect(withTime('unreadable')).toBe('invalid');
});

test('Who the issuer is to us does not change the verdict; a gap in what counts leaves it unknown.', () => {
  const testIssuer: Check = {
    check: 'issuer',
    result: 'warn',
    finding: 'known_as_test',
    values: [],
  };
  const foreign: Check = {
    check: 'issuer',
    result: 'warn',
    finding: 'not_registered',
    values: [],
  };
  expect(verdictOf([format, proof, testIssuer, time, status])).toBe('valid');
  expect(verdictOf([format, proof, foreign, time, status])).toBe('valid');
  expect(verdictOf([format, proof, issuer, time, statusOf('skipped', 'not_checked')])).toBe(
    'unknown',
  );
});

test('An address at which nothing may be shown says nothing about any credential.', () => {
  expect(
    verdictOf([{ check: 'retrieval', result: 'fail', finding: 'nothing_here', values: [] }]),
  ).toBe('unknown');
});

test('What decided is told first: what speaks against it, the state, the day, or what was left open.', () => {
  const bad: Check = { check: 'proof', result: 'fail', finding: 'signature_bad', values: [] };
  const print: Check = { check: 'print', result: 'fail', finding: 'differs', values: [] };
  const strange: Check = { check: 'proof', result: 'warn', finding: 'unknown_kind', values: [] };
  const revoked = statusOf('fail', 'revoked');
  const listed = statusOf('fail', 'revoked_in_list');
  const expired = timeOf('fail', 'expired');
  const closed = statusOf('warn', 'unreachable');
  const unlogged: Check = { check: 'log', result: 'warn', finding: 'no_proof', values: [] };
  const cases = [
    { given: [format, proof, issuer, time, status], decided: [] },
    { given: [format, bad, issuer, expired, revoked], decided: [bad] },
    { given: [format, proof, issuer, expired, revoked], decided: [revoked] },
    { given: [format, proof, issuer, expired, listed], decided: [listed] },
    { given: [format, proof, issuer, expired, status], decided: [expired] },
    { given: [format, proof, issuer, time, status, print], decided: [print] },
    {
      given: [format, proof, issuer, timeOf('fail', 'unreadable'), status],
      decided: [timeOf('fail', 'unreadable')],
    },
    { given: [format, strange, issuer, time, closed], decided: [strange, closed] },
    { given: [format, proof, strange, issuer, time, closed], decided: [closed] },
    { given: [format, proof, issuer, time, status, unlogged], decided: [unlogged] },
  ];
  for (const { given, decided } of cases) expect(decisiveChecks(given)).toEqual(decided);
});
