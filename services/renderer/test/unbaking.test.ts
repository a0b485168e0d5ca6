import { BADGE_SIZES } from '@laurel/core/badge-size';
import { decodeSync } from 'png-chunk-itxt';
import extractChunks from 'png-chunks-extract';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build } from '../../../development/build.ts';
import { facts } from './facts.ts';
import { type RunningRenderer, startRenderer } from './workerd.ts';

let running: RunningRenderer;

beforeAll(async () => {
  running = await startRenderer(`${await build()}/laurel-renderer`);
});
afterAll(() => running?.stop());

/** Texts of a credential that a careless writer or reader would change. JSON escapes what is below U+0020. */
const CREDENTIALS = [
  ['an end of CDATA', ']]> ]]]]><![CDATA[> </openbadges:credential> -->'],
  ['quotes and markup', `"'&amp;&#0;<svg>\\u0000 % ${'$&'} \`\``],
  ['control characters', '\u0000\u0001\u0008\t\n\r\u001f\u007f\u0085\u009f\u2028\u2029\ufeff'],
  ['emoji', '\u{1f33f}\u{1f469}\u{1f3fe}\u200d\u{1f680} \u263a\ufe0f \u{10fffd}'],
  ['Han', '維基媒體 维基媒体 ウィキ 𠮷𩸽 위키'],
  ['letters from right to left', '\u202bرنا من صور\u202c \u2067שלום\u2069 \u061c𞤀𞤁𞤂'],
  ['stacked marks', 'Ẹ̀kọ́ Nguyễn বাংলা ကြွေ Z\u0301\u0300\u0323 e\u0301 é'],
  ['white space at its ends', ' \u00a0 x \u3000 '],
].map(([what = '', text = '']) => ({
  what,
  credential: JSON.stringify({ type: ['VerifiableCredential'], name: text }),
}));

test.each(CREDENTIALS)(
  '$what in a credential come out of a PNG of every size byte for byte, by png-chunks-extract and png-chunk-itxt',
  async ({ credential }) => {
    for (const size of BADGE_SIZES) {
      const png = await running.renderer.renderPng(facts({ credential }), size);
      const texts = extractChunks(png).filter(({ name }) => name === 'iTXt');
      expect(texts).toHaveLength(1);
      expect(texts.map(({ data }) => decodeSync(data))).toMatchObject([
        { keyword: 'openbadgecredential', compressionFlag: false, text: credential },
      ]);
    }
  },
);

test.each(CREDENTIALS)(
  '$what in a credential come out of an SVG byte for byte, by a parser of XML',
  async ({ credential }) => {
    const svg = await running.renderer.renderSvg(facts({ credential }));
    expect(credentialsIn(svg)).toEqual([credential]);
  },
);

test('a compact token comes out of the attribute of an SVG', async () => {
  const credential = 'eyJhbGciOiJFZERTQSJ9.eyJuYW1lIjoiIn0.c2ln';
  const svg = await running.renderer.renderSvg(facts({ credential }));
  expect(credentialsIn(svg)).toEqual([credential]);
});

const NAMESPACE = 'https://purl.imsglobal.org/ob/v3p0';

/** The credentials in an SVG, as Open Badges 3.0, Section 5.3.2.2 has them. Throws where it is not well-formed XML. */
function credentialsIn(svg: string): readonly string[] {
  const found: string[] = [];
  let open = false;
  const parser = new SaxesParser({ xmlns: true });
  const take = (text: string) => {
    if (open) found.push(`${found.pop() ?? ''}${text}`);
  };
  parser.on('error', (fault) => {
    throw fault;
  });
  parser.on('opentag', ({ uri, local, attributes }) => {
    if (uri !== NAMESPACE || local !== 'credential') return;
    open = true;
    found.push(attributes.verify?.value ?? '');
  });
  parser.on('closetag', ({ uri }) => {
    if (uri === NAMESPACE) open = false;
  });
  parser.on('text', take);
  parser.on('cdata', take);
  parser.write(svg).close();
  return found;
}
