import { unbakePng } from '@laurel/baking/png';
import { unbakeSvg } from '@laurel/baking/svg';
import { ACHIEVEMENT_KINDS } from '@laurel/core/achievement';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build } from '../../../development/build.ts';
import { facts } from './facts.ts';
import { type RunningRenderer, startRenderer } from './workerd.ts';

let running: RunningRenderer;

beforeAll(async () => {
  running = await startRenderer(`${await build()}/laurel-renderer`);
});
afterAll(() => running?.stop());

test('the credential comes out of the PNG and the SVG as it went in', async () => {
  for (const kind of ACHIEVEMENT_KINDS) {
    const png = await running.renderer.renderPng(facts({ kind }));
    const svg = await running.renderer.renderSvg(facts({ kind }));
    expect(unbakePng(png)).toEqual({ ok: true, value: facts().credential });
    expect(unbakeSvg(svg)).toEqual({ ok: true, value: facts().credential });
  }
});

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

test('the PNG is 512 pixels square, transparent at its corners and coloured by its kind', async () => {
  const colours = new Set<string>();
  for (const kind of ACHIEVEMENT_KINDS) {
    const image = await loadImage(Buffer.from(await running.renderer.renderPng(facts({ kind }))));
    expect([image.width, image.height]).toEqual([512, 512]);
    const context = createCanvas(512, 512).getContext('2d');
    context.drawImage(image, 0, 0);
    expect(context.getImageData(2, 2, 1, 1).data[3]).toBe(0);
    colours.add(context.getImageData(256, 8, 1, 1).data.join());
  }
  expect(colours.size).toBe(3);
});
