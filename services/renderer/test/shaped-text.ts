import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Blob, Face, Font, Buffer as ShapingBuffer, shape, Variation } from 'harfbuzzjs';
import { outlineAt } from './drawn-text.ts';
import type { ScriptSample } from './scripts.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const generated = join(import.meta.dirname, '..', 'generated', 'fonts');
const PLAIN = 'noto-sans';
const SEMI_BOLD = 600;

export type ShapedText = { readonly outline: readonly number[]; readonly advance: number };

/**
 * A text in semi-bold as HarfBuzz itself lays it out in Node: outlines from left to right, per mille of an
 * em. `shaping` turned off puts the plain glyph of each character beside the one before.
 */
export function shapedText(sample: ScriptSample, text: string, shaping = true): ShapedText {
  const outline: number[] = [];
  let pen = 0;
  for (const part of shaping ? partsOf(sample, text) : [...text]) {
    const font = fontFor(sample, part);
    const scale = 1000 / font.face.upem;
    for (const { glyph, advance, dx, dy } of glyphsOf(sample, font.font, part, shaping)) {
      outline.push(...outlineAt(font.font, glyph, { x: pen + dx * scale, y: dy * scale }, scale));
      pen += advance * scale;
    }
  }
  return { outline, advance: pen };
}

function glyphsOf({ language }: ScriptSample, font: Font, text: string, shaping: boolean) {
  if (!shaping) {
    const glyph = font.nominalGlyph(text.codePointAt(0) ?? 0) ?? 0;
    return [{ glyph, advance: font.glyphHAdvance(glyph), dx: 0, dy: 0 }];
  }
  const buffer = new ShapingBuffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  buffer.setLanguage(language);
  shape(font, buffer);
  const positions = buffer.getGlyphPositions();
  return buffer.getGlyphInfos().map(({ codepoint }, index) => ({
    glyph: codepoint,
    advance: positions[index]?.xAdvance ?? 0,
    dx: positions[index]?.xOffset ?? 0,
    dy: positions[index]?.yOffset ?? 0,
  }));
}

/** Digits, and words in Latin letters with the space after them, are drawn in a font of their own. */
const PLAIN_PART = /[0-9]+|[A-Za-z]+ ?/g;

/** A family in slices has a font for each few characters. */
function partsOf(sample: ScriptSample, text: string): readonly string[] {
  const { family } = sample;
  if (slicesOf(family) !== null) return inOneFile(sample, text);
  if (family === PLAIN) return [text];
  const parts: string[] = [];
  let end = 0;
  for (const { 0: part, index } of text.matchAll(PLAIN_PART)) {
    parts.push(text.slice(end, index), part);
    end = index + part.length;
  }
  return [...parts, text.slice(end)].filter((part) => part !== '');
}

function inOneFile(sample: ScriptSample, text: string): readonly string[] {
  const parts: { readonly file: string; text: string }[] = [];
  for (const character of text) {
    const file = fontFileFor(sample, character);
    const last = parts.at(-1);
    if (last?.file === file) last.text += character;
    else parts.push({ file, text: character });
  }
  return parts.map((part) => part.text);
}

type OpenFont = { readonly face: Face; readonly font: Font };
const open = new Map<string, OpenFont>();

/** The font files from which a text is drawn: its own, and the one for Latin letters and digits in it. */
export function fontFilesFor(sample: ScriptSample, text: string) {
  const own = new Set(partsOf(sample, text).map((part) => fontFileFor(sample, part)));
  const plain = fontFileFor({ ...sample, family: PLAIN }, text);
  return { plain: own.has(plain) && own.size === 1 ? null : plain, own: [...own] };
}

function fontFileFor({ family }: ScriptSample, text: string): string {
  const slices = slicesOf(family);
  const codePoint = text.codePointAt(0) ?? 0;
  if (slices === null || codePoint < 0x300) {
    const name = slices !== null || /^[0-9A-Za-z]/.test(text) ? PLAIN : family;
    const package_ = `node_modules/@expo-google-fonts/${name}`;
    const [semiBold] = globSync(`${package_}/600SemiBold/*.ttf`, { cwd: root });
    const [regular] = globSync(`${package_}/400Regular/*.ttf`, { cwd: root });
    return join(root, semiBold ?? regular ?? '');
  }
  const slice = slices.find(({ covers }) =>
    covers.some(
      (first, at) => at % 2 === 0 && first <= codePoint && codePoint <= (covers[at + 1] ?? 0),
    ),
  );
  return join(generated, slice?.file ?? '');
}

function fontFor(sample: ScriptSample, text: string): OpenFont {
  const file = fontFileFor(sample, text);
  const before = open.get(file);
  if (before !== undefined) return before;
  const face = new Face(new Blob(readFileSync(file)));
  const font = new Font(face);
  font.setVariations([new Variation('wght', SEMI_BOLD)]);
  open.set(file, { face, font });
  return { face, font };
}

type Slice = { readonly file: string; readonly covers: readonly number[] };

function slicesOf(family: string): readonly Slice[] | null {
  const [list] = globSync(`${family}.*.json`, { cwd: generated });
  return list === undefined ? null : JSON.parse(readFileSync(join(generated, list), 'utf8'));
}
