import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accountIdOf } from '../../development/demonstration/seed.ts';
import { revoke } from '../support/awarding.ts';
import { privateStore } from '../support/desk-calls.ts';
import {
  anEndorsement,
  aShownCredential,
  aStory,
  askBy,
  asked,
  listed,
  STORY,
  storedEndorsement,
} from '../support/endorsing.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { tick } from '../support/offering.ts';
import { signedIn } from '../support/stored-sessions.ts';

type Held = Awaited<ReturnType<typeof aShownCredential>>;

let laurel: Laurel;
let holder: Held;
beforeAll(async () => {
  laurel = await startLaurel();
  holder = await aShownCredential(laurel, 'Zainab of Kano');
});
afterAll(() => laurel.stop());

async function counted(where: string): Promise<number | null> {
  const store = await privateStore(laurel);
  return store.prepare(`select count(*) as size from endorsements where ${where}`).first('size');
}

/** Lets so many days pass for every ask that is there: its moments lie further back. */
async function passDays(days: number): Promise<void> {
  const store = await privateStore(laurel);
  await store
    .prepare('update endorsements set lapses_at_seconds = lapses_at_seconds - ?')
    .bind(days * 86_400)
    .run();
}

describe('asking', () => {
  test('nobody endorses themselves, however they write their name', async () => {
    const answer = await askBy(holder, 'zainab_of_Kano');

    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('Nobody endorses themselves');
  });

  test('an account that there is not, and one that is locked, are not asked; what was typed stays', async () => {
    for (const name of ['Nobody Of All', 'Locked Person']) {
      const answer = await askBy(holder, name);
      expect(answer.status).toBe(422);
      const page = await answer.text();
      expect(page).toContain('There is no account with this name');
      expect(page).toContain(`value="${name}"`);
    }
  });

  test('another’s credential, a withdrawn one and none are answered alike', async () => {
    const other = await aShownCredential(laurel, 'Chinwe of Enugu');
    const gone = await aShownCredential(laurel, 'Ifeoma of Onitsha');
    await gone.session.post(`/me/credentials/${gone.id}/withdraw`);

    const answers = [
      await askBy({ ...holder, id: other.id }, 'Adwoa of Kumasi'),
      await askBy({ ...holder, id: 'x'.repeat(16) }, 'Adwoa of Kumasi'),
      await askBy(gone, 'Adwoa of Kumasi'),
    ];

    expect(answers.map(({ status }) => status)).toEqual([422, 422, 422]);
    expect((await askBy({ ...other, session: holder.session }, 'Ama of Ho')).status).toBe(404);
  });

  test('a credential that does not say the user name asks only once its holder lets that be known', async () => {
    const nameless = await aShownCredential(laurel, 'Halima of Zinder', { disclosure: 'none' });

    const answer = await askBy(nameless, 'Adwoa of Kumasi');

    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('Tick this box if they may know who asks');
    const id = await asked(laurel, nameless, 'Adwoa of Kumasi', { tell: 'yes' });
    const endorser = await signedIn(laurel, 'Adwoa of Kumasi');
    const page = await (await endorser.get(`/me/endorsing/${id}`)).text();
    expect(page).toContain('Halima of Zinder');
    expect(page).toContain('write nothing that tells who they are');
  });

  test('of two at once to the same person about the same one is sent', async () => {
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => askBy(holder, 'Yaw of Takoradi')),
    );

    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409, 409, 409]);
    const account = accountIdOf('Yaw of Takoradi');
    expect(await counted(`endorser_account_id = '${account}'`)).toBe(1);
  });

  test('declining tells nothing: it looks unanswered, and bars a repeat like an open one', async () => {
    const shown: string[] = [];
    const repeated: string[] = [];
    for (const name of ['Kwame of Open', 'Kwame of Away']) {
      const asking = await aShownCredential(laurel, `Holder of ${name.slice(9)}`);
      const id = await asked(laurel, asking, name);
      if (name.endsWith('Away')) {
        const endorser = await signedIn(laurel, name);
        expect((await endorser.post(`/me/endorsing/${id}/decline`)).status).toBe(303);
        expect(await (await endorser.get('/me/endorsing')).text()).not.toContain(id);
      }
      const neutral = (text: string) =>
        text
          .replaceAll(id, 'ID')
          .replaceAll(asking.award, 'AWARD')
          .replaceAll(asking.id, 'CREDENTIAL')
          .replaceAll(/(?:Kwame|Holder) of \w+|value="\w{12,}"/g, 'X');
      const path = `/me/awards/${asking.award}/endorsements`;
      shown.push(neutral(await (await asking.session.get(path)).text()));
      repeated.push(neutral(await (await askBy(asking, name)).text()));
      expect((await asking.session.post(`/me/endorsements/${id}/end`)).status).toBe(303);
      repeated.push(neutral(await (await askBy(asking, name)).text()));
    }

    expect(shown[1]).toBe(shown[0]);
    expect(repeated.slice(2)).toEqual(repeated.slice(0, 2));
    expect(repeated[0]).toContain('They were asked about this certificate before');
  });

  test('three may be open to one person, and ten be sent in a day', async () => {
    const many = await aShownCredential(laurel, 'Ngozi of Aba');
    const store = await privateStore(laurel);
    const to = accountIdOf('Efua of Cape Coast');
    await store.batch(
      [1, 2, 3].map((at) =>
        store
          .prepare(
            `insert into endorsements select 'open' || ?1, 'other' || ?1, award_id, holder_account_id, ?2,
              iif(?1 = 1, 'declined', 'asked'), '', '', 'en', 'account', 1, 9999999999, null
              from (select ?3 as award_id, ?4 as holder_account_id)`,
          )
          .bind(at, to, many.award, accountIdOf('Ngozi of Aba')),
      ),
    );

    const toOne = await askBy(many, 'Efua of Cape Coast');
    expect(toOne.status).toBe(409);
    expect(await toOne.text()).toContain('At most 3 asks');

    const statuses = [];
    for (let at = 0; at < 10; at++) {
      statuses.push((await askBy(many, `Person ${at} of Ho`)).status);
    }
    expect(statuses).toEqual([...Array.from({ length: 9 }, () => 303), 429]);
  });
});

describe('writing and accepting', () => {
  test('only whoever was asked writes, only its holder accepts, and not before it is written', async () => {
    const id = await asked(laurel, holder, 'Abena of Kumasi');
    const stranger = await signedIn(laurel, 'Stranger of Lomé');
    const endorser = await signedIn(laurel, 'Abena of Kumasi');

    expect((await stranger.get(`/me/endorsing/${id}`)).status).toBe(404);
    expect((await stranger.post(`/me/endorsing/${id}`, aStory())).status).toBe(404);
    expect((await endorser.post(`/me/endorsements/${id}/accept`)).status).toBe(404);
    expect((await holder.session.post(`/me/endorsements/${id}/accept`)).status).toBe(409);
    await stranger.post(`/me/endorsing/${id}/decline`);
    await stranger.post(`/me/endorsing/${id}/take-back`);
    expect(await storedEndorsement(laurel, id)).toEqual({ state: 'asked', story: '' });
  });

  test.each([
    { field: 'behaviour', value: 'being-rich', says: 'Choose what you saw.' },
    { field: 'story', value: 'Good.', says: 'Write from 20 to 1000 characters.' },
    { field: 'story', value: 'x'.repeat(1_001), says: 'Write from 20 to 1000 characters.' },
    { field: 'language', value: 'not a tag', says: 'Choose the language' },
    { field: 'disclosure', value: '', says: 'Choose what it says of you.' },
  ])('a form with a wrong $field says so, and keeps what was typed', async (wrong) => {
    const name = `Akua of ${wrong.field} ${wrong.value.length}`;
    const asking = await aShownCredential(laurel, `Asker ${wrong.field} ${wrong.value.length}`);
    const id = await asked(laurel, asking, name);
    const endorser = await signedIn(laurel, name);
    const kept = wrong.field === 'story' ? {} : { story: `${STORY} Kept.` };

    const answer = await endorser.post(
      `/me/endorsing/${id}`,
      aStory({ ...kept, [wrong.field]: wrong.value }),
    );

    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain(wrong.says);
    expect(page).toContain(wrong.field === 'story' ? wrong.value : 'Kept.');
    expect(await storedEndorsement(laurel, id)).toEqual({ state: 'asked', story: '' });
  });

  test('accepting at once from two windows signs one, and what is accepted is not written anew', async () => {
    const asking = await aShownCredential(laurel, 'Fatima of Sokoto');
    const id = await asked(laurel, asking, 'Mansa of Accra');
    const endorser = await signedIn(laurel, 'Mansa of Accra');
    await endorser.post(`/me/endorsing/${id}`, aStory());

    const accepting = () => asking.session.post(`/me/endorsements/${id}/accept`);
    const answers = await Promise.all([accepting(), accepting(), accepting()]);

    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect((await listed(laurel, asking.id)).endorsements).toHaveLength(1);
    const again = await endorser.post(`/me/endorsing/${id}`, aStory({ story: `${STORY} More.` }));
    expect(again.status).toBe(404);
  });

  test('what was revoked is not endorsed, and what stood beside it goes', async () => {
    const asking = await aShownCredential(laurel, 'Bala of Jos');
    const made = await anEndorsement(laurel, asking, 'Grace of Jos');
    const waiting = await asked(laurel, asking, 'Musa of Jos');
    const writer = await signedIn(laurel, 'Musa of Jos');
    await writer.post(`/me/endorsing/${waiting}`, aStory());

    await revoke(laurel, asking.award, { reason: 'wrong_person' });

    expect((await fetch(`${laurel.url}/c/${made.signed}.json`)).status).toBe(410);
    expect((await fetch(`${laurel.url}/c/${asking.id}/endorsements.json`)).status).toBe(410);
    expect((await asking.session.post(`/me/endorsements/${waiting}/accept`)).status).toBe(409);
    expect(await storedEndorsement(laurel, waiting)).toMatchObject({ state: 'written' });
  });
});

test('whom somebody muted asks in vain and is not told, until that is taken back', async () => {
  const asking = await aShownCredential(laurel, 'Sule of Minna');
  const muting = await signedIn(laurel, 'Rose of Minna');
  const id = await asked(laurel, asking, 'Rose of Minna');

  expect((await muting.post(`/me/endorsing/${id}/mute`)).status).toBe(303);

  const second = await aShownCredential(laurel, 'Sule of Minna', {}).catch(() => null);
  expect(second).toBeNull();
  expect(await (await muting.get('/me')).text()).not.toContain('Somebody asks you');
  const own = await (await muting.get('/me/endorsing')).text();
  expect(own).not.toContain(`/me/endorsing/${id}`);
  expect(own).toContain('Sule of Minna');
  const path = `/me/awards/${asking.award}/endorsements`;
  expect(await (await asking.session.get(path)).text()).toContain('not answered yet');

  await muting.post('/me/endorsing/show', { account: accountIdOf('Sule of Minna') });

  expect(await (await muting.get('/me/endorsing')).text()).toContain(`/me/endorsing/${id}`);
});

test('asks and stories lapse after ninety days and leave nothing; what was accepted stays', async () => {
  const asking = await aShownCredential(laurel, 'Peter of Jos');
  const kept = await anEndorsement(laurel, asking, 'Ruth of Jos');
  const open = await asked(laurel, asking, 'Paul of Jos');
  const written = await asked(laurel, asking, 'Mary of Jos');
  const mary = await signedIn(laurel, 'Mary of Jos');
  await mary.post(`/me/endorsing/${written}`, aStory());
  await passDays(89);
  await tick(laurel);
  expect(await storedEndorsement(laurel, open)).not.toBeNull();

  await passDays(1);
  await tick(laurel);

  expect(await storedEndorsement(laurel, open)).toBeNull();
  expect(await storedEndorsement(laurel, written)).toBeNull();
  expect(await storedEndorsement(laurel, kept.id)).toMatchObject({ state: 'accepted' });
  expect(await counted(`story = '${STORY}' and state <> 'accepted'`)).toBe(0);
});
