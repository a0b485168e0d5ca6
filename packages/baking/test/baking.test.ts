import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { crc32 } from '../src/crc32.ts';
import { bakePng, unbakePng } from '../src/png.ts';
import { encodeChunk } from '../src/png-chunks.ts';
import { bakeSvg, unbakeSvg } from '../src/svg.ts';

const TEXTS = [
  '{}',
  '{"name":"ɓɗƙ Łódź Việt Ọ̀ṣun أميرة বাংলা 漢字 ខ្មែរ \u{10400}\u{1f33f}"}',
  '{"a":"]]>","b":"<![CDATA[ ]]]]>>","c":"&amp;<svg/>\\u0000\'"}',
  '{"a":"  spaces\\n"}',
  `{"long":"${'laurel '.repeat(20_000)}"}`,
];
const JWT = 'eyJhbGciOiJFZERTQSJ9.eyJhIjoxfQ.c2lnbmF0dXJl';

const bytes = (text: string) => new TextEncoder().encode(text);
const join = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));
const SIGNATURE = Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10);
const HEADER = encodeChunk('IHDR', Uint8Array.of(0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0));
const PIXEL = encodeChunk('IDAT', deflateSync(Uint8Array.of(0, 128)));
const END = encodeChunk('IEND', new Uint8Array());
const PNG = join(SIGNATURE, HEADER, PIXEL, END);
const SVG =
  '<?xml version="1.0"?><!-- > --><svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>';

const pngWith = (...chunks: Uint8Array[]) => join(SIGNATURE, HEADER, ...chunks, PIXEL, END);
const itxt = (text: string) => encodeChunk('iTXt', bytes(text));

test('the CRC-32 is the one of the PNG specification', () => {
  expect(crc32(bytes('123456789'))).toBe(0xcbf43926);
  expect(crc32(bytes('IEND'))).toBe(0xae426082);
});

test('a credential in any script comes out of a PNG as it went in', () => {
  for (const text of [...TEXTS, JWT]) {
    expect(unbakePng(bakePng(PNG, text))).toEqual({ ok: true, value: text });
  }
});

test('baking again replaces the credential in a PNG', () => {
  const twice = bakePng(bakePng(PNG, TEXTS[1] ?? ''), '{"second":1}');
  expect(unbakePng(twice)).toEqual({ ok: true, value: '{"second":1}' });
  expect(twice).toEqual(bakePng(PNG, '{"second":1}'));
});

test('a PNG without a credential is told from a broken one', () => {
  expect(unbakePng(PNG)).toEqual({ ok: false, failure: { reason: 'png_has_no_credential' } });
  expect(unbakePng(pngWith(itxt('openbadgecredentials\0\0\0\0\0{}')))).toEqual({
    ok: false,
    failure: { reason: 'png_has_no_credential' },
  });
});

test('a badge of the earlier Open Badges is told from one without a credential, with what it holds', () => {
  const assertion = '{"type":"Assertion"}';
  const older = (text: string) => ({ ok: false, failure: { reason: 'older_badge', text } });
  expect(unbakePng(pngWith(itxt(`openbadges\0\0\0\0\0${assertion}`)))).toEqual(older(assertion));
  expect(unbakePng(pngWith(encodeChunk('tEXt', bytes('openbadges\0https://x'))))).toEqual(
    older(''),
  );
  const svg = (element: string) =>
    `<svg xmlns:openbadges="http://openbadges.org">${element}<path d="M0 0"/></svg>`;
  expect(
    unbakeSvg(svg(`<openbadges:assertion><![CDATA[${assertion}]]></openbadges:assertion>`)),
  ).toEqual(older(assertion));
  expect(unbakeSvg(svg('<openbadges:assertion verify="https://x/1"/>'))).toEqual(
    older('https://x/1'),
  );
});

test('a PNG that breaks a rule is refused with the rule', () => {
  const good = itxt('openbadgecredential\0\0\0\0\0{}');
  const flipped = bakePng(PNG, '{"a":1}');
  flipped[60] = (flipped[60] ?? 0) ^ 1;
  const cases: readonly (readonly [Uint8Array, RegExp])[] = [
    [bytes('GIF89a'), /signature/],
    [new Uint8Array(), /signature/],
    [flipped, /CRC/],
    [pngWith(good, good), /more than one/],
    [pngWith(itxt('openbadgecredential\0\u0001\0\0\0x')), /compressed/],
    [pngWith(itxt('openbadgecredential\0\u0002\0\0\0x')), /iTXt chunk is not well formed/],
    [pngWith(itxt('openbadgecredential\0\0\0')), /iTXt chunk is not well formed/],
    [pngWith(itxt('openbadgecredential\0')), /iTXt chunk is not well formed/],
    [pngWith(encodeChunk('tEXt', bytes('openbadgecredential\0{}'))), /tEXt/],
    [
      pngWith(
        encodeChunk('iTXt', join(bytes('openbadgecredential\0\0\0\0\0'), Uint8Array.of(255))),
      ),
      /UTF-8/,
    ],
    [join(SIGNATURE, PIXEL, HEADER, END), /header/],
    [
      join(SIGNATURE, HEADER, Uint8Array.of(255, 255, 255, 255, 73, 68, 65, 84, 0, 0, 0, 0)),
      /longer/,
    ],
    [new Uint8Array(9 * 1024 * 1024), /8 MiB/],
    [pngWith(...Array.from({ length: 20_001 }, () => encodeChunk('tEXt', bytes('a\0')))), /20000/],
  ];
  for (const [png, detail] of cases) {
    expect(unbakePng(png)).toEqual({
      ok: false,
      failure: { reason: 'png_malformed', detail: expect.stringMatching(detail) },
    });
  }
});

test('a PNG cut at any byte is refused and never throws', () => {
  const whole = bakePng(PNG, TEXTS[1] ?? '');
  for (let length = 0; length < whole.length; length++) {
    expect(unbakePng(whole.subarray(0, length)).ok, `${length} bytes`).toBe(false);
  }
});

test('a PNG with any one bit turned is refused and never throws', () => {
  const text = TEXTS[1] ?? '';
  const whole = bakePng(PNG, text);
  for (let bit = 0; bit < whole.length * 8; bit++) {
    const turned = whole.slice();
    turned[bit >> 3] = (turned[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    expect(unbakePng(turned).ok, `bit ${bit}`).toBe(false);
  }
});

test('a file that is no PNG cannot be baked', () => {
  expect(() => bakePng(bytes('no'), '{}')).toThrow(/signature/);
  expect(() => bakePng(PNG, '{"a":"\ud800"}')).toThrow(/surrogate/);
  expect(() => bakeSvg(SVG, '{"a":"\ud800"}')).toThrow(/surrogate/);
  expect(() => bakeSvg('<svg/>', '{}')).toThrow(/root/);
});

test('a credential in any script comes out of an SVG as it went in', () => {
  for (const text of [...TEXTS, JWT, 'a&b<c"d.e.f']) {
    expect(unbakeSvg(bakeSvg(SVG, text))).toEqual({ ok: true, value: text });
  }
});

test('a JSON credential is in a CDATA section and a JWT in verify, under the Open Badges namespace', () => {
  const element = '<openbadges:credential xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"';
  expect(bakeSvg(SVG, '{}')).toContain(`${element}><![CDATA[{}]]></openbadges:credential>`);
  expect(bakeSvg(SVG, JWT)).toContain(`${element} verify="${JWT}"></openbadges:credential>`);
});

test('what XML cannot hold is escaped to the same JSON value', () => {
  const text = '{"a":"\uffff\ufffe"}';
  const read = unbakeSvg(bakeSvg(SVG, text));
  expect(read.ok && JSON.parse(read.value)).toEqual(JSON.parse(text));
});

test('a credential of another system is found under any prefix, in a namespace declared anywhere above', () => {
  const svg = `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
    <svg xmlns='http://www.w3.org/2000/svg' xmlns:b="https://purl.imsglobal.org/ob/v3p0">
    <g><b:credential>\n {&quot;a&quot;:&#34;\u00e9&#x1F33F;&#34;} </b:credential></g></svg>`;
  expect(unbakeSvg(svg)).toEqual({ ok: true, value: '{"a":"é🌿"}' });
  const other = svg.replace('ob/v3p0', 'other');
  expect(unbakeSvg(other)).toEqual({ ok: false, failure: { reason: 'svg_has_no_credential' } });
  expect(unbakeSvg(SVG)).toEqual({ ok: false, failure: { reason: 'svg_has_no_credential' } });
});

test('an SVG that breaks a rule is refused with the rule', () => {
  const baked = bakeSvg(SVG, '{}');
  const credential = baked.slice(baked.indexOf('<openbadges'), baked.indexOf('<path'));
  const cases: readonly (readonly [string, RegExp])[] = [
    ['', /ends before/],
    ['hello', /ends before/],
    ['<html></html>', /not svg/],
    [`${SVG}${SVG}`, /more than one root/],
    [baked.replace('<path', `${credential}<path`), /more than one credential/],
    [baked.replace('<![CDATA[', '<g/>&lol;<![CDATA['), /unknown entity/],
    [`<!DOCTYPE svg [<!ENTITY a "b">]>${SVG}`, /document type/],
    [baked.replace('v3p0">', 'v3p0" verify="a.b.c">'), /twice/],
    ['<svg></g></svg>', /closed/],
    ['<svg a="1" a="2"></svg>', /not well formed/],
    ['<svg a="<"></svg>', /not well formed/],
    ['<svg a=1></svg>', /not well formed/],
    [`<svg>${'<g>'.repeat(300)}</svg>`, /deeply/],
    [
      `<svg ${Array.from({ length: 101 }, (_, n) => `xmlns:n${n}="u"`).join(' ')}></svg>`,
      /namespaces/,
    ],
    [
      `<svg ${Array.from({ length: 501 }, (_, n) => `n${n}="u"`).join(' ')}></svg>`,
      /not well formed/,
    ],
    [' '.repeat(9 * 1024 * 1024), /8 MiB/],
  ];
  for (const [svg, detail] of cases) {
    expect(unbakeSvg(svg), svg.slice(0, 60)).toEqual({
      ok: false,
      failure: { reason: 'svg_malformed', detail: expect.stringMatching(detail) },
    });
  }
});

test('an SVG cut at any character is refused and never throws', () => {
  const whole = bakeSvg(SVG, TEXTS[2] ?? '');
  for (let length = 0; length < whole.length; length++) {
    expect(unbakeSvg(whole.slice(0, length)).ok, `${length} characters`).toBe(false);
  }
});

/** Milliseconds to refuse one hostile file of each kind, so many bytes long. */
function refusingMs(bytes: number): number {
  const started = performance.now();
  for (const pattern of [
    '<',
    '<svg ',
    '<svg a="',
    '<!--',
    '<svg a=" ',
    '&#1',
    '<svg><g x="">',
    ' ',
  ]) {
    expect(unbakeSvg(pattern.repeat(bytes / pattern.length)).ok).toBe(false);
    expect(unbakeSvg(`<svg ${pattern.repeat(bytes / pattern.length)}`).ok).toBe(false);
  }
  expect(unbakeSvg(`<svg d="${'a'.repeat(bytes)}"></svg>`).ok).toBe(false);
  return performance.now() - started;
}

test('hostile files of the greatest size are refused in time that grows with their length alone', () => {
  refusingMs(64 * 1024);
  const eighthMs = refusingMs(1024 * 1024);

  // Four times what is in proportion: a square of the length would be eight times.
  expect(refusingMs(8 * 1024 * 1024 - 100)).toBeLessThan(eighthMs * 8 * 4);
});
