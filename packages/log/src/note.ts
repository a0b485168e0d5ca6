import { base64Of } from '@laurel/core/base64';
import { bytesIn } from './canonical-base64.ts';
import { isKeyOf, type VerifierKey } from './verifier-key.ts';

/** More than any note needs; witnesses may add theirs to ours. */
const MAX_NOTE_LETTERS = 100_000;
const MAX_SIGNATURES = 64;

const KEY_ID_BYTES = 4;

/** What is signed ends in a line break, and holds no other control character (C2SP signed-note, “Format”). */
function isText(text: string): boolean {
  return text.endsWith('\n') && [...text].every((letter) => letter >= ' ' || letter === '\n');
}

/** Signs a text as a note (C2SP signed-note). The text ends in a line break. */
export async function signedNote(
  text: string,
  key: VerifierKey,
  privateKey: CryptoKey,
): Promise<string> {
  if (!isText(text)) throw new Error('no text of a signed note');
  const signature = await crypto.subtle.sign('Ed25519', privateKey, utf8(text));
  const bytes = Uint8Array.of(...key.id, ...new Uint8Array(signature));
  return `${text}\n— ${key.name} ${base64Of(bytes)}\n`;
}

/**
 * The text of a note that one of these keys signed; null for any other. Signatures by others are ignored,
 * as the format asks; a bad one by a known key spoils the note.
 */
export async function openNote(note: string, keys: readonly VerifierKey[]): Promise<string | null> {
  const read = readNote(note);
  if (read === null) return null;
  let signed = false;
  for (const signature of read.signatures) {
    const key = keys.find((one) => isKeyOf(one, signature));
    if (key === undefined) continue;
    if (!(await isGood(read.text, signature.bytes, key))) return null;
    signed = true;
  }
  return signed ? read.text : null;
}

type NoteSignature = {
  readonly name: string;
  readonly keyId: Uint8Array;
  readonly bytes: Uint8Array<ArrayBuffer>;
};

function readNote(
  note: string,
): { readonly text: string; readonly signatures: readonly NoteSignature[] } | null {
  if (note.length > MAX_NOTE_LETTERS || !isText(note)) return null;
  const end = note.lastIndexOf('\n\n');
  const text = note.slice(0, end + 1);
  const lines = note.slice(end + 2, -1).split('\n');
  if (end < 0 || lines.length > MAX_SIGNATURES) return null;
  const signatures: NoteSignature[] = [];
  for (const line of lines) {
    const [, name = '', encoded = ''] = /^— ([^\s+]+) (\S+)$/u.exec(line) ?? [];
    const bytes = bytesIn(encoded);
    if (name === '' || bytes === null || bytes.length <= KEY_ID_BYTES) return null;
    signatures.push({
      name,
      keyId: bytes.slice(0, KEY_ID_BYTES),
      bytes: bytes.slice(KEY_ID_BYTES),
    });
  }
  return { text, signatures };
}

async function isGood(
  text: string,
  signature: Uint8Array<ArrayBuffer>,
  { publicKey }: VerifierKey,
): Promise<boolean> {
  const key = await crypto.subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify']);
  return crypto.subtle.verify('Ed25519', key, signature, utf8(text));
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(new TextEncoder().encode(text));
}
