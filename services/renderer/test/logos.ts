import { crc32, deflateSync } from 'node:zlib';
import type { PrintedLogo } from '@laurel/contracts/renderer-rpc';

/** A logo as an SVG. */
export function svgLogo(inner: string, root = 'viewBox="0 0 240 100"'): PrintedLogo {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${root}>${inner}</svg>`;
  return { type: 'image/svg+xml', bytes: new TextEncoder().encode(svg) };
}

/** Two shapes of colours that nothing else on a certificate has, one of them half see-through. */
export const SVG_LOGO = svgLogo(
  '<circle cx="50" cy="50" r="48" fill="#0057b7"/><path d="M120 4H236V96H120Z" fill="#0057b7" fill-opacity=".5"/>',
);

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length);
  whole.set(body, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}

/** A PNG of one colour, or of whatever is packed into it (PNG, Third Edition, Section 5). */
export function pngLogo(width: number, height: number, packed?: Uint8Array): PrintedLogo {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  // Eight bits, red, green, blue and opacity.
  header.set([8, 6], 8);
  const row = Buffer.concat([Buffer.alloc(1), Buffer.alloc(4 * width, '0057b7ff', 'hex')]);
  const pixels = packed ?? deflateSync(Buffer.concat(Array.from({ length: height }, () => row)));
  const bytes = Buffer.concat([
    Uint8Array.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', new Uint8Array()),
  ]);
  return { type: 'image/png', bytes: Uint8Array.from(bytes) };
}

const LAUGHS = `<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(9)}"><!ENTITY c "${'&b;'.repeat(9)}">]>`;
const DOUBLED = Array.from(
  { length: 12 },
  (_, at) => `<g id="l${at + 1}">${`<use href="#l${at}"/>`.repeat(10)}</g>`,
).join('');

/** What is drawn nowhere. */
export const BAD_LOGOS: Readonly<Record<string, PrintedLogo>> = {
  'with a script': svgLogo('<script>alert(1)</script><path d="M0 0H9V9Z"/>'),
  'with a picture from elsewhere': svgLogo('<image href="https://e.example/x.png"/>'),
  'with a colour from elsewhere': svgLogo('<path fill="url(//e.example/#a)" d="M0 0H9V9Z"/>'),
  'with a billion laughs': {
    type: 'image/svg+xml',
    bytes: new TextEncoder().encode(
      `${LAUGHS}<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><text>&c;</text></svg>`,
    ),
  },
  'that uses itself a billion times': svgLogo(
    `<defs><path id="l0" d="M0 0H9V9Z"/>${DOUBLED}</defs><use href="#l12"/>`,
  ),
  'of thousands of layers': svgLogo(
    '<g opacity=".5"><path d="M0 0H240V100H0Z"/></g>'.repeat(1_000),
  ),
  'as narrow as a hair': svgLogo('<path d="M0 0H9V9Z"/>', 'viewBox="0 0 1 4000"'),
  'that is empty': svgLogo(''),
  'that unpacks to far more than it shows': pngLogo(8, 8, deflateSync(Buffer.alloc(20_000_000))),
  'with more pixels than any logo': pngLogo(5_000, 5_000),
  'that is no picture': { type: 'image/png', bytes: new TextEncoder().encode('hello') },
  'that is another than it says': { type: 'image/png', bytes: SVG_LOGO.bytes },
};
