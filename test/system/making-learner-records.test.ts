import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserSession, logIn } from '../support/browser-session.ts';
import { callApi } from '../support/desk-calls.ts';
import { hiddenFieldsIn } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aHolder, type Holder, makeRecord, sendRecord } from '../support/recording.ts';
import { fetchJson, strangersLoader, verifyByVc } from '../support/stranger.ts';
import { verifyBy } from '../support/verifying.ts';

type Json = Record<string, unknown>;

let laurel: Laurel;
let holder: Holder;
let record: string;

const page = (id: string) => `${laurel.url}/c/${id}`;

beforeAll(async () => {
  laurel = await startLaurel();
  holder = await aHolder(laurel, 'Zainab of Kano', [{}, { disclosure: 'none' }]);
  record = await makeRecord(holder.session, holder.credentials);
  await holder.session.post(`/me/record/${record}/link`, { link: 'on' });
});
afterAll(() => laurel.stop());

async function onRecord(id: string): Promise<Json> {
  const store = await laurel.runtime.miniflare.getD1Database('PUBLIC', 'laurel-signer');
  const text = await store
    .prepare('select document from credentials where id = ?')
    .bind(id)
    .first<string>('document');
  return JSON.parse(text ?? '');
}

describe('its link', () => {
  test('is off at first, and then answers the same bytes as one that never was', async () => {
    const id = await makeRecord(holder.session, holder.credentials.slice(0, 1));
    const never = 'z'.repeat(17);
    for (const ending of ['', '.json', '.jwt', '.pdf', '.bundle.json', '/embed', '/certificate']) {
      const [hidden, unknown] = await Promise.all(
        [id, never].map(async (one) => {
          const answer = await fetch(`${page(one)}${ending}`, { headers: { accept: 'text/html' } });
          return [answer.status, (await answer.text()).replaceAll(one, 'ID')];
        }),
      );
      expect(hidden).toEqual(unknown);
    }
  });

  test('once on has no certificate and no badge: these answer as if there were nothing', async () => {
    for (const ending of ['.pdf', '.png', '.svg', '/embed', '/certificate', '/social.png']) {
      expect((await fetch(`${page(record)}${ending}`)).status).toBe(404);
    }
    expect((await fetch(page(record))).headers.get('cache-control')).toBe('private, no-store');
  });

  test('is switched on by downloading, and leads to the file', async () => {
    const id = await makeRecord(holder.session, holder.credentials.slice(1));
    const sent = await holder.session.post(`/me/record/${id}/download`, { format: 'json' });

    expect(sent.headers.get('location')).toBe(`/c/${id}.json?download`);
    expect((await fetch(`${page(id)}.json`)).status).toBe(200);
  });

  test('of a record that was withdrawn leads to a tombstone without a title, and copies say so', async () => {
    const id = await makeRecord(holder.session, holder.credentials, { title: 'Too much said' });
    await holder.session.post(`/me/record/${id}/link`, { link: 'on' });
    const copy = await fetchJson(`${page(id)}.json`);
    await holder.session.post(`/me/record/${id}/withdraw`);

    const gone = await fetch(page(id), { headers: { accept: 'text/html' } });
    expect(gone.status).toBe(410);
    expect(await gone.text()).not.toContain('Too much said');
    expect((await verifyBy(laurel, { credential: copy })).verdict).toBe('withdrawn');
    const byOthers = await verifyByVc(copy, strangersLoader(laurel));
    expect(byOthers.statusResult?.results).toMatchObject([{ status: true }]);
    expect(await (await holder.session.get('/me/record')).text()).not.toContain('Too much said');
  });

  test('and its end are its holder’s alone', async () => {
    const stranger = browserSession(laurel);
    await logIn(stranger, 'Somebody Else', '/me');
    for (const act of ['link', 'download', 'withdraw']) {
      const sent = await stranger.post(`/me/record/${record}/${act}`, {
        link: 'off',
        format: 'json',
      });
      expect(sent.status).toBe(404);
    }
    expect((await fetch(page(record))).status).toBe(200);
  });
});

describe('making one', () => {
  test('says before that it connects, and that it holds copies', async () => {
    const html = await (await holder.session.get('/me/record')).text();

    expect(html).toContain('one person holds all of these');
    expect(html).toContain('whether or not that one’s own link is on');
  });

  test('of certificates that name their holder and that do not, only once its holder says that they know', async () => {
    const title = 'Typed before the warning';
    const unaware = await sendRecord(holder.session, holder.credentials, { title, aware: '' });

    expect(unaware.status).toBe(422);
    const html = await unaware.text();
    expect(html).toContain('do not all say the same of you');
    expect(html).toContain('name="aware"');
    expect(html).toContain(`value="${title}"`);
    expect(await (await holder.session.get('/me/record')).text()).not.toContain(title);
    const [first = ''] = holder.credentials;
    const alone = await sendRecord(holder.session, [first], { aware: '' });
    expect(alone.status).toBe(303);
  });

  test('twice with the same form makes one record, also at once', async () => {
    const form = hiddenFieldsIn(await (await holder.session.get('/me/record')).text());
    const send = () => sendRecord(holder.session, holder.credentials, form);
    const [one, other] = await Promise.all([send(), send()]);
    const again = await send();

    expect(one.headers.get('location')).toBe(other.headers.get('location'));
    expect(again.headers.get('location')).toBe(one.headers.get('location'));
    const different = await sendRecord(holder.session, holder.credentials.slice(1), form);
    expect(different.status).toBe(422);
  });

  test('of the same credential twice holds it once', async () => {
    const [first = ''] = holder.credentials;
    const id = await makeRecord(holder.session, [first, first]);

    expect((await onRecord(id)).credentialSubject).toMatchObject({
      verifiableCredential: [{ id: `${laurel.origin}/c/${first}` }],
    });
  });

  test.each([
    { what: 'none', chosen: () => [], status: 422 },
    { what: 'somebody else’s', chosen: () => foreign(), status: 404 },
    { what: 'a record', chosen: () => [record], status: 404 },
    { what: 'what is no id', chosen: () => ['../../secret'], status: 404 },
    {
      what: 'two hundred',
      chosen: () => Array.from({ length: 200 }, (_, at) => `${at}`.padStart(17, 'a')),
      status: 422,
    },
  ])('of $what is refused, and keeps what was typed', async ({ chosen, status }) => {
    const ids = await chosen();
    const before = await countOf();
    const sent = await sendRecord(holder.session, ids, { title: 'My <b>title</b>' });

    expect(sent.status).toBe(status);
    expect(await sent.text()).toContain('My &lt;b&gt;title&lt;/b&gt;');
    expect(await countOf()).toBe(before);
  });

  async function foreign() {
    return (await aHolder(laurel, 'Zuri of Mombasa', [{}])).credentials;
  }

  async function countOf() {
    const store = await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-signer');
    return store.prepare('select count(*) as n from intents').first('n');
  }

  test.each([
    { what: 'no title', title: '' },
    { what: 'a blank title', title: '   ' },
    { what: 'a title of 5,000 letters', title: 'a'.repeat(5000) },
    { what: 'a title that turns the text around', title: 'with\u202Ean override' },
    { what: 'a title of two lines', title: 'two\nlines' },
  ])('with $what is refused', async ({ title }) => {
    const sent = await sendRecord(holder.session, holder.credentials, { title });

    expect(sent.status).toBe(422);
  });

  test('with a title of 120 letters in any script signs it as it was typed', async () => {
    const title = 'ශ්‍රී ලංකාවේ مرحبا '.padEnd(119, 'ක');
    const id = await makeRecord(holder.session, holder.credentials, { title });

    expect((await onRecord(id)).name).toBe(title.normalize('NFC').trim());
  });

  test('of one that was withdrawn or is suspended is refused, and such are not offered', async () => {
    const other = await aHolder(laurel, 'Ayşe of İzmir', [{}, {}]);
    const [first = '', second = ''] = other.credentials;
    await other.session.post(`/me/credentials/${first}/withdraw`);
    await callApi(laurel, 'POST', `/awards/${other.awards[1]}/suspension`, {
      reason: 'under_review',
    });

    for (const id of [first, second]) {
      expect((await sendRecord(other.session, [id])).status).toBe(409);
    }
    expect(await (await other.session.get('/me/record')).text()).not.toContain(`value="${first}"`);
  });

  test('needs a login', async () => {
    const answer = await fetch(`${laurel.url}/me/record`, { headers: { accept: 'text/html' } });

    expect(answer.status).toBe(401);
  });
});
