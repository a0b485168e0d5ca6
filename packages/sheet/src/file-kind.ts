import type { UnreadableFormat } from '@laurel/core/sheet-refusal';

/** `xlsx` stands for any ZIP archive: what is in it is seen when it is opened. */
export type FileKind = 'text' | 'zip' | UnreadableFormat;

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** The stream that holds a workbook under a password (MS-OFFCRYPTO, section 2.3.4.4), in UTF-16LE. */
const ENCRYPTED_PACKAGE = [...'EncryptedPackage'].map((letter) => `${letter}\0`).join('');

/** What a file is by its first bytes; its name is not asked, because it is often wrong. */
export function fileKindOf(bytes: Uint8Array): FileKind {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return 'zip';
  if (startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])) return 'zip';
  if (
    startsWith(
      bytes,
      [...'%PDF-'].map((letter) => letter.charCodeAt(0)),
    )
  )
    return 'pdf';
  if (startsWith(bytes, OLE)) {
    const text = new TextDecoder('windows-1252').decode(bytes);
    return text.includes(ENCRYPTED_PACKAGE) ? 'encrypted' : 'old_excel';
  }
  return 'text';
}

function startsWith(bytes: Uint8Array, wanted: readonly number[]): boolean {
  return wanted.every((byte, at) => bytes[at] === byte);
}
