import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CERTIFICATE_KEYS } from '../packages/i18n/src/certificate-keys.ts';
import type { CertificateWords } from '../packages/i18n/src/certificate-messages.ts';
import { INTERFACE_LANGUAGES } from '../packages/i18n/src/messages.ts';

const messages = join(import.meta.dirname, '..', 'i18n');
const KEPT = ['@metadata', 'authors', 'draft', ...CERTIFICATE_KEYS];

/** The words of one of `CERTIFICATE_LANGUAGES`, from the file that translators edit: a page's has them too. */
export function certificateWords(tag: string): CertificateWords {
  const ofPages = INTERFACE_LANGUAGES.includes(tag);
  const file = ofPages ? `${tag}.json` : `certificate/${tag.toLowerCase()}.json`;
  const all: unknown = JSON.parse(readFileSync(join(messages, file), 'utf8'));
  return JSON.parse(JSON.stringify(all, KEPT));
}

/** The words round the facts of a letter in this language, as translators write them; null where it has none. */
export function letterWords(tag: string): Readonly<Record<string, string>> | null {
  const ofPages = INTERFACE_LANGUAGES.includes(tag);
  const file = join(messages, ofPages ? `${tag}.json` : `letter/${tag.toLowerCase()}.json`);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}
