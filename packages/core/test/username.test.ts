import { expect, test } from 'vitest';
import { normaliseUsername } from '../src/username.ts';

/** Cases restated from MediaWiki's UserNameUtils and MediaWikiTitleCodec, and Wikimedia's settings. */
test.each([
  ['Plain name', 'Plain name'],
  [' Space before', 'Space before'],
  ['Space after ', 'Space after'],
  ['Two  spaces', 'Two spaces'],
  ['__under__scores_', 'Under scores'],
  ['small', 'Small'],
  ['Ab cd', 'Ab cd'],
  ['12abcd232', '12abcd232'],
  ['?abcd', '?abcd'],
  ['Abcdകഖഗഘ', 'Abcdകഖഗഘ'],
  ['Foo@Bar', 'Foo@Bar'],
  ['\u200EExample\u200F', 'Example'],
  ['\u202AExa\u202Emple\u202C', 'Example'],
  ['Ma\u00ADrked', 'Ma\u00ADrked'],
])('%j is stored as %j', (given, stored) => {
  expect(normaliseUsername(given)).toEqual({ ok: true, value: stored });
});

test.each([...'\u00A0\u1680\u180E\u2000\u2005\u200A\u2028\u2029\u202F\u205F\u3000'])(
  'the space %j counts as a space, and a run of spaces as one',
  (space) => {
    expect(normaliseUsername(`${space}A${space}_ b${space}`)).toEqual({ ok: true, value: 'A b' });
  },
);

test('a name is composed (NFC), and compatibility characters are never replaced (no NFKC)', () => {
  expect(normaliseUsername('E\u0301tienne')).toEqual({ ok: true, value: '\u00C9tienne' });
  expect(normaliseUsername('e\u0301tienne')).toEqual({ ok: true, value: '\u00C9tienne' });
  expect(normaliseUsername('Object＊pudding')).toEqual({ ok: true, value: 'Object＊pudding' });
});

test.each([
  ['გიორგიმელა', 'გიორგიმელა'],
  ['ßeta', 'ßeta'],
  ['ǆungla', 'ǅungla'],
  ['Ǆungla', 'ǅungla'],
  ['ǅungla', 'ǅungla'],
  ['ⓝⓘⓙⓦⓜ', 'Ⓝⓘⓙⓦⓜ'],
  ['𐐨𐐨', '𐐀𐐨'],
  ['𞤢𞤣', '𞤀𞤣'],
  ['éa', 'Éa'],
  ['ıx', 'Ix'],
  ['ᾳx', 'ᾼx'],
  ['ᾀx', 'ᾈx'],
  ['ﬁx', 'Fix'],
  ['ŉx', 'ʼNx'],
  ['ǰx', 'J\u030Cx'],
  ['علي', 'علي'],
])('the first letter of %j is put in title case: %j', (given, stored) => {
  expect(normaliseUsername(given)).toEqual({ ok: true, value: stored });
});

test('the case of the letters after the first one tells accounts apart', () => {
  expect(normaliseUsername('amara Eze')).not.toEqual(normaliseUsername('amara eze'));
});

test.each([
  'User',
  'user',
  'USER',
  'Benutzerin',
  'Utilisatrice',
  'Usuária',
  'Usuário(a)',
  'Utilizador(a)',
  'Utente',
  'مستخدم',
  'مستخدمة',
  'کاربر',
  'משתמשת',
  'सदस्य',
  'ব্যবহারকারী',
  'Pengguna',
  'участница',
  'Користувачка',
  'KULLANıCı',
  'İstifadəçi',
  'Thành_viên',
  'Tha\u0300nh vie\u0302n',
  '利用者',
  '用戶',
  '사용자',
  'Mtumiaji',
  'صارف',
  'بەکارھێنەر',
  'பயனர்',
  'వాడుకరి',
  'ผู้ใช้',
  'მომხმარებელი',
  'Մասնակից',
  'Χρήστης',
  'Wikipedystka',
  'Gebruiker',
  'Användare',
])('the user namespace %j before a name is dropped', (namespace) => {
  expect(normaliseUsername(`${namespace}: amara_Eze`)).toEqual({ ok: true, value: 'Amara Eze' });
});

test.each([
  ['', 'empty'],
  [' _\u200E', 'empty'],
  ['User:', 'empty'],
  ['#abcd', '“#”'],
  ['name with # hash', '“#”'],
  ['Ab/cd', '“/”'],
  ['in[]valid', '“[”'],
  ['a{b', '“{”'],
  ['a}b', '“}”'],
  ['a|b', '“|”'],
  ['a<b', '“<”'],
  ['a>b', '“>”'],
  ['a]b', '“]”'],
  ['https://wiki.example/User:Amara', 'web address'],
  ['a~~~b', 'tildes'],
  ['100%25 sure', '“%”'],
  ['Fish &amp; rice', 'HTML'],
  ['Fish &#38; rice', '“#”'],
  ['192.168.1.1', 'IP address'],
  ['300.300.300.300', 'IP address'],
  ['203.0.113.xxx', 'IP address'],
  ['2001:db8::1', 'IP address'],
  ['User:2001:DB8::1', 'IP address'],
  ['~2026-12345-67', 'temporary account'],
  ['Talk:Username', '“:”'],
  ['User talk:Username', '“:”'],
  ['User:User:Username', '“:”'],
  ['tab\there', 'control characters'],
  ['a\u0085b', 'control characters'],
  ['a\u200Bb', 'invisible spaces'],
  ['a\uE000b', 'private-use'],
  ['a\u{F0000}b', 'private-use'],
  ['a\uD800b', 'half of a character'],
  ['..', 'dots'],
])('%j is refused, and the detail names the cause: %s', (given, cause) => {
  expect(normaliseUsername(given)).toEqual({
    ok: false,
    failure: { reason: 'username_invalid', detail: expect.stringContaining(cause) },
  });
});

test('the length is counted in bytes of UTF-8, and 85 is the most', () => {
  expect(normaliseUsername('A'.repeat(85)).ok).toBe(true);
  expect(normaliseUsername('A'.repeat(86)).ok).toBe(false);
  expect(normaliseUsername('ഖ'.repeat(28)).ok).toBe(true);
  expect(normaliseUsername('ഖ'.repeat(29)).ok).toBe(false);
});

test('what is stored stays the same when it is normalised again', () => {
  for (const given of ['e\u0301a_b', 'ﬁx', 'ᾳx', 'ᾷx', 'ǰx', 'user: გია', '👩\u200D🔬 lab']) {
    const once = normaliseUsername(given);
    if (!once.ok) throw new Error(`${given} was refused`);
    expect(normaliseUsername(once.value)).toEqual(once);
  }
});
