import { bakeSvg } from '@laurel/baking/svg';
import { expect, test } from 'vitest';
import { givenFile, givenJson, givenText } from '../src/presented/given.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

test('What was pasted is an address, JSON or a JWT by its content.', () => {
  expect(givenText('  https://laurel.example/c/x \n')).toEqual({
    ok: true,
    value: { kind: 'address', address: 'https://laurel.example/c/x' },
  });
  expect(givenText('{"id":"urn:x"}')).toMatchObject({ value: { kind: 'credential' } });
  expect(givenText('https://laurel.example/c/x and more')).toMatchObject({ ok: false });
});

test('A file is recognised by its first bytes: SVG is unbaked, JSON read.', () => {
  const svg = bakeSvg('<svg xmlns="http://www.w3.org/2000/svg"></svg>', '{"id":"urn:x"}');
  expect(givenFile(bytes(svg))).toMatchObject({
    value: { presented: { credential: { id: 'urn:x' } } },
  });
  expect(givenFile(bytes('\ufeff{"id":"urn:x"}'))).toMatchObject({ ok: true });
});

test('A PNG that is not one, a picture without a credential and a damaged file say what is wrong.', () => {
  const detail = (file: Uint8Array) => {
    const given = givenFile(file);
    if (given.ok || given.failure.reason !== 'credential_unreadable') throw new Error('was read');
    return given.failure.detail;
  };
  expect(detail(new Uint8Array([0x89, 0x50, 0x4e, 0x47]))).toMatch(/PNG/);
  expect(detail(bytes('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toMatch(/no credential/);
  expect(detail(new Uint8Array([0xff, 0xd8, 0xff]))).toMatch(/neither a PNG nor text/);
  expect(detail(bytes(''))).not.toBe('');
});

test('A PDF is refused as not supported yet, not as broken.', () => {
  expect(givenFile(bytes('%PDF-1.7\n'))).toMatchObject({
    failure: { reason: 'upload_not_supported_yet' },
  });
});

test('A document that would take seconds to verify, or all of the stack, is refused before that.', () => {
  const detail = (value: unknown) => {
    const given = givenJson(value);
    if (given.ok || given.failure.reason !== 'credential_unreadable') throw new Error('was read');
    return given.failure.detail;
  };
  let deep: unknown = 'x';
  for (let level = 0; level < 100_000; level += 1) deep = [deep];
  expect(detail({ deep })).toMatch(/levels deep/);
  expect(detail({ evidence: Array.from({ length: 5_000 }, () => ({})) })).toMatch(/values/);
  expect(givenJson({ evidence: Array.from({ length: 500 }, () => ({})) })).toMatchObject({
    ok: true,
  });
});
