import type { LanguageTag } from '@laurel/core/language';
import { INTERFACE_LANGUAGES } from '@laurel/i18n/messages';

/** What stood at the foot of certificates whose texts did not fit, until such texts went to further pages. */
const FORMER = [
  'Texts that end in … are longer than this page: read them in full at the address.',
  'النصوص المنتهية بعلامة … أطول من هذه الصفحة: اقرأها كاملة في العنوان.',
];

/** Numbers of pages; no certificate has more. */
const PAGES = ['1', '2', '3', '4', '5', '6'];

/** What certificates say of their own making: pages, and the names of the languages that they are in. */
export function layoutWords(languages: readonly LanguageTag[]): readonly string[] {
  const names = INTERFACE_LANGUAGES.flatMap((reader) => {
    const named = new Intl.DisplayNames([reader], { type: 'language' });
    return languages.flatMap((tag) => named.of(tag) ?? []);
  });
  return [...FORMER, ...PAGES, ...names];
}
