import clr from './vendored/clr-2.0.1.json' with { type: 'json' };
import credentialsV2 from './vendored/credentials-v2.json' with { type: 'json' };
import openBadges from './vendored/open-badges-3.0.3.json' with { type: 'json' };

/**
 * The JSON-LD contexts that we sign under and verify under. Nothing is fetched: a context that is not
 * here is unknown, as its terms would be unsigned.
 */
export const CONTEXTS: ReadonlyMap<string, object> = new Map<string, object>([
  ['https://www.w3.org/ns/credentials/v2', credentialsV2],
  ['https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json', clr],
  ['https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json', openBadges],
]);
