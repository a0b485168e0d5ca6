import type { Day } from '@laurel/core/day';
import type { ChosenDisclosure, Disclosure } from '@laurel/core/disclosure';
import type { Failure } from '@laurel/core/failure';
import type { IssuerFace, LogoReference } from '@laurel/core/issuer';
import type { JsonObject } from '@laurel/core/json';
import type { LanguageTag } from '@laurel/core/language';
import type { Result } from '@laurel/core/result';
import type { DocumentForm, ListPurpose } from '@laurel/core/signed-document';
import type { CredentialState } from '@laurel/core/verdict';
import type { KeyAlgorithm, KeyState } from '@laurel/core/verification-key';
import type { ShowingRpc } from './showing-rpc.ts';

/** One credential to be made from one accepted award. */
export type IssueRequest = {
  /** The caller's: the same request twice gives the same credential, another request is refused. */
  readonly requestKey: string;
  readonly awardId: string;
  readonly language: LanguageTag;
  /** Endorsements of the award that its holder wants in it, by their ids in PRIVATE; none where left out. */
  readonly endorsementIds?: readonly string[];
} & ChosenDisclosure;

/** What its holder is told of a credential: nothing that was signed, only how it stands. */
export type HeldCredential = {
  readonly credentialId: string;
  /** The award that it was made from. */
  readonly awardId: string;
  readonly language: LanguageTag;
  readonly disclosure: Disclosure;
  /** The name that the holder gave, as it was signed; null where it says none such, or was erased. */
  readonly name: string | null;
  readonly signedOn: Day;
  readonly validUntil: Day | null;
  /** The holder's wish: whether its link answers. */
  readonly visible: boolean;
  /** True where a fresh credential has taken its place: its link stays off for ever. */
  readonly linkRetired: boolean;
  readonly state: CredentialState;
  /** Null while active. */
  readonly since: Day | null;
  /** False while the RS256 JWT is still to be signed. */
  readonly rsaReady: boolean;
  /** True where it was erased because it said a user name that is not the holder's any more. */
  readonly saidFormerName: boolean;
  /** True where it was erased because an endorsement in it was taken back. */
  readonly lostEndorsement: boolean;
};

/** A credential as it was signed, byte for byte, for its holder. */
export type SignedCopy = {
  readonly credentialId: string;
  /** With its Data Integrity proof. */
  readonly document: string;
  /** `vc+jwt`, EdDSA. */
  readonly joseJwt: string;
  /** 1EdTech's profile, RS256; null while it is still to be signed. */
  readonly rsaJwt: string | null;
};

/** How far the erasure of what was signed for somebody is; what was about to be signed ends by itself. */
export type ErasedSoFar = 'more_to_erase' | 'still_being_signed' | 'nothing_left';

/** A learner record that somebody wants of credentials that they hold. */
export type RecordRequest = {
  /** The caller's: the same request twice gives the same record, another request is refused. */
  readonly requestKey: string;
  readonly holderAccountId: string;
  /** What the holder calls it; signed. */
  readonly title: string;
  /** Of what the service says in it; each credential keeps its own. */
  readonly language: LanguageTag;
  /** In the order in which it holds them. */
  readonly credentialIds: readonly string[];
};

/** What its holder is told of a learner record. */
export type HeldRecord = {
  readonly recordId: string;
  /** Null once it was withdrawn. */
  readonly title: string | null;
  /** How many credentials it holds; 0 once it was withdrawn. */
  readonly size: number;
  readonly language: LanguageTag;
  /** The most that any credential in it says of who holds it. */
  readonly disclosure: Disclosure;
  readonly signedOn: Day;
  readonly visible: boolean;
  readonly state: CredentialState;
  /** Null while active. */
  readonly since: Day | null;
  /** False while the RS256 JWT is still to be signed. */
  readonly rsaReady: boolean;
  /** True where it was erased because a user name in it is not the holder's any more. */
  readonly saidFormerName: boolean;
  /** True where it was erased because an endorsement in one of its credentials was taken back. */
  readonly lostEndorsement: boolean;
};

/** A key of an issuer, for those who may have it replaced. Moments are seconds since the epoch. */
export type IssuerKey = {
  readonly issuer: string;
  readonly id: string;
  readonly algorithm: KeyAlgorithm;
  readonly state: KeyState;
  readonly madeAtSeconds: number;
  /** From when it signs, also while it waits for that. */
  readonly signsFromSeconds: number;
  readonly retiredAtSeconds: number | null;
  /** Since when somebody else may have it. */
  readonly compromisedAtSeconds: number | null;
  /** Of a stolen key: credentials that still bear its signature, and so are not believed; null of others. */
  readonly credentials: number | null;
};

/** A logo with its bytes, in base64, as it is to be shown. */
export type LogoToShow = LogoReference & { readonly bytes: string };

/** A document of any shape that a test issuer wants signed. */
export type SignDocumentRequest = {
  /** The slug of an issuer of kind `test`. */
  readonly issuer: string;
  readonly document: JsonObject;
  readonly form: DocumentForm;
  /** The purposes for which it gets an entry in a status list. */
  readonly purposes: readonly ListPurpose[];
  /** What its status is set by, instead of its own id; null for that. */
  readonly credentialId: string | null;
};

/** How a test issuer wants its documents of one name to stand. */
export type DocumentStatusChange = {
  readonly issuer: string;
  readonly credentialId: string;
  /** What is set or cleared: all of it, or nothing. */
  readonly statuses: readonly { readonly purpose: ListPurpose; readonly set: boolean }[];
};

/** The request key of the one credential of an award that is made at once, as its holder consented on paper. */
export function paperRequestKey(awardId: string): string {
  return `paper:${awardId}`;
}

/**
 * The most requests in one call. Where each takes the slow way to sign, 15 ms, a call has used 4 of the 30 seconds of
 * processor time that an invocation has, and some 10 of its 128 MB (Cloudflare Workers, "Limits").
 */
export const MAX_ISSUE_REQUESTS = 250;

/** Up to this many in a call get their RS256 JWT at once; it costs ten times what the other two do. */
export const MAX_PROMPT_JWTS = 5;

/** The most awards in one call that revokes: so many transactions fit into one invocation. */
export const MAX_REVOKED_AWARDS = 50;

/** The most copies in one call: some 10 KB each, where a message of Workers holds 32 MiB (Cloudflare Workers, Limits). */
export const MAX_SIGNED_COPIES = 200;

/**
 * What the desk may ask of the signer. Facts are never handed over: the signer reads awards,
 * achievements and accounts itself, and checks them against policy. Refusals are data.
 */
export type SignerRpc = ShowingRpc & {
  /** Makes an issuer with its keys. Repeating it changes nothing but texts. */
  establishIssuer(face: Omit<IssuerFace, 'logo'>): Promise<void>;
  /** Shows this logo for an issuer from now on, or none. What is no logo, or not the one named, throws. */
  setLogo(slug: string, logo: LogoToShow | null): Promise<void>;
  /** The logo that is shown for an issuer; null where there is none. */
  logoOf(slug: string): Promise<LogoReference | null>;
  /** The same with its bytes. */
  shownLogo(slug: string): Promise<LogoToShow | null>;
  /**
   * Publishes versions of achievements that stand in PRIVATE, and whether these are still awarded. What a
   * published version says never changes.
   */
  publishAchievements(ids: readonly string[]): Promise<void>;
  /** Has others read a map as it was published last in PRIVATE, with what is on it. May be repeated. */
  publishMap(issuer: string, slug: string): Promise<void>;
  /**
   * Makes public which roles end soon of those issuers that wish it, of one or (null) of all, and takes away
   * what is not so any more. Nobody's name is with it.
   */
  publishOpenSeats(issuer: string | null): Promise<void>;
  /** At most {@link MAX_ISSUE_REQUESTS}; one answer each, in order: the credential's id. */
  issue(requests: readonly IssueRequest[]): Promise<readonly Result<string, Failure>[]>;
  /**
   * Signs the RS256 JWTs that are still missing of what was signed on paper for these awards, at most
   * {@link MAX_ISSUE_REQUESTS}. May be repeated.
   */
  completeJwts(awardIds: readonly string[]): Promise<void>;
  /** Sets the revocation bit of every credential of an award that stands as revoked in PRIVATE. */
  revoke(awardId: string): Promise<Result<null, Failure>>;
  /**
   * The same for at most {@link MAX_REVOKED_AWARDS}; those that do not stand as revoked are left
   * alone. Status lists are published once for all of them.
   */
  revokeAwards(awardIds: readonly string[]): Promise<void>;
  /**
   * Has every credential of an award say how the award stands in PRIVATE: active, suspended or
   * superseded. Sets no status bit, and leaves alone what was revoked or withdrawn.
   */
  stand(awardId: string): Promise<Result<null, Failure>>;
  /** Switches a credential's link on or off, for the account that holds it. */
  setVisible(
    credentialId: string,
    holderAccountId: string,
    visible: boolean,
  ): Promise<Result<null, Failure>>;
  /** Erases a credential's bytes for the account that holds it; a nameless tombstone stays. */
  withdraw(credentialId: string, holderAccountId: string): Promise<Result<null, Failure>>;
  /**
   * Erases the bytes of whatever was signed for an account, some in each call, where its awards do not
   * stand as accepted in PRIVATE; nameless tombstones stay. Erases its collections and all else by which it
   * arranged them, and in the end whatever leads from them to the account.
   */
  eraseHolder(holderAccountId: string): Promise<ErasedSoFar>;
  /**
   * Erases the bytes of whatever was signed for an account, some in each call, that says a user name other than
   * the one that stands in PRIVATE now; nameless tombstones stay. Nothing happens where none does.
   */
  endFormerNames(holderAccountId: string): Promise<ErasedSoFar>;
  /**
   * What was made from an award that the account holds, or from all of them, newest first; nothing for
   * anybody else.
   */
  held(holderAccountId: string, awardId?: string): Promise<readonly HeldCredential[]>;
  /**
   * What was signed, of those of these credentials that the account holds and that were not erased, in
   * their order, whether or not their links are on. At most {@link MAX_SIGNED_COPIES}.
   */
  signedCopies(
    holderAccountId: string,
    credentialIds: readonly string[],
  ): Promise<readonly SignedCopy[]>;
  /** The same of its learner records: at most {@link MAX_SIGNED_COPIES}, each of up to twenty credentials. */
  recordCopies(
    holderAccountId: string,
    recordIds: readonly string[],
  ): Promise<readonly SignedCopy[]>;
  /** The credentials that this account has listed under its user name, for programs that show badges. */
  badgeFeed(holderAccountId: string): Promise<readonly string[]>;
  /**
   * Lists exactly these of its credentials there, or none. Each must be its own, say its user name, and not
   * have ended; else nothing changes.
   */
  setBadgeFeed(
    holderAccountId: string,
    credentialIds: readonly string[],
  ): Promise<Result<null, Failure>>;
  /**
   * Makes a learner record of credentials that the account holds and that are valid now, its link off; answers
   * its id. Its link and its end are those of a credential: `setVisible`, `withdraw`.
   */
  makeRecord(request: RecordRequest): Promise<Result<string, Failure>>;
  /** The learner records of an account, newest first. */
  heldRecords(holderAccountId: string): Promise<readonly HeldRecord[]>;
  /** Signs an endorsement that stands as accepted in PRIVATE; answers its id. The same acceptance gives the same one. */
  endorse(endorsementId: string): Promise<Result<string, Failure>>;
  /** Erases what was signed of one that does not stand as accepted any more; nameless tombstones stay. */
  endEndorsement(endorsementId: string): Promise<ErasedSoFar>;
  /** The keys of these issuers, oldest first. */
  keysOf(slugs: readonly string[]): Promise<readonly IssuerKey[]>;
  /** Carries out the orders about keys that stand in PRIVATE; what one call does not come to, the next does. */
  carryOutKeyOrders(): Promise<void>;
  /**
   * Signs a document of any shape, for an issuer of kind `test` alone, if it breaks no rule of its data
   * model and claims nothing that is ours or another issuer's. Answers it secured: with a proof, or in an
   * envelope.
   */
  signDocument(request: SignDocumentRequest): Promise<Result<JsonObject, Failure>>;
  /** Sets or clears the status entries of such documents, and publishes the lists. A revocation stays. */
  setDocumentStatus(change: DocumentStatusChange): Promise<Result<null, Failure>>;
  /** Answers where both databases do; `keys` is whether a sealed key can be opened. */
  health(): Promise<{ readonly keys: boolean }>;
};
