import type { SchemaDraft } from '@cfworker/json-schema';
import { isJsonObject, type Json, type JsonObject, stringAt } from '@laurel/core/json';
import type { Check, CheckFindings, CheckResult } from '@laurel/core/verdict';
import { isCallSpent } from '@laurel/proofs/data-integrity/work';
import { listOf } from '../ours/claims-to-be-ours.ts';
import type { Sources } from '../verify.ts';
import { conformanceOf } from './conformance.ts';
import { digestFound } from './digest-found.ts';
import { type Fuel, fuelFor } from './fuel.ts';
import { plainSchema, signedSchema } from './schema-document.ts';

/** The drafts of JSON Schema that are known here, by what a schema says in `$schema`. */
const DRAFTS = new Map<string, SchemaDraft>([
  ['https://json-schema.org/draft/2020-12/schema', '2020-12'],
  ['https://json-schema.org/draft/2019-09/schema', '2019-09'],
  ['http://json-schema.org/draft-07/schema', '7'],
]);

/** What fetches each type of schema, and the draft that it is of where it names none. */
const TYPES = {
  JsonSchema: { schemaAt: plainSchema, draft: '2020-12' },
  JsonSchemaCredential: { schemaAt: signedSchema, draft: '2020-12' },
  '1EdTechJsonSchemaValidator2019': { schemaAt: plainSchema, draft: '2019-09' },
} as const;

const NAMES = ['JsonSchema', 'JsonSchemaCredential', '1EdTechJsonSchemaValidator2019'] as const;

/**
 * For all schemas of a credential: ten times what that of Open Badges 3.0 takes for a badge, and half a
 * second at the most.
 */
const MAX_STEPS = 200_000;

/** A tenth of what making a digest takes. */
const STEPS_IN_WORK = 10;

/** Checks a credential against the JSON schemas that it names: one check for each. */
export async function checkSchemas(
  credential: JsonObject,
  proven: boolean,
  sources: Sources,
  nowSeconds: number,
): Promise<readonly Check[]> {
  const schemas = listOf(credential.credentialSchema);
  if (schemas.length === 0) return [found('skipped', 'none')];
  if (!proven) return [found('skipped', 'not_checked')];
  if (isCallSpent(sources.work)) return [found('skipped', 'not_checked')];
  const fuel = fuelFor(MAX_STEPS);
  const checking = { credential, sources, nowSeconds, fuel };
  const checks = await Promise.all(schemas.map((named) => checkSchema(named, checking)));
  sources.work.spent += fuel.burnt() / STEPS_IN_WORK;
  return checks;
}

type Checking = {
  readonly credential: JsonObject;
  readonly sources: Sources;
  readonly nowSeconds: number;
  readonly fuel: Fuel;
};

async function checkSchema(
  named: unknown,
  { credential, sources, nowSeconds, fuel }: Checking,
): Promise<Check> {
  const types = isJsonObject(named) ? listOf(named.type) : [];
  const type = NAMES.find((one) => types.includes(one));
  if (type === undefined || !isJsonObject(named))
    return found('warn', 'type_unknown', types.join(', '));
  const id = stringAt(named, 'id') ?? '';
  const { schemaAt, draft: usual } = TYPES[type];
  const answer = await schemaAt(id, sources, nowSeconds);
  if (!answer.ok) {
    const { finding, values } = answer.failure;
    return found(finding === 'budget_spent' ? 'skipped' : 'fail', finding, ...values);
  }
  const { schema, text } = answer.value;
  const digest = await digestFound(text, named);
  if (digest.outcome === 'other') return found('fail', 'digest_differs', id);
  const written = draftIn(schema);
  const draft = written === null ? usual : DRAFTS.get(written);
  if (draft === undefined) return found('warn', 'type_unknown', written ?? '');
  const conformance = conformanceOf(credential, schema, draft, fuel);
  switch (conformance.finding) {
    case 'conforms':
      return digest.outcome === 'unknown'
        ? found('warn', 'digest_unknown', digest.name, id)
        : found('pass', 'conforms', id);
    case 'violates':
      return found('fail', 'violates', conformance.at, id);
    case 'too_complex':
      return found('warn', 'too_complex', id);
    case 'unreadable':
      return found('fail', 'unreadable', id);
  }
}

function draftIn(schema: Json): string | null {
  return stringAt(schema, '$schema')?.replace(/#$/, '') ?? null;
}

function found(
  result: CheckResult,
  finding: CheckFindings['schema'],
  ...values: readonly string[]
): Check {
  return { check: 'schema', result, finding, values };
}
