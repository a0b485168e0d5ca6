import { CHECK_NAMES, type Check } from '@laurel/core/verdict';
import { INTERFACE_LANGUAGES, messagesFor } from '@laurel/i18n/messages';
import { htmlOf } from '@laurel/pages/document';
import { expect, test } from 'vitest';
import { listOf } from './samples.tsx';

test('Each check has a name and a question of its own in every language.', () => {
  for (const language of INTERFACE_LANGUAGES) {
    const { message } = messagesFor(language);
    const names = CHECK_NAMES.map((name) => message(`check-${name}`));
    const questions = CHECK_NAMES.map((name) => message(`question-${name}`));
    expect(new Set([...names, ...questions]).size).toBe(CHECK_NAMES.length * 2);
    for (const question of questions) expect(question).toMatch(/[?؟]$/);
  }
});

test('Every check is a line: its name, how it ended, what was asked and why.', async () => {
  const checks: readonly Check[] = [
    { check: 'proof', result: 'pass', finding: 'signature_good', values: ['k1'] },
    { check: 'proof', result: 'warn', finding: 'unknown_kind', values: [] },
    { check: 'status', result: 'skipped', finding: 'not_checked', values: [] },
  ];
  const html = await htmlOf(listOf(checks, messagesFor('en')));
  const lines = [...html.matchAll(/<li class="(\w+)"[^>]*>(.*?)<\/li>/gs)].map(
    ([, result, line = '']) => [result, line.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')],
  );
  expect(lines.map(([result]) => result)).toEqual(['pass', 'warn', 'skipped']);
  expect(lines[0]?.[1]).toMatch(
    /✓ Signature: Passed Was anything changed since it was signed\? The signature is good/,
  );
  expect(lines[2]?.[1]).toMatch(/– Standing: Not checked Was it taken back\? /);
});
