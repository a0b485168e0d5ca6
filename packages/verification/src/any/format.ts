import type { JsonObject } from '@laurel/core/json';
import { isLearnerRecord } from '@laurel/core/learner-record';
import type { Check, CheckFindings } from '@laurel/core/verdict';
import type { Presented } from '../read.ts';
import { credentialRules } from './data-model/credential.ts';
import { isOpenBadge } from './data-model/open-badge.ts';
import { tokenClaimRules } from './data-model/token-claims.ts';
import { unknownFormatOf } from './data-model/unknown-format.ts';
import { versionOf } from './data-model/version.ts';

/** What a reader is told of a document that breaks many rules; more would tell no more. */
const MAX_TOLD = 20;

/** Which data model a credential follows, and whether it does: one check for each rule that it breaks. */
export function checkFormat(presented: Presented): readonly Check[] {
  const format = unknownFormatOf(presented);
  if (format !== null) {
    return [{ check: 'format', result: 'warn', finding: 'unknown_format', values: [format] }];
  }
  const isToken = presented.form === 'jwt';
  const { credential } = presented;
  const issues = [
    ...(isToken ? tokenClaimRules(presented.payload) : []),
    ...credentialRules(credential),
  ];
  if (issues.length > 0) {
    return issues.slice(0, MAX_TOLD).map(({ pointer, detail }) => ({
      check: 'format',
      result: 'fail',
      finding: 'against_data_model',
      values: [pointer === '' ? '/' : pointer, detail],
    }));
  }
  const finding = kindOf(credential);
  const form = isToken ? 'JWT' : 'Data Integrity';
  return [
    {
      check: 'format',
      result: 'pass',
      finding,
      values: [`VCDM ${versionOf(credential)}, ${form}`],
    },
  ];
}

function kindOf(credential: JsonObject): CheckFindings['format'] {
  if (isOpenBadge(credential)) return 'open_badge';
  return isLearnerRecord(credential) ? 'learner_record' : 'verifiable_credential';
}
