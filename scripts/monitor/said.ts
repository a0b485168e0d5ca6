/** What the monitor found: all well, a fault, or something that it could not look at. */
export type Said = { readonly found: 'good' | 'fault' | 'open'; readonly sentence: string };

/** Something is as it should be. */
export function good(sentence: string): Said {
  return { found: 'good', sentence };
}

/** Something is not: whoever runs the service has to explain it. */
export function fault(sentence: string): Said {
  return { found: 'fault', sentence };
}

/** Something could not be found out. */
export function open(sentence: string): Said {
  return { found: 'open', sentence };
}
