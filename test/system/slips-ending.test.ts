import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '../../development/free-port.ts';
import { settledBatch } from '../support/awarding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aMember } from '../support/members.ts';
import { makeSheet, sheetAt, showSlip } from '../support/slips.ts';
import { signedIn } from '../support/stored-sessions.ts';

const DAY_SECONDS = 86_400;
const ORGANIZER = 'Nomvula of the Archive';

let persistTo: string;
let port: number;
let laurel: Laurel;
beforeAll(async () => {
  persistTo = mkdtempSync(join(tmpdir(), 'laurel-slips-'));
  port = await freePort('127.0.0.1');
  laurel = await startLaurel({ persistTo, port });
});
afterAll(async () => {
  await laurel.stop();
  rmSync(persistTo, { recursive: true });
});

/** The same Laurel, on the same data, after some days. */
async function afterDays(days: number): Promise<void> {
  await laurel.stop();
  laurel = await startLaurel({ persistTo, port, clockShiftSeconds: days * DAY_SECONDS });
}

async function slipsOf(sheet: string) {
  const store = await laurel.runtime.miniflare.getD1Database('PRIVATE', 'laurel-desk');
  const { results } = await store
    .prepare('select state, account_id from slips where sheet_id = ? order by number')
    .bind(sheet.split('/').at(-1))
    .all<{ state: string; account_id: string | null }>();
  return results;
}

test('slips die after thirty days, also those that wait, and no account stays with them', async () => {
  const organizer = await aMember(laurel, ORGANIZER, ['awarder']);
  const sheet = await makeSheet(laurel, organizer, { size: '4' });
  const { codes } = await sheetAt(laurel, sheet);
  const [confirmed = '', waiting = '', refused = '', blank = ''] = codes;
  await showSlip(laurel, 'Confirmed in Time', confirmed);
  const made = await organizer.post(`${sheet}/people`, { act: 'confirm_everybody' });
  await settledBatch(laurel, made.headers.get('location')?.split('/').at(-1) ?? '');
  await showSlip(laurel, 'Waiting in Vain', waiting);
  await showSlip(laurel, 'Refused in Time', refused);
  await organizer.post(`${sheet}/people`, { act: 'refuse', number: '3' });

  await afterDays(29);
  const early = await signedIn(laurel, 'Just in Time');
  expect((await early.get(`/claim/${blank}`)).status).toBe(200);
  expect(await (await early.get(`/claim/${waiting}`)).text()).toContain('used already');
  await laurel.runtime.tick();
  expect(await slipsOf(sheet)).toHaveLength(4);

  await afterDays(31);
  const late = await signedIn(laurel, 'Just too Late');
  const answers = [];
  for (const code of [blank, waiting, refused]) {
    const opened = await late.get(`/claim/${code}`);
    const shown = await late.post(`/claim/${code}`);
    answers.push(opened.status, shown.status, (await opened.text()).includes('30 days'));
  }
  expect(answers).toEqual([404, 404, true, 404, 404, true, 404, 404, true]);
  const person = await signedIn(laurel, 'Waiting in Vain');
  expect(await (await person.get('/me')).text()).not.toContain('waits for the organizers');
  const desk = await aMember(laurel, ORGANIZER, ['awarder']);
  const page = await (await desk.get(sheet)).text();
  expect(page).toContain('void since');
  expect(page).not.toContain('Waiting in Vain');
  const act = await desk.post(`${sheet}/people`, { act: 'confirm_everybody' });
  expect(act.status).toBe(410);

  await laurel.runtime.tick();
  expect(await slipsOf(sheet)).toEqual([{ state: 'confirmed', account_id: null }]);
  const holder = await signedIn(laurel, 'Confirmed in Time');
  const paper = await holder.get(`/claim/${confirmed}`);
  expect(paper.headers.get('location')).toMatch(/^\/claim\/\w{17}$/);
});
