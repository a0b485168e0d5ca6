import * as z from 'zod';

/** Three parts of base64url. JSON as a string is no credential here. */
const Token = z.string().regex(/^[\w-]+\.[\w-]+\.[\w-]*$/, 'A string must be a JWT.');

const Document = z.union([z.record(z.string(), z.unknown()), Token]);

/** Options that are not known change nothing: every check is made, whichever are asked for. */
const Options = z
  .looseObject({
    challenge: z.string().optional(),
    domain: z.string().optional(),
  })
  .default({});

/** `POST /vc-api/credentials/verify` (W3C CCG VC-API, "Verify Credential"). */
export const VerifyCredentialRequest = z.looseObject({
  verifiableCredential: Document,
  options: Options,
});

/** `POST /vc-api/presentations/verify` (the same, "Verify Presentation"). */
export const VerifyPresentationRequest = z.looseObject({
  verifiablePresentation: Document,
  options: Options,
});
