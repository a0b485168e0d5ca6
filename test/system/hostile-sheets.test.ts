import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserSession } from '../support/browser-session.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aMember } from '../support/members.ts';
import { awardList, contentOf, giveList, settled } from '../support/sheets.ts';

let laurel: Laurel;
let organizer: BrowserSession;

beforeAll(async () => {
  laurel = await startLaurel();
  organizer = await aMember(laurel, 'Wanjiru of the Archive', ['awarder']);
});
afterAll(() => laurel.stop());

describe('a list with odd cells', () => {
  it('is awarded though its hours are nought, endless or finer than a minute', async () => {
    const path = await giveList(
      laurel,
      organizer,
      'Username,Present,Hours\nAda Obi,yes,0\nBao Tran,yes,99999\nChidi Eze,yes,2.123\nDalal,no,0\n',
    );
    const reading = contentOf(await (await organizer.get(`${path}/reading`)).text());
    expect(reading).toContain('The hours cannot be read in these lines: 2, 3');
    await settled(organizer, path);
    const page = await settled(organizer, await awardList(organizer, path));
    expect(page).toContain('<strong>3</strong> open offers');
  });

  it('says of a formula and of an e-mail address what they are, in the language of the page', async () => {
    const path = await giveList(laurel, organizer, 'Efua of Arabic\n=SUM(A1:A9)\na@b.example\n');
    await settled(organizer, path);
    const batch = await awardList(organizer, path);
    await settled(organizer, batch);
    const page = contentOf(await (await organizer.get(`${batch}?uselang=ar`)).text());
    expect(page).toContain('هذه صيغة حسابية وليست اسمًا.');
    expect(page).not.toMatch(/The cell|a@b/);
  });

  it('has the list for MassMessage in a file of its own, and no page is heavy with names', async () => {
    const path = await giveList(laurel, organizer, 'Efua of Messages\nFatou of Messages\n');
    await settled(organizer, path);
    const batch = await awardList(organizer, path);
    const page = await settled(organizer, batch);
    expect(page).not.toContain('Efua of Messages');
    const list = await organizer.get(/href="([^"]*\/share)"/.exec(page)?.[1] ?? '');
    expect(list.headers.get('cache-control')).toContain('no-store');
    expect(await list.text()).toBe(
      '{{#target:User talk:Efua of Messages|meta.wikimedia.org}}\n{{#target:User talk:Fatou of Messages|meta.wikimedia.org}}\n',
    );
  });
});

describe('who attended', () => {
  /** The form about the columns, sent as it was shown. */
  async function resend(path: string): Promise<Response> {
    const page = await (await organizer.get(`${path}/reading`)).text();
    const chosen = (name: string) =>
      new RegExp(`name="${name}"[^]*?<option value="(\\d*)" selected`).exec(page)?.[1] ?? '';
    const ticked = (name: string) =>
      [...page.matchAll(new RegExp(`<input[^>]*name="${name}"[^>]*>`, 'g'))].flatMap(([input]) =>
        / checked/.test(input) ? [/value="([^"]*)"/.exec(input)?.[1] ?? ''] : [],
      );
    const [, values = ''] = /<textarea[^>]*name="values"[^>]*>([^<]*)</.exec(page) ?? [];
    return organizer.post(`${path}/reading`, [
      ['names', chosen('names')],
      ['hours', chosen('hours')],
      ['rule', ticked('rule')[0] ?? ''],
      ...ticked('columns').map((column) => ['columns', column] as const),
      ['values', values],
      ['at_least', '1'],
      ['counted', '0'],
      ['counted_at_least', '1'],
    ]);
  }

  it('is guessed and kept though the answers of a form have commas in them', async () => {
    const path = await giveList(
      laurel,
      organizer,
      'Timestamp,Username,Did you attend?\n1,Ada Obi,"Yes, both days"\n2,Bao Tran,"Yes, on the second"\n3,Chidi Eze,No\n',
    );
    const guessed = contentOf(await (await organizer.get(`${path}/reading`)).text());
    expect(guessed).toContain('2 of 3 attended');
    expect((await resend(path)).status).toBe(303);
    const people = await settled(organizer, `${path}?pile=ready`);
    expect(people).toContain('2 people would be recognised');
    const rule = { names: '1', rule: 'marked', columns: '2', at_least: '1', act: 'try' };
    const one = { ...rule, values: 'yes, both days' };
    expect(await (await organizer.post(`${path}/reading`, one)).text()).toContain(
      '1 of 3 attended',
    );
    const several = { ...rule, values: 'yes, both days\nno, nope' };
    expect(await (await organizer.post(`${path}/reading`, several)).text()).toContain(
      '2 of 3 attended',
    );
  });

  it('is saved by every way on from the page, to the next one and to the next step', async () => {
    const names = Array.from({ length: 60 }, (_, at) => `Helper ${at + 1},x`).join('\n');
    const path = await giveList(laurel, organizer, `Username,Club\n${names}\n`);
    const first = await settled(organizer, `${path}?pile=ready`);
    expect(first).toContain('name="to_page" value="2"');
    expect(first).not.toContain('rel="next"');
    const next = await organizer.post(`${path}?pile=ready`, [
      ['row', '0'],
      ['attended', '0'],
      ['to_page', '2'],
    ]);
    expect(next.headers.get('location')).toContain('pile=ready&page=2');
    const on = await organizer.post(`${path}?pile=ready&page=2`, [
      ['row', '55'],
      ['attended', '55'],
      ['act', 'go_on'],
    ]);
    expect(on.headers.get('location')).toBe(`${path}/terms`);
    expect(await settled(organizer, path)).toContain('2 people would be recognised');
  });

  it('stays as it was ticked by hand when the columns are looked at again', async () => {
    const path = await giveList(laurel, organizer, 'Username,Club\nEfua,North\nFatou,South\n');
    await settled(organizer, path);
    await organizer.post(`${path}?pile=ready`, [
      ['row', '0'],
      ['row', '1'],
      ['attended', '1'],
      ['act', 'save'],
    ]);
    expect((await resend(path)).status).toBe(303);
    expect(await settled(organizer, `${path}?pile=ready`)).toContain(
      '1 person would be recognised',
    );
  });
});

describe('whoever gave a list', () => {
  it('is awarded where another member awards it, who is then the one left out', async () => {
    const other = await aMember(laurel, 'Amina of the Desk', ['awarder']);
    const path = await giveList(laurel, organizer, 'Wanjiru of the Archive\nAmina of the Desk\n');
    expect(await settled(organizer, `${path}?pile=ready`)).toMatch(/Wanjiru[\s\S]*This is you/);
    const seen = await settled(other, `${path}?pile=ready`);
    expect(seen).toMatch(/Amina[\s\S]*This is you/);
    expect(seen).toContain('1 person would be recognised');
    const page = await settled(other, await awardList(other, path));
    expect(page).toContain('<strong>1</strong> open offers');
    expect(page).toMatch(/Amina of the Desk[\s\S]*Nobody awards to themselves/);
  });
});

describe('a list of which nobody is found', () => {
  it('has near names for every row, also when all of them are put right at once', async () => {
    const numbers = Array.from({ length: 24 }, (_, at) => at + 10);
    const list = (name: string) => numbers.map((number) => `${name} ${number}`).join('\n');
    await settled(organizer, await giveList(laurel, organizer, list('Nobodi of Near')));
    const path = await giveList(laurel, organizer, list('Nobody of Near'));
    const first = await settled(organizer, `${path}?pile=not_found`);
    expect(first.match(/<fieldset>/g) ?? []).toHaveLength(24);
    await organizer.post(`${path}?pile=not_found`, [
      ...numbers.flatMap((_, at) => [
        ['row', String(at)] as const,
        ['attended', String(at)] as const,
        [`name-${at}`, `Nobody of Naer ${at + 10}`] as const,
      ]),
    ]);
    const page = await settled(organizer, `${path}?pile=not_found`);
    expect(page.match(/<fieldset>/g) ?? []).toHaveLength(24);
  });
});

describe('the last look before awarding', () => {
  it('shows one certificate as it would read, in its own language, and with no name where none is said', async () => {
    const path = await giveList(
      laurel,
      organizer,
      'Username,Hours\nKofi <i>x</i>,2\nAbena,"٣٫٥"\n',
    );
    await settled(organizer, path);
    await organizer.post(`${path}?pile=ready`, [
      ['row', '1'],
      ['attended', '1'],
    ]);
    const terms = {
      achievement: 'training-workshop-participation',
      start: '2026-11-14',
      end: '2026-11-15',
      evidence: 'organizer-attendance-list',
      consent: 'ask',
    };
    await organizer.post(`${path}/terms`, { ...terms, language: 'en', disclosure: 'account' });
    const page = contentOf(await (await organizer.get(`${path}/award?uselang=ar`)).text());
    expect(page).toContain('lang="en" dir="ltr"');
    expect(page).toMatch(/This certificate recognises[\s\S]*Abena[\s\S]*3\.5 hours/);
    await organizer.post(`${path}/terms`, { ...terms, language: 'ar', disclosure: 'none' });
    const nameless = contentOf(await (await organizer.get(`${path}/award`)).text());
    expect(nameless).toContain('lang="ar" dir="rtl"');
    expect(nameless).not.toContain('Abena');
  });
});

describe('somebody to check who is another person', () => {
  it('is put right there by their own name, and nothing happens where the field stays empty', async () => {
    const path = await giveList(
      laurel,
      organizer,
      'Аbenа Mixed\nВeatrice Mixed\nNobody of Empty\n',
    );
    expect(await settled(organizer, `${path}?pile=check`)).toContain('If it is somebody else');
    await organizer.post(`${path}?pile=check`, [
      ['row', '0'],
      ['attended', '0'],
      ['name-0', 'Abena Latin'],
      ['row', '1'],
      ['attended', '1'],
      ['right', '1'],
      ['name-1', ''],
    ]);
    await organizer.post(`${path}?pile=not_found`, [
      ['row', '2'],
      ['attended', '2'],
      ['name-2', ' '],
    ]);
    expect(await settled(organizer, `${path}?pile=ready`)).toContain('Abena Latin attended');
    expect(await settled(organizer, `${path}?pile=not_found`)).toContain('value="Nobody of Empty"');
    expect(await settled(organizer, path)).toContain('2 people would be recognised');
  });
});
