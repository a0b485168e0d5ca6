import { AWARDS_AND_CREDENTIALS } from './awards-and-credentials.ts';
import { COLLECTED_EXISTS } from './collected.ts';
import { CREDENTIAL_RULES } from './credential-rules.ts';
import { CREDENTIALS_AND_INTENTS } from './credentials-and-intents.ts';
import type { Invariant } from './invariant.ts';
import { KEYS_HAVE_BOTH_HALVES } from './keys.ts';
import { LOG_IS_A_TREE } from './log-tree.ts';
import { LOGGED_BYTES } from './logged-bytes.ts';
import { PLACE_USED_ONCE } from './places.ts';
import { PRIVATE_RULES } from './private-rules.ts';
import { PUBLIC_RULES } from './public-rules.ts';
import { LISTS_SHOW_THEIR_ENTRIES } from './published-lists.ts';
import { QUEUED_ROWS_HAVE_WORK } from './queued-rows.ts';
import { ofRows } from './row-rule.ts';
import { DIRECTORY_LEADS_SOMEWHERE, ISSUER_IS_AT_HOME } from './spread/directory.ts';
import { FIRST_ALONE } from './spread/first-alone.ts';
import { ID_LEADS_TO_ITS_DATABASE } from './spread/ids.ts';
import { IN_ONE_DATABASE } from './spread/in-one-database.ts';
import { CHECKPOINT_NAMES_ITS_LOG } from './spread/log-names.ts';
import { SERVICE_KEYS_ARE_COPIED } from './spread/service-keys.ts';
import { NOBODY_UNDISCLOSED } from './undisclosed.ts';

/** What holds between the databases that PUBLIC is spread over. Of one alone nothing of it can be broken. */
export const BETWEEN_DATABASES: readonly Invariant[] = [
  ISSUER_IS_AT_HOME,
  FIRST_ALONE,
  ID_LEADS_TO_ITS_DATABASE,
  IN_ONE_DATABASE,
  SERVICE_KEYS_ARE_COPIED,
];

/** Everything that an audit looks at, but for the signatures themselves. */
export const INVARIANTS: readonly Invariant[] = [
  ...PRIVATE_RULES.map(ofRows),
  QUEUED_ROWS_HAVE_WORK,
  ...CREDENTIALS_AND_INTENTS,
  AWARDS_AND_CREDENTIALS,
  PLACE_USED_ONCE,
  ...CREDENTIAL_RULES.map(ofRows),
  ...PUBLIC_RULES.map(ofRows),
  COLLECTED_EXISTS,
  LISTS_SHOW_THEIR_ENTRIES,
  ...LOGGED_BYTES,
  LOG_IS_A_TREE,
  KEYS_HAVE_BOTH_HALVES,
  NOBODY_UNDISCLOSED,
  DIRECTORY_LEADS_SOMEWHERE,
  CHECKPOINT_NAMES_ITS_LOG,
  ...BETWEEN_DATABASES,
];
