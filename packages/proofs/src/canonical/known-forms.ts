import type { Template } from './template.ts';

/** The template of a shape, or `full` for a shape that has none. */
export type Form = Template | 'full';

/**
 * The forms that an isolate has learned, by the keys of their shapes. Bounded, whoever asks: memory by the
 * number of forms and the size of each, time by whose shapes are learned at all, which is for the callers.
 */
export type KnownForms = {
  /** The form of a shape; undefined where it was not learned. Counts as a use. */
  readonly find: (key: string) => Form | undefined;
  /**
   * Notes that a shape which was not learned was met, and says whether to learn it: once it was met often
   * enough, and more often of late than the form that would have to make room.
   */
  readonly isWanted: (key: string, timesMet: number) => boolean;
  readonly learn: (key: string, form: Form) => void;
};

type Known = { readonly form: Form; uses: number };

/** What many issuers with many achievements use at a time: some 20 KiB each, and less than 130 KiB. */
const MAX_FORMS = 192;

/** Shapes that were met and not learned; the oldest are forgotten. */
const MAX_MET = 64;

/** Uses count half after so many: what was popular once must not stay for ever. */
const USES_PER_AGE = 16_384;

/**
 * Forms of which none is known yet. A form is as hard to drive out as it is used: whoever sends documents of
 * ever new shapes has to have each verified in full more often than the least used of ours was used.
 */
export function knownForms(maxForms = MAX_FORMS): KnownForms {
  const known = new Map<string, Known>();
  const met = new Map<string, number>();
  let uses = 0;

  const leastUsed = (): readonly [string, Known] | null =>
    [...known].reduce<readonly [string, Known] | null>(
      (least, one) => (least === null || one[1].uses < least[1].uses ? one : least),
      null,
    );

  const ageAll = (): void => {
    uses = 0;
    for (const one of known.values()) one.uses = Math.floor(one.uses / 2);
    met.clear();
  };

  return {
    find: (key) => {
      const one = known.get(key);
      if (one === undefined) return undefined;
      one.uses += 1;
      uses += 1;
      if (uses >= USES_PER_AGE) ageAll();
      return one.form;
    },
    isWanted: (key, timesMet) => {
      const times = (met.get(key) ?? 0) + 1;
      met.delete(key);
      met.set(key, times);
      const [oldest] = met.keys();
      if (met.size > MAX_MET && oldest !== undefined) met.delete(oldest);
      if (times < timesMet) return false;
      return known.size < maxForms || times > (leastUsed()?.[1].uses ?? 0);
    },
    learn: (key, form) => {
      const least = known.size < maxForms || known.has(key) ? null : leastUsed();
      if (least !== null) known.delete(least[0]);
      const times = met.get(key) ?? 0;
      met.delete(key);
      known.set(key, { form, uses: known.get(key)?.uses ?? times });
    },
  };
}

/** Forms of which none is ever known: for documents of any shape, each of which takes the full path. */
export const NO_FORMS: KnownForms = {
  find: () => undefined,
  isWanted: () => false,
  learn: () => undefined,
};

/** Those of this isolate: signing and verifying share them. */
export const FORMS = knownForms();
