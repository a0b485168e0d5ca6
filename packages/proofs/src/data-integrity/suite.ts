import type { JsonObject } from '@laurel/core/json';
import type { DocumentLoader } from '../document-loader.ts';
import type { PublicKey } from '../keys/public-key.ts';
import type { Work } from './work.ts';

/** What a signature is over, before it is reduced to bytes. */
export type Secured = {
  /** The document without its proofs, but for those that this proof follows on. */
  readonly document: JsonObject;
  readonly proof: JsonObject;
  readonly key: PublicKey;
  readonly documentLoader: DocumentLoader;
  readonly work: Work;
};

/** A kind of proof that is known here. */
export type Suite = {
  readonly kinds: readonly PublicKey['kind'][];
  /** Signs the JSON as it stands, so that no context is needed to know what it says. */
  readonly signsJson: boolean;
  /** The bytes that are signed. Throws where the document cannot be reduced to them. */
  readonly dataSigned: (secured: Secured) => Promise<Uint8Array>;
};
