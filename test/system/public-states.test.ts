import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aCredential, anAwardRequest, award, revoke } from '../support/awarding.ts';
import { aHeldCredential } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { expectProblem } from '../support/problem.ts';
import { fetchJson } from '../support/stranger.ts';
import { checkIn, reportOnFile, verifyBy } from '../support/verifying.ts';

let laurel: Laurel;
beforeAll(async () => {
  laurel = await startLaurel();
});
afterAll(() => laurel.stop());

const ARTEFACTS = [
  '',
  '.json',
  '.jwt',
  '.jwt?profile=vc-jose',
  '.pdf',
  '.pdf?paper=letter&orientation=portrait',
  '.pdf?paper=nothing',
  '.png',
  '.png?size=64',
  '.png?size=65',
  '.svg',
  '.svg?download',
  '/certificate',
  '/certificate?with=nothing',
  '/social.png',
  '/embed',
  '/embed?uselang=ar',
];

describe('hidden and unknown', () => {
  test('answer the same bytes, but for the id asked for, whatever is asked', async () => {
    const { id } = await aHeldCredential(laurel, 'Zainab of Kánò');
    const unknown = 'x'.repeat(id.length);
    for (const artefact of ARTEFACTS) {
      for (const accept of ['text/html', 'application/json']) {
        const [hidden, nothing] = await Promise.all(
          [id, unknown].map(async (one) => {
            const answer = await fetch(`${laurel.url}/c/${one}${artefact}`, {
              headers: { accept },
            });
            const body = (await answer.text()).replaceAll(one, 'ID');
            return { status: answer.status, headers: headersOf(answer), body };
          }),
        );

        expect(hidden).toEqual(nothing);
        expect(hidden?.status).toBe(404);
      }
    }
  });

  test('verify alike by their address, as unknown', async () => {
    const { id } = await aHeldCredential(laurel, 'Zainab of Sókótó');

    const hidden = await verifyBy(laurel, { url: `${laurel.origin}/c/${id}` });
    const nothing = await verifyBy(laurel, { url: `${laurel.origin}/c/${'x'.repeat(17)}` });

    expect(hidden).toEqual(nothing);
    expect(hidden.verdict).toBe('unknown');
  });

  test('verify alike by a document that somebody made up for their id, also once it was withdrawn', async () => {
    const { page } = await aCredential(laurel);
    const text = await (await fetch(`${page}.json`)).text();
    const jwt = await (await fetch(`${page}.jwt?profile=vc-jose`)).text();
    const { id: hidden } = await aHeldCredential(laurel, 'Zainab of Daura');
    const taken = await aHeldCredential(laurel, 'Zainab of Gusau');
    await taken.session.post(`/me/credentials/${taken.id}/withdraw`);
    const madeUp = (id: string) => text.replaceAll(page.slice(page.lastIndexOf('/') + 1), id);
    const asJwt = (id: string) => {
      const [header, , signature] = jwt.split('.');
      const { proof: _, ...claims } = JSON.parse(madeUp(id));
      return [header, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join(
        '.',
      );
    };

    for (const make of [madeUp, asJwt]) {
      const [nothing, ...others] = await Promise.all(
        ['x'.repeat(hidden.length), hidden, taken.id].map(async (id) => {
          const made = make(id);
          const credential = made.startsWith('{') ? JSON.parse(made) : made;
          const { checks, verdict } = await verifyBy(laurel, { credential });
          return { checks, verdict };
        }),
      );

      expect(nothing?.verdict).toBe('invalid');
      expect(others).toEqual([nothing, nothing]);
    }
  });

  test('a copy of a hidden credential still verifies', async () => {
    const { id, session } = await aHeldCredential(laurel, 'Zainab of Zaria');
    await session.post(`/me/credentials/${id}/link`, { link: 'on' });
    const copy = await (await fetch(`${laurel.url}/c/${id}.json`)).json();
    const files = await Promise.all(
      ['pdf', 'png', 'svg'].map(
        async (form) =>
          new Uint8Array(await (await fetch(`${laurel.url}/c/${id}.${form}`)).arrayBuffer()),
      ),
    );
    await session.post(`/me/credentials/${id}/link`, { link: 'off' });

    expect((await fetch(`${laurel.url}/c/${id}.json`)).status).toBe(404);
    expect((await verifyBy(laurel, { credential: copy })).verdict).toBe('valid');
    for (const file of files) expect((await reportOnFile(laurel, file)).verdict).toBe('valid');
  });
});

describe('revoked', () => {
  test('is the verdict of its address and of every copy, names nobody, and gives out no certificate', async () => {
    const { page, award: revoked } = await aCredential(laurel);
    const copy = await (await fetch(`${page}.json`)).json();
    const jwt = await (await fetch(`${page}.jwt`)).text();

    const answer = await revoke(laurel, revoked, { reason: 'issued_in_error' });

    expect(answer.status).toBe(200);
    for (const input of [{ url: page }, { credential: copy }, { credential: jwt }]) {
      const report = await verifyBy(laurel, input);
      expect(report.verdict).toBe('revoked');
      expect(checkIn(report, 'status')?.result).toBe('fail');
      expect(checkIn(report, 'proof')?.result).toBe('pass');
    }
    expect(await (await fetch(`${page}.json`)).json()).toEqual(copy);
    expect(await (await fetch(page, { headers: { accept: 'text/html' } })).text()).not.toContain(
      'Ìbàdàn',
    );
    for (const artefact of ['.pdf', '.png', '.svg', '/certificate']) {
      const gone = await fetch(`${page}${artefact}`);
      expect(gone.status).toBe(410);
      await expectProblem(gone, { reason: 'credential_revoked' });
    }
  });

  test('needs a reason of the list, and changes nothing without one', async () => {
    const { page, award: kept } = await aCredential(laurel);

    const answer = await revoke(laurel, kept, { reason: 'a_quarrel' });

    await expectProblem(answer, { reason: 'request_invalid', issue: '/reason' });
    expect((await verifyBy(laurel, { url: page })).verdict).toBe('valid');
  });

  test('may be repeated with the same reason, and is refused with another', async () => {
    const { award: twice } = await aCredential(laurel);
    await revoke(laurel, twice, { reason: 'duplicate' });

    expect((await revoke(laurel, twice, { reason: 'duplicate' })).status).toBe(200);
    await expectProblem(await revoke(laurel, twice, { reason: 'wrong_person' }), {
      reason: 'award_not_in_state',
    });
  });

  test('an award of another issuer, or of none, is unknown', async () => {
    await expectProblem(await revoke(laurel, 'x'.repeat(17), { reason: 'duplicate' }), {
      reason: 'award_unknown',
    });
  });

  test('outranks withdrawal', async () => {
    const username = 'Bello of Ìlọrin';
    const { id, session, award: both } = await aHeldCredential(laurel, username);
    await session.post(`/me/credentials/${id}/link`, { link: 'on' });
    const copy = await (await fetch(`${laurel.url}/c/${id}.json`)).json();
    await session.post(`/me/credentials/${id}/withdraw`);

    await revoke(laurel, both, { reason: 'criteria_not_met' });

    expect((await verifyBy(laurel, { credential: copy })).verdict).toBe('revoked');
  });
});

describe('withdrawn', () => {
  test('leaves a tombstone without a name, and copies are answered honestly', async () => {
    const username = 'Hauwa of Jos';
    const { id, session } = await aHeldCredential(laurel, username);
    await session.post(`/me/credentials/${id}/link`, { link: 'on' });
    const page = `${laurel.url}/c/${id}`;
    const copy = await (await fetch(`${page}.json`)).json();
    const before = await (await fetch(page, { headers: { accept: 'text/html' } })).text();

    await session.post(`/me/credentials/${id}/withdraw`);

    const after = await fetch(page, { headers: { accept: 'text/html' } });
    expect(before).toContain(username);
    expect(await after.text()).not.toContain(username);
    expect(after.status).toBe(410);
    expect((await verifyBy(laurel, { credential: copy })).verdict).toBe('withdrawn');
    expect((await verifyBy(laurel, { url: page })).verdict).toBe('withdrawn');
    for (const artefact of ['.json', '.jwt', '.pdf', '.png', '.svg', '/certificate']) {
      await expectProblem(await fetch(`${page}${artefact}`), { reason: 'credential_withdrawn' });
    }
    const store = await laurel.runtime.miniflare.getD1Database('PUBLIC', 'laurel-verifier');
    const row = await store.prepare('select * from credentials where id = ?').bind(id).first();
    expect(JSON.stringify(row)).not.toContain(username);
  });
});

test('a copy that names another account of ours is not on our record, and invalid', async () => {
  const { page } = await aCredential(laurel);
  const { verdict } = await verifyBy(laurel, {
    credential: {
      ...(await fetchJson(`${page}.json`)),
      id: `${laurel.origin}/c/${'x'.repeat(17)}`,
    },
  });

  expect(verdict).toBe('invalid');
});

test('a batch of forty leaves nothing about anybody public before they accept', async () => {
  const recipients = Array.from({ length: 40 }, (_, at) => ({ username: `Offered ${at} of Áúyò` }));
  const { counts } = await award(laurel, anAwardRequest({ consent: 'ask', recipients }));

  const store = await laurel.runtime.miniflare.getD1Database('PUBLIC', 'laurel-verifier');
  const named = await store
    .prepare("select count(*) as count from credentials where document like '%Áúyò%'")
    .first('count');
  expect(counts).toMatchObject({ open: 40 });
  expect(named).toBe(0);
});

function headersOf(answer: Response): Record<string, string> {
  return Object.fromEntries([...answer.headers].filter(([name]) => name !== 'date'));
}
