import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { apiLimit, LIMITS, tighterLimits } from '../src/rate-limits/limits.ts';

test('what is written for people who write programs is what holds', () => {
  const told = readFileSync('docs/limits.md', 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, name, most, seconds] = /^\| `([a-z-]+)` \| (\d+) \| (\d+) s \|/.exec(line) ?? [];
      return name === undefined
        ? []
        : [{ name, most: Number(most), windowSeconds: Number(seconds) }];
    });

  expect(told).toEqual(LIMITS);
});

test.each([
  ['POST', '/desk/issuers/one/sheets', ['lists']],
  ['POST', '/api/v1/issuers/one/imports/events', ['lists']],
  ['POST', '/desk/issuers/one/slips', ['lists']],
  ['POST', '/api/v1/batches/4fT9kLmNpQrStUvWx/failed-rows', ['lists']],
  ['POST', '/desk/issuers/one/batches/4fT9kLmNpQrStUvWx/failed-rows', ['lists']],
  ['GET', '/desk/issuers/one/achievements/mentor/preview/certificate.pdf', ['drawings']],
  ['GET', '/desk/issuers/one/slips/4fT9kLmNpQrStUvWx/print.pdf', ['drawings']],
  ['GET', '/api/v1/slips/4fT9kLmNpQrStUvWx/print.pdf', ['drawings']],
  ['HEAD', '/api/v1/slips/4fT9kLmNpQrStUvWx/print.pdf', ['drawings']],
  ['HEAD', '/api/v1/batches/4fT9kLmNpQrStUvWx/certificates', ['certificates']],
  ['GET', '/desk/issuers/one/slips/4fT9kLmNpQrStUvWx/print', []],
  ['GET', '/desk/issuers/one/batches/4fT9kLmNpQrStUvWx/certificates', ['certificates']],
  ['GET', '/api/v1/batches/4fT9kLmNpQrStUvWx/certificates', ['certificates']],
  ['POST', '/desk/issuers/one/sheets/4fT9kLmNpQrStUvWx', ['lookups']],
  ['POST', '/desk/issuers/one/sheets/4fT9kLmNpQrStUvWx/reading', ['lookups']],
  ['POST', '/desk/issuers/one/sheets/4fT9kLmNpQrStUvWx/award', []],
  ['PATCH', '/api/v1/sheets/4fT9kLmNpQrStUvWx/rows', ['lookups']],
  ['POST', '/api/v1/issuers/one/members/handover', ['lookups']],
  ['POST', '/desk/nominate/one', ['lookups']],
  ['POST', '/api/v1/nominations', ['lookups']],
  ['POST', '/desk/issuers/one/nominations/4fT9kLmNpQrStUvWx/award', ['lookups']],
  ['POST', '/desk/issuers/one/figures/unthanked', ['lists']],
  ['POST', '/desk/issuers/one/tokens', ['tokens']],
  ['POST', '/desk/issuers/one/tokens/4fT9kLmNpQrStUvWx/end', []],
  ['POST', '/api/v1/applications', ['applications']],
  ['GET', '/desk/issuers/one/sheets', []],
  ['POST', '/api/v1/issuers/one/awards', []],
] as const)('%s %s is limited more tightly by %j', (method, path, names) => {
  expect(tighterLimits(method, path).map(({ name }) => name)).toEqual(names);
});

test('what changes nothing is read, whatever else is written', () => {
  expect(
    ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'].map((one) => apiLimit(one).name),
  ).toEqual(['api-reads', 'api-reads', 'api-writes', 'api-writes', 'api-writes', 'api-writes']);
});
