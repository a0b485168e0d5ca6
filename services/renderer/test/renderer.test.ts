import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import type { CertificateFacts } from '@laurel/contracts/renderer-rpc';
import { messagesFor } from '@laurel/i18n/messages';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { build } from '../../../development/build.ts';
import { drawnRuns } from './drawn-text.ts';
import { CROWDED, facts } from './facts.ts';
import { openPdf, readQrCode } from './opened-pdf.ts';
import { type RunningRenderer, startRenderer } from './workerd.ts';

vi.setConfig({ testTimeout: 60_000 });

let folder: string;
let running: RunningRenderer;

beforeAll(async () => {
  folder = `${await build()}/laurel-renderer`;
  running = await startRenderer(folder);
}, 120_000);

afterAll(() => running?.stop());

const { message } = messagesFor('en');
const opened = async (changes: Partial<CertificateFacts> = {}) =>
  openPdf(await running.renderer.renderPdf(facts(changes)));

test('a certificate says who was recognised, for what, by whom, when, how long and on what evidence', async () => {
  const pdf = await opened();
  expect(pdf.pages).toBe(1);
  expect([Math.round(pdf.width), Math.round(pdf.height)]).toEqual([842, 595]);
  for (const text of [
    'Certificate of training',
    'Amina Sowah',
    'Wikimedia user name',
    'Workshop Trainer',
    'Completed the training for people who teach newcomers in workshops.',
    'Wikimedians of Tamale',
    '23 November 2026 2026-11-23',
    '2026-11-21/2026-11-22',
    '23 November 2029 2029-11-23',
    '12.5 hours',
    `${message('evidence-organizer-attendance-list')} · ${message('evidence-attestation')}`,
    'Took part in both days',
    'It is no licence to teach',
    'https://laurel.example/c/q3Vn0bXk5Yt2cW8aD',
    'It is not issued or endorsed by the Wikimedia Foundation.',
  ]) {
    expect(pdf.text).toContain(text);
  }
  expect(pdf.text).not.toContain('Demonstration');
  expect(pdf.links).toEqual(['https://laurel.example/c/q3Vn0bXk5Yt2cW8aD']);
});

test('a preview says that it is one, in the certificate and across the badge, and carries no credential', async () => {
  const preview = facts({ credential: null });
  const bytes = await running.renderer.renderPdf(preview);
  const pdf = await openPdf(bytes);
  expect(pdf.text).toContain('Preview: Certificate of training');
  expect(pdf.text).toContain(message('certificate-preview'));
  expect(pdf.text).toContain(message('certificate-preview-check').slice(0, 40));
  const { catalog } = await PDFDocument.load(bytes);
  expect(catalog.has(PDFName.of('AF'))).toBe(false);
  const names = catalog.lookupMaybe(PDFName.of('Names'), PDFDict);
  expect(names?.has(PDFName.of('EmbeddedFiles')) ?? false).toBe(false);
  const svg = await running.renderer.renderSvg(preview);
  expect(svg).toContain(BAND_INK);
  expect(svg).not.toContain('openbadges');
  expect(await running.renderer.renderSvg(facts())).not.toContain(BAND_INK);
  for (const language of ['en', 'ar']) {
    const image = await loadImage(
      Buffer.from(await running.renderer.renderPng({ ...preview, language })),
    );
    const context = createCanvas(512, 512).getContext('2d');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, 512, 512);
    const inked = data.filter((red, at) => at % 4 === 0 && red === 0x8c && data[at + 1] === 0x1d);
    expect(inked.length, language).toBeGreaterThan(1000);
  }
});

test('facts that are absent leave no label behind', async () => {
  const pdf = await opened({
    period: null,
    hours: null,
    validUntil: null,
    role: null,
    evidenceClasses: ['no-such-class'],
    doesNotMean: '',
  });
  for (const key of [
    'certificate-period',
    'certificate-hours',
    'certificate-valid-until',
    'certificate-role',
    'certificate-evidence',
    'certificate-does-not-say',
  ] as const) {
    expect(pdf.runs.map(({ text }) => text)).not.toContain(message(key));
  }
});

test('a phone reads the address from the QR code of every certificate, short or long', async () => {
  for (const changes of [
    facts(),
    CROWDED,
    facts({ url: `https://l.example/c/${'a'.repeat(150)}` }),
  ]) {
    const bytes = await running.renderer.renderPdf(changes);
    expect(await readQrCode(bytes, dotsFor(changes))).toBe(changes.url);
  }
});

test('a certificate carries its metadata and the signed credential, byte for byte, as its source', async () => {
  const changes = { achievementName: 'مدرب ورش', issuerName: 'Łódź Group' };
  const bytes = await running.renderer.renderPdf(facts(changes));
  const pdf = await openPdf(bytes);
  expect(pdf.metadata).toMatchObject({
    Title: 'Certificate of training: مدرب ورش',
    Author: 'Łódź Group',
    Subject: facts().url,
    Language: 'en',
    CreationDate: expect.stringContaining('20261123000000'),
    ModDate: expect.stringContaining('20261123000000'),
  });
  const file = pdf.attachments.get('credential.json');
  expect(new TextDecoder().decode(file)).toBe(facts().credential);

  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const described = document.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFDict ? [object] : []))
    .filter((object) => object.get(PDFName.of('AFRelationship')) === PDFName.of('Source'));
  expect(described).toHaveLength(1);
  const types = document.context
    .enumerateIndirectObjects()
    .map(([, object]) => object.toString().includes('/Subtype /application#2Fvc'));
  expect(types).toContain(true);
});

test('a name in Latin, Greek or Cyrillic letters is drawn exactly', async () => {
  for (const name of [
    'Hausa ɓɗƙ Ɓala',
    'Nguyễn Thị Ánh Tuyết ữ Đặng',
    'Ifẹ ọmọ Ṣadé Ụzọ ǹ ḿ ṃ ṅ',
    'Łódź Žižek Çağrı Ægir ŋ',
    'Олена Ковальчук Ґ ї Ѓорѓи',
    'Ελένη Παπαδοπούλου ΐ',
    'Office affluent fi ffl AVATO',
    "O'Brien-Smith (WMXX) № 5 “q” … €",
    'Tuvaluʻi',
  ]) {
    const pdf = await opened({ holder: { mode: 'account', username: name } });
    expect(pdf.text, name).toContain(name);
  }
});

test('a name that was typed with combining marks is drawn where Unicode has it precomposed', async () => {
  const pdf = await opened({ holder: { mode: 'name', name: 'Zoe\u0308' } });
  expect(pdf.text).toContain('Zoë');
  expect(pdf.text).toContain('Name given by the holder, checked by nobody');
});

test('a certificate in Arabic is in Arabic, and begins at the right', async () => {
  const arabic = messagesFor('ar').message;
  const pdf = await opened({
    language: 'ar',
    achievementName: 'مدرب ورش',
    achievementDescription: 'أكمل التدريب',
    criteria: 'حضر اليومين',
    doesNotMean: 'ليس ترخيصًا',
    issuerName: 'مجموعة تامالي',
    role: 'مدرب',
    holder: { mode: 'account', username: 'ليان الخطّاط' },
  });
  for (const text of [
    arabic('certificate-heading-training'),
    arabic('certificate-holder-account'),
    'ليان الخطّاط',
    'مدرب ورش',
    'أكمل التدريب',
    'مجموعة تامالي',
    '2026-11-21/2026-11-22',
    'https://laurel.example/c/q3Vn0bXk5Yt2cW8aD',
  ]) {
    expect(pdf.text).toContain(text);
  }
  expect(pdf.text).not.toContain(message('certificate-heading-training'));
  expect(pdf.metadata).toMatchObject({ Author: 'مجموعة تامالي', Language: 'ar' });
  const [name, achievement] = ['ليان الخطّاط', 'مدرب ورش'].map((text) =>
    pdf.runs.find((run) => run.text === text),
  );
  expect(name?.right).toBeCloseTo(achievement?.right ?? 0, 1);
  expect(name?.right).toBeGreaterThan(pdf.width - 80);
});

test('what a person wrote keeps its own direction on a page of the other', async () => {
  const latin = await opened({ language: 'ar', holder: { mode: 'name', name: 'Amina (WMXX)' } });
  expect(latin.text).toContain('Amina (WMXX)');
  const arabic = await opened({ holder: { mode: 'name', name: 'ليان الخطّاط' } });
  expect(arabic.text).toContain('ليان الخطّاط');
});

test('a sign has a font wherever it stands, also after letters of another script', async () => {
  const name = 'Amina، أميرة؟ Laurel। 漢字。Wiki。';
  const { boxed } = await running.renderer.renderCertificate(
    facts({ holder: { mode: 'name', name }, achievementName: name }),
  );
  expect(boxed).toEqual([]);
  const crowded = await running.renderer.renderCertificate({ ...CROWDED, language: 'ar' });
  expect(crowded.boxed).toEqual([]);
});

test('a character that no font draws is shown as its code point, listed, and copied as it is', async () => {
  const name = 'Amina \ue000 \u{10ffff}';
  const { pdf, boxed } = await running.renderer.renderCertificate(
    facts({ holder: { mode: 'name', name } }),
  );
  expect(boxed).toEqual(['\ue000', '\u{10ffff}']);
  const { text } = await openPdf(pdf);
  expect(text).toContain(name);
  expect(text).toContain(message('certificate-boxed'));
  expect((await opened()).text).not.toContain(message('certificate-boxed'));
});

test.each([
  ['of 300 characters', 'Ŵa'.repeat(150), []],
  ['of combining marks alone', '\u0301\u0323\u0301', []],
  ['of directional controls alone', '\u202e\u2066\u200f', ['\u202e', '\u2066', '\u200f']],
  ['that would turn around what follows', 'Amina\u202egnp', ['\u202e']],
  ['of 85 bytes of emoji', '\u{1f33f}'.repeat(21), []],
  ['of emoji that are joined', '\u{1f469}\u{1f3fd}\u200d\u{1f3eb} \u{1f1ec}\u{1f1ed}', []],
  ['of half a character', 'Amina \ud83c', []],
  ['with control characters', 'Amina\u0007', ['\u0007']],
  ['without any character', '', []],
])('a name %s is drawn safely', async (_, name, expected) => {
  const changed = facts({ holder: { mode: 'name', name }, achievementName: name });
  const { pdf, boxed } = await running.renderer.renderCertificate(changed);
  expect(boxed).toEqual(expected);
  const { pages, text } = await openPdf(pdf);
  expect(pages).toBe(1);
  expect(text).toContain(message('certificate-footer', facts().issuerName));
});

test('a mark without a letter stands on a dotted circle, and not on what is left of it', async () => {
  const name = '\u0323\u0301';
  const runs = await drawnRuns(await running.renderer.renderPdf(facts({ achievementName: name })));
  const { outline, advance } = runs.find(({ text }) => text === name) ?? {
    outline: [],
    advance: 0,
  };
  const across = outline.filter((_, index) => index % 2 === 0);
  expect(Math.min(...across)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...across)).toBeLessThanOrEqual(advance);
  expect(advance).toBeGreaterThan(300);
});

test('a certificate without a name says that the holder chose so', async () => {
  const pdf = await opened({ holder: { mode: 'none' } });
  expect(pdf.text).toContain('a volunteer who chose not to be named here');
  expect(pdf.text).not.toContain('Wikimedia user name');
});

test('a demonstration says in print that it is one', async () => {
  expect((await opened({ demonstration: true })).text).toContain(
    message('certificate-demonstration'),
  );
});

test('a certificate carries its bundle beside the credential, as a supplement to it', async () => {
  const bundle = '{"format":"laurel-proof-bundle-v1","madeAt":"2026-11-23T09:00:00Z"}';

  const bytes = await running.renderer.renderPdf(facts({ bundle }));

  const { attachments } = await openPdf(bytes);
  expect([...attachments.keys()]).toEqual(['credential.json', 'laurel-proof.json']);
  expect(new TextDecoder().decode(attachments.get('laurel-proof.json'))).toBe(bundle);
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const supplements = document.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFDict ? [object] : []))
    .filter((object) => object.get(PDFName.of('AFRelationship')) === PDFName.of('Supplement'));
  expect(supplements).toHaveLength(1);
  expect(await running.renderer.renderPdf(facts({ bundle }))).toEqual(bytes);
});

test('the same facts give the same bytes, whatever was drawn before, side by side and in a fresh process', async () => {
  const { renderer } = running;
  const samples = [
    facts(),
    CROWDED,
    facts({ holder: { mode: 'name', name: 'Zoz fi µ μ \u00a0 Kk ssı' } }),
  ];
  for (const name of ['Žižek Łódź ẑ ẓ', 'ﬁ ﬀ ŉ ĳ µ', 'ﬁ μ Ω \u00a0x', 'ķ ḱ ş ș İi']) {
    await renderer.renderPdf(facts({ holder: { mode: 'name', name }, achievementName: name }));
  }
  const pictures = [await renderer.renderPng(facts()), await renderer.renderSvg(facts())];
  const drawn = await Promise.all(samples.map((sample) => renderer.renderPdf(sample)));
  const again = await Promise.all(samples.map((sample) => renderer.renderPdf(sample)));
  expect(again).toEqual(drawn);
  const fresh = await startRenderer(folder);
  try {
    for (const [index, sample] of samples.toReversed().entries()) {
      const bytes = await fresh.renderer.renderPdf(sample);
      expect(bytes.length).toBe(drawn.at(-1 - index)?.length);
      expect(bytes).toEqual(drawn.at(-1 - index));
    }
    expect([
      await fresh.renderer.renderPng(facts()),
      await fresh.renderer.renderSvg(facts()),
    ]).toEqual(pictures);
  } finally {
    await fresh.stop();
  }
});

test('the renderer answers that it is well', async () => {
  expect(await running.renderer.health()).toEqual({ ok: true });
});

/** The colour of the word across the badge of a preview. */
const BAND_INK = '#8c1d18';

/** Dots to an inch by which a code is read: longer addresses than any of ours have smaller modules. */
function dotsFor({ url }: CertificateFacts): number {
  return url.length > 100 ? 180 : 150;
}
