import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { messagesFor } from '@laurel/i18n/messages';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { build } from '../../../development/build.ts';
import { CROWDED, facts } from './facts.ts';
import { readTexts } from './structure.ts';
import { IN_ARABIC, IN_DAGBANI, PAPERS } from './variants.ts';
import { type RunningRenderer, startRenderer } from './workerd.ts';

vi.setConfig({ testTimeout: 60_000 });

let running: RunningRenderer;
beforeAll(async () => {
  running = await startRenderer(`${await build()}/laurel-renderer`);
}, 120_000);
afterAll(() => running?.stop());

const { message } = messagesFor('en');
const arabic = messagesFor('ar').message;

test('a certificate is tagged, and each of its texts is a heading, a paragraph or a link', async () => {
  for (const paper of PAPERS) {
    const pdf = await running.renderer.renderPdf(facts(), paper);
    const { catalog } = await PDFDocument.load(pdf, { updateMetadata: false });
    expect(catalog.lookup(PDFName.of('MarkInfo'), PDFDict).toString()).toContain('/Marked true');
    const texts = await readTexts(pdf);
    expect(texts.filter(({ role }) => !['H1', 'H2', 'P', 'Link'].includes(role))).toEqual([]);
    expect(texts.every(({ text }) => text !== '')).toBe(true);
    const said = (role: string) => texts.filter((one) => one.role === role).map(({ text }) => text);
    expect(said('H1')).toEqual(['Certificate of training']);
    expect(said('H2')).toEqual([
      'Amina Sowah',
      'Workshop Trainer',
      message('certificate-says'),
      message('certificate-does-not-say'),
      message('certificate-check'),
    ]);
    expect(said('Link')).toEqual([facts().url]);
  }
});

test('it is read as it is said: the name, what for, the facts, what it says, how to check, who issued it', async () => {
  for (const paper of PAPERS) {
    const texts = await readTexts(await running.renderer.renderPdf(facts(), paper));
    expect(texts.map(({ text }) => text)).toEqual(
      [
        'Certificate of training',
        message('certificate-holder-label'),
        'Amina Sowah',
        message('certificate-holder-account'),
        message('certificate-achievement-label'),
        'Workshop Trainer',
        facts().achievementDescription,
        ...[message('certificate-issuer'), 'Wikimedians of Tamale'],
        ...[message('certificate-issued-on'), '23 November 2026', '2026-11-23'],
        ...[message('certificate-period'), '21 November 2026 – 22 November 2026'],
        '2026-11-21/2026-11-22',
        ...[message('certificate-hours'), '12.5 hours'],
        ...[message('certificate-valid-until'), '23 November 2029', '2029-11-23'],
        message('certificate-evidence'),
        `${message('evidence-organizer-attendance-list')} · ${message('evidence-attestation')}`,
        ...[message('certificate-says'), facts().criteria],
        ...[message('certificate-does-not-say'), facts().doesNotMean],
        message('certificate-check'),
        message('certificate-check-how', 'credential.json'),
        facts().url,
        message('certificate-footer', 'Wikimedians of Tamale'),
      ].map(unisolated),
    );
  }
});

test('of two languages all of one is read before the other, each as its own language', async () => {
  for (const paper of PAPERS) {
    const texts = await readTexts(
      await running.renderer.renderPdf(facts({ second: IN_ARABIC }), paper),
    );
    const at = (text: string) => texts.findIndex((one) => one.text === text);
    expect(at('Amina Sowah')).toBeLessThan(at('Workshop Trainer'));
    expect(at(message('certificate-does-not-say'))).toBeLessThan(at(IN_ARABIC.achievementName));
    expect(at(arabic('certificate-does-not-say'))).toBeLessThan(at(message('certificate-check')));
    for (const said of [IN_ARABIC.achievementName, arabic('certificate-says')]) {
      expect(texts[at(said)]?.language, said).toBe('ar');
    }
    expect(texts[at('Workshop Trainer')]?.language).toBe(null);
  }
});

test('labels that are in another language than the certificate are marked as theirs', async () => {
  const texts = await readTexts(await running.renderer.renderPdf(facts(IN_DAGBANI)));
  const languageOf = (said: string) => texts.find(({ text }) => text === said)?.language;
  expect(languageOf(message('certificate-holder-label'))).toBe('en');
  expect(languageOf(IN_DAGBANI.achievementName)).toBe(null);
});

test('further pages are read after the first, and begin with a heading', async () => {
  const texts = await readTexts(await running.renderer.renderPdf(CROWDED));
  const headings = texts.filter(({ role }) => role === 'H1').map(({ text }) => text);
  expect(headings).toEqual(Array(2).fill(message('certificate-heading-role')));
  expect(texts.map(({ text }) => text)).toContain(CROWDED.criteria.trim());
});

function unisolated(text: string): string {
  return text.replaceAll(/[\u2066-\u2069]/g, '');
}
