import { expect, test } from 'vitest';
import { forCaller, storeRefusal } from '../src/unavailable.ts';

/** As Cloudflare D1, "Debug D1", lists them, and as they reach a Worker. */
const PASSING = [
  'D1 DB reset because its code was updated.',
  'Internal error while starting up D1 DB storage caused object to be reset.',
  'Network connection lost.',
  'Internal error in D1 DB storage caused object to be reset.',
  'Cannot resolve D1 DB due to transient issue on remote node.',
  "Can't read from request stream because client disconnected.",
  'D1 DB storage operation exceeded timeout which caused object to be reset.',
  'D1 DB is overloaded. Requests queued for too long.',
  'D1 DB is overloaded. Too many requests queued.',
  "D1 DB's isolate exceeded its memory limit and was reset.",
  'D1 DB exceeded its CPU time limit and was reset.',
];

test.each(PASSING)('“%s” passes, also where a query builder has wrapped it', (message) => {
  const error = new Error(`D1_ERROR: ${message}`);
  const wrapped = new Error('Failed query: select 1\nparams: ', { cause: error });

  for (const one of [error, new Error(message), wrapped, new AggregateError([wrapped])]) {
    expect(storeRefusal(one)).toEqual({ reason: 'store_unavailable', retryAfterSeconds: 10 });
  }
});

test.each([
  'D1_ERROR: no such table: published_maps: SQLITE_ERROR',
  'D1_ERROR: no such column: share_out at offset 8: SQLITE_ERROR',
  'D1_ERROR: table awards has no column named share_out: SQLITE_ERROR',
])('“%s”: a migration is on its way, which takes longer', (message) => {
  expect(storeRefusal(new Error(message))).toEqual({
    reason: 'store_unavailable',
    retryAfterSeconds: 60,
  });
});

test.each([
  new Error('D1_ERROR: UNIQUE constraint failed: awards.claim_code: SQLITE_CONSTRAINT'),
  new Error(
    'Failed query: insert\nparams: D1_ERROR: D1 DB is overloaded. Too many requests queued.',
  ),
  new TypeError('undefined is not a function'),
  'D1 DB is overloaded. Too many requests queued.',
  undefined,
])('%s is a defect, whatever somebody typed', (defect) => {
  expect(storeRefusal(defect)).toBeNull();
});

test('between Workers it is told without its words, and is known again', () => {
  const defect = new Error('Failed query: select ?\nparams: Somebody', {
    cause: new Error('D1_ERROR: D1 DB is overloaded. Too many requests queued.'),
  });
  const told = forCaller(defect, 'a defect of the signer');

  expect(told.message).not.toContain('Somebody');
  expect(storeRefusal(new Error(told.message))).not.toBeNull();
  expect(forCaller(new Error('other'), 'a defect of the signer').message).toBe(
    'a defect of the signer',
  );
});
