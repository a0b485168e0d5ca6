import type { BakingFailure } from '@laurel/baking/failure';
import { unbakePng } from '@laurel/baking/png';
import { unbakeSvg } from '@laurel/baking/svg';
import type { RendererRpc } from '@laurel/contracts/renderer-rpc';
import { hasPdfHeader } from '@laurel/core/pdf-header';
import { ok, type Result, refuse } from '@laurel/core/result';
import { credentialInPdf, type GivenPdf } from './in-pdf.ts';
import { MAX_VALUES_IN_ALL } from './limits.ts';
import { isWebPage, whyNoCredential } from './no-credential-file.ts';
import { withoutPasted } from './pasted.ts';
import {
  bounded,
  type GivenCredential,
  presentedIn,
  presentedJson,
  type Unreadable,
  unreadable,
} from './presented.ts';

/** What somebody brought to be verified: a credential, or an address at which one should be. */
export type Given =
  | { readonly kind: 'address'; readonly address: string }
  | (GivenCredential & {
      /** The PDF that it came in; null where it came in none. */
      readonly pdf: GivenPdf | null;
    })
  /** Something that can be told by name, and is of a kind that is not verified here. */
  | { readonly kind: 'unknown_format'; readonly name: string };

/** What reads a file beyond this Worker: a PDF is taken apart where there is nothing to reach. */
export type FileReader = {
  readonly origin: string;
  readonly takeApart: RendererRpc['takeApart'];
};

/** Text that somebody pasted: an address, JSON or a JWT, with what was copied along. */
export function givenText(text: string): Result<Given, Unreadable> {
  return givenWritten(withoutPasted(text));
}

/** The same as a program gives it, which has no reason to write a JWT otherwise than it was signed. */
export function givenWritten(text: string): Result<Given, Unreadable> {
  const written = text.trim();
  if (isAddress(written)) return ok({ kind: 'address', address: written });
  if (isWebPage(written)) {
    return unreadable(
      'This is a page of the web, and no credential. Give its address, or what it offers for download.',
    );
  }
  return written.startsWith('<') ? givenSvg(written) : withoutPdf(presentedIn(written));
}

/**
 * A file, recognised by its first bytes, whatever it is called.
 *
 * @param textIn reads one that is text; by default, one that a person may have saved from a mail.
 */
export async function givenFile(
  bytes: Uint8Array,
  reader: FileReader,
  textIn: (text: string) => Result<Given, Unreadable> = givenText,
): Promise<Result<Given, Unreadable>> {
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47])) return unbaked(unbakePng(bytes));
  if (isPdf(bytes)) return givenPdf(bytes, reader);
  const why = whyNoCredential(bytes);
  if (why !== null) return unreadable(why);
  const text = decoded(bytes);
  return text === null
    ? unreadable('This file is neither a PDF nor a PNG nor text in UTF-8: it may be damaged.')
    : textIn(text);
}

/** JSON that was parsed already: an object, or a string that holds a JWT. */
export function givenJson(value: unknown): Result<Given, Unreadable> {
  if (typeof value !== 'string') return withoutPdf(presentedJson(value));
  const written = value.trim();
  return isAddress(written)
    ? unreadable('This is an address, and no credential. Give it as “url”.')
    : withoutPdf(presentedIn(written));
}

function isAddress(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text);
}

function givenSvg(svg: string): Result<Given, Unreadable> {
  return unbaked(unbakeSvg(svg));
}

/** Badges of Open Badges 2.0 are often no more than an address: their name is all that there is to say. */
function unbaked(baked: Result<string, BakingFailure>): Result<Given, Unreadable> {
  if (baked.ok) return withoutPdf(presentedIn(baked.value));
  return baked.failure.reason === 'older_badge'
    ? ok({ kind: 'unknown_format', name: 'Open Badges 2.0' })
    : unreadable(detailOf(baked.failure));
}

function withoutPdf(read: Result<GivenCredential, Unreadable>): Result<Given, Unreadable> {
  return read.ok ? ok({ ...read.value, pdf: null }) : read;
}

async function givenPdf(
  bytes: Uint8Array,
  { origin, takeApart }: FileReader,
): Promise<Result<Given, Unreadable>> {
  const parts = await takeApart(bytes);
  if (!parts.ok) return refuse({ reason: 'pdf_unreadable', why: parts.failure });
  const found = credentialInPdf(parts.value, origin);
  if (!found.ok) return found;
  const { presented, pdf } = found.value;
  const given = bounded(presented);
  if (!given.ok) return given;
  let values = given.value.values;
  for (const { presented } of pdf.further) {
    const one = bounded(presented);
    if (!one.ok) return one;
    values += one.value.values;
  }
  return values > MAX_VALUES_IN_ALL
    ? unreadable(
        'There is more in this PDF than is verified at once: send its credentials one by one.',
      )
    : ok({ ...given.value, values, pdf });
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
