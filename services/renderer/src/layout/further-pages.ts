import { INK, QUIET_INK } from '@laurel/art/palette';
import { type CertificateTexts, wordingsOf } from '../certificate-texts.ts';
import type { Said } from '../texts/said.ts';
import type { Wording } from '../texts/wording.ts';
import { type Block, laid, type PlacedText, stacked, white } from './block.ts';
import type { Area } from './composition.ts';
import { line, prose, type Setting } from './setting.ts';
import { facing, halfOf } from './two-columns.ts';

const COLUMN_GAP = 26;
const SECTION_GAP = 16;
const SIZE = 10;
/** The longest line that is read with ease. */
const READING_WIDTH = 520;

/**
 * What had no room on the first page, whole, on as many further pages as it needs: their content, in
 * areas of this size. Each begins with what it belongs to.
 */
export function furtherPages(
  setting: Setting,
  texts: CertificateTexts,
  area: Area,
): readonly Block[] {
  const two = texts.second !== null;
  const halves = { width: area.width, gap: COLUMN_GAP };
  const width = two ? halfOf(halves) : Math.min(area.width, READING_WIDTH);
  const head = headBlock(setting, texts, area.width);
  const height = area.height - head.height - SECTION_GAP;
  const columns = wordingsOf(texts).map((wording) => ({
    pages: inPages(sections(setting, wording, width), width, height),
    otherWay: wording.direction !== texts.first.direction,
  }));
  const count = Math.max(...columns.map(({ pages }) => pages.length));
  return Array.from({ length: count }, (_, page) => {
    const shown = columns.map(({ pages, otherWay }) => ({
      rows: [pages[page] ?? white(0, width)],
      otherWay,
    }));
    const body = two ? facing(shown, halves, 0) : stacked(shown.flatMap(({ rows }) => rows));
    return stacked([head, body], SECTION_GAP);
  });
}

function headBlock(setting: Setting, texts: CertificateTexts, width: number): Block {
  const { labels, achievement } = texts.first;
  const { palette } = setting;
  const quiet = { colour: QUIET_INK };
  return stacked(
    [
      line(setting, labels?.heading ?? null, 13, width, {
        colour: palette.dark,
        weight: 'bold',
        role: 'H1',
      }),
      ...texts.holder.map((said) => {
        const weight = texts.holderIsNamed ? 'bold' : 'regular';
        return line(setting, said, 11, width, { colour: INK, weight });
      }),
      line(setting, achievement, 11, width, { colour: palette.dark, weight: 'bold' }),
      line(setting, labels?.continued ?? null, 9, width, quiet),
      line(setting, texts.url, 8, width, { colour: INK, weight: 'bold', leads: true }),
    ],
    3,
  );
}

/** Label and text of each part that was moved here. */
function sections(setting: Setting, wording: Wording, width: number): readonly Block[] {
  const { away, palette } = setting;
  const { description, cells, statements } = wording;
  const part = (label: Said | null, text: Said | null): Block =>
    stacked(
      [
        line(setting, label, SIZE, width, { colour: palette.dark, weight: 'bold', role: 'H2' }),
        prose(setting, text, SIZE, width, { colour: INK }),
      ],
      2,
    );
  return [
    ...(away.has('description') ? [part(null, description)] : []),
    ...(away.has('evidence')
      ? cells.filter((cell) => cell.prose).map(({ label, value }) => part(label, value))
      : []),
    ...(away.has('statements')
      ? statements.map((one) => part(one?.label ?? null, one?.text ?? null))
      : []),
  ];
}

/** Blocks under each other, broken between lines where a page ends. */
function inPages(blocks: readonly Block[], width: number, height: number): readonly Block[] {
  const lines = stacked(blocks, SECTION_GAP).texts.flatMap(linesOf);
  const pages: PlacedText[][] = [[]];
  let begin = 0;
  for (const [index, one] of lines.entries()) {
    // A label stays with the first line of its text.
    const last = one.role === 'H2' ? (lines[index + 1] ?? one) : one;
    if (last.top + last.height - begin > height) {
      pages.push([]);
      begin = one.top;
    }
    pages.at(-1)?.push({ ...one, top: one.top - begin });
  }
  return pages.map((texts) => ({
    ...laid(width, Math.max(0, ...texts.map((text) => text.top + text.height)), []),
    texts: joined(texts),
  }));
}

/** Each line of a text as a text of its own. */
function linesOf(placed: PlacedText): readonly PlacedText[] {
  const { text, height } = placed;
  const one = height / text.lines.length;
  return text.lines.map((range, index) => ({
    ...placed,
    top: placed.top + index * one,
    height: one,
    text: { ...text, lines: [range] },
  }));
}

/** Lines of one text that follow each other, as that text again. */
function joined(texts: readonly PlacedText[]): readonly PlacedText[] {
  const whole: PlacedText[] = [];
  for (const one of texts) {
    const last = whole.at(-1);
    if (
      last === undefined ||
      last.text.paragraph !== one.text.paragraph ||
      last.role !== one.role
    ) {
      whole.push(one);
      continue;
    }
    const lines = [...last.text.lines, ...one.text.lines];
    whole[whole.length - 1] = {
      ...last,
      height: last.height + one.height,
      text: { ...last.text, lines },
    };
  }
  return whole;
}
