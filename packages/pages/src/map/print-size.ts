import type { ShownLane } from './shown-lanes.tsx';

/**
 * How a map is printed, so that it is on one sheet: the largest first, and with fewer texts at the end. Of
 * the 275 millimetres of a sheet, 175 are for lanes; a twelfth is lost where steps are not broken.
 */
const PRINT_SIZES = [
  { name: 'print-large', letters: 38, lines: 58, hints: true },
  { name: 'print-usual', letters: 36, lines: 126, hints: true },
  { name: 'print-small', letters: 45, lines: 162, hints: true },
  { name: 'print-dense', letters: 38, lines: 262, hints: true },
  { name: 'print-names', letters: 40, lines: 280, hints: false },
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
