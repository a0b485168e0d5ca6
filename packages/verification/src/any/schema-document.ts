import { isJsonObject, type Json } from '@laurel/core/json';
import { jsonMistake } from '@laurel/core/json-mistake';
import { ok, type Result, refuse } from '@laurel/core/result';
import type { CheckFindings } from '@laurel/core/verdict';
import { listOf } from '../ours/claims-to-be-ours.ts';
import type { Sources } from '../verify.ts';
import { fetchCredential } from './fetched-credential.ts';
import { checkFormat } from './format.ts';
import { areProven, checkProofs } from './proofs.ts';

/** A schema and the text in which it came. */
type SchemaText = { readonly schema: Json; readonly text: string };

export type SchemaFault = {
  readonly finding: CheckFindings['schema'];
  readonly values: readonly string[];
};

type Found = Result<SchemaText, SchemaFault>;

/** The schema at an address, as it is written there. What it refers to elsewhere is not fetched. */
export async function plainSchema(id: string, { retrieve }: Sources): Promise<Found> {
  const answer = await retrieve(id, ['application/schema+json', 'application/json']);
  if (!answer.ok) return refuse({ finding: answer.failure.finding, values: [answer.failure.at] });
  const { text } = answer.value;
  return jsonMistake(text) === null ? ok({ schema: JSON.parse(text), text }) : unreadable(id);
}

/**
 * The schema in a `JsonSchemaCredential`, whose own proof must be good (W3C VC JSON Schema, Section 2.2).
 * It may be of anybody: whoever signed the credential chose it.
 */
export async function signedSchema(
  id: string,
  sources: Sources,
  nowSeconds: number,
): Promise<Found> {
  const fetched = await fetchCredential(id, sources.retrieve);
  if (!fetched.ok)
    return refuse({ finding: fetched.failure.finding, values: [fetched.failure.at] });
  const { presented, text } = fetched.value;
  const { type, credentialSubject: subject } = presented.credential;
  if (
    !listOf(type).includes('JsonSchemaCredential') ||
    !isJsonObject(subject) ||
    !listOf(subject.type).includes('JsonSchema') ||
    subject.jsonSchema === undefined
  ) {
    return unreadable(id);
  }
  const format = checkFormat(presented);
  const checked = await checkProofs(presented, format, sources, nowSeconds);
  return areProven(checked) ? ok({ schema: subject.jsonSchema, text }) : unreadable(id);
}

function unreadable(id: string): Found {
  return refuse({ finding: 'unreadable', values: [id] });
}
