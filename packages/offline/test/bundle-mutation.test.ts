import { isJsonObject, type Json } from '@laurel/core/json';
import { beforeAll, expect, test } from 'vitest';
import { mutationsOf } from '../../../test/support/mutations.ts';
import { readBrought } from '../src/brought.ts';
import { type OfflineReport, verifyOffline } from '../src/verify-offline.ts';
import { aKeptCredential, type KeptCredential, NOW_SECONDS, ORIGIN } from './a-kept-credential.ts';
import { fileOf } from './verified.ts';

let kept: KeptCredential;
let whole: OfflineReport;
beforeAll(async () => {
  kept = await aKeptCredential();
  whole = await reportOrRefusal(kept.bundle, kept.document).then(mustBeReport);
});

async function reportOrRefusal(bundle: unknown, credential: string) {
  const brought = await readBrought([fileOf(credential), fileOf(JSON.stringify(bundle))]);
  const trust = { roots: [kept.root], origin: ORIGIN };
  return brought.ok ? verifyOffline(brought.value, trust, NOW_SECONDS) : brought.failure;
}

function mustBeReport(report: OfflineReport | string): OfflineReport {
  if (typeof report === 'string') throw new Error(report);
  return report;
}

/** When a bundle was put together is nobody's word, and nothing is made of it. */
const SAID_BY_NOBODY = /^\/(?:madeAt|status\/takenAt)\b/;
/** Not looked at where a credential stands beside it; and what shows where its other forms are logged. */
const OF_ANOTHER = /^\/(?:credential|log\/[12])\b/;

test('no leaf of a bundle can be changed unseen', async () => {
  const bundle: Json = JSON.parse(JSON.stringify(kept.bundle));
  expect(whole.verdict).toBe('valid');
  const mutations = mutationsOf(bundle);
  expect(mutations.length).toBeGreaterThan(400);

  const missed: string[] = [];
  for (const { at, mutated } of mutations) {
    const report = await reportOrRefusal(mutated, kept.document);
    if (typeof report === 'string' || report.verdict !== 'valid') continue;
    expect(report).toEqual(whole);
    if (!SAID_BY_NOBODY.test(at) && !OF_ANOTHER.test(at)) missed.push(at);
  }

  expect(missed).toEqual([]);
});

test.each(['joseJwt', 'rsaJwt'] as const)(
  'no leaf of a bundle can be changed unseen beside the %s',
  async (form) => {
    const { issuerKeys, serviceKeys, log, status } = kept.bundle;
    const place = form === 'joseJwt' ? 1 : 2;
    const mutations = mutationsOf([...log]).filter(({ at }) => at.startsWith(`/${place}`));
    expect(mutations.length).toBeGreaterThan(5);

    for (const { at, mutated } of mutations) {
      const report = await reportOrRefusal({ ...kept.bundle, log: mutated }, kept[form]);
      expect(`${at} ${typeof report === 'string' ? report : report.verdict}`).not.toMatch(
        / valid$/,
      );
    }
    const without = await reportOrRefusal(
      { ...kept.bundle, issuerKeys, serviceKeys, status, log: log.toSpliced(place, 1) },
      kept[form],
    );
    expect(mustBeReport(without).verdict).toBe('unknown');
  },
);

test('no leaf of the document in a bundle that came alone can be changed unseen', async () => {
  const document: Json = JSON.parse(kept.document);
  const mutations = mutationsOf(document);
  expect(mutations.length).toBeGreaterThan(200);

  for (const { at, mutated } of mutations) {
    const bundle = { ...kept.bundle, credential: JSON.stringify(mutated) };
    const brought = await readBrought([fileOf(bundle)]);
    if (!brought.ok) continue;
    const trust = { roots: [kept.root], origin: ORIGIN };
    const { verdict } = await verifyOffline(brought.value, trust, NOW_SECONDS);
    expect(`${at}: ${verdict}`).not.toMatch(/: valid$/);
  }
});

test('a member more, or one less, anywhere in a bundle is not taken', async () => {
  const { status } = kept.bundle;
  const changed = [
    { ...kept.bundle, more: true },
    { ...kept.bundle, issuerKeys: { ...kept.bundle.issuerKeys, more: true } },
    { ...kept.bundle, serviceKeys: { ...kept.bundle.serviceKeys, more: true } },
    { ...kept.bundle, status: { ...status, list: { ...status?.list, more: true } } },
    { ...kept.bundle, status: { ...status, list: { ...status?.list, name: null } } },
    ...Object.keys(kept.bundle).map((name) =>
      Object.fromEntries(Object.entries(kept.bundle).filter(([one]) => one !== name)),
    ),
  ];
  for (const bundle of changed) {
    expect(isJsonObject(bundle)).toBe(true);
    const report = await reportOrRefusal(bundle, kept.document);
    expect(typeof report === 'string' ? report : report.verdict).not.toBe('valid');
  }
});
