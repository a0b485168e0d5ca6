import { jsonMistake } from '@laurel/core/json-mistake';
import { expect, test } from 'vitest';

const SAMPLES = [
  '{}',
  '[]',
  ' { "a" : [ 1 , { "b" : null } ] , "c" : "\\u0041\\n" } ',
  '-0.5e+10',
  '"\u0085"',
  '[[],{}]',
  'true',
  '',
  '{',
  '{"a":1,}',
  '[1,]',
  '{"a" 1}',
  '"a',
  'nul',
  '[1 2]',
  '01',
  '1.',
  '-',
  '"\\x"',
  '"\n"',
  '[]]',
  '{a:1}',
  '[1',
  '{"a":1]',
  '{"a":}',
  '{,}',
  '[,]',
  '\ufeff{}',
  '+1',
];

test('It finds a mistake exactly where the platform refuses the text.', () => {
  for (const text of SAMPLES) {
    expect(jsonMistake(text) === null, JSON.stringify(text)).toBe(isJson(text));
  }
});

test('Every cut of a document is found, at the cut or at the token that it broke.', () => {
  const text = '{"name":"Wiki","hours":[1.5,true,null],"more":{"a":"\\u00e9"}}';
  for (let length = 0; length < text.length; length += 1) {
    const error = jsonMistake(text.slice(0, length));
    expect(error, text.slice(0, length)).not.toBeNull();
    expect(error?.position).toBeLessThanOrEqual(length);
  }
});

test('The position is counted from 0, line and column from 1.', () => {
  expect(jsonMistake('{\n  "a": 1,\n  b\n}')).toEqual({
    kind: 'syntax',
    position: 14,
    line: 3,
    column: 3,
  });
});

test('A string of megabytes is read without running out of anything.', () => {
  expect(jsonMistake(`["${'a'.repeat(8_000_000)}" x]`)?.position).toBe(8_000_004);
});

test.each([
  ['{"a":1,"a":2}', 7],
  ['{"a":1,"\\u0061":2}', 7],
  ['[{"a":{"b":1,"c":{},"b":2}}]', 20],
])('A member that is named twice in one object is found: %s', (text, position) => {
  expect(jsonMistake(text)).toMatchObject({ kind: 'repeated_member', position });
});

test('A member named __proto__ is found, however it is written', () => {
  expect(jsonMistake('{"a":{"__proto__":1}}')).toMatchObject({ kind: 'prototype_member' });
  expect(jsonMistake('{"\\u005f_proto__":1}')).toMatchObject({ kind: 'prototype_member' });
  expect(jsonMistake('["__proto__"]')).toBeNull();
});

test('The same name in two objects, or as a value, is no mistake.', () => {
  expect(jsonMistake('{"a":{"a":"a"},"b":[{"a":1},{"a":1}],"c":"a"}')).toBeNull();
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
