import type { Check } from '@laurel/core/verdict';
import type { Presented } from '../read.ts';

/** Which data model a credential follows, and whether it does. */
export function checkFormat({ form }: Presented): readonly Check[] {
  const name = form === 'jwt' ? 'JWT' : 'Data Integrity';
  return [{ check: 'format', result: 'warn', finding: 'unknown_format', values: [name] }];
}
