import { unbakePng } from '@laurel/baking/png';
import { unbakeSvg } from '@laurel/baking/svg';
import { isJsonObject } from '@laurel/core/json';
import { hasPdfHeader } from '@laurel/core/pdf-header';
import { ok, type Result, refuse } from '@laurel/core/result';
import { valuesWithinBounds } from '@laurel/verification/bounds';
import { type Presented, readPresented } from '@laurel/verification/read';
import { type ProofBundle, readBundle, saysItIsABundle } from './bundle.ts';
import { filesInPdf } from './pdf-attachments.ts';

/** What somebody brought to be verified: a credential, and what shows that it is true. */
export type Brought = {
  readonly presented: Presented;
  /** True where pages came along, which may say anything else. */
  readonly inPdf: boolean;
  /** Null where none was brought. */
  readonly bundle: ProofBundle | null;
};

/** What a file may hold at most: a certificate is below 1 MiB, but may stand among much else in one PDF. */
export const MAX_FILE_BYTES = 64 * 1024 * 1024;

/** Why there is nothing to verify. */
export const BROUGHT_REFUSALS = [
  'nothing',
  /** Neither a PDF nor a picture nor text. */
  'unreadable',
  'too_large',
  'no_credential',
  /** One of several files is neither a credential nor a bundle. */
  'strange_file',
  'several_credentials',
  'bundle_unreadable',
  'several_bundles',
] as const;
export type BroughtRefusal = (typeof BROUGHT_REFUSALS)[number];

type Piece = { readonly text: string; readonly inPdf: boolean };

/**
 * Finds the credential and the bundle among files, by what they hold and not by their names. A
 * credential that was brought is taken before the one that a bundle holds, and a bundle before the one in
 * a PDF. Nothing is passed over: a file in which nothing was signed must not be answered by what
 * lies beside it.
 */
export async function readBrought(
  files: readonly Uint8Array<ArrayBuffer>[],
): Promise<Result<Brought, BroughtRefusal>> {
  const read: (readonly Piece[])[] = [];
  for (const file of files) {
    if (file.length > MAX_FILE_BYTES) return refuse('too_large');
    const found = await piecesOf(file);
    if (found === null) return refuse('unreadable');
    if (!found.every(isBlankText) || found.length === 0) read.push(found);
  }
  const pieces = read.flat();
  if (read.length === 0) return refuse('nothing');
  if (read.some(isStrange)) return refuse(read.length > 1 ? 'strange_file' : 'no_credential');
  const [text, anotherText] = bundlesIn(pieces);
  if (anotherText !== undefined) return refuse('several_bundles');
  const bundle = text === undefined ? null : readBundle(text);
  if (text !== undefined && bundle === null) return refuse('bundle_unreadable');

  const brought = pieces.filter((piece) => !saysItIsABundle(piece.text)).flatMap(credentialIn);
  const credentials =
    brought.length === 0 && typeof bundle?.credential === 'string'
      ? credentialIn({ text: bundle.credential })
      : brought;
  const [first, ...others] = credentials;
  if (first === undefined) return refuse('no_credential');
  const same = JSON.stringify(first.presented);
  return others.some(({ presented }) => JSON.stringify(presented) !== same)
    ? refuse('several_credentials')
    : ok({ ...first, inPdf: pieces.some(({ inPdf }) => inPdf), bundle });
}

/** A field that was left empty. */
function isBlankText({ text, inPdf }: Piece): boolean {
  return !inPdf && text.trim() === '';
}

function isStrange(file: readonly Piece[]): boolean {
  return file.every((piece) => !saysItIsABundle(piece.text) && credentialIn(piece).length === 0);
}

/** Who brings a bundle beside a PDF fetched it later than the one inside. */
function bundlesIn(pieces: readonly Piece[]): readonly string[] {
  const bundles = pieces.filter(({ text }) => saysItIsABundle(text));
  const beside = bundles.filter(({ inPdf }) => !inPdf);
  return [...new Set((beside.length > 0 ? beside : bundles).map(({ text }) => text))];
}

/** The texts in a file, recognised by its first bytes; null for what holds none. */
async function piecesOf(file: Uint8Array<ArrayBuffer>): Promise<readonly Piece[] | null> {
  if (PNG.every((byte, at) => file[at] === byte)) {
    const baked = unbakePng(file);
    return baked.ok ? [{ text: baked.value, inPdf: false }] : null;
  }
  const text = decoded(file);
  const isText = text !== null && /^\s*["[{<]/.test(text);
  if (!isText && hasPdfHeader(file)) {
    return (await filesInPdf(file)).map((one) => ({ text: one, inPdf: true }));
  }
  if (text === null) return null;
  if (!text.trimStart().startsWith('<')) return [{ text, inPdf: false }];
  const baked = unbakeSvg(text);
  return baked.ok ? [{ text: baked.value, inPdf: false }] : null;
}

const PNG = [0x89, 0x50, 0x4e, 0x47];

function credentialIn({ text }: Pick<Piece, 'text'>): readonly Pick<Brought, 'presented'>[] {
  const read = readPresented(text);
  if (!read.ok || !valuesWithinBounds(read.value).ok) return [];
  const { credentialSubject, vc } = read.value.credential;
  return isJsonObject(credentialSubject) || isJsonObject(vc) ? [{ presented: read.value }] : [];
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    return null;
  }
}
