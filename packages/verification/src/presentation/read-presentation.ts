import type { Issue } from '@laurel/core/failure';
import { isJsonObject, type JsonObject, stringAt } from '@laurel/core/json';
import { ok, type Result, refuse } from '@laurel/core/result';
import { isEnvelope, openEnvelope } from '../any/data-model/envelope.ts';
import { tokenClaimRules } from '../any/data-model/token-claims.ts';
import { listOf } from '../ours/claims-to-be-ours.ts';
import { type Presented, readPresented } from '../read.ts';

/** A presentation as it was handed over, or what cannot be read of it. */
export type ReadPresentation = Result<
  {
    /** As its proof is checked: the document with its proof, or the token. */
    readonly presented: Presented;
    /** What it says, as it would without a token round it. */
    readonly document: JsonObject;
    /** Who must have signed it: who presents, or, where nobody is named, whoever did. */
    readonly controller: string;
  },
  readonly Issue[]
>;

/** Reads a presentation: an object with or without a proof, an envelope, or a token as it is. */
export function readPresentation(value: unknown): ReadPresentation {
  if (typeof value === 'string') return readToken(value);
  if (!isJsonObject(value)) {
    return refuse([{ pointer: '', detail: 'A presentation is an object, or a JWT as a string.' }]);
  }
  if (!isEnvelope(value, 'presentation')) {
    const presented: Presented = { form: 'embedded', credential: value };
    return ok({ presented, document: value, controller: holderOf(value) ?? signerOf(value) });
  }
  const opened = openEnvelope(value, 'presentation');
  if (opened.ok) return readToken(opened.value);
  const { failure } = opened;
  return refuse(
    'issues' in failure
      ? failure.issues
      : [
          {
            pointer: '/id',
            detail: `This is signed in a form that is not known here: ${failure.format}.`,
          },
        ],
  );
}

function readToken(token: string): ReadPresentation {
  const read = readPresented(token);
  if (!read.ok || read.value.form !== 'jwt') {
    return refuse([{ pointer: '', detail: 'This is no JWT.' }]);
  }
  const { payload, header } = read.value;
  const issues = tokenClaimRules(payload);
  if (issues.length > 0) return refuse(issues);
  const document = documentIn(payload);
  const issuer = stringAt(payload, 'iss') ?? (stringAt(header, 'kid') ?? '').split('#')[0] ?? '';
  const controller = holderOf(document) ?? issuer;
  // Who presents is to a presentation what its issuer is to a credential: what the claims must agree with.
  const presented = { ...read.value, credential: { ...document, issuer: controller } };
  return ok({ presented, document, controller });
}

/** The payload without its claims, or its claim `vp` with what they add (W3C VCDM 1.1, Section 6.3.1). */
function documentIn(payload: JsonObject): JsonObject {
  const { vp, iss, sub, aud, exp, nbf, iat, jti, nonce, cnf, ...document } = payload;
  if (payload['@context'] !== undefined || !isJsonObject(vp)) return document;
  return {
    ...(jti === undefined ? {} : { id: jti }),
    ...(iss === undefined ? {} : { holder: iss }),
    ...vp,
  };
}

function holderOf(document: JsonObject): string | null {
  return stringAt(document, 'holder', 'id') ?? stringAt(document, 'holder');
}

function signerOf({ proof }: JsonObject): string {
  const [first] = listOf(proof);
  return (stringAt(first, 'verificationMethod') ?? '').split('#')[0] ?? '';
}
