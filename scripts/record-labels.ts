import { readFileSync, writeFileSync } from 'node:fs';
import { CERTIFICATE_LANGUAGES } from '../packages/i18n/src/certificate-languages.ts';
import { labelsNow, labelsOnce, RECORD } from './printed-labels.ts';

// Adds what certificates say now to what they have ever said. What is there already stays.
const recorded: Readonly<Record<string, string>> = JSON.parse(readFileSync(RECORD, 'utf8'));
const record = CERTIFICATE_LANGUAGES.map((tag) => {
  const before = (recorded[tag] ?? '').split(' ').filter((one) => one !== '');
  return [tag, [...new Set([...before, ...labelsOnce(tag), ...labelsNow(tag)])].join(' ')];
});
writeFileSync(RECORD, `${JSON.stringify(Object.fromEntries(record), null, 2)}\n`);
