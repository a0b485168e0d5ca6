import { WorkerEntrypoint } from 'cloudflare:workers';
import type { CollectionContent, CopyFate, ShownBefore } from '@laurel/contracts/showing-rpc';
import type {
  DocumentStatusChange,
  IssueRequest,
  LogoToShow,
  RecordRequest,
  SignDocumentRequest,
  SignerRpc,
} from '@laurel/contracts/signer-rpc';
import type { IssuerFace } from '@laurel/core/issuer';
import { logDefect } from '@laurel/observing/log-defect';
import { forCaller } from '@laurel/store/unavailable';
import { sql } from 'drizzle-orm';
import {
  changeCollection,
  deleteCollection,
  setCollectionVisible,
} from './collections/change-collection.ts';
import { heldCollections } from './collections/held-collections.ts';
import { makeCollection } from './collections/make-collection.ts';
import { rotateCollection } from './collections/rotate-collection.ts';
import { countIssued } from './count-issued.ts';
import { tick } from './cron.ts';
import { atHome, inDatabase, inEach } from './databases.ts';
import { setDocumentStatus } from './documents/document-status.ts';
import { signDocument } from './documents/sign-document.ts';
import { endEndorsement } from './endorsements/end-endorsement.ts';
import { endorse } from './endorsements/endorse.ts';
import { type SignerEnv, type Signing, signingFor } from './env.ts';
import { establishIssuer } from './establish-issuer.ts';
import { newestKeyOpens } from './health/keys-open.ts';
import { completePaperJwts } from './issue/complete-rsa.ts';
import { issue } from './issue/issue.ts';
import { orDefect } from './issue/or-defect.ts';
import { carryOutKeyOrders } from './keys/carry-out-orders.ts';
import { toldKeys } from './keys/told-keys.ts';
import { sequenceLog } from './log/sequence-log.ts';
import { logoOf, setLogo, shownLogo } from './logo.ts';
import { publishAchievements } from './publish-achievements.ts';
import { publishMap } from './publish-map.ts';
import { publishOpenSeats } from './publish-open-seats.ts';
import { heldRecords } from './records/held-records.ts';
import { makeRecord } from './records/make-record.ts';
import { badgeFeedOf, setBadgeFeed } from './standing/badge-feed.ts';
import { eraseHolder } from './standing/erase-holder.ts';
import { endFormerNames } from './standing/former-names.ts';
import { heldCredentials } from './standing/held-credentials.ts';
import { hideEverything } from './standing/hide-everything.ts';
import { revokeAward, revokeAwards } from './standing/revoke.ts';
import { rotateLink } from './standing/rotate-link.ts';
import { forgetShown, showAgain, shownBeforeOf } from './standing/show-again.ts';
import { recordCopies, signedCopies } from './standing/signed-copies.ts';
import { standAward } from './standing/stand.ts';
import { setVisible } from './standing/visibility.ts';
import { withdraw } from './standing/withdraw.ts';

/** A defect leaves this Worker without its message, which may carry what was being signed. */
async function guarded<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (defect) {
    logDefect(defect);
    throw forCaller(defect, 'a defect of the signer');
  }
}

/**
 * The same of what signs: before the answer it goes into the log. Where that fails the answer stands all
 * the same, as what waits for the log is taken up by the next call or tick.
 */
function thenLogged<Answer>(
  env: SignerEnv,
  work: (signing: Signing) => Promise<Answer>,
): Promise<Answer> {
  return guarded(async () => {
    const signing = signingFor(env);
    const answer = await work(signing);
    for (const number of signing.touched) {
      await orDefect(() => sequenceLog(inDatabase(signing, number)));
    }
    return answer;
  });
}

/** The only Worker near a private key. It has no route, and asks nothing of the outside. */
export default class Signer extends WorkerEntrypoint<SignerEnv> implements SignerRpc {
  async establishIssuer(face: Omit<IssuerFace, 'logo'>) {
    await thenLogged(this.env, (signing) => establishIssuer(signing, face));
  }

  async setLogo(slug: string, logo: LogoToShow | null) {
    await guarded(async () => setLogo(await atHome(signingFor(this.env), slug), slug, logo));
  }

  async logoOf(slug: string) {
    return guarded(async () => logoOf(await atHome(signingFor(this.env), slug), slug));
  }

  async shownLogo(slug: string) {
    return guarded(async () => shownLogo(await atHome(signingFor(this.env), slug), slug));
  }

  async publishAchievements(ids: readonly string[]) {
    await guarded(() => publishAchievements(signingFor(this.env), ids));
  }

  async publishMap(issuer: string, slug: string) {
    await guarded(() => publishMap(signingFor(this.env), issuer, slug));
  }

  async publishOpenSeats(issuer: string | null) {
    await guarded(() => publishOpenSeats(signingFor(this.env), issuer));
  }

  async issue(requests: readonly IssueRequest[]) {
    const work = () => thenLogged(this.env, (signing) => issue(signing, requests));
    return countIssued(this.env.COUNTERS, 'credential', work, (results) => results);
  }

  /** A desk of the version before names no awards: then the cron comes to them. */
  async completeJwts(awardIds: readonly string[] = []) {
    await thenLogged(this.env, (signing) => completePaperJwts(signing, awardIds));
  }

  async revoke(awardId: string) {
    return thenLogged(this.env, (signing) => revokeAward(signing, awardId));
  }

  async revokeAwards(awardIds: readonly string[]) {
    await thenLogged(this.env, (signing) => revokeAwards(signing, awardIds));
  }

  async stand(awardId: string) {
    return thenLogged(this.env, (signing) => standAward(signing, awardId));
  }

  async setVisible(credentialId: string, holderAccountId: string, visible: boolean) {
    return guarded(() => setVisible(signingFor(this.env), credentialId, holderAccountId, visible));
  }

  async withdraw(credentialId: string, holderAccountId: string) {
    return thenLogged(this.env, (signing) => withdraw(signing, credentialId, holderAccountId));
  }

  async eraseHolder(holderAccountId: string) {
    return thenLogged(this.env, (signing) => eraseHolder(signing, holderAccountId));
  }

  async endFormerNames(holderAccountId: string) {
    return thenLogged(this.env, (signing) => endFormerNames(signing, holderAccountId));
  }

  async held(holderAccountId: string, awardId?: string) {
    return guarded(() => heldCredentials(signingFor(this.env), holderAccountId, awardId));
  }

  async signedCopies(holderAccountId: string, credentialIds: readonly string[]) {
    return guarded(() => signedCopies(signingFor(this.env), holderAccountId, credentialIds));
  }

  async recordCopies(holderAccountId: string, recordIds: readonly string[]) {
    return guarded(() => recordCopies(signingFor(this.env), holderAccountId, recordIds));
  }

  async badgeFeed(holderAccountId: string) {
    return guarded(() => badgeFeedOf(signingFor(this.env), holderAccountId));
  }

  async setBadgeFeed(holderAccountId: string, credentialIds: readonly string[]) {
    return guarded(() => setBadgeFeed(signingFor(this.env), holderAccountId, credentialIds));
  }

  async makeRecord(request: RecordRequest) {
    const work = () => thenLogged(this.env, (signing) => makeRecord(signing, request));
    return countIssued(this.env.COUNTERS, 'record', work, (result) => [result]);
  }

  async heldRecords(holderAccountId: string) {
    return guarded(() => heldRecords(signingFor(this.env), holderAccountId));
  }

  async endorse(endorsementId: string) {
    const work = () => thenLogged(this.env, (signing) => endorse(signing, endorsementId));
    return countIssued(this.env.COUNTERS, 'endorsement', work, (result) => [result]);
  }

  async endEndorsement(endorsementId: string) {
    return thenLogged(this.env, (signing) => endEndorsement(signing, endorsementId));
  }

  async collections(holderAccountId: string) {
    return guarded(() => heldCollections(signingFor(this.env), holderAccountId));
  }

  async makeCollection(holderAccountId: string, requestKey: string, content: CollectionContent) {
    const make = () => makeCollection(signingFor(this.env), holderAccountId, requestKey, content);
    return guarded(make);
  }

  async changeCollection(
    holderAccountId: string,
    collectionId: string,
    revision: number,
    content: CollectionContent,
  ) {
    const of = signingFor(this.env);
    return guarded(() => changeCollection(of, holderAccountId, collectionId, revision, content));
  }

  async setCollectionVisible(holderAccountId: string, collectionId: string, visible: boolean) {
    const of = signingFor(this.env);
    return guarded(() => setCollectionVisible(of, holderAccountId, collectionId, visible));
  }

  async rotateCollection(holderAccountId: string, collectionId: string, requestKey: string) {
    const of = signingFor(this.env);
    return guarded(() => rotateCollection(of, holderAccountId, collectionId, requestKey));
  }

  async deleteCollection(holderAccountId: string, collectionId: string) {
    return guarded(() => deleteCollection(signingFor(this.env), holderAccountId, collectionId));
  }

  async hideEverything(holderAccountId: string) {
    await guarded(() => hideEverything(signingFor(this.env), holderAccountId));
  }

  async shownBefore(holderAccountId: string) {
    return guarded(() => shownBeforeOf(signingFor(this.env), holderAccountId));
  }

  async showAgain(holderAccountId: string, chosen: ShownBefore) {
    await guarded(() => showAgain(signingFor(this.env), holderAccountId, chosen));
  }

  async forgetShown(holderAccountId: string) {
    await guarded(() => forgetShown(signingFor(this.env), holderAccountId));
  }

  async rotateLink(holderAccountId: string, credentialId: string, copies: CopyFate) {
    return thenLogged(this.env, (of) => rotateLink(of, holderAccountId, credentialId, copies));
  }

  async signDocument(request: SignDocumentRequest) {
    const work = () =>
      thenLogged(this.env, async (signing) =>
        signDocument(await atHome(signing, request.issuer), request),
      );
    return countIssued(this.env.COUNTERS, 'document', work, (result) => [result]);
  }

  async setDocumentStatus(change: DocumentStatusChange) {
    return thenLogged(this.env, async (signing) =>
      setDocumentStatus(await atHome(signing, change.issuer), change),
    );
  }

  async health() {
    return guarded(async () => {
      const signing = signingFor(this.env);
      for (const { publicStore } of inEach(signing)) await publicStore.run(sql`select 1`);
      return { keys: await newestKeyOpens(signing) };
    });
  }

  async keysOf(slugs: readonly string[]) {
    return guarded(() => toldKeys(signingFor(this.env), slugs));
  }

  async carryOutKeyOrders() {
    await thenLogged(this.env, carryOutKeyOrders);
  }

  override async scheduled({ cron }: ScheduledController) {
    await tick(cron, this.env.COUNTERS, () => signingFor(this.env));
  }
}
