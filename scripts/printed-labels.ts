import { createHash } from 'node:crypto';
import { CERTIFICATE_KEYS } from '../packages/i18n/src/certificate-keys.ts';
import { formerMessages } from '../packages/i18n/src/former-labels.ts';
import { LETTER_KEYS } from '../packages/i18n/src/letter-messages.ts';
import { certificateWords, letterWords } from './certificate-words.ts';

/** Where it stands what certificates have ever said: by language, digests with spaces between. */
export const RECORD = 'test/guards/printed-labels.json';

/** What stands on badges, web pages and previews, of which no copy is ever compared. */
const NOT_COMPARED = /^certificate-(?:badge-|preview|check-page$|signatories$)/;

/** A digest of each label that a PDF in this language may have, be it a certificate or a letter. */
export function labelsNow(tag: string): readonly string[] {
  const words = certificateWords(tag);
  const labels = CERTIFICATE_KEYS.filter((key) => !NOT_COMPARED.test(key)).map((key) => words[key]);
  const letter = letterWords(tag);
  const sentences = letter === null ? [] : LETTER_KEYS.map((key) => letter[key] ?? '');
  return [...labels, ...sentences].map(digest);
}

/** A digest of each that it once had. */
export function labelsOnce(tag: string): readonly string[] {
  return Object.values(formerMessages(tag)).flat().map(digest);
}

function digest(message: string): string {
  return createHash('sha256').update(message).digest('hex').slice(0, 8);
}
