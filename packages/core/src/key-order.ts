/** What can be ordered of keys: that new ones take their place, or that one was stolen. */
export const KEY_ACTS = ['rotate', 'compromised'] as const;
export type KeyAct = (typeof KEY_ACTS)[number];

/** What became of an order. `nothing_to_do` where it was so already. */
export const KEY_OUTCOMES = ['done', 'nothing_to_do', 'key_unknown'] as const;
export type KeyOutcome = (typeof KEY_OUTCOMES)[number];
