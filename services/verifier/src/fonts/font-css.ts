import type { ChosenFonts } from './choose-web-fonts.ts';
import type { WebFont } from './web-fonts.ts';

/** What draws while a font is on its way, and what no font of ours has. */
const ON_THE_DEVICE = 'system-ui,"Noto Sans",sans-serif';

/**
 * The stylesheet of a page's fonts: where each is, for which characters (CSS Fonts 4, Section 4.5), and
 * for each language which of them come first. `within` is a selector of what they draw.
 */
export function fontCss({ fonts, order }: ChosenFonts, within: string): string {
  return [
    ...fonts.flatMap((font) =>
      font.regular === font.bold
        ? [fontFace(font, font.regular, '100 900')]
        : [fontFace(font, font.regular, '400'), fontFace(font, font.bold, '600')],
    ),
    ...[...order].filter(isTag).map(([language, names]) => {
      const stack = [...names.map((name) => `"${name}"`), ON_THE_DEVICE].join(',');
      return `${within}:lang(${language}),${within} :lang(${language}){font-family:${stack}}`;
    }),
  ].join('\n');
}

/** Nothing that was signed gets into a stylesheet but the tag of a language. */
function isTag([language]: readonly [string, unknown]): boolean {
  return /^[A-Za-z][A-Za-z0-9-]*$/.test(language);
}

function fontFace({ name, covers }: WebFont, file: string, weight: string): string {
  return (
    `@font-face{font-family:"${name}";font-weight:${weight};font-display:swap;` +
    `src:url(/fonts/${file}) format("woff2");unicode-range:${unicodeRange(covers)}}`
  );
}

function unicodeRange(covers: WebFont['covers']): string {
  const ranges: string[] = [];
  for (let at = 0; at < covers.length; at += 2) {
    const [first = 0, last = first] = covers.slice(at, at + 2);
    ranges.push(
      first === last ? `U+${first.toString(16)}` : `U+${first.toString(16)}-${last.toString(16)}`,
    );
  }
  return ranges.join(',');
}
