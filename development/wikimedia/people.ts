/** Accounts offered on the login page, in many scripts. All of them are invented. */
export const PEOPLE: readonly { readonly username: string; readonly language: string }[] = [
  { username: 'Ngozi Reads Aloud', language: 'en' },
  { username: 'Ìyábọ̀ ti Ìwé', language: 'yo' },
  { username: 'Tiago do Arquivo', language: 'pt-BR' },
  { username: 'Сова Бібліотечна', language: 'uk' },
  { username: 'سلمى القارئة', language: 'ar' },
  { username: 'نگار کوهستانی', language: 'fa' },
  { username: 'נועה הספרנית', language: 'he' },
  { username: 'मीरा पुस्तकालय', language: 'hi' },
  { username: 'বইপ্রেমী তিথি', language: 'bn' },
  { username: 'கலைவாணி நூலகர்', language: 'ta' },
  { username: 'გვანცა მთიდან', language: 'ka' },
  { username: 'ሰላም አንባቢ', language: 'am' },
  { username: '林小圖', language: 'zh' },
];
