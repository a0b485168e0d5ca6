import { isUserNamespace } from '@laurel/core/user-namespace';
import { comparable } from './comparable.ts';

/** What a column seems to hold, by its header; what is told most surely comes first. */
const MEANINGS = [
  'email',
  'registered',
  'not_attended',
  'username',
  'real_name',
  'hours',
  'sessions',
  'passed',
  'attended',
  'day',
  'number',
  'name',
] as const;
export type HeaderMeaning = (typeof MEANINGS)[number];

/**
 * Words of headers in the languages of the movement. A star stands for any ending; words of scripts
 * that do not part their words are found anywhere. Parted by bars.
 */
const WORDS: Readonly<Record<HeaderMeaning, readonly string[]>> = {
  email: [
    'email|e mail|mail|correo|courriel|surel|البريد|بريد|ایمیل|почта|пошта|电子邮件',
    '邮箱|メール|이메일',
  ],
  registered: [
    'regist*|sign up|signed up|rsvp|invited|interested|plan*|will|expected',
    'inscri*|inscrit*|angemeldet|anmeldung*|zarejestr*|daftar|pendaftaran',
    'terdaftar|mendaftar|تسجيل|مسجل|سجل|ثبت نام|зарегистр*|зареєстр*|регистрац*',
    'реєстрац*|पंजीक*|पंजीकरण|নিবন্ধ*|பதிவு|kayıt|kayit|đăng ký|jisajili|usajili',
    '登録|登记|報名|报名|申込|申し込み|신청|등록|ลงทะเบียน',
  ],
  not_attended: [
    'absen*|ausent*|ausencia*|falt*|missed|no show|not attend*|abwesend',
    'tidak hadir|غياب|غائب|отсутств*|відсутн*|अनुपस्थित*|অনুপস্থিত*|欠席|缺席|결석',
  ],
  username: [
    'username*|user name*|user id|user|wiki name|wikiname|wiki account',
    'wikimedia account|account name|account|nickname|nick|benutzername*',
    'nutzername|nama pengguna|pengguna|nome de usuário|nome de usuario',
    'nome de utilizador|nombre de usuario|nombre de usuaria|nom d utilisateur',
    'nom d utilisatrice|pseudo|pseudonyme|nome utente|gebruikersnaam',
    'nazwa użytkownika|kullanıcı adı|tên người dùng|tên thành viên',
    'jina la mtumiaji|sunan mai amfani|orúkọ oníṣe|aha njirimara|имя участника',
    'имя участницы|ник|логин|учётная запись|учетная запись|ім я користувача',
    'نام کاربری|اسم مستخدم|صارف نام|حساب|सदस्यनाम|सदस्य नाम|सदस्य|ব্যবহারকারী নাম',
    'ব্যবহারকারীর নাম|பயனர் பெயர்|பயனர்பெயர்|שם משתמש|用户名|用戶名|使用者名稱|利用者名|ユーザー名',
    'ユーザ名|사용자 이름|사용자명|사용자이름|ชื่อผู้ใช้',
  ],
  real_name: [
    'real name|full name|first name|last name|given name|family name|surname',
    'nama lengkap|nome completo|nombre completo|nombre y apellido*|apellido*',
    'sobrenome|prénom|prenom|nom de famille|nachname|vorname|voller name|imię*',
    'nazwisko|фамилия|прізвище|фио|піб|اسم كامل|اسم الكامل|اسم اول|لقب',
    'نام خانوادگی|पूरा नाम|উপনাম|ad soyad|họ và tên|jina kamili|姓名|氏名|본명|실명',
  ],
  hours: [
    'hour*|hrs|hora*|carga horária|carga horaria|heure*|stunde*|stunden|durasi',
    'jumlah jam|jam|ore|uren|godzin*|saat*|giờ|masaa|saa|awanni|час*|ساعات|ساعه',
    'ساعة|ساعت|گھنٹے|घंटे|घण्टे|घंटा|ঘন্টা|ঘণ্টা|மணிநேரம்|மணி|שעות|duration|durée',
    'duração|duración|dauer|小时|小時|時間|시간|ชั่วโมง',
  ],
  sessions: [
    'sessions attended|sessions|days attended|number of sessions|number of days',
    'attendance count|count|total attendance|total present|out of|of 2|of 3|of 4',
    'of 5|sesiones|sessões|sessoes|séances|sitzungen|jumlah sesi|jumlah kehadiran',
    'sesi dihadiri|عدد جلسات|جلسات|عدد الجلسات|عدد ايام|عدد أيام|занятий|дней',
    'सत्रों|सत्र|সেশন|出席回数|出席次数|참석 횟수',
  ],
  passed: [
    'pass|passed|completed|completion|complete|finished|graduated|lulus|selesai',
    'tamat|aprovado|aprovada|aprovad*|concluiu|concluíd*|concluid*|completó',
    'completo|aprobado|aprobada|réussi*|terminé|bestanden|abgeschlossen|superato',
    'completato|geslaagd|ukończył*|zaliczon*|tamamladı|hoàn thành|amemaliza|اجتاز',
    'نجح|أتم|اتم|أكمل|اكمل|ناجح|قبول|сдал*|завершил*|окончил*|завершив|उत्तीर्ण',
    'উত্তীর্ণ|合格|通过|通過|修了|완료|합격|수료',
  ],
  attended: [
    'attend*|attendance|present*|presence|presenc*|presença|presença*',
    'participated|participation|showed up|came|checked in|check in|asist*|asistió',
    'présen*|présent*|participé|anwesen*|teilgenommen|teilnahme|presenz*',
    'aanwezig*|obecn*|hadir|kehadiran|katıl*|có mặt|tham dự|tham gia|hudhuria',
    'mahudhurio|alihudhuria|halarta|ya halarta|wá|bịara|حضور|حضر|حاضر|شارك|مشاركه',
    'مشاركة|حاضری|присутств*|участвовал*|явка|был|были|відвід*|присутн*|उपस्थिति',
    'उपस्थित|हाज़िरी|हाजिरी|উপস্থিত*|হাজির*|வருகை|נוכחות|נכח|出席|参加|參加|到场|到場|출석|참석',
    '참가|เข้าร่วม',
  ],
  day: [
    'day|days|session|workshop|module|meeting|dia|día|jour|journée|tag|giorno|dag',
    'dzień|gün|ngày|siku|rana|hari|sesi|jornada|sesión|sessão|séance|sitzung|يوم',
    'جلسه|جلسة|день|занятие|दिन|দিন|நாள்|יום|日|天|일차|일',
  ],
  number: [
    'no|s n|sn|nr|num|number|nº|n|№|م|رقم|ردیف|شماره|क्रम|क्रमांक|ক্রমিক|#|id',
    'índice|序号|番号|번호',
  ],
  name: [
    'name|names|nama|nome|nombre|nom|naam|imiona|isim|adı|ad|tên|jina|suna|orúkọ',
    'aha|имя|ім я|имена|اسم|أسماء|نام|नाम|নাম|பெயர்|שם|participant*|peserta',
    'participante*|teilnehmer*|teilnehmende*|partecipant*|volunteer*|volontaire*',
    'voluntári*|voluntari*|editor|editors|attendee*|مشارك|مشاركون|متطوع|участники',
    'учасники|प्रतिभागी|অংশগ্রহণকারী|名前|名称|名字|参加者|이름|참가자',
  ],
};

const UNPARTED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

const PATTERNS = MEANINGS.map((meaning) => ({
  meaning,
  pattern: new RegExp(WORDS[meaning].join('|').split('|').map(patternOf).join('|'), 'u'),
}));

/** A header longer than this is a question of a form; people are not called so. */
export const MAX_HEADER_CHARACTERS = 200;

/**
 * What the headers of a column say that it holds; several of them where it says several things
 * (“Wikipedia user name / real name”), the surest first. Empty where it says nothing known.
 */
export function meaningsOf(header: string): readonly HeaderMeaning[] {
  if (isUserNamespace(header.trim())) return ['username'];
  // `User:Ada` and `w:User:Ada` are somebody, and no header.
  const parts = header.split(':').map((part) => part.trim());
  if (parts.at(-1) !== '' && parts.slice(0, -1).some(isUserNamespace)) return [];
  const text = wordsOf(header);
  if (text.trim() === '' && /[#№]/u.test(header)) return ['number'];
  return PATTERNS.flatMap(({ meaning, pattern }) => (pattern.test(text) ? [meaning] : []));
}

/** Words between single spaces, with a space before the first and after the last; Arabic ones without their article. */
function wordsOf(header: string): string {
  const words = comparable(header)
    .split(/[^\p{L}\p{M}\p{N}\p{Cf}#№º]+/u)
    .map((word) => word.replace(/^[ول]?ال(?=\p{L}{2})/u, ''));
  return ` ${words.filter((word) => word !== '').join(' ')} `;
}

function patternOf(word: string): string {
  const text = comparable(word);
  if (UNPARTED.test(text)) return text;
  return text.endsWith('*') ? ` ${text.slice(0, -1)}` : ` ${text} `;
}
