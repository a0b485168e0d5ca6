import { Dict, OPS, type TextState, Util, type Watcher } from '../../generated/pdf-reader.js';

/** Tells, of the pages that were read since, whether any hides what it says. */
export type HiddenText = { readonly watcher: Watcher; readonly isFound: () => boolean };

/** Smaller letters are read by nobody. Points. */
const LEAST_SIZE = 2;

/** As shares: paper shows through more of it, or it is no darker than paper. */
const LEAST_OPACITY = 0.3;
const PALE = 0.85;

const named = (...names: readonly string[]) => new Set(names.map((name) => OPS[name]));

const SHOWS = named('showText', 'showSpacedText', 'nextLineShowText', 'nextLineSetSpacingShowText');
const PAINTS = named(
  ...['stroke', 'closeStroke', 'fill', 'eoFill', 'fillStroke', 'eoFillStroke', 'closeFillStroke'],
  ...['closeEOFillStroke', 'shadingFill', 'endInlineImage'],
);
const COLOURS = named('setFillColor', 'setFillColorN', 'setFillRGBColor', 'setFillCMYKColor');

/** Text that is neither filled nor outlined, or is only cut out with (PDF 2.0, Table 104). */
const UNDRAWN: readonly unknown[] = [3, 7];

/**
 * Watches for text that is not seen, and for what is painted once there is text: certificates are drawn
 * the other way round, with all text visible above all else. It does not see cuttings and fonts that lie.
 */
export function hiddenText(): HiddenText {
  let isFound = false;
  let isText = false;
  const painted = () => {
    isFound ||= isText;
  };
  const because = (state: TextState, reason: string, holds: boolean) => {
    state.unseen = { ...state.unseen, [reason]: holds };
  };
  return {
    isFound: () => isFound,
    watcher: {
      drawn: painted,
      graphics(parameters, state) {
        const opacity = parameters.get('ca');
        if (typeof opacity === 'number') because(state, 'faint', opacity < LEAST_OPACITY);
        const mask = parameters.get('SMask');
        if (mask !== undefined) because(state, 'masked', mask instanceof Dict);
      },
      operator(fn, args, state) {
        if (PAINTS.has(fn)) painted();
        else if (fn === OPS.setTextRenderingMode) {
          because(state, 'undrawn', UNDRAWN.includes(args?.[0]));
        } else if (fn === OPS.setFillGray) because(state, 'pale', isPale(args, 'gray'));
        else if (COLOURS.has(fn)) because(state, 'pale', isPale(args, 'colours'));
        else if (fn === OPS.setFillColorSpace) because(state, 'pale', false);
        else if (SHOWS.has(fn)) {
          isText = true;
          const reasons = Object.values(state.unseen ?? {});
          isFound ||= reasons.includes(true) || isTiny(state);
        }
      },
    },
  };
}

/** One value that is not grey may be of any ink: it is not judged. */
function isPale(args: readonly unknown[] | null, of: 'gray' | 'colours'): boolean {
  const values = (args ?? []).filter((value) => typeof value === 'number');
  if (values.length === 4) return values.every((value) => value < 1 - PALE);
  return (values.length === 3 || of === 'gray') && values.every((value) => value > PALE);
}

function isTiny({ ctm, textMatrix, fontSize }: TextState): boolean {
  const [a = 0, b = 0, c = 0, d = 0] = Util.transform(ctm, textMatrix);
  return Math.abs(fontSize) * Math.sqrt(Math.abs(a * d - b * c)) < LEAST_SIZE;
}
