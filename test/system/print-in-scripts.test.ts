import type { CertificateFacts } from '@laurel/contracts/renderer-rpc';
import { certificateLanguageFor } from '@laurel/i18n/certificate-languages';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { build } from '../../development/build.ts';
import { facts } from '../../services/renderer/test/facts.ts';
import { SCRIPTS } from '../../services/renderer/test/scripts.ts';
import { type RunningRenderer, startRenderer } from '../../services/renderer/test/workerd.ts';
import { comparePrint } from '../../services/verifier/src/printed/compare-print.ts';
import { knownWords } from '../../services/verifier/src/printed/known-words.ts';
import { signedValues } from '../../services/verifier/src/printed/signed-values.ts';

vi.setConfig({ testTimeout: 60_000 });

let running: RunningRenderer;
beforeAll(async () => {
  running = await startRenderer(`${await build()}/laurel-renderer`);
}, 120_000);
afterAll(() => running?.stop());

/** What is printed for some facts, compared with what others of them would have signed. */
async function compared(printed: CertificateFacts, signed: CertificateFacts) {
  const parts = await running.renderer.takeApart(await running.renderer.renderPdf(printed));
  if (!parts.ok) throw new Error(parts.failure);
  const { holder, achievementName, achievementDescription, criteria, doesNotMean } = signed;
  const languages = [certificateLanguageFor(signed.language)];
  const { labels, hours } = await running.renderer.printedWords(languages, signed.hours);
  const texts = { achievementName, achievementDescription, criteria, doesNotMean };
  const days = [signed.issuedOn, signed.validUntil ?? '', signed.language];
  const credential = { holder, days, period: signed.period, issuer: signed.issuerName, ...texts };
  return comparePrint(
    { ...parts.value, credentials: 1 },
    signedValues(signed, hours),
    knownWords(credential, null, labels, languages),
  );
}

test.each(SCRIPTS)(
  'what is printed is what was signed, and nothing else: $title',
  async (sample) => {
    const { language, name, achievement, sentence } = sample;
    const signed = facts({
      language,
      holder: { mode: 'name', name },
      achievementName: achievement,
      achievementDescription: sentence,
      criteria: sentence,
      doesNotMean: sentence,
      issuerName: achievement,
      role: achievement,
    });

    const { check, fields, more } = await compared(signed, signed);

    expect(more).toBe('');
    expect(fields.filter(({ printed }) => !printed)).toEqual([]);
    expect(check).toMatchObject({ result: 'pass', finding: 'as_signed' });
  },
);

test.each(SCRIPTS)(
  'a letter more in a name is another name: $title',
  async ({ language, name }) => {
    const signed = facts({ language, holder: { mode: 'name', name } });
    const letter = [...name].find((one) => /\p{Lo}|\p{L}/u.test(one)) ?? 'x';
    const printed = { ...signed, holder: { mode: 'name', name: `${name}${letter}` } } as const;

    const { check } = await compared(printed, signed);

    expect(check).toMatchObject({ result: 'fail', finding: 'differs', values: ['holder'] });
  },
);

test('names that are broken over lines, in two directions, of emoji or of one letter are compared', async () => {
  for (const name of [
    'W'.repeat(85),
    'Amina '.repeat(14).trim(),
    'Amina ليان Sowah الخطّاط 2',
    '👩🏽‍🚀🌿',
    'X',
    'ff ﬁ ǆ Ⅷ',
  ]) {
    const signed = facts({ holder: { mode: 'name', name } });
    const { check, more } = await compared(signed, signed);
    expect([name, check.finding, more]).toEqual([name, 'as_signed', '']);
  }
});

test('what certificates once said of their own is known for good', async () => {
  for (const [language, said] of [
    ['en', 'Texts that end in … are longer than this page: read them in full at the address.'],
    ['ar', 'النصوص المنتهية بعلامة … أطول من هذه الصفحة: اقرأها كاملة في العنوان.'],
  ] as const) {
    expect((await running.renderer.printedWords([language], null)).labels).toContain(said);
  }
});
