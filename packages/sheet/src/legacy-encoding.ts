/** A run of bytes outside ASCII is a word of a script that has no ASCII letters if it is this long. */
const FOREIGN_RUN = 2;

/** About half of the letters of a text in Arabic or Persian. */
const MOST_USED_ARABIC = /[اليمنو]/gu;
/** About two in five letters of a text in a language written in Cyrillic. */
const CYRILLIC_VOWELS = /[аеиоуыяюєіїАЕИОУЫЯЮЄІЇ]/gu;

/**
 * The text of bytes that are no UTF-8, in the code page of Windows that makes words of them: 1256
 * (Arabic), 1251 (Cyrillic), or 1252 (Western European) where letters outside ASCII stand alone
 * between others. Never fails: bytes without a meaning become U+FFFD or control characters.
 */
export function decodeLegacy(bytes: Uint8Array): string {
  const western = new TextDecoder('windows-1252').decode(bytes);
  const runs = western.match(/[\u0080-\uFFFF]+/g) ?? [];
  const foreign = runs.filter((run) => run.length > FOREIGN_RUN).join('').length;
  if (foreign * 2 <= runs.join('').length) return western;

  const arabic = new TextDecoder('windows-1256').decode(bytes);
  const cyrillic = new TextDecoder('windows-1251').decode(bytes);
  const arabicWords = shareOf(arabic, /\p{Script=Arabic}+/gu);
  const cyrillicWords = shareOf(cyrillic, /\p{Script=Cyrillic}\p{Ll}+|\p{Lu}{2,}/gu);
  if (Math.max(arabicWords, cyrillicWords) < 0.6) return western;
  return arabicWords * shareOf(arabic, MOST_USED_ARABIC) >=
    cyrillicWords * shareOf(cyrillic, CYRILLIC_VOWELS)
    ? arabic
    : cyrillic;
}

/** How much of what is outside ASCII is matched. */
function shareOf(text: string, wanted: RegExp): number {
  const outside = (text.match(/[^\0-\x7F]/g) ?? []).length;
  const matched = (text.match(wanted) ?? []).join('').replace(/[\0-\x7F]/g, '').length;
  return outside === 0 ? 0 : matched / outside;
}
