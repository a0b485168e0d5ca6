import { CONTEXTS } from './contexts.ts';
import cidV1 from './vendored/cid-v1.json' with { type: 'json' };
import clr_2_0 from './vendored/clr-2.0.json' with { type: 'json' };
import credentialsExamplesV1 from './vendored/credentials-examples-v1.json' with { type: 'json' };
import credentialsExamplesV2 from './vendored/credentials-examples-v2.json' with { type: 'json' };
import credentialsUndefinedTermsV2 from './vendored/credentials-undefined-terms-v2.json' with {
  type: 'json',
};
import credentialsV1 from './vendored/credentials-v1.json' with { type: 'json' };
import dataIntegrityV1 from './vendored/data-integrity-v1.json' with { type: 'json' };
import dataIntegrityV2 from './vendored/data-integrity-v2.json' with { type: 'json' };
import dccV1 from './vendored/dcc-v1.json' with { type: 'json' };
import didV1 from './vendored/did-v1.json' with { type: 'json' };
import ed25519_2020V1 from './vendored/ed25519-2020-v1.json' with { type: 'json' };
import jwkV1 from './vendored/jwk-v1.json' with { type: 'json' };
import jws_2020V1 from './vendored/jws-2020-v1.json' with { type: 'json' };
import multikeyV1 from './vendored/multikey-v1.json' with { type: 'json' };
import odrl from './vendored/odrl.json' with { type: 'json' };
import openBadges_3_0_1 from './vendored/open-badges-3.0.1.json' with { type: 'json' };
import openBadges_3_0_2 from './vendored/open-badges-3.0.2.json' with { type: 'json' };
import openBadges_3_0 from './vendored/open-badges-3.0.json' with { type: 'json' };
import openBadges_3_0Extensions from './vendored/open-badges-3.0-extensions.json' with {
  type: 'json',
};
import securityV2 from './vendored/security-v2.json' with { type: 'json' };
import statusList_2021V1 from './vendored/status-list-2021-v1.json' with { type: 'json' };
import statusV1 from './vendored/status-v1.json' with { type: 'json' };

/**
 * The JSON-LD contexts that credentials of anybody may be verified under: those that we sign under, and
 * what credentials, keys, proofs and status lists of others are written with.
 */
export const KNOWN_CONTEXTS: ReadonlyMap<string, object> = new Map<string, object>([
  ...CONTEXTS,
  ['https://www.w3.org/2018/credentials/v1', credentialsV1],
  ['https://www.w3.org/ns/credentials/examples/v2', credentialsExamplesV2],
  ['https://www.w3.org/2018/credentials/examples/v1', credentialsExamplesV1],
  ['https://www.w3.org/ns/credentials/undefined-terms/v2', credentialsUndefinedTermsV2],
  ['https://purl.imsglobal.org/spec/ob/v3p0/context.json', openBadges_3_0],
  ['https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.0.json', openBadges_3_0],
  ['https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json', openBadges_3_0_1],
  ['https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json', openBadges_3_0_2],
  ['https://purl.imsglobal.org/spec/ob/v3p0/extensions.json', openBadges_3_0Extensions],
  ['https://purl.imsglobal.org/spec/clr/v2p0/context.json', clr_2_0],
  ['https://w3id.org/security/data-integrity/v1', dataIntegrityV1],
  ['https://w3id.org/security/data-integrity/v2', dataIntegrityV2],
  ['https://w3id.org/security/multikey/v1', multikeyV1],
  ['https://w3id.org/security/jwk/v1', jwkV1],
  ['https://www.w3.org/ns/cid/v1', cidV1],
  ['https://www.w3.org/ns/did/v1', didV1],
  ['https://w3id.org/did/v1', didV1],
  ['https://w3id.org/security/suites/ed25519-2020/v1', ed25519_2020V1],
  ['https://w3id.org/security/suites/jws-2020/v1', jws_2020V1],
  ['https://w3id.org/security/v2', securityV2],
  ['https://www.w3.org/ns/odrl.jsonld', odrl],
  ['https://www.w3.org/ns/credentials/status/v1', statusV1],
  ['https://w3id.org/vc/status-list/2021/v1', statusList_2021V1],
  ['https://w3id.org/dcc/v1', dccV1],
]);
