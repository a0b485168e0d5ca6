import type { CertificateFacts } from '@laurel/contracts/renderer-rpc';
import type { Paper } from '@laurel/core/paper';
import { messagesFor } from '@laurel/i18n/messages';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { build } from '../../../development/build.ts';
import { CROWDED, facts, MENTORED } from './facts.ts';
import { openPdf, type TextRun } from './opened-pdf.ts';
import { touching } from './touching.ts';
import { IN_ARABIC, LONG, ORDINARY, PAPERS } from './variants.ts';
import { type RunningRenderer, startRenderer } from './workerd.ts';

vi.setConfig({ testTimeout: 60_000 });

let running: RunningRenderer;
beforeAll(async () => {
  running = await startRenderer(`${await build()}/laurel-renderer`);
}, 120_000);
afterAll(() => running?.stop());

const { message } = messagesFor('en');
const opened = async (changed: CertificateFacts, paper?: Paper) =>
  openPdf(await running.renderer.renderPdf(changed, paper));

test.each(Object.entries({ ...ORDINARY, ...LONG, 'of mentoring': MENTORED }))(
  'no text leaves the page, touches another or is cut, on any paper: a certificate %s',
  async (_, changed) => {
    for (const paper of PAPERS) {
      const pdf = await opened(changed, paper);
      expect(pdf.runs.length).toBeGreaterThan(10);
      for (const run of pdf.runs) {
        expect(run.left, run.text).toBeGreaterThan(36);
        expect(run.bottom, run.text).toBeGreaterThan(32);
        expect(run.right, run.text).toBeLessThan(pdf.width - 36);
        expect(run.top, run.text).toBeLessThan(pdf.height - 32);
      }
      expect(touching(pdf.runs)).toEqual([]);
      const printed = lettersOf(pdf.text);
      for (const text of longTextsOf(changed)) expect(holds(printed, lettersOf(text))).toBe(true);
      expect(pdf.text).not.toContain('…');
    }
  },
);

test.each(Object.entries(ORDINARY))(
  'what is usual stands on one page of any paper: a certificate %s',
  async (_, changed) => {
    for (const paper of PAPERS) expect((await opened(changed, paper)).pages).toBe(1);
  },
);

test('between two groups of texts there is more white than within one', async () => {
  for (const changed of [facts(), CROWDED, { ...CROWDED, language: 'ar' }]) {
    const labels = messagesFor(changed.language);
    for (const paper of PAPERS) {
      const { runs } = await opened(changed, paper);
      for (const key of GROUP_LABELS) {
        expect(whiteAbove(runs, labels.message(key)), key).toBeGreaterThan(8);
      }
    }
  }
});

test('a name of 85 letters, and one of 85 bytes of emoji, is printed in full on every paper', async () => {
  for (const username of ['W'.repeat(85), '\u{1f33f}'.repeat(21), 'Ŵ'.repeat(300)]) {
    for (const second of [null, IN_ARABIC]) {
      for (const paper of PAPERS) {
        const { text } = await opened(
          facts({ holder: { mode: 'account', username }, second }),
          paper,
        );
        expect(text.replaceAll(' ', '')).toContain(username);
      }
    }
  }
});

test('what has no room on the first page stands whole on the next, and each page says where', async () => {
  for (const paper of PAPERS) {
    const pdf = await opened(CROWDED, paper);
    expect(pdf.pages).toBe(2);
    const [first, second] = [0, 1].map((page) =>
      pdf.runs
        .filter((run) => run.page === page)
        .map(({ text }) => text)
        .join(' '),
    );
    expect(first).toContain(message('certificate-says'));
    expect(first).toContain(message('certificate-elsewhere'));
    expect(first).toContain(message('certificate-page', 1, 2));
    expect(second).toContain(CROWDED.criteria.trim());
    expect(second).toContain(message('certificate-continued'));
    expect(second).toContain(message('certificate-heading-role'));
    expect(second).toContain(CROWDED.url);
    expect(second).toContain('It is not issued or endorsed by the Wikimedia Foundation.');
    expect(second).toContain(message('certificate-page', 2, 2));
  }
});

const GROUP_LABELS = [
  'certificate-holder-label',
  'certificate-achievement-label',
  'certificate-issuer',
  'certificate-says',
] as const;

/** Points between the top of a label and the text above it. */
function whiteAbove(runs: readonly TextRun[], label: string): number {
  const below = runs.find(({ text }) => text === label);
  if (below === undefined) throw new Error(`${label} is not on the page.`);
  const above = runs.filter(({ page, left, right, bottom }) => {
    const over = left < below.right && right > below.left && bottom > below.bottom;
    return over && page === below.page;
  });
  return Math.min(...above.map(({ bottom }) => bottom - below.top));
}

function longTextsOf(changed: CertificateFacts): readonly string[] {
  return [changed, changed.second].flatMap((texts) =>
    texts === null
      ? []
      : [texts.achievementName, texts.achievementDescription, texts.criteria, texts.doesNotMean],
  );
}

/** How often each letter stands in a text, however its lines are broken. */
function lettersOf(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const letter of text.normalize('NFC').replaceAll(/\s/g, '')) {
    counts.set(letter, (counts.get(letter) ?? 0) + 1);
  }
  return counts;
}

function holds(all: ReadonlyMap<string, number>, some: ReadonlyMap<string, number>): boolean {
  return [...some].every(([letter, count]) => (all.get(letter) ?? 0) >= count);
}
