import { ok, type Result, refuse } from '@laurel/core/result';
import type { SheetRefusal } from '@laurel/core/sheet-refusal';
import { decodeLegacy } from './legacy-encoding.ts';

/** Control characters that no text of people has; tabs, line ends and form feeds are none of them. */
const CONTROL = /[^\P{Cc}\t\n\r\f\v\x7F-\x9F]/u;

/** In a text that was decoded by a wrong rule, every other character is one of these. */
const NONSENSE = /[\p{Cn}\p{Co}\p{Cs}\uFFFD]|[^\P{Cc}\t\n\r\f\v\u0085]/gu;

/**
 * The text of a file: UTF-8 or UTF-16 by their byte order marks, else by what the bytes can be, else
 * one of the Windows code pages by the letters that it gives. Refuses what is no text. The byte order
 * mark is not part of the text.
 */
export function decodeSheet(bytes: Uint8Array): Result<string, SheetRefusal> {
  const text = decoded(bytes);
  if (text === null) return refuse({ reason: 'sheet_format_unsupported', format: 'binary' });
  return ok(text);
}

function decoded(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return asText('utf-16le', bytes);
  if (first === 0xfe && second === 0xff) return asText('utf-16be', bytes);
  if (bytes.includes(0)) return bytes.length % 2 === 0 ? withoutMark(bytes) : null;
  const utf8 = strictly('utf-8', bytes);
  if (utf8 !== null) return printable(utf8);
  return printable(decodeLegacy(bytes));
}

/** UTF-16 without a mark: the order of bytes that makes the better text, if it is a good one. */
function withoutMark(bytes: Uint8Array): string | null {
  const [better] = (['utf-16le', 'utf-16be'] as const)
    .map((encoding) => strictly(encoding, bytes))
    .filter((text) => text !== null)
    .map((text) => ({ text, strange: shareOfNonsense(text) }))
    .sort(
      (one, other) => one.strange - other.strange || plainness(other.text) - plainness(one.text),
    );
  return better === undefined || better.strange > 0.01 ? null : better.text;
}

/** Line ends and spaces are the surest sign: read in the wrong order they are rare letters. */
function plainness(text: string): number {
  return (text.match(/[\t\n\r ,;]/g) ?? []).length;
}

function shareOfNonsense(text: string): number {
  return (text.match(NONSENSE) ?? []).length / Math.max(1, text.length);
}

function asText(encoding: 'utf-16le' | 'utf-16be', bytes: Uint8Array): string | null {
  const text = strictly(encoding, bytes);
  return text === null ? null : printable(text);
}

function strictly(encoding: 'utf-8' | 'utf-16le' | 'utf-16be', bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    return null;
  }
}

function printable(text: string): string | null {
  return CONTROL.test(text) ? null : text;
}
