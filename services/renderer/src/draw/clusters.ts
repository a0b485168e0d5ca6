import type { Glyph } from '../harfbuzz/shape.ts';
import type { Typeface } from '../harfbuzz/typeface.ts';
import type { Line, LineRun } from '../text/line.ts';
import { boxContours } from './box-contours.ts';
import { type Contour, glyphContours, placedContours } from './contours.ts';
import { UNITS_PER_EM } from './true-type.ts';

/** What HarfBuzz shaped as one: a letter with its marks, a syllable, a ligature. */
export type Cluster = {
  /** What it stands for. */
  readonly text: string;
  /** Per mille of an em. */
  readonly advance: number;
  /** Tells its outline from all others. */
  readonly key: string;
  readonly contours: () => readonly Contour[];
};

/** The clusters of a run from left to right. `text` is the whole text, `digits` draws code points in boxes. */
export function clustersOf(run: LineRun, text: string, digits: Typeface): readonly Cluster[] {
  if ('boxes' in run) {
    return run.boxes.map(({ character, width }) => ({
      text: character,
      advance: Math.round(width * UNITS_PER_EM),
      key: `box ${character}`,
      contours: () => boxContours(character, digits),
    }));
  }
  const { typeface } = run;
  const scale = UNITS_PER_EM / typeface.unitsPerEm;
  return groupsOf(run.glyphs, run.end).map(({ start, end, glyphs, advance }) => ({
    text: text.slice(start, end),
    advance: Math.round(advance * scale),
    key: `${typeface.pointer} ${glyphs.map(({ id, x, y }) => `${id},${x},${y}`).join(' ')}`,
    contours: () =>
      glyphs.flatMap(({ id, x, y }) =>
        placedContours(glyphContours(typeface, id), scale, x * scale, y * scale),
      ),
  }));
}

type PlacedGlyph = { readonly id: number; readonly x: number; readonly y: number };
type Group = { start: number; end: number; glyphs: PlacedGlyph[]; advance: number };

/** Glyphs by cluster, in font units. One without a width of its own belongs to the one before it in the text. */
function groupsOf(glyphs: readonly Glyph[], end: number): readonly Group[] {
  const widths = new Map<number, number>();
  for (const { cluster, advance } of glyphs) {
    widths.set(cluster, (widths.get(cluster) ?? 0) + advance);
  }
  const starts = [...widths.keys()].sort((one, other) => one - other);
  const wide = starts.filter((start, index) => index === 0 || (widths.get(start) ?? 0) > 0);
  const groups: Group[] = [];
  for (const { id, cluster, advance, dx, dy } of glyphs) {
    const start = wide.findLast((one) => one <= cluster) ?? cluster;
    const last = groups.at(-1);
    const until = wide.find((one) => one > start) ?? end;
    const group = last?.start === start ? last : { start, end: until, glyphs: [], advance: 0 };
    if (group !== last) groups.push(group);
    group.glyphs.push({ id, x: group.advance + dx, y: dy });
    group.advance += advance;
  }
  return groups;
}

/** The runs of one level, which stand side by side, and where the first of them stands in ems. */
export type LevelRuns = {
  readonly level: number;
  readonly left: number;
  /** In logical order. */
  readonly runs: readonly LineRun[];
};

/** A line in runs of one direction, in logical order. */
export function levelRunsOf({ runs }: Line): readonly LevelRuns[] {
  const groups: { level: number; left: number; runs: LineRun[] }[] = [];
  for (const run of runs) {
    const last = groups.at(-1);
    if (last?.level === run.level) {
      last.runs.push(run);
      last.left = Math.min(last.left, run.left);
    } else groups.push({ level: run.level, left: run.left, runs: [run] });
  }
  return groups;
}
