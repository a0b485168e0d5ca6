import { CERTIFICATES_PER_SET } from '@laurel/contracts/renderer-rpc';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { build } from '../../../development/build.ts';
import { facts } from './facts.ts';
import { type RunningRenderer, startRenderer } from './workerd.ts';

vi.setConfig({ testTimeout: 60_000 });

let running: RunningRenderer;
beforeAll(async () => {
  running = await startRenderer(`${await build()}/laurel-renderer`);
}, 120_000);
afterAll(() => running?.stop());

const ofHolder = (username: string) => facts({ holder: { mode: 'account', username } });

test('the certificates of a set are those that are drawn one by one, in order', async () => {
  const set = ['Amina Sowah', 'ليان الخطّاط', 'জ্যোৎস্না', '山田太郎', 'Amina Sowah'].map(ofHolder);
  const paper = { size: 'letter', orientation: 'portrait' } as const;

  const pdfs = await running.renderer.renderSet(set, paper);

  expect(pdfs).toHaveLength(set.length);
  for (const [at, one] of set.entries()) {
    expect(pdfs[at]).toEqual(await running.renderer.renderPdf(one, paper));
  }
  expect(pdfs[4]).toEqual(pdfs[0]);
  expect(pdfs[1]).not.toEqual(pdfs[0]);
});

test('a set is as large as it may be, and no larger; an empty one is none', async () => {
  const set = Array.from({ length: CERTIFICATES_PER_SET }, (_, at) => ofHolder(`Ọlá ${at}`));

  expect(await running.renderer.renderSet(set)).toHaveLength(CERTIFICATES_PER_SET);
  const tooMany = async () => running.renderer.renderSet([...set, ofHolder('One Too Many')]);
  await expect(tooMany).rejects.toThrow();
  expect(await running.renderer.renderSet([])).toEqual([]);
});
