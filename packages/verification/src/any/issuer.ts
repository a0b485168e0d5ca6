import type { Check } from '@laurel/core/verdict';
import type { Registry } from '../registry.ts';

/** Whether the issuer is known here. Its signature may be good without that. */
export async function checkIssuer(id: string, registry: Registry): Promise<Check> {
  const issuer = await registry.issuer(id);
  if (issuer?.face.kind === 'test') {
    return { check: 'issuer', result: 'warn', finding: 'known_as_test', values: [id] };
  }
  return { check: 'issuer', result: 'warn', finding: 'not_registered', values: [id] };
}
