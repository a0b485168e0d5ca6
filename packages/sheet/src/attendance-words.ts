import { comparable } from './comparable.ts';

/** “Yes”, “present”, “passed” and ticks, in the languages of the movement. */
const YES = [
  'yes|y|yep|true|t|1|v|✓|✔|✔️|☑|☑️|✅|🗸|√|+|ok|p|present|attended|came|done',
  'passed|full|both|completed|complete|eh|ee|bẹẹ ni|ẹ̀n|hẹẹ|ehe|ndiyo|ndio',
  'alihudhuria|ya|iya|hadir|lulus|ada|sim|s|presente|compareceu|aprovado',
  'aprovada|sí|si|asistió|oui|o|présent|présente|ja|j|anwesend|teilgenommen|sì',
  'aanwezig|tak|obecny|obecna|evet|var|geldi|có|có mặt|oo|bai|igen|ano|áno|da',
  'да|так|был|была|присутствовал|присутствовала|есть|є|نعم|أجل|ايوه|حاضر|حاضرة',
  'حضر|حضرت|بله|آری|ہاں|جی ہاں|جی|हाँ|हां|जी हाँ|उपस्थित|হ্যাঁ|হ্যা|উপস্থিত|ஆம்',
  'ఔను|అవును|ಹೌದು|അതെ|ඔව්|ਹਾਂ|હા|ହଁ|होय|हो|כן|እዎ|አዎ|是|有|出席|到|對|对|はい|参加|○|◯|예|네',
  '참석|출석|ใช่|มา|დიახ|კი|այո|ναι|baleh|belê|erê|bəli|ha|haa|haye|yo|yebo|ewe',
  'isan',
].flatMap((words) => words.split('|'));

const NO = [
  'no|n|nope|false|f|0|✗|✘|❌|☐|×|✕|-|–|—|a|absent|did not attend|not attended',
  'failed|partial|hapana|tidak|tdk|tidak hadir|absen|alpa|não|nao|ausente',
  'faltou|non|absente|nein|abwesend|nee|nie|nieobecny|hayır|yok|không|vắng|oya',
  'nem|ne|нет|ні|не|отсутствовал|отсутствовала|لا|كلا|غائب|غائبة|غاب|نه|خیر',
  'نہیں|जी नहीं|नहीं|अनुपस्थित|না|অনুপস্থিত|இல்லை|కాదు|ಇಲ್ಲ|ഇല്ല|නැත|ਨਹੀਂ|ના|ନା',
  "नाही|לא|አይ|否|没有|缺席|いいえ|欠席|아니오|아니요|불참|결석|ไม่|არა|ոչ|όχι|xeyr|nei|nej|a'a|a’a",
  'rara|mba|bẹẹ kọ|izba',
].flatMap((words) => words.split('|'));

/** A cross is a tick to some and its opposite to others: the rest of the column decides. */
const CROSS = 'x';

const YES_WORDS = new Set(YES.map(comparable));
const NO_WORDS = new Set(NO.map(comparable));

/** What the values of a column say of attendance, each a comparable text. */
export type AttendanceValues = {
  /** The values that say yes. */
  readonly yes: readonly string[];
  /** True where every value says yes, no or nothing. */
  readonly clear: boolean;
};

/**
 * Which of the values of a column say that somebody was there. “x” says yes where nothing else does,
 * and no beside a tick. “Yes, on the second day” says yes by its first word.
 */
export function attendanceValues(cells: readonly string[]): AttendanceValues {
  const values = [...new Set(cells.map(comparable))].filter((value) => value !== '');
  const yes = values.filter((value) => YES_WORDS.has(firstWords(value)));
  const no = values.filter((value) => !yes.includes(value) && NO_WORDS.has(firstWords(value)));
  const crossed = values.includes(CROSS);
  const crossSaysYes = crossed && yes.length === 0;
  return {
    yes: crossSaysYes ? [CROSS] : yes,
    clear: values.length > 0 && yes.length + no.length + (crossed ? 1 : 0) === values.length,
  };
}

function firstWords(value: string): string {
  if (YES_WORDS.has(value) || NO_WORDS.has(value)) return value;
  return /^(.+?)\s*[,;.!(–—:]/u.exec(value)?.[1] ?? value;
}
