import type { CollectionTexts } from '@laurel/core/collection';
import type { Failure } from '@laurel/core/failure';
import type { Result } from '@laurel/core/result';

/** What a holder wants a collection to be. */
export type CollectionContent = CollectionTexts & {
  /** In the holder's order, each once. */
  readonly credentialIds: readonly string[];
};

/** A collection for its holder, who alone is told of it. */
export type HeldCollection = CollectionContent & {
  readonly collectionId: string;
  /** The holder's wish: whether its link answers. */
  readonly visible: boolean;
  /** Grows with each edit. */
  readonly revision: number;
};

/** What was on when its holder hid everything and is off now, by ids. */
export type ShownBefore = {
  readonly credentials: readonly string[];
  readonly collections: readonly string[];
  /** Credentials that were listed under the user name. */
  readonly listed: readonly string[];
};

/** What becomes of copies of a credential whose link is replaced. */
export const COPY_FATES = ['stays', 'withdrawn'] as const;
export type CopyFate = (typeof COPY_FATES)[number];

/** What a holder has the signer show, or not. Whatever is not the account's is answered as what never was. */
export type ShowingRpc = {
  /** All collections of an account, by their titles. */
  collections(holderAccountId: string): Promise<readonly HeldCollection[]>;
  /**
   * Makes a collection, its link off; its id. Each credential must be the account's and not have been erased.
   * The same request key with the same content gives the same collection.
   */
  makeCollection(
    holderAccountId: string,
    requestKey: string,
    content: CollectionContent,
  ): Promise<Result<string, Failure>>;
  /** Changes what a collection is, if it still stands at this revision. */
  changeCollection(
    holderAccountId: string,
    collectionId: string,
    revision: number,
    content: CollectionContent,
  ): Promise<Result<null, Failure>>;
  setCollectionVisible(
    holderAccountId: string,
    collectionId: string,
    visible: boolean,
  ): Promise<Result<null, Failure>>;
  /** Gives a collection another address; its new id. The old one answers no more. */
  rotateCollection(
    holderAccountId: string,
    collectionId: string,
    requestKey: string,
  ): Promise<Result<string, Failure>>;
  deleteCollection(holderAccountId: string, collectionId: string): Promise<Result<null, Failure>>;
  /** Switches off every link of an account, and remembers which were on. May be repeated. */
  hideEverything(holderAccountId: string): Promise<void>;
  shownBefore(holderAccountId: string): Promise<ShownBefore>;
  /** Brings back those of these that were on. */
  showAgain(holderAccountId: string, chosen: ShownBefore): Promise<void>;
  /** Remembers no more what was on. */
  forgetShown(holderAccountId: string): Promise<void>;
  /**
   * Signs the facts of a credential anew under another address, in the same language and disclosure, and
   * switches the old link off for ever; the new credential's id. The same call again gives the same one.
   */
  rotateLink(
    holderAccountId: string,
    credentialId: string,
    copies: CopyFate,
  ): Promise<Result<string, Failure>>;
};
