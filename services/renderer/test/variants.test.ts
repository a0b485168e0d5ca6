import type { CertificateFacts } from '@laurel/contracts/renderer-rpc';
import { INTERFACE_LANGUAGES, messagesFor } from '@laurel/i18n/messages';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { build } from '../../../development/build.ts';
import { facts } from './facts.ts';
import { SVG_LOGO } from './logos.ts';
import { inkOf, type OpenedPdf, openPdf, readQrCode } from './opened-pdf.ts';
import { IN_ARABIC, IN_DAGBANI, IN_HAUSA, ORDINARY, PAPERS } from './variants.ts';
import { type RunningRenderer, startRenderer } from './workerd.ts';

vi.setConfig({ testTimeout: 60_000 });

let running: RunningRenderer;
beforeAll(async () => {
  running = await startRenderer(`${await build()}/laurel-renderer`);
}, 120_000);
afterAll(() => running?.stop());

const WITH_LOGO = { 'with a logo': facts({ logo: SVG_LOGO }) };
const VARIANTS = Object.entries({ ...ORDINARY, ...WITH_LOGO }).flatMap(([what, variant]) =>
  PAPERS.map(
    (paper) => [`${what}, on ${paper.size} in ${paper.orientation}`, variant, paper] as const,
  ),
);

const SIZES = {
  a4: { landscape: [842, 595], portrait: [595, 842] },
  letter: { landscape: [792, 612], portrait: [612, 792] },
};

/** A page whose ink is 6 % of black is a page of text with few pictures. */
const MOST_INK = 0.06;

test.each(VARIANTS)(
  'a certificate %s says all that it must, is read by a phone, and spares ink',
  async (_, variant, paper) => {
    const bytes = await running.renderer.renderPdf(variant, paper);
    const pdf = await openPdf(bytes);

    expect([Math.round(pdf.width), Math.round(pdf.height)]).toEqual(
      SIZES[paper.size][paper.orientation],
    );
    for (const said of whatIsSaid(variant)) expect(joined(pdf)).toContain(unspaced(said));
    expect(pdf.links).toEqual([variant.url]);
    expect(await readQrCode(bytes)).toBe(variant.url);
    expect(await inkOf(bytes)).toBeLessThan(MOST_INK);
  },
);

test('a term is a role’s, a period anything else’s', async () => {
  const labels = async (changes: Partial<CertificateFacts>) =>
    (await openPdf(await running.renderer.renderPdf(facts(changes)))).runs.map(({ text }) => text);
  const { message } = messagesFor('en');
  const role = await labels({ kind: 'role', role: 'Trainer' });
  expect(role).toContain(message('certificate-term'));
  expect(role).not.toContain(message('certificate-period'));
  const training = await labels({});
  expect(training).toContain(message('certificate-period'));
  expect(training).not.toContain(message('certificate-term'));
});

test('of two languages each begins at its own side, and the name stands once, larger than all else', async () => {
  for (const paper of PAPERS) {
    const signed = facts({ second: IN_ARABIC });
    const pdf = await openPdf(await running.renderer.renderPdf(signed, paper));
    const find = (text: string) => pdf.runs.filter((run) => run.text === text);
    const [english] = find(signed.achievementName);
    const [arabic] = find(IN_ARABIC.achievementName);
    expect(english?.left).toBeLessThan(70);
    expect(arabic?.right).toBeGreaterThan(pdf.width - 70);
    const names = find('Amina Sowah');
    expect(names).toHaveLength(1);
    const heights = pdf.runs.map(({ top, bottom }) => top - bottom);
    expect((names[0]?.top ?? 0) - (names[0]?.bottom ?? 0)).toBe(Math.max(...heights));
    expect(Math.abs((names[0]?.left ?? 0) + (names[0]?.right ?? 0) - pdf.width)).toBeLessThan(2);
  }
});

test('which language was signed is said in print in each, by what languages call themselves', async () => {
  const english = joined(
    await openPdf(await running.renderer.renderPdf(facts({ second: IN_ARABIC }))),
  );
  expect(english).toContain(
    unspaced('Signed in English. The texts in العربية are of the same version'),
  );
  const hausa = joined(
    await openPdf(await running.renderer.renderPdf(facts({ second: IN_HAUSA }))),
  );
  expect(hausa).toContain(unspaced('Signed in English. The texts in Hausa'));
  expect(hausa).toContain(unspaced('Harshen da aka sa wa hannu: English. Rubutun Hausa'));
  const times = hausa.split(unspaced('Signed in')).length - 1;
  expect(times).toBe(1);
  const alone = joined(await openPdf(await running.renderer.renderPdf(facts())));
  expect(alone).not.toContain(unspaced('Signed in'));
});

test('labels that two languages share are printed once, and only what differs is said twice', async () => {
  const { text } = await openPdf(await running.renderer.renderPdf(facts({ second: IN_DAGBANI })));
  const times = (said: string) => text.split(said).length - 1;
  const { message } = messagesFor('en');
  for (const key of [
    'certificate-heading-training',
    'certificate-holder-label',
    'certificate-issuer',
    'certificate-says',
    'certificate-check',
  ] as const) {
    expect(times(message(key)), key).toBe(1);
  }
  expect(times('12.5 hours')).toBe(1);
  expect(times('23 November 2026')).toBe(1);
  expect(times('2026-11-23')).toBe(1);
  expect(times(IN_DAGBANI.issuerName)).toBe(1);
});

test('two signatories have a line each, one has one, and without any there is none', async () => {
  const [, signed] =
    Object.entries(ORDINARY).find(([what]) => what.includes('signed by two')) ?? [];
  if (signed === undefined) throw new Error('There is no such certificate.');
  for (const paper of PAPERS) {
    const { runs } = await openPdf(await running.renderer.renderPdf(signed, paper));
    const places = signed.signatories.map(({ name }) => runs.find(({ text }) => text === name));
    const [one, other] = places;
    expect(one?.bottom).toBeCloseTo(other?.bottom ?? 0, 0);
    expect(other?.left).toBeGreaterThan(one?.right ?? Infinity);
  }
});

/** Every text that a certificate of these facts must hold. */
function whatIsSaid(variant: CertificateFacts): readonly string[] {
  const languages = [variant.language, variant.second?.language ?? variant.language].filter((one) =>
    INTERFACE_LANGUAGES.includes(one),
  );
  const inLabels = languages.flatMap((language) => {
    const { message } = messagesFor(language);
    const issuerName =
      variant.second?.language === language ? variant.second.issuerName : variant.issuerName;
    return [
      message(`certificate-heading-${variant.kind}`),
      message('certificate-holder-label'),
      message('certificate-footer', issuerName),
      message('certificate-check'),
      message('certificate-says'),
      message('certificate-does-not-say'),
      message('evidence-organizer-attendance-list'),
      message('evidence-attestation'),
      message('certificate-hours-value', '12.5', 12.5),
      ...(variant.holder.mode === 'name' ? [message('certificate-holder-self-declared')] : []),
      ...(variant.holder.mode === 'none' ? [message('certificate-holder-none')] : []),
      ...(variant.kind === 'role' ? [message('certificate-role')] : []),
    ];
  });
  const { holder, signatories, second } = variant;
  return [
    ...inLabels,
    ...(holder.mode === 'name' ? [holder.name] : []),
    ...(holder.mode === 'account' ? [holder.username] : []),
    ...[variant, ...(second === null ? [] : [second])].flatMap((texts) => [
      texts.achievementName,
      texts.achievementDescription,
      texts.criteria,
      texts.doesNotMean,
    ]),
    ...signatories.flatMap(({ name, office }) => [name, office]),
    variant.issuedOn,
    '2026-11-21/2026-11-22',
    variant.url,
  ];
}

/** Lines may break between any two words, and runs of other directions may stand between them. */
function joined({ text }: OpenedPdf): string {
  return unspaced(text);
}

function unspaced(text: string): string {
  return text.normalize('NFC').replaceAll(/[\s\u2066-\u2069]/g, '');
}
