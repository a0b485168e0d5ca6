import { officialOf, type Signatory } from '@laurel/core/signatory';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { accountIdOf, ORGANIZER } from '../../development/demonstration/seed.ts';
import { signerOf } from '../../development/stewardship.ts';
import { aCredential } from '../support/awarding.ts';
import type { BrowserSession } from '../support/browser-session.ts';
import { privateStore } from '../support/desk-calls.ts';
import { anAcceptedAward } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aMember } from '../support/members.ts';
import { giveList, settled } from '../support/sheets.ts';
import { signatoriesPath, signs, type Texts } from '../support/signing.ts';
import { checkSigningRecords } from '../support/signing-records.ts';
import { signedIn } from '../support/stored-sessions.ts';
import { verifyBy } from '../support/verifying.ts';

const LAYAN = { en: ['Layan al-Khattat', 'Chair'], ar: ['ليان الخطّاط', 'رئيسة المجموعة'] } as const;
const RAHELA = { bn: ['রাহেলা সুলতানা', 'সম্পাদক'] } as const;
const OLA = { yo: ['Ọláńrewájú Adéṣínà'] } as const;

const Signed = z.object({ issuer: z.object({ official: z.string().optional() }) });

let laurel: Laurel;
let admin: BrowserSession;
beforeAll(async () => {
  laurel = await startLaurel();
  admin = await signedIn(laurel, ORGANIZER);
});
afterAll(() => laurel.stop());

beforeEach(async () => {
  await (await privateStore(laurel)).prepare('delete from signatories').run();
});

/** A member of this name signs for the issuer from now on. */
async function signing(username: string, texts: Texts): Promise<BrowserSession> {
  const member = await aMember(laurel, username, ['awarder']);
  await signs(laurel, { member, admin, issuer: laurel.issuer }, texts);
  return member;
}

const takeBack = (member: BrowserSession) =>
  member.post(signatoriesPath(laurel.issuer, '/own/withdraw'));

/** What a credential has signed of who signs it. */
async function officialIn(page: string): Promise<string | undefined> {
  return Signed.parse(await (await fetch(`${page}.json`)).json()).issuer.official;
}

const written = (...people: readonly Signatory[]) => officialOf(people);

describe('who signs for the issuer', () => {
  test('is signed in every artefact, in their order, and verifies', async () => {
    await signing('Layan who Signs', LAYAN);
    await signing('Rahela who Signs', RAHELA);

    const { page } = await aCredential(laurel);

    const official = written(
      { name: 'Layan al-Khattat', office: 'Chair' },
      { name: 'রাহেলা সুলতানা', office: 'সম্পাদক' },
    );
    expect(await officialIn(page)).toBe(official);
    for (const query of ['', '?profile=vc-jose']) {
      const jwt = await (await fetch(`${page}.jwt${query}`)).text();
      const payload = JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString());
      expect(payload.issuer.official).toBe(official);
      expect((await verifyBy(laurel, { credential: jwt })).verdict).toBe('valid');
    }
    expect((await verifyBy(laurel, { url: page })).verdict).toBe('valid');
  });

  test('is on the page of the certificate and on that of a verification', async () => {
    await signing('Layan who Signs', LAYAN);
    await signing('Ola who Signs', OLA);
    const { page } = await aCredential(laurel, { language: 'ar' });
    const html = await (await fetch(page, { headers: { accept: 'text/html' } })).text();
    const verified = await fetch(`${laurel.url}/verify`, {
      method: 'POST',
      body: new URLSearchParams({ credential: await (await fetch(`${page}.json`)).text() }),
    });

    for (const text of [html, await verified.text()]) {
      expect(text).toContain('Signed for the issuer by');
      for (const said of ['ليان الخطّاط', 'رئيسة المجموعة', 'Ọláńrewájú Adéṣínà']) {
        expect(text).toContain(
          `<bdi dir="auto"${said.includes('رئيسة') ? '' : ' translate="no"'}>${said}</bdi>`,
        );
      }
    }
  });

  test('is not said where nobody signs', async () => {
    const { page } = await aCredential(laurel);

    expect(await officialIn(page)).toBeUndefined();
    const html = await (await fetch(page, { headers: { accept: 'text/html' } })).text();
    expect(html).not.toContain('Signed for the issuer by');
  });

  test('is nobody who only offers it, nor whose grant has ended', async () => {
    await signing('Layan who Signs', LAYAN);
    const { changes } = (
      await (
        await privateStore(laurel)
      )
        .prepare('update grants set ends_at_seconds = 1 where account_id = ?')
        .bind(accountIdOf('Layan who Signs'))
        .run()
    ).meta;
    expect(changes).toBe(1);

    expect(await officialIn((await aCredential(laurel)).page)).toBeUndefined();
  });

  test('is never the holder whom it names; where it names nobody, it is the same as for others', async () => {
    await signing('Layan who Signs', LAYAN);
    await signing('Rahela who Signs', RAHELA);
    const recipients = [{ username: 'Rahela who Signs' }];

    const named = await aCredential(laurel, { recipients });
    const unnamed = await aCredential(laurel, {
      recipients,
      disclosure: 'none',
      period: undefined,
    });

    expect(await officialIn(named.page)).toBe('Layan al-Khattat,\nChair');
    expect(await officialIn(unnamed.page)).toBe('Layan al-Khattat,\nChair;\nরাহেলা সুলতানা,\nসম্পাদক');
  });
});

describe('what was frozen', () => {
  test('stays for the same request, also when others sign since', async () => {
    const layan = await signing('Layan who Signs', LAYAN);
    const { award } = await anAcceptedAward(laurel, 'Holder of the Frozen');
    const signer = await signerOf(laurel.runtime);
    const request = { requestKey: 'frozen', awardId: award, language: 'en', disclosure: 'account' };
    const [first] = await signer.issue([{ ...request, disclosure: 'account' }]);
    await takeBack(layan);
    await signing('Rahela who Signs', RAHELA);

    const [second] = await signer.issue([{ ...request, disclosure: 'account' }]);
    const [other] = await signer.issue([
      { ...request, requestKey: 'another', disclosure: 'account' },
    ]);

    expect(second).toEqual(first);
    const official = async (made: unknown) => {
      const { value } = z.object({ value: z.string() }).parse(made);
      const row = await (await laurel.runtime.miniflare.getD1Database('PUBLIC', 'laurel-signer'))
        .prepare('select document from credentials where id = ?')
        .bind(value)
        .first<string>('document');
      return Signed.parse(JSON.parse(row ?? '')).issuer.official;
    };
    expect(await official(first)).toBe('Layan al-Khattat,\nChair');
    expect(await official(other)).toBe('রাহেলা সুলতানা,\nসম্পাদক');
  });

  test('is signed as it was recorded, where the signer was killed and who signs has changed', async () => {
    const layan = await signing('Layan who Signs', LAYAN);
    const { page } = await aCredential(laurel);
    const id = page.split('/').at(-1) ?? '';
    const { miniflare } = laurel.runtime;
    const pub = await miniflare.getD1Database('PUBLIC', 'laurel-signer');
    const priv = await miniflare.getD1Database('PRIVATE', 'laurel-signer');
    const { proof: _, ...unsigned } = z
      .looseObject({ proof: z.unknown() })
      .parse(await (await fetch(`${page}.json`)).json());
    await priv
      .prepare(
        "update intents set state = 'recorded', document = ?, recorded_at_seconds = recorded_at_seconds - 3600 where credential_id = ?",
      )
      .bind(JSON.stringify(unsigned), id)
      .run();
    await pub.prepare('delete from credentials where id = ?').bind(id).run();
    await takeBack(layan);

    await laurel.runtime.tick();

    expect(await officialIn(page)).toBe('Layan al-Khattat,\nChair');
    expect((await verifyBy(laurel, { url: page })).verdict).toBe('valid');
    await checkSigningRecords(laurel);
  });

  test('stays byte for byte when a signatory takes themselves off, and the next one names nobody', async () => {
    const layan = await signing('Layan who Signs', LAYAN);
    const { page } = await aCredential(laurel);
    const before = await (await fetch(`${page}.json`)).text();

    await takeBack(layan);

    expect(await (await fetch(`${page}.json`)).text()).toBe(before);
    expect(await officialIn((await aCredential(laurel)).page)).toBeUndefined();
  });
});

test('stands before a list is awarded on the certificate that is shown, in its language', async () => {
  await signing('Layan who Signs', LAYAN);
  const path = await giveList(laurel, admin, 'Ọlá of Ìbàdàn\n');
  await settled(admin, `${path}/people`);
  const set = await admin.post(`${path}/terms`, {
    achievement: 'training-workshop-participation',
    language: 'ar',
    evidence: 'organizer-attendance-list',
    consent: 'ask',
    disclosure: 'account',
  });
  expect(set.status).toBe(303);

  const shown = await settled(admin, `${path}/award`);

  expect(shown).toContain('ليان الخطّاط');
  expect(shown).toContain('رئيسة المجموعة');
});

test('nothing is public of who signs but what is signed', async () => {
  await signing('Layan who Signs', LAYAN);
  const pages = ['/', `/issuers/${laurel.issuer}`, `/issuers/${laurel.issuer}/did.json`];

  for (const path of pages) {
    const text = await (await fetch(`${laurel.url}${path}`)).text();
    expect(text).not.toMatch(/Layan|ليان/);
  }
  const { page } = await aCredential(laurel);
  const signed = await (await fetch(`${page}.json`)).text();
  expect(signed).not.toContain('who Signs');
  expect(signed).not.toContain(accountIdOf('Layan who Signs'));
});
