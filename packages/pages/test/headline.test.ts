import { type Check, VERDICTS, verdictOf } from '@laurel/core/verdict';
import { INTERFACE_LANGUAGES, messagesFor } from '@laurel/i18n/messages';
import { htmlOf } from '@laurel/pages/document';
import { headlineOf } from '@laurel/pages/headline';
import { expect, test } from 'vitest';
import { bannerOf } from './samples.tsx';

const proof: Check = { check: 'proof', result: 'pass', finding: 'signature_good', values: ['k'] };
const known: Check = { check: 'issuer', result: 'pass', finding: 'known', values: ['did:web:a'] };
const stranger: Check = {
  check: 'issuer',
  result: 'warn',
  finding: 'not_registered',
  values: ['did:web:b'],
};
const forTests: Check = { ...stranger, finding: 'known_as_test' };

function banner(checks: readonly Check[], language = 'en'): Promise<string> {
  return htmlOf(bannerOf(verdictOf(checks), checks, messagesFor(language)));
}

test('A good signature of an issuer that we do not know is never told in green, nor called valid.', async () => {
  for (const language of INTERFACE_LANGUAGES) {
    const { message } = messagesFor(language);
    const html = await banner([proof, stranger], language);
    expect(html).toContain('class="verdict care"');
    expect(html).toContain(message('verdict-valid_stranger'));
    expect(html).not.toContain('✓');
    expect(html).not.toContain(`>${message('verdict-valid')}<`);
  }
  expect(await banner([proof, stranger])).toContain('We do not know who signed.');
  expect(await banner([proof])).toContain('class="verdict care"');
});

test('What merely ran out, or is written amiss, is not said to be changed or signed by somebody else.', async () => {
  const ended: Check = { check: 'proof', result: 'fail', finding: 'key_ended', values: ['k', 'd'] };
  const format = (finding: 'against_data_model' | 'undefined_term'): Check => ({
    check: 'format',
    result: 'fail',
    finding,
    values: ['/type', 'There must be a type.'],
  });
  const bad: Check = { check: 'proof', result: 'fail', finding: 'signature_bad', values: ['k'] };
  const { message } = messagesFor('en');
  const forged = message('verdict-invalid-meaning');

  for (const checks of [[ended], [{ ...ended, finding: 'proof_expired' as const }]]) {
    const html = await banner([...checks, stranger]);
    expect(html).toContain(message('verdict-invalid-over'));
    expect(html).not.toContain(forged);
  }
  const amiss = [format('against_data_model'), format('undefined_term')];
  expect(await banner([...amiss, stranger])).toContain(message('verdict-invalid-miswritten'));
  expect(await banner([ended, bad, stranger])).toContain(forged);
  expect(await banner([...amiss, bad, stranger])).toContain(forged);
});

test('A credential whose words its bearer could have chosen is not called unchanged, and these words are told.', async () => {
  const ownWords: Check = {
    check: 'terms',
    result: 'warn',
    finding: 'own_words',
    values: ['passedExams'],
  };
  for (const language of INTERFACE_LANGUAGES) {
    const { message } = messagesFor(language);
    const html = await banner([proof, stranger, ownWords], language);
    expect(html).toContain(message('verdict-valid_stranger-own_words'));
    expect(html).not.toContain(message('verdict-valid_stranger'));
    expect(html).toContain('passedExams');
  }
  expect(await banner([proof, forTests, ownWords])).toContain('passedExams');
});

test('A good signature of an issuer that is registered here is green.', async () => {
  const html = await banner([proof, known]);
  expect(html).toContain('class="verdict good"');
  expect(html).toContain('✓');
});

test('A test issuer is called that in the banner, whatever the verdict.', () => {
  const messages = messagesFor('en');
  for (const verdict of VERDICTS) {
    const { tone, word, meaning, note } = headlineOf(verdict, [proof, forTests], messages);
    expect(`${word} ${meaning} ${note}`, verdict).toMatch(/test/i);
    expect(tone, verdict).not.toBe('good');
  }
});

test('What decided stands in the banner: what was left open, what speaks against it.', async () => {
  const list: Check = {
    check: 'status',
    result: 'warn',
    finding: 'unreachable',
    values: ['lists.example'],
  };
  const open = await banner([proof, known, list]);
  expect(open).toContain('data-verdict="unknown"');
  expect(open).toMatch(
    /What could not be answered.*Standing: lists\.example gave no usable answer/s,
  );

  const bad: Check = { check: 'proof', result: 'fail', finding: 'signature_bad', values: ['k'] };
  expect(await banner([bad, known])).toMatch(/Why.*Signature: The signature does not match/s);
  expect(await banner([proof, known])).not.toContain('Why');
});
