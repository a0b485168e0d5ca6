/** Marks of direction, which come along unseen when right-to-left text is copied, and the byte order mark. */
const INVISIBLE = /[\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069\uFEFF]/gu;

/**
 * A cell as it is compared with another one: composed (NFC), in lower case, with single spaces and
 * without marks of direction.
 */
export function comparable(cell: string): string {
  return cell
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase()
    .normalize('NFC');
}
