import type { SignDocumentRequest } from '@laurel/contracts/signer-rpc';
import type { Failure, Issue } from '@laurel/core/failure';
import type { JsonObject } from '@laurel/core/json';
import { ok, type Result, refuse } from '@laurel/core/result';
import type { DocumentForm } from '@laurel/core/signed-document';
import { linkedDataFault } from '@laurel/proofs/data-integrity/linked-data-fault';
import { credentialRules } from '@laurel/verification/any/data-model/credential';
import { unknownFormatOf } from '@laurel/verification/any/data-model/unknown-format';
import { versionOf } from '@laurel/verification/any/data-model/version';
import { valuesWithinBounds } from '@laurel/verification/bounds';
import { CLAIMS } from '@laurel/verification/normal-view';
import { claimsOfOurs } from './claims-of-ours.ts';
import { type IssuerName, issuerNamed, withIssuer } from './issuer-named.ts';
import type { TestIssuer } from './test-issuer.ts';

/** What version 1.1 has no words for: proofs of named suites, and entries of bitstring lists. */
const ADDED_TO_1_1 = {
  proof: 'https://w3id.org/security/data-integrity/v2',
  status: 'https://www.w3.org/ns/credentials/status/v1',
} as const;

/** A document that may be signed, but for the status entries that it is to get. */
export type SoundDocument = { readonly document: JsonObject; readonly name: IssuerName };

/**
 * Holds a document to its data model, to linked data, and to what a test issuer may say. Refused with every
 * reason that was found, where it stands in the request.
 */
export async function documentToSign(
  { document, form, purposes }: SignDocumentRequest,
  origin: string,
  issuer: TestIssuer,
): Promise<Result<SoundDocument, Failure>> {
  const bounded = valuesWithinBounds(document);
  if (!bounded.ok) return refused([{ pointer: '', detail: bounded.failure.detail }]);
  const name = issuerNamed(document, issuer);
  const named = name === null ? document : withIssuer(document, name);
  const issues = [
    ...credentialRules(named),
    ...(name === null ? [refusedIssuer(document, issuer)] : []),
    ...(document.proof === undefined
      ? []
      : [{ pointer: '/proof', detail: 'What has a proof is signed already.' }]),
    ...(form === 'vc+jwt' && versionOf(document) === '1.1'
      ? [{ pointer: '/@context', detail: 'A vc+jwt is of version 2.0 of the data model.' }]
      : []),
    ...otherReadings(named, form),
    ...claimsOfOurs(named, origin, issuer),
  ];
  if (issues.length > 0 || name === null) return refused(issues);
  if (purposes.length > 0 && name.id !== issuer.did) return refused([STATUS_OF_KEY], '');
  const complete = withContexts(named, form !== 'vc+jwt', purposes.length > 0);
  const fault = await linkedDataFault(complete);
  if (fault === null) return ok({ document: complete, name });
  if (fault.outcome === 'unsigned_part') {
    return refused([{ pointer: fault.at === '/' ? '' : fault.at, detail: fault.rule }]);
  }
  const word = 'name' in fault ? `: ${fault.name}` : '';
  return refused([{ pointer: '', detail: `${SENTENCES[fault.outcome]}${word}.` }]);
}

/** What would have readers take the document, or a part of it, for something else once it is signed. */
function otherReadings(document: JsonObject, form: DocumentForm): readonly Issue[] {
  const format = unknownFormatOf({ form: 'embedded', credential: document });
  const claims = form === 'vc+jwt' ? [...CLAIMS, 'vc', 'vp'] : [];
  return [
    ...(format === null
      ? []
      : [
          {
            pointer: '',
            detail: `Readers would take this for another kind of document: ${format}.`,
          },
        ]),
    ...claims
      .filter((name) => Object.hasOwn(document, name))
      .map((name) => ({
        pointer: `/${name}`,
        detail: 'In a token this would be said of the token, and not by the document.',
      })),
  ];
}

function refusedIssuer({ issuer }: JsonObject, { did }: TestIssuer): Issue {
  const pointer = typeof issuer === 'string' ? '/issuer' : '/issuer/id';
  return { pointer, detail: `This token signs for ${did} alone.` };
}

const SENTENCES = {
  bad: 'This is no linked data',
  too_much_work: 'To canonicalize this takes more work than any credential should',
  unknown_context: 'It names a context that is not kept here, or defines in one what is not taken',
  undefined_term: 'No context says what this means, so that it would stay unsigned',
  bad_context: 'A context breaks a rule of JSON-LD',
} as const;

/** Whose list it is must be who issued the document, and lists are signed under one name alone. */
const STATUS_OF_KEY: Issue = {
  pointer: '/options/credentialStatus',
  detail: 'Only what is issued under the issuer’s did:web can have a status here.',
};

function refused(issues: readonly Issue[], within = '/credential'): Result<never, Failure> {
  return refuse({
    reason: 'request_invalid',
    issues: issues.map(({ pointer, detail }) => ({ pointer: `${within}${pointer}`, detail })),
  });
}

function withContexts(document: JsonObject, proof: boolean, status: boolean): JsonObject {
  const contexts = document['@context'];
  if (!Array.isArray(contexts) || versionOf(document) === '2.0') return document;
  const added = [
    ...(proof ? [ADDED_TO_1_1.proof] : []),
    ...(status ? [ADDED_TO_1_1.status] : []),
  ].filter((context) => !contexts.includes(context));
  return { ...document, '@context': [...contexts, ...added] };
}
