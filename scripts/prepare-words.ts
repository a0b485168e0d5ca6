import { join } from 'node:path';
import { CERTIFICATE_LANGUAGES } from '../packages/i18n/src/certificate-languages.ts';
import { certificateWords } from './certificate-words.ts';
import { write, written } from './font-file.ts';

/**
 * Writes what stands on a certificate beside the fonts in `folder`, one file for each language, and
 * `words.json`, which names them: a Worker reads one when it is asked for its language, and ships none.
 */
export function prepareWords(generated: string, folder: string): void {
  const files = CERTIFICATE_LANGUAGES.map((tag) => {
    const content = Buffer.from(JSON.stringify(certificateWords(tag)));
    return [tag, written(join(generated, folder), `words-${tag}`, content, 'json')] as const;
  });
  write(join(generated, 'words.json'), JSON.stringify(Object.fromEntries(files)));
}
