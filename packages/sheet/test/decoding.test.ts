import { expect, test } from 'vitest';
import { readSheet } from '../src/read-sheet.ts';

const NAMES = 'Username;Attended\r\nOlúwaṣeun;yes\r\nسلمى الزهراء;yes\r\nΔημήτρης;no\r\n';

/** Each letter outside ASCII stands at its place from 0x80 on. */
function inCodePage(encoding: string, text: string): Uint8Array {
  const table = new TextDecoder(encoding).decode(
    Uint8Array.from({ length: 256 }, (_, byte) => byte),
  );
  return Uint8Array.from(text, (letter) => {
    const byte = table.indexOf(letter);
    if (byte === -1) throw new Error(`${letter} is not in ${encoding}`);
    return byte;
  });
}

function utf16(text: string, littleEndian: boolean, mark: boolean): Uint8Array {
  const units = [...(mark ? '\uFEFF' : ''), ...text].join('');
  const bytes = new DataView(new ArrayBuffer(units.length * 2));
  for (let at = 0; at < units.length; at += 1) {
    bytes.setUint16(at * 2, units.charCodeAt(at), littleEndian);
  }
  return new Uint8Array(bytes.buffer);
}

async function names(bytes: Uint8Array) {
  const sheet = await readSheet(bytes);
  return sheet.ok ? sheet.value.rows.map(({ cells }) => cells[0]) : sheet.failure;
}

test.each([
  ['UTF-8', new TextEncoder().encode(NAMES)],
  ['UTF-8 with a mark', new TextEncoder().encode(`\uFEFF${NAMES}`)],
  ['UTF-16LE with a mark', utf16(NAMES, true, true)],
  ['UTF-16BE with a mark', utf16(NAMES, false, true)],
  ['UTF-16LE without a mark', utf16(NAMES, true, false)],
  ['UTF-16BE without a mark', utf16(NAMES, false, false)],
])('a sheet in %s is read', async (_, bytes) => {
  expect(await names(bytes)).toEqual(['Olúwaṣeun', 'سلمى الزهراء', 'Δημήτρης']);
});

test('a list in UTF-16 without a mark, with hardly a letter of ASCII, is read', async () => {
  const list = 'سلمى الزهراء\nمراد بلقاسم\n';
  expect(await names(utf16(list, true, false))).toEqual(['سلمى الزهراء', 'مراد بلقاسم']);
  expect(await names(utf16(list, false, false))).toEqual(['سلمى الزهراء', 'مراد بلقاسم']);
});

test.each([
  ['windows-1252', ['João d’Ávila', 'Patrícia Magalhães', 'Önnar', 'MariÊ']],
  ['windows-1252', ['Zoë', 'François']],
  ['windows-1256', ['سلمى الزهراء', 'مراد بلقاسم', 'عبد العزيز المكناسي']],
  ['windows-1256', ['Amal Ben-Youssef', 'سندس الحبر']],
  ['windows-1251', ['Александра Жданова', 'Ольга Ґудзь', 'Тимур Быстрых']],
  ['windows-1251', ['ИВАН ПЕТРОВ', 'Lena']],
])('a sheet in %s is read: %j', async (encoding, list) => {
  const text = `Username,Came\r\n${list.map((name) => `${name},yes`).join('\r\n')}`;
  expect(await names(inCodePage(encoding, text))).toEqual(list);
});

test.each([
  ['a PNG', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49], 'binary'],
  ['bytes without order', Array.from({ length: 999 }, (_, at) => (at * 7919) % 256), 'binary'],
  ['a PDF', [...'%PDF-1.7\n'].map((letter) => letter.charCodeAt(0)), 'pdf'],
  ['an XLS', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0], 'old_excel'],
  [
    'a workbook with a password',
    [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...utf16('EncryptedPackage', true, false)],
    'encrypted',
  ],
])('%s is refused as what it is', async (_, bytes, format) => {
  expect(await names(Uint8Array.from(bytes))).toEqual({
    reason: 'sheet_format_unsupported',
    format,
  });
});
