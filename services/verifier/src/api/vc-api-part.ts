import { type ApiPart, object, PROBLEM, ref } from '@laurel/api-description/describe';
import { DocumentStatusRequest, IssueDocumentRequest } from '@laurel/contracts/document-requests';
import * as z from 'zod';
import { VerifyCredentialRequest, VerifyPresentationRequest } from '../vc-api/verify-requests.ts';
import { EXAMPLE_CREDENTIAL } from './example-credential.ts';

const CONTEXT = 'https://www.w3.org/ns/credentials/v2';
/** One example has a document of this name signed, another says how it stands. */
const EXAMPLE_ID = 'urn:uuid:7f0f7b52-3c9b-4c64-9d0e-2a2b0f7d7a10';
const LIST_OF_CHECKS = { type: 'array', items: { type: 'object' } } as const;
const ANY_OBJECT = { type: 'object' } as const;

/** What is answered of what is valid; of all else there is a refusal with the same members. */
const VALID = { verified: { const: true }, verdict: { const: 'valid' }, checks: LIST_OF_CHECKS };

function asking(schema: string, example: object): object {
  return { required: true, content: { 'application/json': { schema: ref(schema), example } } };
}

function answering(description: string, schema: object): object {
  return { description, content: { 'application/json': { schema } } };
}

/** VC-API (W3C Credentials Community Group), for programs that speak it to many services. */
export const vcApiPart: ApiPart = {
  paths: {
    '/vc-api/credentials/verify': {
      post: {
        scope: 'anybody',
        summary: 'Verify a credential, and be told by the status whether it is valid.',
        description:
          '200 is answered of what is valid, and 422 of everything else, with the checks in it. All checks are made, whichever “options.checks” names. A challenge or a domain in the options must be that of each proof.',
        requestBody: asking('VcApiCredential', {
          verifiableCredential: EXAMPLE_CREDENTIAL,
        }),
        responses: { 200: answering('It is valid.', object(VALID)), '4XX': PROBLEM },
        problems: ['credential_not_valid'],
      },
    },
    '/vc-api/presentations/verify': {
      post: {
        scope: 'anybody',
        summary: 'Verify a presentation and each credential in it.',
        description:
          'It must be signed for authentication by its holder, with the challenge and the domain of the options. Where neither is asked for, one without a proof is judged by its credentials alone.',
        requestBody: asking('VcApiPresentation', {
          verifiablePresentation: {
            '@context': [CONTEXT],
            type: ['VerifiablePresentation'],
            verifiableCredential: [EXAMPLE_CREDENTIAL],
          },
        }),
        responses: {
          200: answering('It is valid.', object({ ...VALID, credentials: LIST_OF_CHECKS })),
          '4XX': PROBLEM,
        },
        problems: ['presentation_not_valid'],
      },
    },
    '/vc-api/credentials/issue': {
      post: {
        scope: 'credentials:sign',
        byTokenAlone: true,
        summary: 'Have a document of any shape signed, for issuers of kind “test” alone.',
        description:
          'The issuer is set where none is named. It may be the did:web of the token’s issuer, or its present key as a did:key. A document that breaks its data model, has a term that no context defines or speaks in the name of this service is refused with every reason.',
        requestBody: asking('VcApiIssue', {
          credential: {
            '@context': [CONTEXT],
            id: EXAMPLE_ID,
            type: ['VerifiableCredential'],
            credentialSubject: { id: 'did:example:subject' },
          },
          options: {
            cryptosuite: 'eddsa-rdfc-2022',
            credentialStatus: [{ type: 'BitstringStatusListEntry', statusPurpose: 'suspension' }],
          },
        }),
        responses: {
          201: answering(
            'The document with its proof, or in an envelope.',
            object({ verifiableCredential: ANY_OBJECT }),
          ),
          '4XX': PROBLEM,
        },
        problems: ['issuer_may_not_sign'],
      },
    },
    '/vc-api/credentials/status': {
      post: {
        scope: 'credentials:sign',
        byTokenAlone: true,
        summary: 'Revoke or suspend what was signed so, or lift a suspension.',
        description:
          'Lists are published at once. Documents are named by their id, or by the “credentialId” that was given when they were signed.',
        requestBody: asking('VcApiStatus', {
          credentialId: EXAMPLE_ID,
          credentialStatus: { type: 'BitstringStatusListEntry', statusPurpose: 'suspension' },
          status: true,
        }),
        responses: {
          200: answering(
            'How it stands now.',
            object({ credentialId: { type: 'string' }, credentialStatus: LIST_OF_CHECKS }),
          ),
          '4XX': PROBLEM,
        },
        problems: ['issuer_may_not_sign', 'document_status_unknown'],
      },
    },
  },
  schemas: {
    VcApiCredential: z.toJSONSchema(VerifyCredentialRequest, { io: 'input' }),
    VcApiPresentation: z.toJSONSchema(VerifyPresentationRequest, { io: 'input' }),
    VcApiIssue: z.toJSONSchema(IssueDocumentRequest, { io: 'input' }),
    VcApiStatus: z.toJSONSchema(DocumentStatusRequest, { io: 'input' }),
  },
};
