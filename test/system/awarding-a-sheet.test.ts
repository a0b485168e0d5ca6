import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportOf } from '../support/awarding.ts';
import type { BrowserSession } from '../support/browser-session.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aMember, anotherIssuer } from '../support/members.ts';
import { signedIn } from '../support/stored-sessions.ts';

const WORKSHOP = 'training-workshop-participation';

let laurel: Laurel;
let organizer: BrowserSession;

beforeAll(async () => {
  laurel = await startLaurel();
  organizer = await aMember(laurel, 'Wanjiru of the Archive', ['awarder']);
});
afterAll(() => laurel.stop());

/** Gives a list and answers the path of its people. */
async function begin(list: string, session = organizer): Promise<string> {
  const answer = await session.post(`/desk/issuers/${laurel.issuer}/sheets`, {
    list,
    label: 'Archive day',
  });
  expect(answer.status).toBe(303);
  return (answer.headers.get('location') ?? '').replace(/\/reading$/, '');
}

/** A page of a list once every name was looked up. */
async function lookedUp(path: string, query = ''): Promise<string> {
  for (;;) {
    const page = await (await organizer.get(`${path}${query}`)).text();
    if (!page.includes('<progress')) return contentOf(page);
    await setTimeout(50);
  }
}

/** A page without its styles and script, so that a failing test is read. */
function contentOf(page: string): string {
  return page.slice(page.indexOf('<main'), page.indexOf('</main>'));
}

function terms(change: Readonly<Record<string, string>> = {}) {
  return {
    achievement: WORKSHOP,
    language: 'en',
    start: '2026-11-14',
    end: '2026-11-15',
    hours: '٢٫٥',
    evidence: 'organizer-attendance-list',
    url: '',
    place: '',
    consent: 'ask',
    disclosure: 'account',
    label: 'Archive day',
    ...change,
  };
}

/** Sets the terms and awards; the path of the batch. */
async function award(path: string, change: Readonly<Record<string, string>> = {}): Promise<string> {
  const set = await organizer.post(`${path}/terms`, terms(change));
  expect(set.status).toBe(303);
  const awarded = await organizer.post(`${path}/award`, { declared: 'yes' });
  expect(awarded.status).toBe(303);
  return awarded.headers.get('location') ?? '';
}

async function finished(batch: string): Promise<string> {
  for (;;) {
    const page = await (await organizer.get(batch)).text();
    if (!page.includes('<progress')) return contentOf(page);
    await setTimeout(50);
  }
}

describe('a list of people', () => {
  it('is awarded from the paste to the offers, and nothing is left of the list', async () => {
    const path = await begin(
      'Wikimedia Username,Day 1,Day 2\nUser:Ṣadé of Ìbàdàn,Y,yes\nKetut of the Hill,Y,\nİpek Yazar,Y,Y\n',
    );
    const reading = contentOf(await (await organizer.get(`${path}/reading`)).text());
    expect(reading).toContain('2 of 3 attended');
    await lookedUp(path, '?pile=ready');
    const batch = await award(path);
    const page = await finished(batch);
    expect(page).toContain('open offers');
    expect(page).toContain('<svg');
    const report = await reportOf(laurel, batch.split('/').at(-1) ?? '');
    expect(report.recipients.map(({ username, state }) => [username, state])).toEqual([
      ['Ṣadé of Ìbàdàn', 'open'],
      ['İpek Yazar', 'open'],
    ]);
    expect((await organizer.get(path)).status).toBe(404);
    const again = await organizer.post(`${path}/award`, {});
    expect(again.headers.get('location')).toBe(batch);
    const store = await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
    const left = await store
      .prepare('select count(*) as n from sheet_rows where sheet_id = ?')
      .bind(path.split('/').at(-1))
      .first('n');
    expect(left).toBe(0);
  });

  it('counts anew by the rule that the organizer sets, before and after saving it', async () => {
    const path = await begin('Nama pengguna;Hadir;Lulus\nSri A;Hadir;Ya\nSri B;Hadir;Tidak\n');
    const rule = {
      names: '0',
      hours: '',
      rule: 'marked',
      columns: '1',
      values: 'hadir',
      at_least: '1',
      counted: '0',
      counted_at_least: '1',
    };
    const tried = await organizer.post(`${path}/reading`, { ...rule, act: 'try' });
    expect(await tried.text()).toContain('2 of 2 attended');
    expect(contentOf(await (await organizer.get(`${path}/reading`)).text())).toContain(
      '1 of 2 attended',
    );
    expect((await organizer.post(`${path}/reading`, rule)).status).toBe(303);
    expect(contentOf(await (await organizer.get(`${path}/reading`)).text())).toContain(
      '2 of 2 attended',
    );
    const refused = await organizer.post(`${path}/reading`, { ...rule, values: '', at_least: '9' });
    expect(refused.status).toBe(422);
    const shown = await refused.text();
    expect(shown).toContain('value="9"');
    expect(shown).toContain('href="#field-values"');
    const counted = { ...rule, rule: 'counted', counted: '1', counted_at_least: '0' };
    const none = await (await organizer.post(`${path}/reading`, counted)).text();
    expect(none).toContain('href="#field-counted_at_least"');
  });

  it('has three piles, and a name put right moves to another', async () => {
    await lookedUp(await begin('Nobodi of Accra\n'));
    const path = await begin('Kofi of Accra\nNobody of Accra\nKofi <b>of</b> Accra\na@b.example\n');
    expect(await lookedUp(path, '?pile=ready')).toContain('Kofi of Accra');
    const lost = await lookedUp(path, '?pile=not_found');
    expect(lost).toContain('Nobodi of Accra');
    expect(lost).toContain('metawiki');
    expect(lost).toContain('Kofi &lt;b&gt;of&lt;/b&gt; Accra');
    const fixed = await organizer.post(`${path}?pile=not_found`, [
      ['row', '1'],
      ['attended', '1'],
      ['near-1', 'Nobodi of Accra'],
      ['row', '2'],
      ['attended', '2'],
      ['name-2', 'Kofi the Second of Accra'],
      ['act', 'save'],
    ]);
    expect(fixed.status).toBe(303);
    const ready = await lookedUp(path, '?pile=ready');
    expect(ready).toContain('Kofi the Second of Accra');
    expect(ready).toContain('Nobodi of Accra');
  });

  it('gives back the rows that failed, without losing a name, and takes them again', async () => {
    const path = await begin('Ama Reads\nNobody At All\n');
    await lookedUp(path);
    const batch = await award(path, { consent: 'paper' });
    const page = await finished(batch);
    expect(page).toContain('1 row was not awarded');
    const csv = await (await organizer.get(`${batch}/failed-rows`)).text();
    expect(csv.split('\r\n')[1]).toMatch(/^Nobody At All,,"Wikimedia has no account/);
    const again = await organizer.post(`${batch}/failed-rows`);
    expect(again.status).toBe(303);
    const list = await lookedUp(again.headers.get('location') ?? '', '?pile=not_found');
    expect(list).toContain('value="Nobody At All"');
  });

  it('awards each account once, nobody to themselves, and nobody whose name was in doubt', async () => {
    const path = await begin(
      'Efua Writes\nUser:Efua Writes\nWanjiru of the Archive\nAbenа Mixed\n',
    );
    const check = await lookedUp(path, '?pile=check');
    expect(check).toContain('several scripts');
    const ready = await lookedUp(path, '?pile=ready');
    expect(ready).toContain('Listed more than once');
    expect(ready).toContain('This is you');
    const batch = await award(path);
    await finished(batch);
    const report = await reportOf(laurel, batch.split('/').at(-1) ?? '');
    expect(report.recipients.map(({ state, refusal }) => refusal?.reason ?? state)).toEqual([
      'open',
      'self_award',
      'not_settled',
    ]);
  });

  it('is awarded once by two organizers at the same time', async () => {
    const other = await aMember(laurel, 'Second Organizer', ['awarder']);
    const path = await begin('Yaa of Two\n');
    await lookedUp(path);
    expect((await organizer.post(`${path}/terms`, terms())).status).toBe(303);
    const [one, two] = await Promise.all([
      organizer.post(`${path}/award`),
      other.post(`${path}/award`),
    ]);
    expect(one.headers.get('location')).toMatch(/batches/);
    expect(two.headers.get('location')).toBe(one.headers.get('location'));
  });

  it('is not signed for paper that nobody declares, nor without terms', async () => {
    const path = await begin('Adwoa of Paper\n');
    await lookedUp(path);
    expect((await organizer.post(`${path}/award`)).status).toBe(409);
    await organizer.post(`${path}/terms`, terms({ consent: 'paper' }));
    const refused = await organizer.post(`${path}/award`);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('declared');
    expect((await organizer.post(`${path}/end`)).status).toBe(303);
    expect((await organizer.get(path)).status).toBe(404);
    const store = await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
    const told = await store
      .prepare("select count(*) as n from audit where act = 'sheet_ended' and subject = ?")
      .bind(path.split('/').at(-1))
      .first('n');
    expect(told).toBe(1);
  });

  it('keeps what was typed where it is refused', async () => {
    const empty = await organizer.post(`/desk/issuers/${laurel.issuer}/sheets`, {
      list: 'name,hours\n"a,1\nb,2',
      label: 'Kept label',
    });
    expect(empty.status).toBe(422);
    const page = await empty.text();
    expect(page).toContain('Kept label');
    expect(page).toContain('&quot;a,1');
    const path = await begin('Esi of Terms\n');
    const wrong = await organizer.post(`${path}/terms`, terms({ hours: 'many', url: 'http://x' }));
    expect(wrong.status).toBe(422);
    const shown = await wrong.text();
    expect(shown).toContain('value="many"');
    expect(shown).toContain('href="#field-url"');
  });

  it('waits where the directory turns us away, and is looked up later', async () => {
    laurel.standIn.fail('api', { status: 429, times: 1, retryAfterSeconds: 1 });
    const path = await begin('Akosua Later\n');
    expect(await (await organizer.get(path)).text()).toContain('<progress');
    for (;;) {
      await laurel.runtime.tick();
      const page = await (await organizer.get(`${path}?pile=ready`)).text();
      if (page.includes('Akosua Later attended')) break;
      await setTimeout(100);
    }
  });

  it('looks a name up later that was put right while the directory turned us away', async () => {
    const path = await begin('Nobody of Delay\nKwame of Delay\n');
    await lookedUp(path);
    laurel.standIn.fail('api', { status: 429, times: 1, retryAfterSeconds: 1 });
    const refused = await organizer.post(`${path}?pile=not_found`, [
      ['row', '0'],
      ['attended', '0'],
      ['name-0', 'Found of Delay'],
    ]);
    expect(refused.status).toBe(503);
    // As if the minute had passed for which a sweep leaves new work alone.
    const store = await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
    await store.prepare('update outbox set due_at_seconds = 0').run();
    for (;;) {
      await laurel.runtime.tick();
      const page = await (await organizer.get(`${path}?pile=ready`)).text();
      if (page.includes('Found of Delay attended')) break;
      await setTimeout(100);
    }
  });

  it('keeps the name of a row that failed as it was given, and no other cell', async () => {
    const path = await begin(
      'No,Real name,User name,Attended\n1,Aunt Ada,Ada|of|Pipes,yes\n2,Uncle Ben,Ben of Pipes,yes\n',
    );
    await lookedUp(path);
    const batch = await award(path);
    await finished(batch);
    const csv = await (await organizer.get(`${batch}/failed-rows`)).text();
    expect(csv).toContain('Ada|of|Pipes');
    expect(csv).not.toContain('Aunt Ada');
  });

  it('is still told that the organizer is on the list after the others were saved', async () => {
    const path = await begin('Wanjiru of the Archive\nAfia of Saving\n');
    const ready = await lookedUp(path, '?pile=ready');
    const shown = [...ready.matchAll(/name="row" value="(\d+)"/g)].map(([, row = '']) => row);
    await organizer.post(`${path}?pile=ready`, [
      ...shown.flatMap((row) => [['row', row] as const, ['attended', row] as const]),
      ['act', 'save'],
    ]);
    const batch = await award(path);
    await finished(batch);
    const report = await reportOf(laurel, batch.split('/').at(-1) ?? '');
    expect(report.recipients.map(({ refusal }) => refusal?.reason)).toContain('self_award');
  });

  it('is nobody else’s', async () => {
    const stranger = await anotherIssuer(laurel, 'other-group', 'Member Elsewhere');
    const path = await begin('Maame Private\n');
    const nobody = await signedIn(laurel, 'Member of None');
    for (const place of ['', '/reading', '/terms', '/award']) {
      const answers = await Promise.all([
        stranger.get(`${path}${place}`),
        nobody.get(`${path}${place}`),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([404, 404]);
    }
    const ownDesk = path.replace(laurel.issuer, 'other-group');
    expect((await stranger.get(ownDesk)).status).toBe(404);
    const reviewer = await aMember(laurel, 'Only a Reviewer', ['reviewer']);
    expect((await reviewer.get(path)).status).toBe(403);
    const crossSite = await organizer.post(
      `${path}/end`,
      {},
      {
        origin: 'https://elsewhere.example',
        'sec-fetch-site': 'cross-site',
      },
    );
    expect(crossSite.status).toBe(403);
  });
});
