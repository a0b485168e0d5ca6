import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BrowserSession, browserSession } from '../support/browser-session.ts';
import { anAcceptedAward, makeCredential } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { declare, namedAs } from '../support/naming.ts';
import { expectProblem } from '../support/problem.ts';
import { signedIn } from '../support/stored-sessions.ts';

const JSON_ACCEPT = { accept: 'application/json' };

let laurel: Laurel;
beforeAll(async () => {
  laurel = await startLaurel();
});
afterAll(() => laurel.stop());

let holders = 0;
function aHolder(): Promise<BrowserSession> {
  holders += 1;
  return signedIn(laurel, `Holder of name ${holders}`);
}

async function pageOf(session: BrowserSession): Promise<string> {
  return (await session.get('/me/name')).text();
}

describe('a first name', () => {
  test('is seen as a certificate shows it before it is kept, and kept in each of its scripts', async () => {
    const session = await aHolder();
    const writings = { en: 'Amina Jallow', ar: 'أمينة جالو', nqo: 'ߊ߬ߡߌߣߊ߫ ߖߊ߬ߟߏ߬', my: 'အမီနာ' };

    const seen = await session.post('/me/name', namedAs(writings, { act: '' }));

    const shown = await seen.text();
    expect(seen.status).toBe(200);
    for (const name of Object.values(writings)) expect(shown).toContain(name);
    expect(shown).toContain('Name given by the holder, checked by nobody');
    expect(shown).toContain('اسم قدّمه صاحب الشهادة ولم يتحقق منه أحد');
    expect(await pageOf(session)).not.toContain('Jallow');
    await declare(session, writings);
    const page = await pageOf(session);
    for (const name of Object.values(writings)) expect(page).toContain(name);
    expect((await session.get('/me/name')).headers.get('cache-control')).toContain('no-store');
  });

  test('is one: another one is refused without a steward, the same one changes nothing', async () => {
    const session = await aHolder();
    await declare(session, { en: 'Bisi Adéyẹmí' });

    await declare(session, { en: 'Bisi Adéyẹmí' });
    const friend = await session.post('/me/name', namedAs({ en: 'A Friend' }), JSON_ACCEPT);

    expect(friend.status).toBe(409);
    expect(await friend.text()).not.toContain('A Friend');
    expect(await pageOf(session)).toContain('Bisi Adéyẹmí');
    const added = await session.post('/me/name', namedAs({ en: 'Bisi Adéyẹmí', ar: 'صديق' }));
    expect(added.status).toBe(409);
    expect(await pageOf(session)).not.toContain('صديق');
  });

  test('is given once, of two that are sent at once', async () => {
    const session = await aHolder();

    const answers = await Promise.all(
      ['Chidi Ọkáfọ̀', 'Ngozi Ọkáfọ̀', 'Ifeoma Ọkáfọ̀'].map((name) =>
        session.post('/me/name', namedAs({ ig: name })),
      ),
    );

    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409, 409]);
    expect((await pageOf(session)).match(/Ọkáfọ̀/g)).not.toBeNull();
  });

  test('with two writings in one script is refused: they may be two names', async () => {
    const session = await aHolder();

    const answer = await session.post('/me/name', namedAs({ en: 'Djordje', hr: 'Somebody Else' }));

    const text = await answer.text();
    expect(answer.status).toBe(422);
    expect(text).toContain('in this script already');
    expect(text).toContain('value="Somebody Else"');
  });

  test('is asked for by nobody who is not signed in', async () => {
    const stranger = browserSession(laurel);

    const answer = await stranger.post('/me/name', namedAs({ en: 'Amina' }), JSON_ACCEPT);

    await expectProblem(answer, { reason: 'login_required' });
  });

  test('comes back as it was typed, with room for another script', async () => {
    const session = await aHolder();

    const more = await (
      await session.post('/me/name', namedAs({ en: ' Amina ' }, { act: 'add' }))
    ).text();

    expect(more).toContain('value=" Amina "');
    expect(more).toContain('name="name_2"');
  });
});

describe('what is no name', () => {
  let session: BrowserSession;
  beforeAll(async () => {
    session = await aHolder();
  });

  test.each([
    ['of spaces', '\u3000 \u00A0', 'Write your name.'],
    ['of 5,000 letters', 'ə'.repeat(5_000), 'longer than 120 letters'],
    ['with half a character', 'Ami\uD800na', 'Part of a character is missing'],
    ['with an override of direction', 'Amina \u202Eanim', 'U+202E'],
    ['with a control character', 'Ami\u0007na', 'U+0007'],
    ['with an invisible space', 'Ami\u200Bna', 'U+200B'],
    ['with a picture', 'Amina 🌿', '🌿'],
    ['in disguise', '𝓐𝓶𝓲𝓷𝓪', 'letter in disguise'],
    ['with markup', '<script>Amina</script>', 'does not have the sign'],
    ['of punctuation', '- . -', 'There is no letter in it.'],
    [
      'with marks without end',
      `A${'\u0335\u0336\u0337\u0338'.repeat(8)}`,
      'too many on one letter',
    ],
    ['with letters that imitate', 'Аmina', 'different scripts that look alike'],
  ])('%s is refused by what is wrong with it', async (_, name, sentence) => {
    for (const path of ['/me/name', '/me/name/change']) {
      const answer = await session.post(path, namedAs({ en: name }, { why: 'So.' }));

      expect(answer.status).toBe(422);
      const text = await answer.text();
      expect(text).toContain(sentence);
      expect(text).not.toContain('<script>Amina');
    }
  });

  test('of a megabyte is refused as a form', async () => {
    const answer = await session.post('/me/name', namedAs({ en: 'a'.repeat(1_000_000) }));

    expect(answer.status).toBe(413);
  });
});

test.each([
  ['en', 'O'],
  ['ga', "Seán O'Brien-Ní Dhónaill"],
  ['zh-Hant', '歐陽'],
  ['am', 'አበበ ቢቂላ'],
  ['fa', 'أم‌کلثوم'],
])('a name such as the one in %s passes as it is: %s', async (language, name) => {
  const session = await aHolder();

  await declare(session, { [language]: name });

  expect(await pageOf(session)).toContain(name.replace("'", '&#39;'));
});

test('a writing that was not declared is signed for nobody, whatever the form says', async () => {
  const { award, session } = await anAcceptedAward(laurel, 'Unnamed of Kano');
  const wish = { disclosure: 'name', writing: 'en' };

  await expect(makeCredential(session, award, wish)).rejects.toThrow(/^409: /);
  await declare(session, { en: 'Zainab Bello' });
  await expect(makeCredential(session, award, { ...wish, writing: 'ar' })).rejects.toThrow(
    /^409: /,
  );
  await expect(makeCredential(session, award, { ...wish, writing: '__proto__' })).rejects.toThrow(
    /^409: /,
  );
  expect(await makeCredential(session, award, { ...wish, name: 'A Friend' })).toMatch(/^\w+$/);
});
