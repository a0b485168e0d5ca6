import { ok, type Result, refuse } from '@laurel/core/result';
import { type BakingFailure, MAX_PICTURE_BYTES } from './failure.ts';
import { encodeChunk, type PngChunk, pngChunks, pngFile } from './png-chunks.ts';

/** Open Badges 3.0, Section 5.3.2.1. */
const KEYWORD = 'openbadgecredential';
/** Open Badges 2.0, Baking, Section PNG. */
const OLDER_KEYWORD = 'openbadges';
const TEXT_CHUNKS: readonly string[] = ['iTXt', 'tEXt', 'zTXt'];

/**
 * The PNG with the credential (JSON text or a compact JWT) as one uncompressed iTXt chunk after its
 * header, in place of any credential that it already held (Open Badges 3.0, Section 5.3.2.1).
 * Throws where `png` is not a PNG or the credential is not well-formed Unicode: both are ours.
 */
export function bakePng(png: Uint8Array, credential: string): Uint8Array {
  const chunks = pngChunks(png);
  if (!chunks.ok) throw new Error(`A credential cannot be baked into this file: ${chunks.failure}`);
  if (!credential.isWellFormed()) throw new Error('The credential has a lone surrogate.');

  // The keyword's end, no compression, method 0, no language tag, no translated keyword.
  const prefix = `${KEYWORD}\0\0\0\0\0`;
  const baked = encodeChunk('iTXt', new TextEncoder().encode(prefix + credential));
  const kept = chunks.value
    .filter((chunk) => !holdsCredential(chunk))
    .map((chunk) => png.subarray(chunk.start, chunk.end));
  const [header = new Uint8Array(), ...rest] = kept;
  return pngFile([header, baked, ...rest]);
}

/**
 * The credential in a PNG, byte for byte. Work is linear in the file's length, and never throws:
 * refuses files over {@link MAX_PICTURE_BYTES}, broken chunks, compressed text and several credentials.
 */
export function unbakePng(png: Uint8Array): Result<string, BakingFailure> {
  if (png.length > MAX_PICTURE_BYTES) return malformed('The file is larger than 8 MiB.');
  const chunks = pngChunks(png);
  if (!chunks.ok) return malformed(chunks.failure);
  const [chunk, second] = chunks.value.filter(holdsCredential);
  if (chunk === undefined) return olderBadgeIn(chunks.value);
  if (second !== undefined) return malformed('The picture holds more than one credential.');
  if (chunk.type !== 'iTXt') {
    return malformed(`The credential is in a ${chunk.type} chunk; Open Badges 3.0 asks for iTXt.`);
  }
  return textOf(chunk.data, KEYWORD);
}

function holdsCredential(chunk: PngChunk): boolean {
  return hasKeyword(chunk, KEYWORD);
}

function hasKeyword({ type, data }: PngChunk, keyword: string): boolean {
  if (!TEXT_CHUNKS.includes(type) || data[keyword.length] !== 0) return false;
  return String.fromCharCode(...data.subarray(0, keyword.length)) === keyword;
}

function olderBadgeIn(chunks: readonly PngChunk[]): Result<never, BakingFailure> {
  const older = chunks.find((chunk) => hasKeyword(chunk, OLDER_KEYWORD));
  if (older === undefined) return refuse({ reason: 'png_has_no_credential' });
  const text = older.type === 'iTXt' ? textOf(older.data, OLDER_KEYWORD) : ok('');
  return refuse({ reason: 'older_badge', text: text.ok ? text.value : '' });
}

/** PNG, Third Edition, Section 11.3.3.4. */
function textOf(data: Uint8Array, keyword: string): Result<string, BakingFailure> {
  const flag = data[keyword.length + 1];
  if (flag === 1) return malformed('The credential is compressed; Open Badges 3.0 forbids that.');
  const languageEnd = data.indexOf(0, keyword.length + 3);
  const translatedEnd = languageEnd < 0 ? -1 : data.indexOf(0, languageEnd + 1);
  if (flag !== 0 || translatedEnd < 0) return malformed('The iTXt chunk is not well formed.');
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    return ok(decoder.decode(data.subarray(translatedEnd + 1)));
  } catch {
    return malformed('The credential is not UTF-8.');
  }
}

function malformed(detail: string): Result<never, BakingFailure> {
  return refuse({ reason: 'png_malformed', detail });
}
