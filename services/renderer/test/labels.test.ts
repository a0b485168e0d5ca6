import { CERTIFICATE_KEYS } from '@laurel/i18n/certificate-keys';
import { CERTIFICATE_LANGUAGES } from '@laurel/i18n/certificate-languages';
import { longDate } from '@laurel/i18n/long-date';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { build } from '../../../development/build.ts';
import { certificateWords } from '../../../scripts/certificate-words.ts';
import { CROWDED, facts } from './facts.ts';
import { openPdf } from './opened-pdf.ts';
import { touching } from './touching.ts';
import { IN_ARABIC, secondOf } from './variants.ts';
import { type RunningRenderer, startRenderer } from './workerd.ts';

vi.setConfig({ testTimeout: 60_000 });

let running: RunningRenderer;

beforeAll(async () => {
  running = await startRenderer(`${await build()}/laurel-renderer`);
}, 120_000);

afterAll(() => running?.stop());

/** The narrowest and the lowest of papers. */
const SMALLEST = [
  { size: 'a4', orientation: 'portrait' },
  { size: 'a4', orientation: 'landscape' },
] as const;

const SHORT = facts({
  achievementName: 'Laurel',
  achievementDescription: 'Laurel',
  criteria: 'Laurel',
  doesNotMean: 'Laurel',
  issuerName: 'Laurel',
});

/** Letters alone: readers part words and turn lines around, each in its own way. */
function lettersOf(text: string): string {
  return [...text.normalize('NFKD').matchAll(/\p{L}/gu)]
    .map(([letter]) => letter)
    .sort()
    .join('');
}

function missingFrom(page: string, text: string): string {
  const rest = [...page];
  return [...text]
    .filter((letter) => {
      const at = rest.indexOf(letter);
      if (at >= 0) rest.splice(at, 1);
      return at < 0;
    })
    .join('');
}

test.each(CERTIFICATE_LANGUAGES)('every label of %s has letters', async (language) => {
  const words = certificateWords(language);
  const all = CERTIFICATE_KEYS.map((key) =>
    words[key].replace(/\{\{PLURAL:\$\d\||\}\}|\$\d/g, ' '),
  );
  const { boxed } = await running.renderer.renderCertificate({
    ...SHORT,
    language,
    achievementName: all.slice(0, 20).join(' '),
    achievementDescription: all.slice(20).join(' '),
    criteria: all.slice(20).join(' '),
    doesNotMean: all.slice(30).join(' '),
  });

  expect(boxed).toEqual([]);
});

test.each(CERTIFICATE_LANGUAGES)(
  'a certificate in %s says all of it in that language',
  async (language) => {
    const words = certificateWords(language);
    const pdf = await openPdf(await running.renderer.renderPdf({ ...SHORT, language }));
    const page = lettersOf(pdf.text);
    const draft = words['@metadata'].draft === true;
    for (const key of [
      'certificate-heading-training',
      'certificate-holder-label',
      'certificate-holder-account',
      'certificate-issued-on',
      'certificate-does-not-say',
      'certificate-footer',
      ...(draft ? (['certificate-draft'] as const) : []),
    ] as const) {
      expect(missingFrom(page, lettersOf(words[key])), key).toBe('');
    }
    expect(missingFrom(page, lettersOf(longDate('2026-11-23', language)))).toBe('');
    expect(pdf.metadata.Language).toBe(language);
  },
);

test.each(CERTIFICATE_LANGUAGES)(
  'no label of %s is too long for the fullest certificate, nor for a preview of it, nor beside another',
  async (language) => {
    const crowded = { ...CROWDED, language };
    const second = language === 'ar' ? secondOf(facts()) : IN_ARABIC;
    const preview = { ...crowded, credential: null };
    for (const changed of [crowded, preview, { ...crowded, second }, { ...preview, second }]) {
      for (const paper of SMALLEST) {
        const pdf = await openPdf(await running.renderer.renderPdf(changed, paper));
        for (const run of pdf.runs) {
          expect(run.left, run.text).toBeGreaterThan(36);
          expect(run.right, run.text).toBeLessThan(pdf.width - 36);
        }
        expect(touching(pdf.runs)).toEqual([]);
      }
    }
  },
);

test.each(CERTIFICATE_LANGUAGES)(
  'a role in %s beside another language says its term, what was signed, and pages, in each',
  async (language) => {
    const words = certificateWords(language);
    const second = language === 'ar' ? secondOf(facts()) : IN_ARABIC;
    const role = facts({ ...CROWDED, language, kind: 'role', role: 'Laurel', second });
    const page = lettersOf((await openPdf(await running.renderer.renderPdf(role))).text);
    for (const key of [
      'certificate-term',
      'certificate-signed-in',
      'certificate-elsewhere',
      'certificate-continued',
      'certificate-page',
    ] as const) {
      expect(missingFrom(page, lettersOf(words[key])), key).toBe('');
    }
  },
);

test('a certificate whose labels somebody has reviewed does not say that they are a draft', async () => {
  const words = certificateWords('en');
  const pdf = await openPdf(await running.renderer.renderPdf(SHORT));

  expect(words['@metadata'].draft).toBeUndefined();
  expect(pdf.text).not.toContain(words['certificate-draft']);
});

test('a badge tells in the language of its credential what it is', async () => {
  const words = certificateWords('ha');
  const svg = await running.renderer.renderSvg(facts({ language: 'ha' }));

  expect(svg).toContain('xml:lang="ha"');
  expect(svg).toContain(words['certificate-badge-description'].split('$1')[0]);
});
