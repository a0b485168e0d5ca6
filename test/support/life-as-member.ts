import { expect } from 'vitest';
import { accountIdOf } from '../../development/demonstration/seed.ts';
import { applied, aSteward, reviewOf } from './applying.ts';
import { anAwardRequest, award, revoke } from './awarding.ts';
import type { BrowserSession } from './browser-session.ts';
import type { Laurel } from './laurel.ts';
import { liveAsMentor } from './life-as-mentor.ts';
import { aMap, aStep } from './maps.ts';
import { aMember } from './members.ts';
import { aNomination, nominated } from './nominating.ts';
import { awardList, contentOf, giveList, settled } from './sheets.ts';
import { sendOffer } from './signing.ts';
import { makeSheet, sheetAt, showSlip, slipFields } from './slips.ts';
import { signedIn } from './stored-sessions.ts';

/** What a member may leave behind, in words that are told from all others. */
export const MEMBERS_WORDS = {
  signatory: 'L. A. Olú, archivist',
  story: 'They taught all of us to read the handwriting of the old harbour books, for two years.',
} as const;

/** Whatever an account can do for an issuer, done. `receiver` is an origin that webhooks may be sent to. */
export async function liveAsMember(
  laurel: Laurel,
  username: string,
  receiver: string,
): Promise<void> {
  const own = await aMember(laurel, username, ['admin', 'awarder', 'reviewer']);
  const desk = `/desk/issuers/${laurel.issuer}`;
  const sent = async (path: string, fields: Readonly<Record<string, string>>, status = 303) => {
    const answer = await own.post(`${desk}${path}`, fields);
    if (answer.status !== status) throw new Error(`${path}: ${contentOf(await answer.text())}`);
    return answer.headers.get('location') ?? '';
  };
  await sent('/members/grants', { username: 'Heir of Kano', grant: 'awarder', days: '30' });
  await sent('/tokens', { name: 'Event tool', scopes: 'awards:read', days: '30' }, 200);
  const hook = { url: `${receiver}/laurel`, events: 'award.accepted' };
  await sent('/webhooks', hook, 200);
  await sent('/achievements/drafts', {
    name: 'Reading room',
    kind: 'contribution',
    language: 'en',
  });
  const next = { language_1: 'en', text_1: 'Read with us', url: '', leads_to: '' };
  await sent('/achievements/training-workshop-participation/invitation', next);
  const taught = { may_award: 'event-support', months: '6', begins: 'accepted' };
  await sent('/achievements/training-train-the-trainer/trainers', taught);
  const leaving = { language_1: 'en', thanks_1: 'Go well', items_1: 'The keys' };
  await sent('/achievements/role-mentor/leaving', leaving);
  await walkMap(laurel, own);
  await sendOffer(own, laurel.issuer, { en: [MEMBERS_WORDS.signatory] });
  await makeSheet(laurel, own, slipFields({ label: 'Own slips' }));
  const list = await giveList(laurel, own, 'Lina of Kano\nAli of Oran');
  await settled(own, list);
  const batch = await awardList(own, list);
  await settled(own, batch);
  await giveList(laurel, own, 'Lina of Kano');
  const revoked = { reason: 'duplicate' };
  await own.post(`${batch.split('?')[0]}/revocations`, revoked);
  await review(laurel, own);
  await liveAsMentor(laurel, own, username);
  await sendApplications(laurel, own, username);
}

/** Draws a map, and tells the group to have walked it. */
async function walkMap(laurel: Laurel, own: BrowserSession): Promise<void> {
  const map = await aMap(laurel, own, {
    lanes: [{ title: { en: 'Reading' }, steps: [aStep('training-workshop-participation')] }],
    milestone: { achievement: 'newcomer-support', steps: 'all' },
  });
  const told = await own.post(`/me/maps/${laurel.issuer}/${map}/told`, { act: 'tell' });
  expect(told.status).toBe(303);
}

/** Says something of others, and has said something of themselves. */
async function review(laurel: Laurel, own: BrowserSession): Promise<void> {
  const neighbour = await signedIn(laurel, 'Neighbour of Epe');
  const suggestion = aNomination('Ada of Onitsha');
  const id = await nominated(laurel, neighbour, suggestion);
  const awarded = await own.post(`/desk/issuers/${laurel.issuer}/nominations/${id}/award`, {});
  expect(awarded.status).toBe(303);
  await nominated(laurel, own, aNomination('Ada of Onitsha', { achievement: 'workshop-trainer' }));
}

async function sendApplications(
  laurel: Laurel,
  own: BrowserSession,
  username: string,
): Promise<void> {
  await applied(own, { slug: 'own-group' });
  const neighbour = await signedIn(laurel, 'Neighbour of Epe');
  const other = await applied(neighbour, { slug: 'group-of-a-neighbour', contact2: username });
  const steward = await aSteward(laurel);
  expect((await steward.get(reviewOf(other))).status).toBe(200);
}

/** What other people have said and asked about them. */
export async function beMeantByOthers(laurel: Laurel, username: string): Promise<void> {
  const organizer = await aMember(laurel, 'Wanjiru of the Archive', ['awarder', 'reviewer']);
  const slips = await makeSheet(laurel, organizer);
  const [code = ''] = (await sheetAt(laurel, slips)).codes;
  await showSlip(laurel, username, code);
  const underscored = username.replaceAll(' ', '_');
  const list = await giveList(laurel, organizer, `User:${underscored}\nLina of Kano`);
  await settled(organizer, list);
  await settled(
    organizer,
    await awardList(organizer, list, { start: '2026-02-02', end: '2026-02-02' }),
  );
  await settled(organizer, await giveList(laurel, organizer, `${username}\nLina of Kano`));
  const brought = `Username\tBrought by\nLina of Kano\t${username}\nNobody Like Them\t`;
  await settled(organizer, await giveList(laurel, organizer, brought));
  const twice = [{ username }, { username: underscored }];
  const { recipients } = await award(
    laurel,
    anAwardRequest({ recipients: twice, period: { start: '2026-03-03', end: '2026-03-03' } }),
  );
  const ended = await revoke(laurel, recipients[0]?.award ?? '', { reason: 'wrong_person' });
  expect(ended.ok).toBe(true);
  await nominated(laurel, organizer, aNomination(username, { story: MEMBERS_WORDS.story }));
}

/** The rest of what names an account, as a steward and as one who decides, as the desk writes it. */
export async function beWrittenElsewhere(laurel: Laurel, username: string): Promise<void> {
  const store = await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
  const nowSeconds = Math.floor(Date.now() / 1000);
  const near = `json_array(json_object('accountId', ?1, 'username', ${quoted(username)},
    'homeWiki', null, 'registration', null))`;
  const statements = [
    `update sheet_rows set finding = json_set(finding, '$.near', ${near}) where username like 'Nobody%'`,
    `insert into batch_rows (batch_id, row_number, account_id, award_id, claim_code, own_terms, state)
      values ('not-worked-yet', 0, ?1, 'drawn', 'drawn', '{}', 'queued')`,
    `insert into outbox
      select 'not-due', json_object('task', 'standing', 'awardId', id), 9999999999, 0, 0
      from awards where account_id = ?1 limit 1`,
    `update applications set state = 'refused', answer = 'Not yet.', decided_by = ?1,
      decided_at_seconds = ${nowSeconds} where slug = 'group-of-a-neighbour'`,
    'update batch_revocations set decided_by = ?1',
    `insert into name_changes (id, account_id, state, asked_at_seconds, decided_by)
      values ('decided', '12345', 'refused', ${nowSeconds}, ?1)`,
    `insert into award_reports values ('answered', 'drawn', '12345', '${laurel.issuer}', 'any', 'other',
      'x', 'answered', ${nowSeconds}, 'y', ?1, ${nowSeconds})`,
    `insert into stewards values (?1, '12345', ${nowSeconds}, ${nowSeconds + 86_400})`,
    `insert into stewards values ('23456', ?1, ${nowSeconds}, ${nowSeconds + 86_400})`,
    `insert into trainers
      select id, issuer, account_id, 'given', '["event-support"]', 6, ${nowSeconds + 86_400}, '12345', ${nowSeconds}
      from awards where account_id = ?1 and state = 'accepted' limit 1`,
    `insert into trainers values ('another', '${laurel.issuer}', '12345', 'given', '[]', 6,
      ${nowSeconds + 86_400}, ?1, ${nowSeconds})`,
    `insert into share_outs (award_id, issuer, account_id, achievement_slug, until, state, created_at_seconds)
      select id, issuer, account_id, 'knowledge-documenter', '2027-01-31', 'open', ${nowSeconds}
      from awards where account_id = ?1 and state = 'accepted' limit 1`,
    `insert into share_outs (award_id, issuer, account_id, achievement_slug, until, state,
      created_at_seconds, decided_by) values ('another', '${laurel.issuer}', '12345',
      'knowledge-documenter', '2027-01-31', 'done', ${nowSeconds}, ?1)`,
    `insert into term_exceptions values ('of-them', '${laurel.issuer}', 'role-mentor', ?1, 'x',
      '2099-01-01', '12345', ${nowSeconds}, null)`,
    `insert into term_exceptions values ('by-them', '${laurel.issuer}', 'role-mentor', '12345', 'x',
      '2099-01-01', ?1, ${nowSeconds}, null)`,
    `insert into event_volunteers values
      ('${laurel.issuer}', 'campaign-event:42', 'Archive day', ?1, ${nowSeconds})`,
  ];
  await store.batch(statements.map((one) => store.prepare(one).bind(accountIdOf(username))));
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
