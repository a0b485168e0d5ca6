import { isJsonObject, type Json, type JsonObject } from '@laurel/core/json';
import fc from 'fast-check';

/** What stands where something else should: other types, numbers that no double holds, half letters. */
const STRANGE: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json[]>(null, true, 0, -0, 1e308, 2 ** 53, 5e-324, '', [], {}, [[]], [null]),
  fc.constantFrom('\ud800', '\udfff\ud800', '\u0000', '\u202e', '__proto__', 'constructor'),
  fc.constantFrom(
    'did:web:',
    'did:key:z',
    'did:jwk:e30',
    'https://',
    'urn:',
    'data:application/vc+jwt,',
  ),
  fc.constantFrom('2026-02-30T00:00:00Z', '9999999999', '-1', 'zzzz', 'u', 'uH4sIAAAAAAAA'),
  fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.parse(JSON.stringify(value))),
);

/** A document with some of its members exchanged, renamed, nested or left out. */
export function brokenDocuments(documents: readonly JsonObject[]): fc.Arbitrary<JsonObject> {
  const breaks = fc.array(
    fc.record({
      /** Which of all places, of however many there are. */
      place: fc.nat(),
      how: fc.constantFrom('exchange', 'drop', 'wrap', 'repeat', 'nest', 'rename'),
      strange: STRANGE,
    }),
    { minLength: 1, maxLength: 4 },
  );
  return fc.tuple(fc.constantFrom(...documents), breaks).map(([document, all]) => {
    let broken: Json = document;
    for (const { place, how, strange } of all) {
      const paths: readonly (readonly (string | number)[])[] = pathsIn(broken);
      const path = paths[place % Math.max(1, paths.length)] ?? [];
      broken = changed(broken, path, (value) => brokenValue(value, how, strange));
    }
    return isJsonObject(broken) ? broken : { broken };
  });
}

/** Text with pieces cut out, put in or said twice: JSON that is none any more, and JSON that is still. */
export function brokenTexts(texts: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const pieces = fc.constantFrom(
    ...['{', '}', '[', ']', '"', ':', ',', '\\', '\\u', '.', '..', '\u0000', '\ufeff', '='],
    ...[
      '"id":"x",',
      '"__proto__":{},',
      '1e999',
      '-',
      '00',
      'null',
      '{"a":'.repeat(200),
      '['.repeat(5000),
    ],
    ...['\ud800', '<svg', '<!DOCTYPE html>', '%PDF-1.7', '\u2028'],
  );
  const breaks = fc.array(
    fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.nat({ max: 40 }),
      piece: fc.option(pieces),
    }),
    { minLength: 1, maxLength: 3 },
  );
  return fc.tuple(texts, breaks).map(([text, all]) => {
    let broken = text;
    for (const { at, cut, piece } of all) {
      const from = Math.floor(at * broken.length);
      broken = broken.slice(0, from) + (piece ?? '') + broken.slice(from + cut);
    }
    return broken;
  });
}

/** Bytes with some exchanged, cut off or put in. */
export function brokenBytes(files: readonly Uint8Array[]): fc.Arbitrary<Uint8Array<ArrayBuffer>> {
  const breaks = fc.array(
    fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat({ max: 255 })),
    {
      minLength: 1,
      maxLength: 6,
    },
  );
  return fc
    .tuple(
      fc.constantFrom(...files),
      breaks,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.boolean(),
    )
    .map(([file, all, length, whole]) => {
      const bytes = file.slice(0, whole ? file.length : Math.floor(length * file.length));
      for (const [at, value] of all) bytes[Math.floor(at * bytes.length)] = value;
      return new Uint8Array(bytes);
    });
}

/** Compact JWTs of headers and payloads that may be anything. */
export function brokenTokens(parts: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const encoded = parts.map((part) => Buffer.from(part, 'utf8').toString('base64url'));
  return fc
    .tuple(encoded, encoded, fc.base64String(), fc.array(encoded, { maxLength: 2 }))
    .map(([header, payload, signature, more]) =>
      [header, payload, signature.replaceAll(/[+/=]/g, ''), ...more].join('.'),
    );
}

function brokenValue(value: Json, how: string, strange: Json): Json | undefined {
  switch (how) {
    case 'drop':
      return undefined;
    case 'wrap':
      return [value];
    case 'repeat':
      return [value, value];
    case 'nest':
      return Array.from({ length: 70 }).reduce<Json>((inner) => ({ a: inner }), value);
    case 'rename':
      return isJsonObject(value)
        ? Object.fromEntries(Object.entries(value).map(([name, one]) => [`${name}x`, one]))
        : strange;
    default:
      return strange;
  }
}

function pathsIn(
  value: Json,
  at: readonly (string | number)[] = [],
): readonly (readonly (string | number)[])[] {
  if (Array.isArray(value)) {
    return [at, ...value.flatMap((one: Json, place) => pathsIn(one, [...at, place]))];
  }
  if (!isJsonObject(value)) return [at];
  return [at, ...Object.entries(value).flatMap(([name, one]) => pathsIn(one, [...at, name]))];
}

function changed(
  value: Json,
  [first, ...rest]: readonly (string | number)[],
  change: (value: Json) => Json | undefined,
): Json {
  if (first === undefined) return change(value) ?? null;
  if (Array.isArray(value)) {
    return value.map((one: Json, place) => (place === first ? changed(one, rest, change) : one));
  }
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, one]) => {
      if (name !== first) return [[name, one]];
      const other = rest.length === 0 ? change(one) : changed(one, rest, change);
      return other === undefined ? [] : [[name, other]];
    }),
  );
}
