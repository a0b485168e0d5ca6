/**
 * What the user namespace is called on the movement's wikis: its name, its gendered forms and its
 * older aliases (MediaWiki, `languages/messages/Messages*.php`, `NS_USER`). People copy it into
 * sheets together with the name.
 */
const USER_NAMESPACES = [
  ['User', 'Gebruiker', 'Benutzer', 'Benutzerin', 'Utilisateur', 'Utilisatrice'],
  ['Usuario', 'Usuaria', 'Usuariu', 'Usuari', 'Usuària', 'Usuário', 'Usuária'],
  ['Usuário(a)', 'Utilizador', 'Utilizadora', 'Utilizador(a)', 'Utente', 'Utilizator'],
  ['Utilizatoare', 'Utilizaire', 'Usator', 'Usor', 'Lankide', 'Implijer', 'Implijerez'],
  ['Wikipedysta', 'Wikipedystka', 'Użytkownik', 'Użytkowniczka', 'Uživatel', 'Uživatelka'],
  ['Wikipedista', 'Wikipedistka', 'Redaktor', 'Redaktorka', 'Používateľ', 'Užívateľ'],
  ['Uporabnik', 'Uporabnica', 'Suradnik', 'Suradnica', 'Korisnik', 'Korisnica'],
  ['Wužiwar', 'Wužiwarka', 'Wužywaŕ', 'Wužywarka', 'Szerkesztő', 'Felhasználó'],
  ['Användare', 'Bruker', 'Brukar', 'Bruger', 'Notandi', 'Brúkari', 'Käyttäjä', 'Kasutaja'],
  ['Lietotājs', 'Lietotāja', 'Dalībnieks', 'Naudotojas', 'Naudotoja', 'Meidogger', 'Benotzer'],
  ['Defnyddiwr', 'Úsáideoir', 'Uzanto', 'Uzantino', 'Vikipediisto', 'Përdoruesi', 'Përdoruese'],
  ['Uzeu', 'Itilizatè', 'Bikarhêner', 'Kullanıcı', 'İstifadəçi', 'istifadəçi', 'Foydalanuvchi'],
  ['Ulanyjy', 'Thành viên', 'Pengguna', 'Panganggo', 'Pamaké', 'Tagagamit', 'Mpikambana'],
  ['Mtumiaji', 'Mai amfani', 'Oníṣe', 'Ọbanife', 'Isticmaale', 'Umsebenzisi'],
  ['Участник', 'Участница', 'Користувач', 'Користувачка', 'Удзельнік', 'Удзельніца'],
  ['Потребител', 'Корисник', 'Корисница', 'Корисничка', 'Хоснователь', 'Қатысушы'],
  ['Колдонуучу', 'Корбар', 'Кулланучы', 'Ҡатнашыусы', 'Декъашхо', 'Хэрэглэгч'],
  ['Χρήστης', 'Χρήστρια', 'Մասնակից', 'Մասնակցուհի', 'მომხმარებელი'],
  ['مستخدم', 'مستخدمة', 'مستخدمه', 'کاربر', 'صارف', 'بەکارھێنەر', 'بەکارهێنەر', 'کارن'],
  ['ورتن والا', 'واپرائيندڙ', 'يوزر', 'ئىشلەتكۈچى', 'ایستیفاده‌چی'],
  ['משתמש', 'משתמשת', 'באניצער', 'באַניצער', 'አባል'],
  ['सदस्य', 'सदस्या', 'प्रयोगकर्ता', 'योजकः', 'সদস্য', 'ব্যবহারকারী'],
  ['ਵਰਤੋਂਕਾਰ', 'ਮੈਂਬਰ', 'સભ્ય', 'ବ୍ୟବହାରକାରୀ', 'ବ୍ୟବାହାରକାରୀ', 'பயனர்'],
  ['వాడుకరి', 'సభ్యులు', 'సభ్యుడు', 'ಸದಸ್ಯ', 'ഉപയോക്താവ്', 'පරිශීලක'],
  ['ผู้ใช้', 'ຜູ້ໃຊ້', 'អ្នកប្រើប្រាស់', 'အသုံးပြုသူ'],
  ['利用者', '用户', '用戶', '使用者', '사용자'],
].flat();

const KNOWN = new Set(USER_NAMESPACES.map(comparable));

/** True for the user namespace in any language we know, in any case: `user`, `Benutzerin`, `کاربر`. */
export function isUserNamespace(prefix: string): boolean {
  return KNOWN.has(comparable(prefix));
}

function comparable(prefix: string): string {
  return prefix.normalize('NFC').trim().toLowerCase();
}
