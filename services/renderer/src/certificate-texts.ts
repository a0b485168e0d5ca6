import type { CertificateFacts } from '@laurel/contracts/renderer-rpc';
import { code, factsIn, type Said } from './texts/said.ts';
import { secondWording, signedWording, type Wording } from './texts/wording.ts';

export type SignatoryTexts = { readonly name: Said; readonly office: Said | null };

/** Every text of a certificate. */
export type CertificateTexts = {
  /** In the language that was signed; the page begins at its side. */
  readonly first: Wording;
  readonly second: Wording | null;
  /** A name; or, where the holder wished none, a sentence in each language that has it. */
  readonly holder: readonly Said[];
  readonly holderIsNamed: boolean;
  readonly signatories: readonly SignatoryTexts[];
  readonly url: Said;
};

const MAX_SIGNATORIES = 2;

/** What is printed for these facts. */
export function certificateTexts(facts: CertificateFacts): CertificateTexts {
  const fact = factsIn(facts.language);
  const first = signedWording(facts);
  const second = facts.second === null ? null : secondWording(facts, facts.second, first);
  const { holder } = facts;
  return {
    first,
    second,
    holder:
      holder.mode === 'none'
        ? [first, second].flatMap((wording) => wording?.labels?.nobody ?? [])
        : [fact(holder.mode === 'name' ? holder.name : holder.username)],
    holderIsNamed: holder.mode !== 'none',
    signatories: facts.signatories.slice(0, MAX_SIGNATORIES).map(({ name, office }) => ({
      name: fact(name),
      office: office.trim() === '' ? null : fact(office),
    })),
    url: code(facts.url),
  };
}

/** The wordings of a certificate, the signed one first. */
export function wordingsOf({ first, second }: CertificateTexts): readonly Wording[] {
  return second === null ? [first] : [first, second];
}
