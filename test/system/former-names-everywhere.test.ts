import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountIdOf } from '../../development/demonstration/seed.ts';
import { aSteward } from '../support/applying.ts';
import type { BrowserSession } from '../support/browser-session.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { liveAsHolder } from '../support/life-as-holder.ts';
import { beMeantByOthers, beWrittenElsewhere, liveAsMember } from '../support/life-as-member.ts';
import { aDayLater, labelOf, look } from '../support/looking-at-names.ts';
import { type Receiver, startReceiver } from '../support/receiver.ts';
import { checkSigningRecords } from '../support/signing-records.ts';
import { cellsWith } from '../support/stored-cells.ts';
import { signedIn } from '../support/stored-sessions.ts';

const BEFORE = 'Ọláńrewájú of Ìbàdàn';
const AFTER = 'Lanre of the Lagoon';
const ACCOUNT = accountIdOf(BEFORE);

let laurel: Laurel;
let receiver: Receiver;
let own: BrowserSession;
let organizer: BrowserSession;
beforeAll(async () => {
  receiver = await startReceiver();
  laurel = await startLaurel({ localWebhookOrigin: receiver.origin });
  own = await liveAsHolder(laurel, BEFORE);
  await liveAsMember(laurel, BEFORE, receiver.origin);
  await beMeantByOthers(laurel, BEFORE);
  await beWrittenElsewhere(laurel, BEFORE);
  organizer = await signedIn(laurel, 'Wanjiru of the Archive');
});
afterAll(async () => {
  await laurel.stop();
  await receiver.close();
});

/** Ways in which a name is written down. */
function writings(name: string): readonly string[] {
  const json = JSON.stringify(name).slice(1, -1);
  return [name, name.replaceAll(' ', '_'), encodeURIComponent(name), json];
}

async function idsBy(database: 'PUBLIC' | 'PRIVATE', query: string): Promise<readonly string[]> {
  const store = await laurel.runtime.miniflare.getD1Database(database, 'laurel-signer');
  const { results } = await store.prepare(query).all<{ id: string }>();
  return results.map(({ id }) => id);
}

/** Every address at which something about the person is, or was. */
async function publicPaths(): Promise<readonly string[]> {
  const made = `select credential_id as id from intents
    where award_id in (select id from awards where account_id = '${ACCOUNT}') or record_holder = '${ACCOUNT}'`;
  const credentials = await idsBy('PRIVATE', made);
  const collections = await idsBy('PUBLIC', 'select id from collections');
  const lists = await idsBy('PUBLIC', 'select id from status_lists');
  const forms = [
    '',
    '.json',
    '.jwt',
    '.jwt?profile=vc-jose',
    '.pdf',
    '.png',
    '.svg',
    '/certificate',
  ];
  expect([credentials.length, collections.length]).toEqual([7, 1]);
  return [
    ...credentials.flatMap((id) => [...forms.map((form) => `/c/${id}${form}`), `/confirm/${id}`]),
    ...collections.map((id) => `/collections/${id}`),
    ...lists.map((id) => `/status/${id}`),
    ...[BEFORE, AFTER].map((name) => `/user-badges?${new URLSearchParams({ username: name })}`),
    `/issuers/${laurel.issuer}`,
    `/issuers/${laurel.issuer}/did.json`,
  ];
}

/** Those of these pages that say the former name; `by` is who reads them. */
async function saying(
  paths: readonly string[],
  by: (path: string) => Promise<Response>,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const path of paths) {
    const answer = await by(path);
    const text = [...answer.headers.values(), Buffer.from(await answer.arrayBuffer())].join('\n');
    if (writings(BEFORE).some((one) => text.includes(one))) found.push(path);
  }
  return found;
}

const stranger = (path: string) => fetch(`${laurel.url}${path}`, { redirect: 'manual' });

async function organizersPaths(): Promise<readonly string[]> {
  const desk = `/desk/issuers/${laurel.issuer}`;
  const of = async (path: string, query: string) =>
    (await idsBy('PRIVATE', query)).map((id) => `${desk}/${path}/${id}`);
  const sheets = await of('sheets', 'select id from sheets');
  return [
    ...[
      '',
      '/members',
      '/awards',
      '/batches',
      '/audit',
      '/signatories',
      '/nominations',
      '/slips',
    ].map((path) => `${desk}${path}`),
    ...(await of('awards', `select id from awards where account_id = '${ACCOUNT}'`)),
    ...(await of('batches', `select id from batches where issuer = '${laurel.issuer}'`)),
    ...(await of('nominations', 'select id from nominations')),
    ...sheets.flatMap((path) => [path, `${path}?pile=check`, `${path}?pile=not_found`]),
  ];
}

test('once somebody is renamed no table, public page or page of the desk says the former name', async () => {
  const paths = [await publicPaths(), await organizersPaths()] as const;
  expect(await cellsWith(laurel, writings(BEFORE))).toEqual(
    expect.arrayContaining([
      ...[
        'accounts.username',
        'applications.contacts',
        'badge_feed.username',
        'batch_rows.username',
      ],
      'credentials.document',
      ...['sheet_rows.cells', 'sheet_rows.finding', 'sheet_rows.username'],
    ]),
  );
  expect((await saying(paths[0], stranger)).length).toBeGreaterThan(3);
  expect((await saying(paths[1], organizer.get)).length).toBeGreaterThan(10);
  laurel.standIn.accounts.rename(BEFORE, AFTER);

  await aDayLater(laurel);

  expect(await cellsWith(laurel, writings(BEFORE))).toEqual([]);
  expect(await saying(paths[0], stranger)).toEqual([]);
  expect(await saying(paths[1], organizer.get)).toEqual([]);
  expect(
    await saying(['/me', '/me/portfolio', '/me/feed', '/me/hidden', '/me/record'], own.get),
  ).toEqual([]);
  const steward = await aSteward(laurel);
  expect(await saying(['/desk/stewards', '/desk/stewards/names'], steward.get)).toEqual([]);
  const remembered =
    "select thing || ' ' || disclosure as id from shown_before join credentials using (id)";
  expect(new Set(await idsBy('PUBLIC', remembered))).toEqual(new Set(['credential name']));
  // What others wrote of them stands there under the name of today.
  expect(await cellsWith(laurel, [AFTER])).toEqual([
    ...['accounts.username', 'applications.contacts', 'batch_rows.username'],
    ...['sheet_rows.cells', 'sheet_rows.finding', 'sheet_rows.username'],
  ]);
  const [list] = await idsBy(
    'PRIVATE',
    `select sheet_id as id from sheet_rows where account_id = '${ACCOUNT}' limit 1`,
  );
  const people = await (
    await organizer.get(`/desk/issuers/${laurel.issuer}/sheets/${list}`)
  ).text();
  expect(people).toContain(AFTER);
  await checkSigningRecords(laurel);
}, 60_000);

test('once they vanish nothing says the name that they had last, nor the one that Wikimedia gave them', async () => {
  const given = laurel.standIn.accounts.vanish(AFTER);

  await aDayLater(laurel);
  await look(laurel);

  expect(await labelOf(laurel, ACCOUNT)).toBeNull();
  expect(await cellsWith(laurel, [...writings(AFTER), ...writings(given)])).toEqual([]);
  const paths = [...(await publicPaths()), ...(await organizersPaths())];
  for (const path of paths) {
    const answer = await organizer.get(path);
    const text = Buffer.from(await answer.arrayBuffer()).toString();
    expect([path, text.includes(AFTER), text.includes(given)]).toEqual([path, false, false]);
  }
  await checkSigningRecords(laurel);
}, 60_000);
