import type { BakingFailure } from '@laurel/baking/failure';
import { unbakePng } from '@laurel/baking/png';
import { unbakeSvg } from '@laurel/baking/svg';
import type { RendererRpc } from '@laurel/contracts/renderer-rpc';
import type { Failure } from '@laurel/core/failure';
import { hasPdfHeader } from '@laurel/core/pdf-header';
import { ok, type Result, refuse } from '@laurel/core/result';
import { type Presented, readPresented, readPresentedJson } from '@laurel/verification/read';
import { withinBounds } from './bounds.ts';
import { credentialInPdf, type GivenPdf } from './in-pdf.ts';

/** What somebody brought to be verified: a credential, or an address at which one should be. */
export type Given =
  | { readonly kind: 'address'; readonly address: string }
  | {
      readonly kind: 'credential';
      readonly presented: Presented;
      /** The PDF that it came in; null where it came in none. */
      readonly pdf: GivenPdf | null;
    };

type Unreadable = Failure & {
  readonly reason: 'credential_unreadable' | 'pdf_unreadable' | 'pdf_without_credential';
};

/** What reads a file beyond this Worker: a PDF is taken apart where there is nothing to reach. */
export type FileReader = {
  readonly origin: string;
  readonly takeApart: RendererRpc['takeApart'];
};

/** Text that somebody pasted: an address, JSON or a JWT. */
export function givenText(text: string): Result<Given, Unreadable> {
  const trimmed = text.trim();
  return /^https?:\/\/\S+$/i.test(trimmed)
    ? ok({ kind: 'address', address: trimmed })
    : presentedIn(trimmed);
}

/** A file, recognised by its first bytes, whatever it is called. */
export async function givenFile(
  bytes: Uint8Array,
  reader: FileReader,
): Promise<Result<Given, Unreadable>> {
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47])) {
    const baked = unbakePng(bytes);
    return baked.ok ? presentedIn(baked.value) : unreadable(detailOf(baked.failure));
  }
  if (isPdf(bytes)) return givenPdf(bytes, reader);
  const text = decoded(bytes);
  if (text === null) {
    return unreadable('This file is neither a PDF nor a PNG nor text in UTF-8: it may be damaged.');
  }
  if (!text.trimStart().startsWith('<')) return givenText(text);
  const baked = unbakeSvg(text);
  return baked.ok ? presentedIn(baked.value) : unreadable(detailOf(baked.failure));
}

/** JSON that was parsed already: an object, or a string that holds a JWT. */
export function givenJson(value: unknown): Result<Given, Unreadable> {
  return bounded(readPresentedJson(value));
}

function presentedIn(text: string): Result<Given, Unreadable> {
  return bounded(readPresented(text));
}

function bounded(read: Result<Presented, Unreadable>): Result<Given, Unreadable> {
  if (!read.ok) return read;
  const checked = withinBounds(read.value.credential);
  return checked.ok ? ok({ kind: 'credential', presented: read.value, pdf: null }) : checked;
}

async function givenPdf(
  bytes: Uint8Array,
  { origin, takeApart }: FileReader,
): Promise<Result<Given, Unreadable>> {
  const parts = await takeApart(bytes);
  if (!parts.ok) return refuse({ reason: 'pdf_unreadable', why: parts.failure });
  const found = credentialInPdf(parts.value, origin);
  if (!found.ok) return found;
  const given = bounded(ok(found.value.presented));
  return given.ok && given.value.kind === 'credential'
    ? ok({ ...given.value, pdf: found.value.pdf })
    : given;
}

/** JSON or SVG, also behind a byte order mark, may speak of a PDF without being one. */
const BEGINS_A_TEXT = /^(?:\u00ef\u00bb\u00bf)?\s*[{["<]/;

/** With something before its header too, as readers allow, unless that is a text itself. */
function isPdf(bytes: Uint8Array): boolean {
  const beginning = String.fromCharCode(...bytes.subarray(0, 64));
  return hasPdfHeader(bytes) && !BEGINS_A_TEXT.test(beginning);
}

function detailOf(failure: BakingFailure): string {
  return 'detail' in failure
    ? failure.detail
    : 'The picture is whole, but there is no credential in it.';
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    return null;
  }
}

function unreadable(detail: string): Result<never, Unreadable> {
  return refuse({ reason: 'credential_unreadable', detail });
}
