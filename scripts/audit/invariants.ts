import { AWARDS_AND_CREDENTIALS } from './awards-and-credentials.ts';
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
import { NOBODY_UNDISCLOSED } from './undisclosed.ts';

/** Everything that an audit looks at, but for the signatures themselves. */
export const INVARIANTS: readonly Invariant[] = [
  ...PRIVATE_RULES.map(ofRows),
  QUEUED_ROWS_HAVE_WORK,
  ...CREDENTIALS_AND_INTENTS,
  AWARDS_AND_CREDENTIALS,
  PLACE_USED_ONCE,
  ...CREDENTIAL_RULES.map(ofRows),
  ...PUBLIC_RULES.map(ofRows),
  LISTS_SHOW_THEIR_ENTRIES,
  ...LOGGED_BYTES,
  LOG_IS_A_TREE,
  KEYS_HAVE_BOTH_HALVES,
  NOBODY_UNDISCLOSED,
];
