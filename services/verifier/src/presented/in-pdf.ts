import type { EmbeddedFile, PdfParts } from '@laurel/contracts/pdf-parts';
import { credentialIdIn, credentialUrl } from '@laurel/core/addresses';
import type { Failure } from '@laurel/core/failure';
import { isJsonObject, stringAt } from '@laurel/core/json';
import { type LanguageTag, languageTagFrom } from '@laurel/core/language';
import { ok, type Result, refuse } from '@laurel/core/result';
import { type Presented, readPresented } from '@laurel/verification/read';
import type { Paper } from '../printed/compare-print.ts';

/** A file of a PDF. */
export type GivenFile = { readonly name: string; readonly mediaType: string | null };

/** A PDF that carries credentials: its pages, and which of its files they are. */
export type GivenPdf = Paper & {
  readonly file: GivenFile;
  /** What it carries beside the first, in the order of a letter; none twice. */
  readonly further: readonly { readonly file: GivenFile; readonly presented: Presented }[];
  /** True where its files are named as those of a letter of confirmation. */
  readonly isLetter: boolean;
  /** The language that it says it is in; null where it says none. */
  readonly language: LanguageTag | null;
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
  const { files, pages, wholly, changes, language } = parts;
  const readings = files.map((file) => ({ file, read: readPresented(textOf(file)) }));
  const credentials = readings.flatMap(({ file, read }) =>
    read.ok && isCredential(read.value)
      ? [{ file: { name: file.name, mediaType: file.mediaType }, presented: read.value }]
      : [],
  );
  const [first, ...further] = eachOnce(credentials);
  if (first === undefined) {
    const damaged = readings.find(({ file }) => CREDENTIAL_TYPES.includes(file.mediaType));
    if (damaged !== undefined && !damaged.read.ok) return damaged.read;
    return refuse({ reason: 'pdf_without_credential', address: addressOn(parts, origin) });
  }
  const all = [first, ...further];
  return ok({
    presented: first.presented,
    pdf: {
      file: first.file,
      further,
      isLetter: all.every(({ file }) => numberIn(file.name) !== null),
      language: language === null ? null : languageTagFrom(language),
      pages,
      wholly,
      changes,
      credentials: all.length,
    },
  });
}

type Carried = { readonly file: GivenFile; readonly presented: Presented };

/** Of several files with one credential the first; as a letter numbers them, which is not as names are sorted. */
function eachOnce(carried: readonly Carried[]): readonly Carried[] {
  const byId = new Map<string, Carried>();
  for (const one of carried) {
    const id = idOf(one.presented.credential);
    if (!byId.has(id)) byId.set(id, one);
  }
  const place = ({ file }: Carried) => numberIn(file.name) ?? Number.POSITIVE_INFINITY;
  const all = [...byId.values()];
  return all.every((one) => Number.isFinite(place(one)))
    ? all.sort((one, other) => place(one) - place(other))
    : all;
}

/** The number of a file of a letter, `credential-1.json` and so on; null for any other file. */
function numberIn(name: string): number | null {
  const digits = /^credential-(\d{1,2})\.json$/.exec(name)?.[1];
  return digits === undefined ? null : Number(digits);
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
