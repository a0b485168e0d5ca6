import type { BakingFailure } from '@laurel/baking/failure';
import { unbakePng } from '@laurel/baking/png';
import { unbakeSvg } from '@laurel/baking/svg';
import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { type Presented, readPresented, readPresentedJson } from '@laurel/verification/read';
import { withinBounds } from './bounds.ts';

/** What somebody brought to be verified: a credential, or an address at which one should be. */
export type Given =
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'credential'; readonly presented: Presented };

type Unreadable = Failure & {
  readonly reason: 'credential_unreadable' | 'upload_not_supported_yet';
};

/** Text that somebody pasted: an address, JSON or a JWT. */
export function givenText(text: string): Result<Given, Unreadable> {
  const trimmed = text.trim();
  return /^https?:\/\/\S+$/i.test(trimmed)
    ? ok({ kind: 'address', address: trimmed })
    : presentedIn(trimmed);
}

/** A file, recognised by its first bytes, whatever it is called. */
export function givenFile(bytes: Uint8Array): Result<Given, Unreadable> {
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47])) {
    const baked = unbakePng(bytes);
    return baked.ok ? presentedIn(baked.value) : unreadable(detailOf(baked.failure));
  }
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d])) {
    return refuse({
      reason: 'upload_not_supported_yet',
      detail: 'This is a PDF, and the credential inside a PDF cannot be read here yet.',
    });
  }
  const text = decoded(bytes);
  if (text === null) {
    return unreadable('This file is neither a PNG nor text in UTF-8: it may be damaged.');
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
  return checked.ok ? ok({ kind: 'credential', presented: read.value }) : checked;
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
