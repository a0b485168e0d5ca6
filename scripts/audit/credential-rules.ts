import { RECORD_OWNER } from '@laurel/core/key-owners';
import { literal } from './ask.ts';
import type { RowRule } from './row-rule.ts';

/** A call reads its clock once, at its beginning; keys may turn over before it signs. */
const LONGEST_CALL_SECONDS = 300;

const ofCredentials = { store: 'PUBLIC', table: 'credentials', id: 'one.id' } as const;

const CREATED = "unixepoch(json_extract(one.document, '$.proof[0].created'))";
const IDENTIFIER = "json_extract(one.document, '$.credentialSubject.identifier[0].identityType')";

/** What holds of each credential beside the other rows of PUBLIC. */
export const CREDENTIAL_RULES: readonly RowRule[] = [
  {
    ...ofCredentials,
    name: 'bit-tells-the-state',
    sentence:
      'A credential has an entry of its list that is no decoy, and it is set where it is revoked or withdrawn, and nowhere else.',
    broken: `not exists (select 1 from status_entries as entry
      where entry.list = one.status_list and entry.entry_index = one.status_index and entry.decoy = 0
        and (entry.set_at_seconds is not null) = (one.state in ('revoked', 'withdrawn')))`,
  },
  {
    ...ofCredentials,
    name: 'successor-exists',
    sentence: 'What a credential was superseded by exists.',
    broken: `one.superseded_by is not null
      and not exists (select 1 from credentials as other where other.id = one.superseded_by)`,
  },
  {
    ...ofCredentials,
    name: 'endorsed-exists',
    sentence: 'What a credential endorses exists.',
    broken: `one.endorses is not null
      and not exists (select 1 from credentials as other where other.id = one.endorses)`,
  },
  {
    ...ofCredentials,
    name: 'achievement-published',
    sentence: 'The version of an achievement that a credential is for is published, by its issuer.',
    broken: `one.issuer <> ${literal(RECORD_OWNER)} and not exists (
      select 1 from published_achievements as achievement
        where achievement.id = one.achievement_id and achievement.issuer = one.issuer)`,
  },
  {
    ...ofCredentials,
    name: 'key-signed-in-its-time',
    sentence:
      'A proof is by an Ed25519 key of its issuer, made while that key signed: after its turn came, before it retired.',
    broken: `one.document is not null and not exists (select 1 from verification_keys as key
      where key.id = one.ed25519_key_id and key.owner = one.issuer and key.algorithm = 'Ed25519'
        and key.signs_from_seconds <= ${CREATED} + ${LONGEST_CALL_SECONDS}
        and coalesce(key.retired_at_seconds, ${CREATED}) >= ${CREATED})`,
  },
  {
    ...ofCredentials,
    name: 'rsa-key-known',
    sentence: 'The key of a RS256 JWT is an RS256 key of its issuer.',
    broken: `one.document is not null and not exists (select 1 from verification_keys as key
      where key.id = one.rsa_key_id and key.owner = one.issuer and key.algorithm = 'RS256')`,
  },
  {
    ...ofCredentials,
    name: 'mode-is-kept',
    sentence:
      'Signed bytes name who holds them as their disclosure mode says: an account, a name that was given, or nobody.',
    broken: `one.document is not null and one.issuer <> ${literal(RECORD_OWNER)}
      and ${IDENTIFIER} is not case one.disclosure
        when 'account' then 'userName' when 'name' then 'ext:selfDeclaredName' end`,
  },
  {
    ...ofCredentials,
    name: 'bytes-are-whole',
    sentence:
      'A credential has its bytes under its own address, or it was withdrawn and has none of them.',
    broken: `case when one.document is null then one.jose_jwt is not null or one.rsa_jwt is not null
        or one.state not in ('withdrawn', 'revoked')
      else one.jose_jwt is null or one.state = 'withdrawn'
        or json_extract(one.document, '$.id') not like '%/c/' || one.id end`,
  },
];
