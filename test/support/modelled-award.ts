import { OFFER_DAYS, stateForIssuer } from '@laurel/core/award';
import fc from 'fast-check';

/** What is said of an award of a role after what was done to it, reckoned without the code that is tried. */
export type ModelledAward = {
  readonly period: { readonly start: string; readonly end: string };
  readonly state: 'offered' | 'accepted' | 'declined' | 'lapsed' | 'cancelled' | 'revoked';
  readonly isSuspended: boolean;
  readonly term: 'as_awarded' | 'on_break' | 'stepped_down';
  /** Whether the break or the stepping down may be known. */
  readonly isShown: boolean;
  readonly credentials: readonly ModelledCredential[];
};

export type ModelledCredential = {
  readonly disclosure: 'none' | 'account';
  readonly link: 'on' | 'off';
  readonly isWithdrawn: boolean;
};

/** What somebody does. Of `credential` steps the newest one is meant. */
export type Deed =
  | { readonly by: 'holder'; readonly deed: 'accept' | 'decline' }
  | { readonly by: 'holder'; readonly deed: 'make'; readonly disclosure: 'none' | 'account' }
  | { readonly by: 'holder'; readonly deed: 'link'; readonly link: 'on' | 'off' }
  | { readonly by: 'holder'; readonly deed: 'withdraw' }
  | { readonly by: 'issuer'; readonly deed: 'cancel' | 'suspend' | 'lift' | 'revoke' }
  | Step;

/** A step in a term. */
type Step =
  | { readonly by: 'holder'; readonly deed: 'take_break' | 'step_down'; readonly shows: boolean }
  | { readonly by: 'holder'; readonly deed: 'come_back' | 'show' | 'keep_to_oneself' };

export const offeredAward = (period: ModelledAward['period']): ModelledAward => ({
  period,
  state: 'offered',
  isSuspended: false,
  term: 'as_awarded',
  isShown: false,
  credentials: [],
});

/** More of what happens often, so that lives are not all cut off at once. */
export const anyDeed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Deed>({ by: 'holder', deed: 'accept' }) },
  {
    weight: 5,
    arbitrary: fc
      .constantFrom('none' as const, 'account' as const)
      .map((disclosure): Deed => ({ by: 'holder', deed: 'make', disclosure })),
  },
  {
    weight: 5,
    arbitrary: fc
      .constantFrom('on' as const, 'on' as const, 'off' as const)
      .map((link): Deed => ({ by: 'holder', deed: 'link', link })),
  },
  {
    weight: 6,
    arbitrary: fc
      .record({
        deed: fc.constantFrom('take_break' as const, 'take_break' as const, 'step_down' as const),
        shows: fc.boolean(),
      })
      .map((step): Deed => ({ by: 'holder', ...step })),
  },
  {
    weight: 5,
    arbitrary: fc
      .constantFrom('come_back' as const, 'show' as const, 'keep_to_oneself' as const)
      .map((deed): Deed => ({ by: 'holder', deed })),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('decline' as const, 'withdraw' as const)
      .map((deed): Deed => ({ by: 'holder', deed })),
  },
  {
    weight: 4,
    arbitrary: fc
      .constantFrom('suspend' as const, 'lift' as const, 'cancel' as const, 'revoke' as const)
      .map((deed): Deed => ({ by: 'issuer', deed })),
  },
);

/** The award after a deed on a day, and whether it was done: one that was not leaves all as it was. */
export function afterDeed(
  award: ModelledAward,
  deed: Deed,
  today: string,
): { readonly award: ModelledAward; readonly isDone: boolean } {
  const refused = { award, isDone: false };
  const done = (change: Partial<ModelledAward>) => ({
    award: { ...award, ...change },
    isDone: true,
  });
  const stands = award.state === 'accepted';
  const newest = award.credentials.at(-1);
  const withNewest = (change: Partial<ModelledCredential>) =>
    newest === undefined
      ? refused
      : done({ credentials: [...award.credentials.slice(0, -1), { ...newest, ...change }] });
  switch (deed.deed) {
    case 'accept':
      return award.state === 'offered' || stands ? done({ state: 'accepted' }) : refused;
    case 'decline':
      return award.state === 'offered' || award.state === 'declined'
        ? done({ state: 'declined' })
        : refused;
    case 'make':
      return stands && !award.isSuspended
        ? done({
            credentials: [
              ...award.credentials,
              { disclosure: deed.disclosure, link: 'off', isWithdrawn: false },
            ],
          })
        : refused;
    // Whose it is has its link and its bytes in hand, however it stands.
    case 'link':
      return withNewest({ link: deed.link });
    case 'withdraw':
      return withNewest({ isWithdrawn: true });
    case 'cancel':
      return ['offered', 'declined', 'cancelled'].includes(award.state)
        ? done({ state: 'cancelled' })
        : refused;
    case 'suspend':
      return stands ? done({ isSuspended: true }) : refused;
    case 'lift':
      return stands ? done({ isSuspended: false }) : refused;
    case 'revoke':
      return stands || award.state === 'revoked'
        ? done({
            state: 'revoked',
            isSuspended: false,
          })
        : refused;
    default:
      return stands && today >= award.period.start ? afterStep(award, deed, today) : refused;
  }
}

function afterStep(award: ModelledAward, deed: Step, today: string) {
  const isOver = award.term !== 'stepped_down' && today > award.period.end;
  const change = isOver ? null : stepOf(award, deed);
  return change === null
    ? { award, isDone: false }
    : { award: { ...award, ...change }, isDone: true };
}

function stepOf({ term }: ModelledAward, deed: Step): Partial<ModelledAward> | null {
  const hasLeft = term === 'stepped_down';
  switch (deed.deed) {
    case 'take_break':
      return hasLeft ? null : { term: 'on_break', isShown: deed.shows };
    case 'come_back':
      return hasLeft ? null : { term: 'as_awarded', isShown: false };
    case 'step_down':
      return { term: 'stepped_down', isShown: deed.shows };
    case 'show':
    case 'keep_to_oneself':
      return term === 'as_awarded' ? null : { isShown: deed.deed === 'show' };
  }
}

/** The award when so many days have passed since it was offered. */
export function afterDays(award: ModelledAward, days: number): ModelledAward {
  const wasTaken = award.state === 'accepted' || award.state === 'revoked';
  return wasTaken || days < OFFER_DAYS ? award : { ...award, state: 'lapsed' };
}

/** What an issuer is told: never that somebody declined. */
export function toldToIssuer({ state }: ModelledAward): string {
  return stateForIssuer(state);
}

/** What a partner is told of one of its credentials on a day; null of one whose link is off. */
export function toldToPartners(
  award: ModelledAward,
  credential: ModelledCredential,
  today: string,
): { readonly verdict: string; readonly role: string | undefined } | null {
  if (credential.link === 'off') return null;
  // Whoever has a copy is to know that it was revoked, also where its holder withdrew it before.
  if (award.state === 'revoked') return { verdict: 'revoked', role: undefined };
  if (credential.isWithdrawn) return { verdict: 'withdrawn', role: undefined };
  if (award.isSuspended) return { verdict: 'suspended', role: undefined };
  return { verdict: 'valid', role: roleTold(award, today) };
}

function roleTold({ term, isShown, period }: ModelledAward, today: string): string | undefined {
  if (today < period.start) return undefined;
  if (term === 'stepped_down') return isShown ? 'stepped_down' : 'served';
  if (today > period.end) return 'served';
  return term === 'on_break' && isShown ? 'on_break' : 'serving';
}
