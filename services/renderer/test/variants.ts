import type { CertificateFacts, SecondLanguage } from '@laurel/contracts/renderer-rpc';
import { ORIENTATIONS, PAPER_SIZES, type Paper } from '@laurel/core/paper';
import { CROWDED, facts } from './facts.ts';

/** Every paper that there is. */
export const PAPERS: readonly Paper[] = PAPER_SIZES.flatMap((size) =>
  ORIENTATIONS.map((orientation) => ({ size, orientation })),
);

export const IN_ARABIC: SecondLanguage = {
  language: 'ar',
  achievementName: 'مدرّب ورش العمل',
  achievementDescription: 'أكمل التدريب المخصّص لمن يعلّمون القادمين الجدد في ورش العمل.',
  criteria:
    'شارك في اليومين كليهما، ودرّس حصة تدريبية مدتها عشرون دقيقة، وتلقى ملاحظات مكتوبة من مدرّبين.',
  doesNotMean: 'ليست رخصة للتدريس ولا حكمًا على التعديلات. ولا تمنح أي صلاحيات في أي ويكي.',
  issuerName: 'ويكيميديو تامالي',
};

export const IN_HAUSA: SecondLanguage = {
  language: 'ha',
  achievementName: 'Mai horar da bita',
  achievementDescription: 'Ya kammala horon masu koyar da sababbi a wuraren bita.',
  criteria: 'Ya halarci kwanakin biyu, ya koyar da darasi na minti ashirin.',
  doesNotMean: 'Ba lasisin koyarwa ba ne, kuma ba hukunci ba ne kan gyare-gyare.',
  issuerName: 'Wikimedians na Tamale',
};

/** A language that no certificate has labels in yet. */
export const IN_DAGBANI: SecondLanguage = {
  language: 'dag',
  achievementName: 'Baŋsim wuhira',
  achievementDescription: 'O naai baŋsim shɛli din be n-tiri ninvuɣ pala.',
  criteria: 'O daa be dabsa ayi maa ni, ka wuhi minti pishi.',
  doesNotMean: 'Di pala wuhibu soli, ka di bi tiri soli wiki shɛli ni.',
  issuerName: 'Tamale Wikimedia nima',
};

/** What a certificate signs in a language, as its texts beside another. */
export function secondOf(signed: CertificateFacts): SecondLanguage {
  const { language, achievementName, achievementDescription, criteria, doesNotMean, issuerName } =
    signed;
  return { language, achievementName, achievementDescription, criteria, doesNotMean, issuerName };
}

export const SIGNATORIES = [
  { name: 'Kofi Mensah', office: 'Chair, Wikimedians of Tamale' },
  { name: 'Łucja Wiśniewska', office: '' },
] as const;

const ROLE = {
  kind: 'role',
  role: 'Workshop Trainer',
  validUntil: null,
  holder: { mode: 'name', name: 'Ọláṣubọ̀mí Adébáyọ̀' },
} as const;

/** Certificates as they are: in one language and two, each way, of each mode, with what may be there and without. */
export const ORDINARY: Readonly<Record<string, CertificateFacts>> = {
  'in English': facts(),
  'of a role, signed by two': facts({ ...ROLE, signatories: SIGNATORIES }),
  'in Arabic, without a name': facts({ ...IN_ARABIC, holder: { mode: 'none' } }),
  'in English and Arabic': facts({ second: IN_ARABIC, signatories: SIGNATORIES.slice(0, 1) }),
  'in Arabic and English, of a role': facts({
    ...ROLE,
    ...IN_ARABIC,
    second: secondOf(facts()),
    signatories: SIGNATORIES,
  }),
  'in English and Hausa, without a name': facts({ second: IN_HAUSA, holder: { mode: 'none' } }),
  'in English and Dagbani, with English labels': facts({ second: IN_DAGBANI }),
};

const long = { ...CROWDED, language: 'ar', signatories: SIGNATORIES };
const repeated = ({ criteria, doesNotMean, ...rest }: SecondLanguage): SecondLanguage => ({
  ...rest,
  criteria: criteria.repeat(7),
  doesNotMean: doesNotMean.repeat(8),
});

/** Certificates whose texts are as long as they can be, and longer; and as short. */
export const LONG: Readonly<Record<string, CertificateFacts>> = {
  crowded: CROWDED,
  'crowded, in Arabic, signed by two': long,
  'of endless texts': {
    ...long,
    criteria: 'W'.repeat(20_000),
    doesNotMean: 'x '.repeat(20_000),
    role: 'Ж'.repeat(400),
  },
  'of names of 300 letters': {
    ...long,
    issuerName: 'M'.repeat(300),
    achievementName: 'M'.repeat(300),
    holder: { mode: 'name', name: 'Ŵ'.repeat(300) },
    signatories: [
      { name: 'M'.repeat(120), office: 'M'.repeat(120) },
      { name: 'i', office: 'W '.repeat(60) },
    ],
  },
  'of single letters': {
    ...long,
    achievementName: 'أ',
    issuerName: 'أ',
    role: 'أ',
    holder: { mode: 'none' },
  },
  'of wide letters': facts({
    achievementDescription: 'Ŵ'.repeat(300),
    holder: { mode: 'name', name: 'i'.repeat(85) },
  }),
  'of a long address': facts({ url: `https://l.example/c/${'W'.repeat(150)}` }),
  'crowded, in two languages': {
    ...CROWDED,
    second: repeated(IN_ARABIC),
    signatories: SIGNATORIES,
  },
  'crowded, in two languages with the same labels': {
    ...CROWDED,
    second: repeated(IN_DAGBANI),
    signatories: SIGNATORIES,
  },
  'crowded, in Nastaliq and Arabic': {
    ...CROWDED,
    language: 'ur',
    achievementName: 'علاقائی رابطہ کار برائے تعلیم، کتب خانے اور ورثہ'.repeat(2),
    criteria: 'دونوں دن شرکت کی، بیس منٹ کی مشق کرائی اور تحریری رائے حاصل کی۔ '.repeat(9),
    second: repeated(IN_ARABIC),
  },
};
