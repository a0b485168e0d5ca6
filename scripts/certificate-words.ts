import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CERTIFICATE_KEYS } from '../packages/i18n/src/certificate-keys.ts';
import type { CertificateWords } from '../packages/i18n/src/certificate-messages.ts';

const messages = join(import.meta.dirname, '..', 'i18n');
/** Their files have what stands on a certificate among everything else. */
const OF_PAGES: readonly string[] = ['en', 'ar'];
const KEPT = ['@metadata', 'authors', 'draft', ...CERTIFICATE_KEYS];

/** The words of one of `CERTIFICATE_LANGUAGES`, from the file that translators edit. */
export function certificateWords(tag: string): CertificateWords {
  const file = OF_PAGES.includes(tag) ? `${tag}.json` : `certificate/${tag.toLowerCase()}.json`;
  const all: unknown = JSON.parse(readFileSync(join(messages, file), 'utf8'));
  return JSON.parse(JSON.stringify(all, KEPT));
}
