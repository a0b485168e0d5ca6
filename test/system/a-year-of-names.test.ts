import { afterAll, beforeAll, expect, test } from 'vitest';
import { accountIdOf } from '../../development/demonstration/seed.ts';
import { signerOf } from '../../development/stewardship.ts';
import { anAcceptedAward } from '../support/holding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { labelOf, letPass, look } from '../support/looking-at-names.ts';
import { checkSigningRecords } from '../support/signing-records.ts';

const DAYS = 365;
const PEOPLE = ['Abla of Lomé', 'Kossi of Lomé', 'Yawa of Lomé', 'Edem of Lomé', 'Sena of Lomé'];

let laurel: Laurel;
beforeAll(async () => {
  laurel = await startLaurel({ onLog: () => undefined });
});
afterAll(() => laurel.stop());

/** The same numbers each time, from 0 to below `most` (a linear congruential generator). */
function drawing(): (most: number) => number {
  let state = 20_261_127;
  return (most) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * most);
  };
}

/** Names that public rows say, by the credential. */
async function namesSaid(): Promise<ReadonlyMap<string, string>> {
  const store = await laurel.runtime.miniflare.getD1Database('PUBLIC', 'laurel-signer');
  const { results } = await store
    .prepare(
      `select id, document ->> '$.credentialSubject.identifier[0].identityHash' as name
        from credentials where disclosure = 'account' and document is not null
        union all select credential_id || ' listed', username from badge_feed`,
    )
    .all<{ id: string; name: string }>();
  return new Map(results.map(({ id, name }) => [id, name]));
}

test('over a year in which people are renamed, swap names, hide and come back, each day ends with nothing said that is not so', async () => {
  const { accounts } = laurel.standIn;
  const draw = drawing();
  /** What each account is called on the wikis; hidden ones have their name all the same. */
  const called = new Map(PEOPLE.map((name) => [accountIdOf(name), name]));
  const hidden = new Set<string>();
  const awards = new Map<string, string>();
  for (const name of PEOPLE) {
    const { award } = await anAcceptedAward(laurel, name);
    awards.set(accountIdOf(name), award);
  }
  const signer = await signerOf(laurel.runtime);
  /** Has each have a certificate with the name of today made and listed, if there is a name to say. */
  const makeAnew = async (day: number) => {
    for (const [account, awardId] of awards) {
      if (hidden.has(account)) continue;
      const request = { awardId, language: 'en', disclosure: 'account' } as const;
      const [made] = await signer.issue([{ ...request, requestKey: `day:${day}:${account}` }]);
      if (made?.ok !== true) throw new Error(JSON.stringify(made));
      await signer.setVisible(made.value, account, true);
      expect(await signer.setBadgeFeed(account, [made.value])).toMatchObject({ ok: true });
    }
  };
  const given = [...called.keys()];
  const rename = (account: string, to: string) => {
    accounts.rename(called.get(account) ?? '', to);
    called.set(account, to);
  };
  const anybody = () => given[draw(given.length)] ?? '';

  for (let day = 1; day <= DAYS; day += 1) {
    const [one, other] = [anybody(), anybody()];
    switch (draw(40)) {
      case 0:
        rename(one, `Name of day ${day}`);
        break;
      case 1: {
        const [mine, yours] = [called.get(one) ?? '', called.get(other) ?? ''];
        if (one === other) break;
        rename(one, `In between ${day}`);
        rename(other, mine);
        rename(one, yours);
        break;
      }
      case 2: {
        const isHidden = !hidden.delete(one);
        if (isHidden) hidden.add(one);
        accounts.setHidden(called.get(one) ?? '', isHidden);
        break;
      }
      case 3: {
        const free = called.get(one) ?? '';
        rename(one, `Moved on ${day}`);
        accounts.take(free);
        break;
      }
    }
    await letPass(laurel, 86_400);
    await look(laurel);
    await letPass(laurel, 3_600);
    await laurel.runtime.lookAtNames();
    await laurel.runtime.tick();
    const said = await namesSaid();
    const isSaid = new Set([...called].flatMap(([id, name]) => (hidden.has(id) ? [] : [name])));
    const wrong = [...said].filter(([, name]) => !isSaid.has(name));
    expect([day, wrong]).toEqual([day, []]);
    if (day % 10 === 0) await makeAnew(day);
  }

  for (const [account, name] of called) {
    expect(await labelOf(laurel, account)).toBe(hidden.has(account) ? null : name);
  }
  expect((await namesSaid()).size).toBeGreaterThan(PEOPLE.length);
  await checkSigningRecords(laurel);
}, 240_000);
