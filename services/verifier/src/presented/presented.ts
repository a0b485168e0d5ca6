import type { Failure } from '@laurel/core/failure';
import { jsonMistake } from '@laurel/core/json-mistake';
import { ok, type Result, refuse } from '@laurel/core/result';
import { presentedWithinBounds } from '@laurel/verification/bounds';
import { type Presented, readPresented, readPresentedJson } from '@laurel/verification/read';
import { credentialsWithin } from './wrapping.ts';

/** A credential as it was brought. */
export type GivenCredential = {
  readonly kind: 'credential';
  readonly presented: Presented;
  /** How many credentials were in the presentation or the list that it came in; null where it came alone. */
  readonly among: number | null;
  /** How many values it holds: what verifying it costs. */
  readonly values: number;
};

export type Unreadable = Failure & {
  readonly reason: 'credential_unreadable' | 'pdf_unreadable' | 'pdf_without_credential';
};

/** The credential in a text: JSON or a JWT, alone, in a presentation or in a list. */
export function presentedIn(text: string): Result<GivenCredential, Unreadable> {
  if (text.startsWith('[') && jsonMistake(text) === null) return firstOf(JSON.parse(text));
  return opened(readPresented(text));
}

/** The same of JSON that was parsed already. */
export function presentedJson(value: unknown): Result<GivenCredential, Unreadable> {
  return opened(readPresentedJson(value));
}

/** A credential by itself, if it costs no more to verify than one should. */
export function bounded(presented: Presented): Result<GivenCredential, Unreadable> {
  const counted = presentedWithinBounds(presented);
  return counted.ok
    ? ok({ kind: 'credential', presented, among: null, values: counted.value })
    : counted;
}

/** A refusal of what is no credential; `detail` is an English sentence for whoever brought it. */
export function unreadable(detail: string): Result<never, Unreadable> {
  return refuse({ reason: 'credential_unreadable', detail });
}

function opened(read: Result<Presented, Unreadable>): Result<GivenCredential, Unreadable> {
  if (!read.ok) return read;
  const within = credentialsWithin(read.value.credential);
  return within === null ? bounded(read.value) : firstOf(within);
}

/** The first of several: a report is on one. Who presents them is another question, and not asked here. */
function firstOf(credentials: readonly unknown[]): Result<GivenCredential, Unreadable> {
  const [first] = credentials;
  if (first === undefined) return unreadable('There is no credential in it: its list is empty.');
  const read = readPresentedJson(first);
  if (!read.ok) return read;
  const given = bounded(read.value);
  return given.ok ? ok({ ...given.value, among: credentials.length }) : given;
}
