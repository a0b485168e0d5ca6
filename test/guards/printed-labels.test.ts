import { readFileSync } from 'node:fs';
import { CERTIFICATE_LANGUAGES } from '@laurel/i18n/certificate-languages';
import { expect, test } from 'vitest';
import { labelsNow, labelsOnce, RECORD } from '../../scripts/printed-labels.ts';

const recorded: Readonly<Record<string, string>> = JSON.parse(readFileSync(RECORD, 'utf8'));
const recordOf = (tag: string) => (recorded[tag] ?? '').split(' ');

test.each(CERTIFICATE_LANGUAGES)('what certificates in %s say is recorded', (tag) => {
  const missing = labelsNow(tag).filter((one) => !recordOf(tag).includes(one));

  expect(missing, 'see “the words of a certificate” in CONTRIBUTING.md').toEqual([]);
});

test.each(CERTIFICATE_LANGUAGES)('what certificates in %s once said is still known', (tag) => {
  const known = [...labelsNow(tag), ...labelsOnce(tag)];
  const forgotten = recordOf(tag).filter((one) => !known.includes(one));

  expect(
    forgotten,
    'a label was worded anew: its former wording belongs into former-labels.json, or papers that say it come out unknown',
  ).toEqual([]);
});
