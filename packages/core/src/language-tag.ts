import type { LanguageTag } from './language.ts';

/** A language with a script or a region, or a variety such as `be-tarask` (RFC 5646, Section 2.1). */
const TAG = /^[a-z]{2,3}(?:-(?:[a-z]{4}|[a-z]{2}|\d{3}|[a-z\d]{5,8})){0,3}$/i;

/**
 * A language tag in the usual letters (RFC 5646, Section 2.1.1: `pt-br` is `pt-BR`); null for what is
 * none. One code is not made into another: wikis write `tl` and `pnb`, and so do their people.
 */
export function readLanguageTag(written: string): LanguageTag | null {
  if (!TAG.test(written)) return null;
  const [primary = '', ...others] = written.toLowerCase().split('-');
  return [primary, ...others.map(inUsualLetters)].join('-');
}

function inUsualLetters(subtag: string): string {
  if (subtag.length === 2) return subtag.toUpperCase();
  return subtag.length === 4 ? `${subtag.slice(0, 1).toUpperCase()}${subtag.slice(1)}` : subtag;
}
