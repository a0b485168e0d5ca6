import { jsonMistake } from '@laurel/core/json-mistake';
import { parsedJson } from '@laurel/core/parsed-json';
import { expect, test } from 'vitest';

test.each([
  '{"a":1,"a":1}',
  '{"a":{"b":[{"c":1,"c":2}]}}',
  '{"a":1,"\\u0061":1}',
  '{"1":1,"1":1}',
  '{"__proto__":1}',
  '{"a":{"__proto__":{}}}',
  '{"\\u005f_proto__":1}',
  '{"a":1',
  '',
  '[1,]',
  '[]]',
])('%s is refused as the look at each letter refuses it', (text) => {
  expect(parsedJson(text)).toEqual({ ok: false, failure: jsonMistake(text) });
});

test.each([
  '{"a":1,"b":{"a":1}}',
  '{ "a": [ 1.0, -0, 1e2 ] }',
  '{"b":1,"2":2,"1":1}',
  '"\\ud800"',
  '"\u2028/"',
  '["__proto__"]',
  '{"toJSON":1}',
  'null',
])('%s has the value that the platform finds in it', (text) => {
  expect(parsedJson(text)).toEqual({ ok: true, value: JSON.parse(text) });
});

test('What nests too deep to be written again is read all the same.', () => {
  const text = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;

  expect(parsedJson(text).ok).toBe(true);
});
