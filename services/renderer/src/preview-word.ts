import type { LanguageTag } from '@laurel/core/language';
import { certificateMessagesFor } from '@laurel/i18n/certificate-messages';
import { clustersOf } from './draw/clusters.ts';
import { placedContours } from './draw/contours.ts';
import { svgPath } from './draw/svg-path.ts';
import { UNITS_PER_EM } from './draw/true-type.ts';
import type { ReadAsset } from './fonts/library.ts';
import { WEIGHTS } from './fonts/weight.ts';
import { lineOf } from './text/line.ts';
import { printForm } from './text/print-form.ts';
import { typesetterFor } from './text/typesetter.ts';

/** A word as an outline around the middle of its baseline. Lengths are per mille of an em, y downwards. */
export type OutlinedWord = { readonly path: string; readonly width: number };

/** The word that tells a preview of a badge, outlined: a picture has no fonts of its own. */
export async function previewWord(language: LanguageTag, read: ReadAsset): Promise<OutlinedWord> {
  const messages = certificateMessagesFor(language);
  const source = {
    text: printForm(messages.message('certificate-preview-badge')),
    weight: 'bold',
    language,
    base: messages.direction,
    page: messages.direction,
  } as const;
  const { set, plain, release } = await typesetterFor([source], read);
  try {
    const line = lineOf(set(source), { start: 0, end: source.text.length });
    const width = line.width * UNITS_PER_EM;
    const contours = line.runs.flatMap((run) => {
      let pen = run.left * UNITS_PER_EM - width / 2;
      return clustersOf(run, source.text, plain.at(WEIGHTS.regular)).flatMap((cluster) => {
        const placed = placedContours(cluster.contours(), 1, pen, 0);
        pen += cluster.advance;
        return placed;
      });
    });
    return { path: svgPath(contours), width };
  } finally {
    release();
  }
}
