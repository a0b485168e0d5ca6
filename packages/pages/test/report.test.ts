import { CHECK_NAMES, type Check } from '@laurel/core/verdict';
import { INTERFACE_LANGUAGES, messagesFor } from '@laurel/i18n/messages';
import { htmlOf } from '@laurel/pages/document';
import { findingSentence } from '@laurel/pages/finding';
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

test('What a credential does not have is told as nothing to check, neither as passed nor as left out.', async () => {
  const checks: readonly Check[] = [
    { check: 'status', result: 'pass', finding: 'none', values: [] },
    { check: 'time', result: 'pass', finding: 'not_stated', values: [] },
    { check: 'terms', result: 'skipped', finding: 'none', values: [] },
  ];
  for (const language of INTERFACE_LANGUAGES) {
    const messages = messagesFor(language);
    const html = await htmlOf(listOf(checks, messages));
    expect(html.split(`: ${messages.message('result-none')}</strong>`)).toHaveLength(4);
    expect(html.split('<li class="skipped"')).toHaveLength(4);
    expect(html).not.toContain('✓');
  }
});

test('What a stranger wrote neither fills a sentence of ours nor turns it around.', () => {
  for (const language of INTERFACE_LANGUAGES) {
    const told = (value: string) =>
      findingSentence(
        { check: 'terms', result: 'warn', finding: 'property_unknown', values: [value] },
        messagesFor(language),
      );
    const long = told(`begins${'x'.repeat(100_000)}#ends`);
    expect(long.length).toBeLessThan(400);
    expect(long).toMatch(/begins.*#ends/);
    expect(told('\u2069\u202etrue')).not.toMatch(/\u202e|\u2069./);
    expect(told('صفة')).toContain('\u2068صفة\u2069');
  }
});
