import type { LanguageTag } from '@laurel/core/language';
import { certificateMessagesFor } from '@laurel/i18n/certificate-messages';
import { type OutlinedLine, outlinedLine } from './draw/outlined-line.ts';
import type { ReadAsset } from './fonts/library.ts';
import { WEIGHTS } from './fonts/weight.ts';
import { lineOf } from './text/line.ts';
import { printForm } from './text/print-form.ts';
import { typesetterFor } from './text/typesetter.ts';

/** The word that tells a preview of a badge, outlined: a picture has no fonts of its own. */
export async function previewWord(language: LanguageTag, read: ReadAsset): Promise<OutlinedLine> {
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
    return outlinedLine(line, plain.at(WEIGHTS.regular));
  } finally {
    release();
  }
}
