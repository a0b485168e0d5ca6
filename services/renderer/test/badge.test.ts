import { unbakeSvg } from '@laurel/baking/svg';
import type { CertificateFacts } from '@laurel/contracts/renderer-rpc';
import { ACHIEVEMENT_KINDS } from '@laurel/core/achievement';
import { ACHIEVEMENT_THEMES } from '@laurel/core/achievement-theme';
import { BADGE_SIZES, type BadgeSize } from '@laurel/core/badge-size';
import { SaxesParser } from 'saxes';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build } from '../../../development/build.ts';
import { BAD_TEXTS } from './bad-texts.ts';
import { facts } from './facts.ts';
import { contrastAt, type Pixels, pixelsOf } from './rastered.ts';
import { type RunningRenderer, startRenderer } from './workerd.ts';

let running: RunningRenderer;

beforeAll(async () => {
  running = await startRenderer(`${await build()}/laurel-renderer`);
});
afterAll(() => running?.stop());

test('the badge has a title and a description, runs nothing and refers to nothing outside', async () => {
  const svg = await running.renderer.renderSvg(
    facts({ achievementName: '<script>alert(1)</script> & \u0001"', issuerName: 'বাংলা' }),
  );
  expect(svg).toContain(
    '&lt;script&gt;alert(1)&lt;/script&gt; &amp; \ufffd&quot;, recognised by বাংলা',
  );
  expect(svg).toContain('<desc id="description">');
  expect(svg).toContain('viewBox="0 0 512 512"');
  const drawing = svg.replace(/<openbadges:credential[\s\S]*<\/openbadges:credential>/, '');
  expect(drawing).not.toMatch(/<script|<image|<use|<style|<foreignObject|href|url\(|\son\w+=/i);
  expect(unbakeSvg(svg).ok).toBe(true);
});

test('the PNG has the size asked for, is transparent at its corners and coloured by its theme', async () => {
  const colours = new Set<string>();
  for (const theme of [null, ...ACHIEVEMENT_THEMES]) {
    for (const size of BADGE_SIZES) {
      const { width, height, data } = await pixelsOf(
        await running.renderer.renderPng(facts({ theme }), size),
      );
      expect([width, height]).toEqual([size, size]);
      expect(data[3]).toBe(0);
    }
    const usual = await pixelsOf(await running.renderer.renderPng(facts({ theme })));
    expect(usual.width).toBe(512);
    // Over the band between two of its signs, on the left.
    const at = (usual.width * 256 + 30) * 4;
    colours.add(usual.data.slice(at, at + 3).join());
  }
  expect(colours.size).toBe(4);
});

/** How much of a picture of 64 pixels tells it from another: the share that has a contrast of 3 to 1 (WCAG 2.2, 1.4.11). */
function toldApart(one: Pixels, other: Pixels): number {
  const pixels = Array.from({ length: one.width * one.height }, (_, pixel) => pixel);
  return pixels.filter((pixel) => contrastAt(one, other, pixel) >= 3).length / pixels.length;
}

test('at 64 pixels a tenth of the badge says of which kind it is, which the drawing for larger ones does not reach', async () => {
  const drawnAt = (size: BadgeSize, theme: CertificateFacts['theme']) =>
    Promise.all(
      ACHIEVEMENT_KINDS.map(async (kind) =>
        pixelsOf(await running.renderer.renderPng(facts({ kind, theme }), size), 64, '#ffffff'),
      ),
    );
  for (const theme of [null, ...ACHIEVEMENT_THEMES]) {
    const [small, large] = [await drawnAt(64, theme), await drawnAt(512, theme)];
    const pairs = [0, 1, 2].flatMap((one) => [0, 1, 2].map((other) => [one, other] as const));
    for (const [one, other] of pairs.filter(([a, b]) => a < b)) {
      expect(toldApart(ofPlace(small, one), ofPlace(small, other))).toBeGreaterThan(0.1);
      expect(toldApart(ofPlace(large, one), ofPlace(large, other))).toBeLessThan(0.1);
    }
  }
});

function ofPlace<Item>(items: readonly Item[], place: number): Item {
  const item = items[place];
  if (item === undefined) throw new Error(`There is no picture ${place}.`);
  return item;
}

test('the same facts give the same picture, and another achievement has other fine lines', async () => {
  const { renderer } = running;
  const [once, again, other] = [
    await renderer.renderPng(facts()),
    await renderer.renderPng(facts()),
    await renderer.renderPng(facts({ artSeed: 'wikimedians-of-tamale/other' })),
  ];
  expect(Buffer.compare(once, again)).toBe(0);
  expect(Buffer.compare(once, other)).not.toBe(0);
});

test.each(BAD_TEXTS)('a title and an issuer of $what make a sound badge', async ({ text }) => {
  const bad = facts({ achievementName: text, issuerName: text });
  const svg = await running.renderer.renderSvg(bad);
  expect(xmlFaults(svg)).toEqual([]);
  for (const size of [64, 128] as const) {
    const drawn = await running.renderer.renderPng(bad, size);
    const plain = await running.renderer.renderPng(facts(), size);
    expect((await pixelsOf(drawn)).data).toEqual((await pixelsOf(plain)).data);
  }
});

/** What a parser of XML that is not ours has against a document. */
function xmlFaults(document: string): readonly string[] {
  const faults: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', ({ message }) => faults.push(message));
  parser.write(document).close();
  return faults;
}
