import { isWebAddress } from './web-address.ts';

/** Where 1EdTech has a host publish the keys of all its issuers (OB 3.0 Implementation Guide, “JWK Set”). */
export const KEYS_OF_HOST = '/.well-known/jwks.json';

/** A step that every server reads alike: nothing encoded, no parameters, no step up. */
const PLAIN_STEP = /^(?!\.{1,2}$)[\w.~-]+$/;

/**
 * True where keys that lie at an address without a word about whose they are may be taken for an
 * issuer's: those of its whole host, and what lies at or under its own address. On a host where others
 * may put files too, anything else may be theirs. Under the root of a host lies everything, so that
 * an issuer that is named by it has nothing of its own there.
 */
export function speaksFor(address: string, issuer: string): boolean {
  const [place, own] = [URL.parse(address), URL.parse(issuer)];
  if (place === null || own === null || !isWebAddress(issuer)) return false;
  if (place.origin !== own.origin) return false;
  if (isOfHost(place)) return true;
  const [steps, ownSteps] = [stepsOf(place), stepsOf(own)];
  const isUnder = ownSteps.every((step, at) => steps[at] === step);
  const below = steps.slice(ownSteps.length);
  if (below.length === 0) return isUnder && place.search === own.search;
  const isPlain = below.every((step) => PLAIN_STEP.test(step));
  const isAsked = [place.search, own.search, own.hash].some((part) => part !== '');
  return isUnder && isPlain && !isAsked && ownSteps.length > 0;
}

/** True for the one place on a host where nobody but who runs it publishes keys. */
export function isOfHost({ pathname, search }: URL): boolean {
  return pathname === KEYS_OF_HOST && search === '';
}

function stepsOf({ pathname }: URL): readonly string[] {
  const path = pathname.replace(/\/$/, '');
  return path === '' ? [] : path.slice(1).split('/');
}
