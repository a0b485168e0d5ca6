import type { ShownLane } from './shown-lanes.tsx';

/** How large a map is printed, so that it is on one sheet: the widest first, and with fewer texts at the end. */
const PRINT_SIZES = [
  { name: 'print-large', columns: 2, letters: 44, lines: 108, hints: true },
  { name: 'print-usual', columns: 3, letters: 36, lines: 195, hints: true },
  { name: 'print-small', columns: 3, letters: 46, lines: 255, hints: true },
  { name: 'print-dense', columns: 4, letters: 38, lines: 400, hints: true },
  { name: 'print-names', columns: 4, letters: 38, lines: 400, hints: false },
] as const;

type PrintSize = (typeof PRINT_SIZES)[number];

/** The class of a map's lanes. An estimate, on the safe side: letters differ in width, and fonts. */
export function printSizeOf(lanes: readonly ShownLane[]): PrintSize['name'] {
  const fitting = PRINT_SIZES.find((size) => linesOf(lanes, size) <= size.lines);
  return fitting?.name ?? 'print-names';
}

function linesOf(lanes: readonly ShownLane[], { letters, hints }: PrintSize): number {
  const lines = (text: string) => Math.ceil(widthOf(text) / letters);
  return lanes
    .flatMap(({ title, steps }) => [
      2 * lines(title.text),
      ...steps.map(
        ({ name, issuer, hint, retired, leadsTo }) =>
          0.7 +
          lines(name.text) +
          (hints ? lines(hint?.text ?? '') : 0) +
          (issuer === null ? 0 : 1) +
          (retired ? 1 : 0) +
          (hints ? lines(leadsTo.map((one) => one.name.text).join(' · ')) : 0),
      ),
    ])
    .reduce((sum, one) => sum + one, 0);
}

/** In Latin letters: those of East Asia, and of scripts with wide signs, take more room. */
function widthOf(text: string): number {
  const wide = text.match(
    /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/gu,
  );
  const broad = text.match(
    /[\p{Script=Myanmar}\p{Script=Khmer}\p{Script=Ethiopic}\p{Script=Malayalam}\p{Script=Tamil}]/gu,
  );
  return text.length + (wide?.length ?? 0) * 0.9 + (broad?.length ?? 0) * 0.5;
}
