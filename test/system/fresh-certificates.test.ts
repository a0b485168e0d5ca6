import { createHash } from 'node:crypto';
import { CATALOGUE } from '@laurel/catalogue/catalogue';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { DEMONSTRATION_ISSUER, ORGANIZER } from '../../development/demonstration/seed.ts';
import { signerOf } from '../../development/stewardship.ts';
import { edited, redrawing } from '../../services/renderer/test/edited-pdf.ts';
import { openPdf } from '../../services/renderer/test/opened-pdf.ts';
import { PAPERS } from '../../services/renderer/test/variants.ts';
import { aCredential } from '../support/awarding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aMember } from '../support/members.ts';
import { signs } from '../support/signing.ts';
import { signedIn } from '../support/stored-sessions.ts';
import { checkIn, reportOnFile } from '../support/verifying.ts';

vi.setConfig({ testTimeout: 120_000 });

/** What is recognised, in languages with labels of every kind and one without. */
const NAMES = {
  en: 'Mentor of Newcomers',
  ar: 'مرشدة القادمين الجدد',
  ha: 'Mai jagorar sababbin ’yan ƙungiya',
  ur: 'نئے ساتھیوں کی رہنما',
  'zh-Hans': '新人导师',
  th: 'พี่เลี้ยงของผู้มาใหม่',
  my: 'လူသစ်များ၏ လမ်းညွှန်',
  hi: 'नए साथियों के मार्गदर्शक',
  de: 'Mentorin für Neue',
  dag: 'Ninvuɣ pala wuhira',
} as const;
const CRITERIA = {
  en: 'Answered questions of newcomers for a year. ',
  ar: 'أجابت عن أسئلة القادمين الجدد عامًا كاملًا. ',
  ha: 'Ta amsa tambayoyin sababbi har shekara guda. ',
  ur: 'ایک سال تک نئے ساتھیوں کے سوالوں کے جواب دیے۔ ',
  'zh-Hans': '一年来解答新人的问题。',
  th: 'ตอบคำถามของผู้มาใหม่ตลอดหนึ่งปี ',
  my: 'လူသစ်များ၏ မေးခွန်းများကို တစ်နှစ်ကြာ ဖြေကြားခဲ့သည်။ ',
  hi: 'एक वर्ष तक नए साथियों के प्रश्नों के उत्तर दिए। ',
  de: 'Beantwortete ein Jahr lang die Fragen von Neuen. ',
  dag: 'O daa labsiri bɔhisi yuuni zaa. ',
} as const;
/** So long that lines break within it. */
const GROUP = '塔马利地区维基媒体知识共享与志愿服务协作小组'.repeat(5);
const GROUP_IN_THAI = 'กลุ่มอาสาสมัครวิกิมีเดียเมืองทามาเล'.repeat(4);
const LANGUAGES = Object.keys(NAMES);
/** So much has no room on the first page. */
const LONG = 24;
const LOGO =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 0h8v8z"/></svg>';

let laurel: Laurel;

/** The demonstration's role of a mentor, in all these languages, with so much to say. */
async function telling(times: number): Promise<void> {
  const said = (texts: Readonly<Record<string, string>>) =>
    Object.fromEntries(
      Object.entries(texts).map(([tag, text]) => [tag, text.repeat(times).trim()]),
    );
  await laurel.stewardship.putAchievements(
    laurel.issuer,
    CATALOGUE.achievements
      .filter(({ slug }) => slug === 'role-mentor')
      .map(({ themes, skillIds, sourceLines, ...achievement }) => ({
        ...achievement,
        version: `9.0.${times}`,
        name: NAMES,
        description: said(CRITERIA),
        criteria: said(CRITERIA),
        doesNotMean: said(CRITERIA),
      })),
  );
}

beforeAll(async () => {
  laurel = await startLaurel();
  await laurel.stewardship.establishIssuer({
    ...DEMONSTRATION_ISSUER,
    names: {
      en: 'Wikimedians of Tamale',
      ar: 'ويكيميديو تامالي',
      'zh-Hans': GROUP,
      th: GROUP_IN_THAI,
    },
  });
  const admin = await signedIn(laurel, ORGANIZER);
  const bytes = Buffer.from(LOGO);
  const digest = createHash('sha256').update(bytes).digest('hex');
  const logo = { type: 'image/svg+xml', digest, bytes: bytes.toString('base64') } as const;
  await (await signerOf(laurel.runtime)).setLogo(laurel.issuer, logo);
  const member = async (username: string) => aMember(laurel, username, ['awarder']);
  const signing = { admin, issuer: laurel.issuer };
  await signs(
    laurel,
    { ...signing, member: await member('Layan who Signs') },
    { en: ['Layan al-Khattat', 'Chair'], ar: ['ليان الخطّاط', 'رئيسة المجموعة'] },
  );
  await signs(
    laurel,
    { ...signing, member: await member('Ola who Signs') },
    { en: ['Ola Adesina'], yo: ['Ọláńrewájú Adéṣínà'] },
  );
}, 120_000);
afterAll(() => laurel.stop());

/** A credential of a role with a term, in a language. */
const aMentor = async (language: string, change: Readonly<Record<string, unknown>> = {}) =>
  (
    await aCredential(laurel, {
      achievement: 'role-mentor',
      language,
      hours: undefined,
      evidence: [],
      period: { start: '2026-03-01', end: '2027-02-28' },
      ...change,
    })
  ).page;

async function pdfOf(page: string, query = ''): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await fetch(`${page}.pdf${query}`);
  expect(answer.status).toBe(200);
  return new Uint8Array(await answer.arrayBuffer());
}

/** What is found out about a file, short. */
async function found(pdf: Uint8Array<ArrayBuffer>) {
  const { verdict, checks, printed } = await reportOnFile(laurel, pdf);
  const { result, finding } = checkIn({ verdict, checks, credential: null }, 'print') ?? {};
  const missing = printed?.fields.filter((one) => !one.printed).map(({ field }) => field);
  return { verdict, result, finding, missing, more: printed?.more };
}

const AS_SIGNED = {
  verdict: 'valid',
  result: 'pass',
  finding: 'as_signed',
  missing: [],
  more: '',
};

test.each([1, LONG])(
  'every certificate comes out as it was signed: texts %d times',
  async (times) => {
    await telling(times);
    for (const [at, language] of LANGUAGES.entries()) {
      const page = await aMentor(language);
      const papers = times === 1 && language === 'en' ? PAPERS : [PAPERS[at % PAPERS.length]];
      for (const paper of papers) {
        const query = `?paper=${paper?.size}&orientation=${paper?.orientation}`;
        const seconds = language === 'en' ? LANGUAGES : ['en', LANGUAGES[at + 1] ?? 'ar'];
        for (const second of ['', ...seconds.filter((one) => one !== language)]) {
          const what = `${language}${query}&with=${second}`;
          const pdf = await pdfOf(page, `${query}&with=${second}`);
          expect({ what, ...(await found(pdf)) }).toEqual({ what, ...AS_SIGNED });
          if (times === LONG && second !== '')
            expect((await openPdf(pdf)).pages).toBeGreaterThan(1);
        }
      }
    }
  },
);

test('who signs is compared: another name or office is not what was signed', async () => {
  await telling(1);
  const pdf = await pdfOf(await aMentor('en', { recipients: [{ username: 'Amina Sowah' }] }));
  const lines = (await openPdf(pdf)).runs.map(({ text }) => text);
  const drawn = (from: string, to: string) =>
    edited(pdf, redrawing(lines.map((line) => line.replace(from, to))));

  expect(await found(await drawn('', ''))).toEqual(AS_SIGNED);
  for (const [from, to] of [
    ['Layan al-Khattat', 'Kofi Mensah'],
    ['Chair', 'Treasurer'],
    ['Ola Adesina', 'Ola Adesinason'],
  ] as const) {
    expect(await found(await drawn(from, to))).toMatchObject({
      verdict: 'invalid',
      finding: 'differs',
      missing: ['signatory'],
    });
  }
});

test('hours and evidence are as they were signed, also where nobody is named', async () => {
  for (const [language, hours] of [
    ['en', 2.5],
    ['ar', 3],
  ] as const) {
    for (const disclosure of ['account', 'none']) {
      const { page } = await aCredential(laurel, { language, hours, disclosure });
      for (const query of ['', '?with=ar', '?with=en'].filter((one) => !one.endsWith(language))) {
        expect(await found(await pdfOf(page, query))).toEqual(AS_SIGNED);
      }
    }
  }
});
