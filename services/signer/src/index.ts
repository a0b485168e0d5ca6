import { WorkerEntrypoint } from 'cloudflare:workers';
import type {
  DocumentStatusChange,
  IssueRequest,
  LogoToShow,
  SignDocumentRequest,
  SignerRpc,
} from '@laurel/contracts/signer-rpc';
import { describeDefect } from '@laurel/core/defect';
import type { IssuerFace } from '@laurel/core/issuer';
import { abandonDocuments } from './documents/abandon-documents.ts';
import { setDocumentStatus } from './documents/document-status.ts';
import { signDocument } from './documents/sign-document.ts';
import { type SignerEnv, signingFor } from './env.ts';
import { establishIssuer } from './establish-issuer.ts';
import { completeRsaJwts } from './issue/complete-rsa.ts';
import { issue } from './issue/issue.ts';
import { resumeIntents } from './issue/resume.ts';
import { logoOf, setLogo, shownLogo } from './logo.ts';
import { publishAchievements } from './publish-achievements.ts';
import { heldCredentials } from './standing/held-credentials.ts';
import { revokeAward, revokeAwards } from './standing/revoke.ts';
import { standAward } from './standing/stand.ts';
import { setVisible } from './standing/visibility.ts';
import { withdraw } from './standing/withdraw.ts';
import { publishChangedStatusLists } from './status/publish.ts';

/** A defect leaves this Worker without its message, which may carry what was being signed. */
async function guarded<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (defect) {
    console.error(describeDefect(defect));
    throw new Error('a defect of the signer');
  }
}

/** The only Worker near a private key. It has no route, and asks nothing of the outside. */
export default class Signer extends WorkerEntrypoint<SignerEnv> implements SignerRpc {
  async establishIssuer(face: Omit<IssuerFace, 'logo'>) {
    await guarded(() => establishIssuer(signingFor(this.env), face));
  }

  async setLogo(slug: string, logo: LogoToShow | null) {
    await guarded(() => setLogo(signingFor(this.env), slug, logo));
  }

  async logoOf(slug: string) {
    return guarded(() => logoOf(signingFor(this.env), slug));
  }

  async shownLogo(slug: string) {
    return guarded(() => shownLogo(signingFor(this.env), slug));
  }

  async publishAchievements(ids: readonly string[]) {
    await guarded(() => publishAchievements(signingFor(this.env), ids));
  }

  async issue(requests: readonly IssueRequest[]) {
    return guarded(() => issue(signingFor(this.env), requests));
  }

  async completeJwts() {
    await guarded(() => completeRsaJwts(signingFor(this.env)));
  }

  async revoke(awardId: string) {
    return guarded(() => revokeAward(signingFor(this.env), awardId));
  }

  async revokeAwards(awardIds: readonly string[]) {
    await guarded(() => revokeAwards(signingFor(this.env), awardIds));
  }

  async stand(awardId: string) {
    return guarded(() => standAward(signingFor(this.env), awardId));
  }

  async setVisible(credentialId: string, holderAccountId: string, visible: boolean) {
    return guarded(() => setVisible(signingFor(this.env), credentialId, holderAccountId, visible));
  }

  async withdraw(credentialId: string, holderAccountId: string) {
    return guarded(() => withdraw(signingFor(this.env), credentialId, holderAccountId));
  }

  async held(holderAccountId: string, awardId: string) {
    return guarded(() => heldCredentials(signingFor(this.env), holderAccountId, awardId));
  }

  async signDocument(request: SignDocumentRequest) {
    return guarded(() => signDocument(signingFor(this.env), request));
  }

  async setDocumentStatus(change: DocumentStatusChange) {
    return guarded(() => setDocumentStatus(signingFor(this.env), change));
  }

  async health() {
    const signing = signingFor(this.env);
    await this.env.PUBLIC.prepare('select 1').first();
    await this.env.PRIVATE.prepare('select 1').first();
    return { ok: signing.keyEncryptionSecrets !== '' };
  }

  /** Each minute: finishes what an interrupted call left, and publishes what changed. */
  override async scheduled() {
    const signing = signingFor(this.env);
    for (const duty of [
      resumeIntents,
      abandonDocuments,
      publishChangedStatusLists,
      completeRsaJwts,
    ]) {
      await duty(signing).catch((defect: unknown) => console.error(describeDefect(defect)));
    }
  }
}
