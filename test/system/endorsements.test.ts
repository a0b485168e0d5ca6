import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BrowserSession } from '../support/browser-session.ts';
import {
  anEndorsement,
  aShownCredential,
  aStory,
  asked,
  listed,
  STORY,
  storedEndorsement,
} from '../support/endorsing.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { switchLink } from '../support/showing.ts';
import { checkSigningRecords } from '../support/signing-records.ts';
import { signedIn } from '../support/stored-sessions.ts';
import { verifyBy } from '../support/verifying.ts';

let laurel: Laurel;
let holder: Awaited<ReturnType<typeof aShownCredential>>;
beforeAll(async () => {
  laurel = await startLaurel();
  holder = await aShownCredential(laurel, 'Zainab of Kano');
});
afterAll(async () => {
  await checkSigningRecords(laurel);
  await laurel.stop();
});

async function pageOf(session: BrowserSession, path: string): Promise<string> {
  const answer = await session.get(path);
  expect(answer.status).toBe(200);
  return answer.text();
}

test('nothing is shown before both agreed, and then it is signed, listed and verified by itself', async () => {
  const path = `/me/awards/${holder.award}/endorsements`;
  const page = `${laurel.url}/c/${holder.id}`;
  expect(await (await fetch(page)).text()).not.toContain('/endorsements');
  const id = await asked(laurel, holder, 'Adwoa of Kumasi');
  const endorser = await signedIn(laurel, 'Adwoa of Kumasi');
  expect(await pageOf(endorser, '/me')).toContain('/me/endorsing');
  const ask = await pageOf(endorser, `/me/endorsing/${id}`);
  expect(ask).toContain('Zainab of Kano');

  const text = aStory({ story: `${STORY}\u202e <b>ranked</b>\r\n\r\n\r\nSecond line.` });
  expect((await endorser.post(`/me/endorsing/${id}`, text)).status).toBe(303);

  expect(await (await fetch(page)).text()).not.toContain('/endorsements');
  expect((await listed(laurel, holder.id)).endorsements).toEqual([]);
  expect(await pageOf(holder.session, path)).toContain(STORY);
  expect(await pageOf(holder.session, '/me')).toContain(path);

  const accepted = await holder.session.post(`/me/endorsements/${id}/accept`);
  expect(accepted.status).toBe(303);

  expect(await (await fetch(page)).text()).toContain(`/c/${holder.id}/endorsements`);
  const { credential, endorsements } = await listed(laurel, holder.id);
  expect(credential).toBe(`${laurel.origin}/c/${holder.id}`);
  expect(endorsements).toHaveLength(1);
  const [one] = endorsements;
  expect(one?.verdict).toBe('valid');
  expect(one?.credential).toMatchObject({
    type: ['VerifiableCredential', 'EndorsementCredential'],
    credentialSubject: {
      id: `${laurel.origin}/c/${holder.id}`,
      endorsementComment: `${STORY} <b>ranked</b>\n\nSecond line.`,
    },
    evidence: [{ identityType: 'userName', identityHash: 'Adwoa of Kumasi' }],
  });
  const list = await (await fetch(`${page}/endorsements`)).text();
  expect(list).toContain('&lt;b&gt;ranked&lt;/b&gt;');
  expect(list).toContain('Adwoa of Kumasi');
  expect((await verifyBy(laurel, { credential: one?.credential })).verdict).toBe('valid');
  expect((await verifyBy(laurel, { url: one?.url })).verdict).toBe('valid');
});

test('either side removes it: the bytes, the name and the story go, and copies are answered', async () => {
  for (const side of ['holder', 'endorser'] as const) {
    const made = await anEndorsement(laurel, holder, `Kofi of ${side}`);
    const address = `${laurel.url}/c/${made.signed}`;
    const copy = await (await fetch(`${address}.json`)).json();

    const ended =
      side === 'holder'
        ? await holder.session.post(`/me/endorsements/${made.id}/end`)
        : await made.endorser.post(`/me/endorsing/${made.id}/take-back`);

    expect(ended.status).toBe(303);
    expect(await storedEndorsement(laurel, made.id)).toBeNull();
    const page = await fetch(address);
    expect(page.status).toBe(410);
    expect(await page.text()).not.toContain('Kofi');
    expect((await fetch(`${address}.json`)).status).toBe(410);
    expect((await verifyBy(laurel, { credential: copy })).verdict).toBe('withdrawn');
    expect(JSON.stringify(await listed(laurel, holder.id))).not.toContain('Kofi');
  }
});

test('it shows with its credential, and is hidden with it', async () => {
  const made = await anEndorsement(laurel, holder, 'Esi of Tamale');
  const bytes = async (path: string) => {
    const answer = await fetch(`${laurel.url}${path}`, { headers: { accept: 'text/html' } });
    return `${answer.status} ${(await answer.text()).replaceAll(/\/c\/[\w.]+/g, '/c/ID')}`;
  };
  await switchLink(holder.session, holder.id, 'off');

  const never = 'x'.repeat(16);
  for (const end of ['', '.json', '.jwt', '/endorsements', '/endorsements.json']) {
    expect(await bytes(`/c/${made.signed}${end}`)).toBe(await bytes(`/c/${never}${end}`));
    expect(await bytes(`/c/${holder.id}${end}`)).toBe(await bytes(`/c/${never}${end}`));
  }

  await switchLink(holder.session, holder.id, 'on');
  expect((await fetch(`${laurel.url}/c/${made.signed}`)).status).toBe(200);
});
