import type { EmbeddedFile, PdfParts } from '@laurel/contracts/pdf-parts';
import { credentialIdIn, credentialUrl } from '@laurel/core/addresses';
import type { Failure } from '@laurel/core/failure';
import { isJsonObject, stringAt } from '@laurel/core/json';
import { ok, type Result, refuse } from '@laurel/core/result';
import { type Presented, readPresented } from '@laurel/verification/read';
import type { Paper } from '../printed/compare-print.ts';

/** A PDF that carries a credential: its pages, and which of its files the credential is. */
export type GivenPdf = Paper & {
  readonly file: { readonly name: string; readonly mediaType: string | null };
};

type Found = { readonly presented: Presented; readonly pdf: GivenPdf };

type NotFound = Failure & {
  readonly reason: 'credential_unreadable' | 'pdf_without_credential';
};

/** What a file is said to be that should be a credential (VC Data Model 2.0, Section 6.4; RFC 7519, 10.3). */
const CREDENTIAL_TYPES: readonly (string | null)[] = [
  'application/vc',
  'application/vc+ld+json',
  'application/vc+jwt',
  'application/jwt',
];

/**
 * The credential in a PDF: the first of its files that is one by its content, whatever it is called. Other
 * files may stand beside it; where there is none, an address of ours on the pages is told instead.
 */
export function credentialInPdf(parts: PdfParts, origin: string): Result<Found, NotFound> {
  const { files, pages, wholly, changes } = parts;
  const readings = files.map((file) => ({ file, read: readPresented(textOf(file)) }));
  const credentials = readings.flatMap(({ file, read }) =>
    read.ok && isCredential(read.value) ? [{ file, presented: read.value }] : [],
  );
  const [first] = credentials;
  if (first === undefined) {
    const damaged = readings.find(({ file }) => CREDENTIAL_TYPES.includes(file.mediaType));
    if (damaged !== undefined && !damaged.read.ok) return damaged.read;
    return refuse({ reason: 'pdf_without_credential', address: addressOn(parts, origin) });
  }
  const { file, presented } = first;
  const ids = new Set(credentials.map(({ presented: { credential } }) => idOf(credential)));
  return ok({
    presented,
    pdf: {
      file: { name: file.name, mediaType: file.mediaType },
      pages,
      wholly,
      changes,
      credentials: ids.size,
    },
  });
}

/** The text of a file; bytes that are none are no credential either. */
function textOf({ bytes }: EmbeddedFile): string {
  return new TextDecoder().decode(bytes);
}

/** In VCDM 1.1 a JWT holds the credential in a claim of its own. */
function isCredential({ credential }: Presented): boolean {
  return isJsonObject(credential.credentialSubject) || isJsonObject(credential.vc);
}

function idOf(credential: Presented['credential']): string {
  return stringAt(credential, 'id') ?? stringAt(credential, 'jti') ?? '';
}

/** The first address of a credential of ours that the pages say, also where it goes over a line's end. */
function addressOn({ pages }: PdfParts, origin: string): string | null {
  const runs = pages.flatMap((page) =>
    page.runs.map((run) => run.trim()).filter((run) => run !== ''),
  );
  for (const [index, run] of runs.entries()) {
    const start = run.indexOf(`${origin}/c/`);
    if (start < 0) continue;
    const rest = run.slice(start);
    for (const written of [rest, `${rest}${runs[index + 1] ?? ''}`]) {
      const [address = ''] = written.split(/[\s"'<>()]/u);
      const id = credentialIdIn(origin, address.replace(/[.,;:!?]+$/u, ''));
      if (id !== null) return credentialUrl(origin, id);
    }
  }
  return null;
}
