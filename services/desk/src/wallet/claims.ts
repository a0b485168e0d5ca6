import type { MessageKey } from '@laurel/i18n/messages';
import { namedIn, type Spoken } from './displays.ts';

type Described = {
  /** A claims path pointer (OpenID4VCI 1.0, Appendix C). */
  readonly path: readonly (string | number | null)[];
  readonly name: MessageKey;
  /** True where every credential has it. */
  readonly mandatory?: true;
};

const SUBJECT = 'credentialSubject';

/** In the order in which wallets show them: what it is for stands first, as people read it. */
const CLAIMS: readonly Described[] = [
  { path: [SUBJECT, 'achievement', 'name'], name: 'wallet-claim-achievement', mandatory: true },
  { path: ['issuer', 'name'], name: 'credential-issuer', mandatory: true },
  { path: [SUBJECT, 'identifier', null, 'identityHash'], name: 'credential-holder' },
  { path: [SUBJECT, 'narrative'], name: 'wallet-claim-narrative' },
  { path: [SUBJECT, 'role'], name: 'credential-role' },
  { path: [SUBJECT, 'activityStartDate'], name: 'sheets-start' },
  { path: [SUBJECT, 'activityEndDate'], name: 'sheets-end' },
  { path: [SUBJECT, 'result', null, 'value'], name: 'credential-hours' },
  {
    path: [SUBJECT, 'achievement', 'criteria', 'narrative'],
    name: 'credential-criteria',
    mandatory: true,
  },
  { path: ['evidence', null, 'name'], name: 'credential-evidence' },
  { path: ['awardedDate'], name: 'credential-issued', mandatory: true },
  { path: ['validUntil'], name: 'credential-valid-until' },
];

/**
 * What stands where in a credential, and what a wallet calls it (OpenID4VCI 1.0, Appendix B.2). Which
 * achievement it is, and by whom, a wallet reads there: the metadata is the same for everybody.
 */
export function claimsDescribed(spoken: Spoken) {
  return CLAIMS.map(({ path, name, mandatory }) => ({
    path,
    ...(mandatory === undefined ? {} : { mandatory }),
    display: namedIn(spoken, name),
  }));
}
