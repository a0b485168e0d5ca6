import { BADGE_SIZES, type BadgeSize, USUAL_BADGE_SIZE } from '@laurel/core/badge-size';
import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import type { CredentialState } from '@laurel/core/verdict';
import { readCertificateChoice } from '@laurel/http/certificate-choice';
import { preferredType } from '@laurel/http/media-type';
import { SANDBOXED_PICTURE } from '@laurel/http/security-headers';
import { wholeJwt } from '@laurel/proofs/jwt/kept';
import { bundleOf } from '../bundle/make-bundle.ts';
import { publicDocumentsFor } from '../bundle/public-documents.ts';
import { bundleOfRecord } from '../bundle/record-bundle.ts';
import type { VerifierEnv } from '../env.ts';
import { certificateFacts, secondLanguagesOf } from '../facts/certificate-facts.ts';
import { publicDatabases } from '../record/database.ts';
import type { Visible, VisibleCredential, VisibleRecord } from '../record/visible-credential.ts';

/** The forms in which a credential can be taken away, by the extension of its address. */
export const EXTENSIONS = ['bundle.json', 'json', 'jwt', 'pdf', 'png', 'svg'] as const;
export type Extension = (typeof EXTENSIONS)[number];

type Artefact = Result<Response, Failure>;

/** The RS256 tokens of a batch follow its other artefacts within a minute. */
const PENDING_RETRY_SECONDS = 30;

/** A JSON-LD credential's media type, and those under which strangers ask for JSON. */
export const CREDENTIAL_TYPES = [
  'application/vc',
  'application/json',
  'application/ld+json',
] as const;

/**
 * One artefact of a credential: the signed texts byte for byte, the drawn ones from the renderer. It
 * opens in the browser, or is saved where the address asks for it by `?download`.
 */
export async function artefact(
  extension: Extension,
  found: Visible,
  request: Request,
  env: VerifierEnv,
  nowSeconds: number,
): Promise<Artefact> {
  const made =
    found.achievement === null
      ? await ofRecord(extension, found, request, env, nowSeconds)
      : await inForm(extension, found, request, env, nowSeconds);
  if (made.ok && new URL(request.url).searchParams.has('download')) {
    const { headers } = made.value;
    const opened = headers.get('content-disposition') ?? '';
    headers.set('content-disposition', opened.replace('inline', 'attachment'));
  }
  return made;
}

/** Of a learner record nothing is drawn: what would be is answered like nothing. */
async function ofRecord(
  extension: Extension,
  found: VisibleRecord,
  request: Request,
  env: VerifierEnv,
  nowSeconds: number,
): Promise<Artefact> {
  switch (extension) {
    case 'json':
    case 'jwt':
      return signedText(extension, found, request);
    case 'bundle.json': {
      const document = documentToDraw(found);
      if (!document.ok) return document;
      const databases = publicDatabases(env);
      const made = await bundleOfRecord(databases, found, document.value, nowSeconds);
      return ok(file(made, 'application/json', `${found.row.id}.bundle.json`));
    }
    default:
      return refuse({ reason: 'credential_unknown' });
  }
}

function signedText(extension: 'json' | 'jwt', found: Visible, request: Request): Artefact {
  return extension === 'json'
    ? signedDocument(found, preferredType(request.headers.get('accept'), CREDENTIAL_TYPES))
    : signedToken(found, new URL(request.url).searchParams.get('profile'));
}

async function inForm(
  extension: Extension,
  found: VisibleCredential,
  request: Request,
  env: VerifierEnv,
  nowSeconds: number,
): Promise<Artefact> {
  switch (extension) {
    case 'json':
    case 'jwt':
      return signedText(extension, found, request);
    case 'bundle.json':
      return bundle(found, env, nowSeconds);
    case 'pdf':
      return drawnPdf(found, new URL(request.url).searchParams, env, nowSeconds);
    case 'png':
    case 'svg':
      return drawn(extension, found, new URL(request.url).searchParams.get('size'), env);
  }
}

/** The credential as it was signed, byte for byte; refused as revoked or withdrawn once it is erased. */
export function signedDocument({ row }: Visible, contentType: string): Artefact {
  if (row.document === null) return gone(row.state);
  return ok(file(row.document, contentType, `${row.id}.json`));
}

/** RS256 where no profile is asked for. */
function signedToken({ row }: Visible, profile: string | null): Artefact {
  if (profile !== null && profile !== 'vc-jose') {
    const detail = 'The parameter “profile” is “vc-jose”, or left out.';
    return refuse({ reason: 'request_invalid', issues: [{ pointer: '', detail }] });
  }
  if (row.document === null) return gone(row.state);
  if (profile === 'vc-jose' && row.joseJwt !== null) {
    const token = wholeJwt(row.joseJwt, row.document);
    return ok(file(token, 'application/vc+jwt', `${row.id}-vc-jose.jwt`));
  }
  return row.rsaJwt === null
    ? refuse({ reason: 'artefact_pending', retryAfterSeconds: PENDING_RETRY_SECONDS })
    : ok(file(wholeJwt(row.rsaJwt, row.document), 'application/jwt', `${row.id}.jwt`));
}

/** The signed document of what can be drawn: nothing is drawn, or bundled, of what is not to be relied on. */
export function documentToDraw({ row }: Visible): Result<string, Failure> {
  const { document, state } = row;
  if (document === null || state === 'revoked') return gone(state);
  return state === 'suspended' ? refuse({ reason: 'credential_suspended' }) : ok(document);
}

/** What verifies it without us, for whoever keeps another file than the certificate. */
async function bundle(
  found: VisibleCredential,
  env: VerifierEnv,
  nowSeconds: number,
): Promise<Artefact> {
  const document = documentToDraw(found);
  if (!document.ok) return document;
  const documents = await publicDocumentsFor(publicDatabases(env), [found]);
  const made = bundleOf(found, documents, document.value, nowSeconds);
  return ok(file(made, 'application/json', `${found.row.id}.bundle.json`));
}

/** The certificate on the paper and in the languages that its address asks for. */
async function drawnPdf(
  found: VisibleCredential,
  asked: URLSearchParams,
  env: VerifierEnv,
  nowSeconds: number,
): Promise<Artefact> {
  const document = documentToDraw(found);
  if (!document.ok) return document;
  const choice = readCertificateChoice(asked, secondLanguagesOf(found));
  if (!choice.ok) return choice;
  const { paper, second } = choice.value;
  const documents = await publicDocumentsFor(publicDatabases(env), [found]);
  const facts = {
    ...certificateFacts(found, document.value, second),
    bundle: bundleOf(found, documents, null, nowSeconds),
  };
  const pdf = await env.RENDERER.renderPdf(facts, paper);
  return ok(file(pdf, 'application/pdf', `${found.row.id}.pdf`));
}

async function drawn(
  extension: 'png' | 'svg',
  found: VisibleCredential,
  size: string | null,
  { RENDERER }: VerifierEnv,
): Promise<Artefact> {
  const document = documentToDraw(found);
  if (!document.ok) return document;
  const facts = certificateFacts(found, document.value);
  const name = `${found.row.id}.${extension}`;
  switch (extension) {
    case 'png': {
      const pixels = badgeSize(size);
      if (!pixels.ok) return pixels;
      return ok(file(await RENDERER.renderPng(facts, pixels.value), 'image/png', name));
    }
    case 'svg':
      return ok(file(await RENDERER.renderSvg(facts), 'image/svg+xml', name, SANDBOXED));
  }
}

function badgeSize(asked: string | null): Result<BadgeSize, Failure> {
  if (asked === null) return ok(USUAL_BADGE_SIZE);
  const size = BADGE_SIZES.find((one) => String(one) === asked);
  return size === undefined
    ? refuse({ reason: 'size_not_offered', offered: BADGE_SIZES })
    : ok(size);
}

/** A withdrawn credential has no bytes left; one that was revoked since is called that first of all. */
export function gone(state: CredentialState): Result<never, Failure> {
  return refuse({ reason: state === 'revoked' ? 'credential_revoked' : 'credential_withdrawn' });
}

const SANDBOXED = { 'content-security-policy': SANDBOXED_PICTURE };

/** The name of the file names nobody: it is the credential's id. */
function file(
  body: BodyInit,
  contentType: string,
  name: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(body, {
    headers: {
      ...headers,
      'content-type': contentType,
      'content-disposition': `inline; filename="laurel-${name}"`,
      vary: 'Accept',
    },
  });
}
