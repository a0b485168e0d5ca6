import { BADGE_SIZES, type BadgeSize, USUAL_BADGE_SIZE } from '@laurel/core/badge-size';
import type { Failure } from '@laurel/core/failure';
import { ok, type Result, refuse } from '@laurel/core/result';
import { readCertificateChoice } from '@laurel/http/certificate-choice';
import { SANDBOXED_PICTURE } from '@laurel/http/security-headers';
import { bundleOf } from '../bundle/make-bundle.ts';
import { publicDocumentsFor } from '../bundle/public-documents.ts';
import { bundleOfRecord } from '../bundle/record-bundle.ts';
import type { VerifierEnv } from '../env.ts';
import { certificateFacts, secondLanguagesOf } from '../facts/certificate-facts.ts';
import { publicDatabases } from '../record/database.ts';
import type { Visible, VisibleCredential, VisibleRecord } from '../record/visible-credential.ts';
import { file, gone, openedOrSaved } from './file.ts';

/** What is made of a credential when it is asked for, by the extension of its address. */
export const MADE = ['bundle.json', 'pdf', 'png', 'svg'] as const;
export type Extension = (typeof MADE)[number];

type Artefact = Result<Response, Failure>;

/** What is made of a credential besides its signed texts: drawn by the renderer, or bundled. */
export async function artefact(
  extension: Extension,
  found: Visible,
  request: Request,
  env: VerifierEnv,
  nowSeconds: number,
): Promise<Artefact> {
  const made =
    found.achievement === null
      ? await ofRecord(extension, found, env, nowSeconds)
      : await inForm(extension, found, request, env, nowSeconds);
  return made.ok ? ok(openedOrSaved(made.value, request)) : made;
}

/** Of a learner record nothing is drawn: what would be is answered like nothing. */
async function ofRecord(
  extension: Extension,
  found: VisibleRecord,
  env: VerifierEnv,
  nowSeconds: number,
): Promise<Artefact> {
  if (extension !== 'bundle.json') return refuse({ reason: 'credential_unknown' });
  const document = documentToDraw(found);
  if (!document.ok) return document;
  const made = await bundleOfRecord(publicDatabases(env), found, document.value, nowSeconds);
  return ok(file(made, 'application/json', `${found.row.id}.bundle.json`));
}

async function inForm(
  extension: Extension,
  found: VisibleCredential,
  request: Request,
  env: VerifierEnv,
  nowSeconds: number,
): Promise<Artefact> {
  switch (extension) {
    case 'bundle.json':
      return bundle(found, env, nowSeconds);
    case 'pdf':
      return drawnPdf(found, new URL(request.url).searchParams, env, nowSeconds);
    case 'png':
    case 'svg':
      return drawn(extension, found, new URL(request.url).searchParams.get('size'), env);
  }
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

const SANDBOXED = { 'content-security-policy': SANDBOXED_PICTURE };
