import { messagesFor } from '@laurel/i18n/messages';
import { readBrought } from '@laurel/offline/brought';
import { reportLines } from '@laurel/offline/report-lines';
import { verifyOffline } from '@laurel/offline/verify-offline';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keptFile } from '../support/kept-files.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aHolder, type Holder, makeRecord } from '../support/recording.ts';
import { fetchJson } from '../support/stranger.ts';

let laurel: Laurel;
let holder: Holder;
let page: string;
let root: string;

beforeAll(async () => {
  laurel = await startLaurel();
  holder = await aHolder(laurel, 'Ọlá of Ìbàdàn', [{}, { disclosure: 'none' }]);
  const id = await makeRecord(holder.session, holder.credentials);
  await holder.session.post(`/me/record/${id}/link`, { link: 'on' });
  page = `${laurel.url}/c/${id}`;
  const history = (await fetchJson(`${laurel.url}/.well-known/keys.json`)) as {
    keys: { use: string; publicKeyMultibase: string }[];
  };
  root = history.keys.find(({ use }) => use === 'root')?.publicKeyMultibase ?? '';
});
afterAll(() => laurel.stop());

async function verified(...files: readonly Uint8Array<ArrayBuffer>[]) {
  const brought = await readBrought(files);
  if (!brought.ok) throw new Error(brought.failure);
  const trust = { roots: [root], origin: laurel.origin };
  return verifyOffline(brought.value, trust as never, Math.floor(Date.now() / 1000));
}

function held({ checks }: Awaited<ReturnType<typeof verified>>) {
  return checks.filter(({ check }) => check === 'held').map(({ finding }) => finding);
}

function bytes(value: unknown): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(JSON.stringify(value)));
}

describe('from files alone', () => {
  test.each(['json', 'jwt', 'jose', 'bundle'] as const)(
    'a record kept as %s is valid with its bundle, and so is each that it holds',
    async (form) => {
      const [file, bundle] = await Promise.all([keptFile(page, form), keptFile(page, 'bundle')]);
      const report = await verified(file, ...(form === 'bundle' ? [] : [bundle]));

      expect(report.verdict).toBe('valid');
      expect(held(report)).toEqual(['valid', 'valid']);
      const lines = reportLines(report, false, 0, messagesFor('en')).join('\n');
      expect(lines).toContain('What I learned');
      expect(lines).toContain('Workshop Participation');
    },
  );

  test('without what belongs to one that it holds, that one stays open, and the whole with it', async () => {
    const bundle = JSON.parse(new TextDecoder().decode(await keptFile(page, 'bundle')));
    const report = await verified(bytes({ ...bundle, held: bundle.held.slice(0, 1) }));

    expect(held(report)).toEqual(['valid', 'unknown']);
    expect(report.verdict).toBe('unknown');
  });

  test('what belongs to one does not speak for another', async () => {
    const bundle = JSON.parse(new TextDecoder().decode(await keptFile(page, 'bundle')));
    const report = await verified(bytes({ ...bundle, held: bundle.held.toReversed() }));

    expect(report.verdict).not.toBe('valid');
  });

  test('one that was withdrawn since is told by the list of its issuer', async () => {
    await holder.session.post(`/me/credentials/${holder.credentials[1]}/withdraw`);
    const report = await verified(await keptFile(page, 'bundle'));

    expect(held(report)).toEqual(['valid', 'revoked']);
    expect(report.verdict).toBe('revoked');
  });
});
