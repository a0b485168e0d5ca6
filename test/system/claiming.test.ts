import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPdf } from '../../services/renderer/test/opened-pdf.ts';
import { anAwardRequest, award, reportOf } from '../support/awarding.ts';
import { browserSession, logIn } from '../support/browser-session.ts';
import {
  aHeldCredential,
  anAcceptedAward,
  anOffer,
  credentialIdsIn,
  hiddenFieldsIn,
  makeCredential,
} from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { expectProblem } from '../support/problem.ts';
import { verifyBy } from '../support/verifying.ts';

const JSON_ACCEPT = { accept: 'application/json' };

let laurel: Laurel;
beforeAll(async () => {
  laurel = await startLaurel();
});
afterAll(() => laurel.stop());

async function stateOf(awardId: string): Promise<unknown> {
  const store = await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
  return store.prepare('select state from awards where id = ?').bind(awardId).first('state');
}

describe('the claim link', () => {
  test('names only the issuer before login, and changes nothing', async () => {
    const offer = await anOffer(laurel, 'Amina of Gombe');

    const page = await browserSession(laurel).get(offer.claim);

    const text = await page.text();
    expect(page.status).toBe(200);
    expect(text).toContain('Demonstration User Group');
    expect(text).not.toContain('Amina');
    expect(text).not.toContain('Workshop Participation');
    expect(await stateOf(offer.award)).toBe('offered');
  });

  test('leads through login to the offer, and accepting makes nothing public', async () => {
    const { award: accepted } = await anAcceptedAward(laurel, 'Amina of Bauchi');

    expect(await stateOf(accepted)).toBe('accepted');
    const store = await laurel.runtime.miniflare.getD1Database('PUBLIC', 'laurel-verifier');
    expect(
      await store
        .prepare(
          "select count(*) as count from credentials where document like '%Amina of Bauchi%'",
        )
        .first('count'),
    ).toBe(0);
  });

  test('is refused to another account, which learns neither who nor what', async () => {
    const offer = await anOffer(laurel, 'Amina of Yola');
    const session = browserSession(laurel);
    await logIn(session, 'Somebody Else', offer.claim);

    const page = await session.get(offer.claim);
    const accepting = await session.post(`${offer.claim}/accept`, {}, JSON_ACCEPT);

    expect(page.status).toBe(403);
    const text = await page.text();
    expect(text).not.toContain('Amina');
    expect(text).not.toContain('Workshop Participation');
    expect(accepting.status).toBe(403);
    await expectProblem(accepting, { reason: 'claim_of_another_account' });
    expect(await stateOf(offer.award)).toBe('offered');
  });

  test.each(['accept', 'decline'])(
    'to %s by GET is answered 405, and changes nothing',
    async (act) => {
      const offer = await anOffer(laurel, `Amina of ${act}`);
      const session = browserSession(laurel);
      await logIn(session, `Amina of ${act}`, offer.claim);

      const answer = await session.get(`${offer.claim}/${act}`, JSON_ACCEPT);

      expect(answer.status).toBe(405);
      expect(answer.headers.get('allow')).toBe('POST');
      await expectProblem(answer, { reason: 'method_not_allowed' });
      expect(await stateOf(offer.award)).toBe('offered');
    },
  );

  test('cannot be accepted without a login, nor from another site', async () => {
    const offer = await anOffer(laurel, 'Amina of Lokoja');
    const stranger = browserSession(laurel);
    const holder = browserSession(laurel);
    await logIn(holder, 'Amina of Lokoja', offer.claim);

    const without = await stranger.post(`${offer.claim}/accept`, {}, JSON_ACCEPT);
    const foreign = await holder.post(
      `${offer.claim}/accept`,
      {},
      {
        ...JSON_ACCEPT,
        origin: 'https://evil.example',
        'sec-fetch-site': 'cross-site',
      },
    );

    await expectProblem(without, { reason: 'login_required' });
    await expectProblem(foreign, { reason: 'cross_site_request' });
    expect(await stateOf(offer.award)).toBe('offered');
  });

  test('that never was is unknown', async () => {
    const answer = await browserSession(laurel).get(`/claim/${'x'.repeat(17)}`, JSON_ACCEPT);

    expect(answer.status).toBe(404);
    await expectProblem(answer, { reason: 'claim_unknown' });
  });
});

describe('declining', () => {
  test('stays open to the organizer, and blocks a repeat', async () => {
    const username = 'Bisi of Ògbómọ̀ṣọ́';
    const body = anAwardRequest({ consent: 'ask', recipients: [{ username }] });
    const { batch, recipients } = await award(laurel, body);
    const claim = new URL(recipients[0]?.claim ?? '').pathname;
    const session = browserSession(laurel);
    await logIn(session, username, claim);

    await session.post(`${claim}/decline`);

    expect(await stateOf(recipients[0]?.award ?? '')).toBe('declined');
    expect((await reportOf(laurel, batch)).recipients).toEqual(recipients);
    const again = await award(laurel, body);
    expect(again.recipients[0]?.refusal?.reason).toBe('already_awarded');
  });

  test('looks the same as an open offer when the issuer takes it back', async () => {
    const username = 'Bisi of Ìkòròdú';
    const offer = await anOffer(laurel, username);
    const session = browserSession(laurel);
    await logIn(session, username, offer.claim);
    await session.post(`${offer.claim}/decline`);

    const cancelled = await fetch(`${laurel.url}/api/v1/awards/${offer.award}/cancellation`, {
      method: 'POST',
      headers: { authorization: `Bearer ${laurel.token}` },
    });

    expect(await cancelled.json()).toMatchObject({ award: offer.award, state: 'closed' });
  });
});

describe('a credential that the holder makes', () => {
  test('starts with its link off; switching it on shows it, switching it off hides it', async () => {
    const { id, session } = await aHeldCredential(laurel, 'Chidi of Ọ̀nịchà');
    const page = `${laurel.url}/c/${id}`;

    expect((await fetch(page)).status).toBe(404);
    await session.post(`/me/credentials/${id}/link`, { link: 'on' });
    expect((await fetch(page)).status).toBe(200);
    expect((await verifyBy(laurel, { url: page })).verdict).toBe('valid');
    await session.post(`/me/credentials/${id}/link`, { link: 'off' });
    expect((await fetch(page)).status).toBe(404);
  });

  test.each(['pdf', 'png', 'svg', 'json', 'jwt', 'bundle'])(
    'is downloaded as %s, which switches its link on',
    async (format) => {
      const { id, session } = await aHeldCredential(laurel, `Chidi downloads ${format}`);

      const answer = await session.post(`/me/credentials/${id}/download`, { format });

      expect(answer.status).toBe(303);
      const file = await session.get(answer.headers.get('location') ?? '');
      expect(file.status).toBe(200);
      expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="laurel-/);
      expect((await file.arrayBuffer()).byteLength).toBeGreaterThan(1_000);
    },
  );

  test('is downloaded on the paper that was chosen, and opened as a page on it', async () => {
    const { id, session } = await aHeldCredential(laurel, 'Chidi chooses paper');
    const chosen = { paper: 'letter', orientation: 'portrait', with: '' };
    const answerTo = async (format: string) => {
      const path = `/me/credentials/${id}/download?uselang=ar`;
      const answer = await session.post(path, { format, ...chosen });
      return session.get(answer.headers.get('location') ?? '');
    };

    const pdf = await answerTo('pdf');
    const { width, height } = await openPdf(new Uint8Array(await pdf.arrayBuffer()));
    expect([width, height]).toEqual([612, 792]);
    const page = await (await answerTo('certificate')).text();
    expect(page).toContain('<html lang="ar"');
    expect(page).toContain('@page{size:215.9mm 279.4mm');
  });

  test('may name nobody: then the user name is nowhere in it', async () => {
    const { id, session } = await aHeldCredential(laurel, 'Ngozi of Enugu', { disclosure: 'none' });
    await session.post(`/me/credentials/${id}/link`, { link: 'on' });

    for (const artefact of ['', '.json', '.svg']) {
      const text = await (await fetch(`${laurel.url}/c/${id}${artefact}`)).text();
      expect(text).not.toContain('Ngozi');
    }
    expect((await verifyBy(laurel, { url: `${laurel.origin}/c/${id}` })).verdict).toBe('valid');
  });

  test('is made once when its form is sent twice', async () => {
    const { award: accepted, session } = await anAcceptedAward(laurel, 'Emeka of Aba');
    const page = await (await session.get(`/me/awards/${accepted}`)).text();
    const fields = { ...hiddenFieldsIn(page), language: 'en', disclosure: 'account' };

    const [one, other] = await Promise.all([
      session.post(`/me/awards/${accepted}/credentials`, fields),
      session.post(`/me/awards/${accepted}/credentials`, fields),
    ]);

    expect([one.status, other.status]).toEqual([303, 303]);
    const after = await (await session.get(`/me/awards/${accepted}`)).text();
    expect(credentialIdsIn(after)).toHaveLength(1);
  });

  test('shares no identifier with another of the same award, and neither holds the account id', async () => {
    const { award: accepted, session } = await anAcceptedAward(laurel, 'Emeka of Owerri');
    const ids = [
      await makeCredential(session, accepted),
      await makeCredential(session, accepted, { language: 'ar', disclosure: 'none' }),
    ];
    for (const id of ids) await session.post(`/me/credentials/${id}/link`, { link: 'on' });
    const store = await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
    const accountId = await store
      .prepare('select account_id from awards where id = ?')
      .bind(accepted)
      .first<string>('account_id');

    const [one = '', other = ''] = await Promise.all(
      ids.map(async (id) => (await fetch(`${laurel.url}/c/${id}.json`)).text()),
    );

    const idsOf = (text: string) => new Set(text.match(/urn:uuid:[0-9a-f-]+|\/c\/\w+|#\d+"/g));
    expect([...idsOf(one)].filter((id) => idsOf(other).has(id))).toEqual([]);
    expect(one).not.toContain(accountId);
    expect(other).not.toContain(accountId);
    expect(one).not.toContain(accepted);
  });

  test('can be changed by its holder alone', async () => {
    const { id } = await aHeldCredential(laurel, 'Ifeoma of Nsukka');
    const stranger = browserSession(laurel);
    await logIn(stranger, 'Somebody Else');

    for (const path of ['link', 'download', 'withdraw']) {
      const answer = await stranger.post(
        `/me/credentials/${id}/${path}`,
        { link: 'on', format: 'pdf' },
        JSON_ACCEPT,
      );
      expect(answer.status).toBe(404);
    }
    expect((await fetch(`${laurel.url}/c/${id}`)).status).toBe(404);
  });
});

test('a self-award is refused in its row', async () => {
  const { recipients } = await award(
    laurel,
    anAwardRequest({ recipients: [{ username: 'Temitope the Organizer' }] }),
  );

  expect(recipients[0]?.refusal?.reason).toBe('self_award');
});
