import { WorkerEntrypoint } from 'cloudflare:workers';
import type { SigningOffer } from '@laurel/contracts/signatory-requests';
import type { Achievement } from '@laurel/core/achievement';
import type { Grant, IssuerFace, TokenScope } from '@laurel/core/issuer';
import { MAX_SIGNATORIES } from '@laurel/core/signatory';
import { inSet } from '@laurel/store/in-set';
import { achievements, deskIssuers, grants, signatories, tokens } from '@laurel/store/private/desk';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { type DeskEnv, deskFor } from './env.ts';
import { freshId } from './fresh-id.ts';
import type { FoundAccount } from './members/find-account.ts';
import { keepName } from './members/grants.ts';
import { freshToken } from './tokens/fresh-token.ts';

/**
 * What stewards do for a deployment. An entrypoint without a route: only a Worker or a tool that binds
 * it can reach it.
 */
export class Stewardship extends WorkerEntrypoint<DeskEnv> {
  /** Makes an issuer, here and at the signer. Repeating it changes nothing but texts. */
  async establishIssuer(face: Omit<IssuerFace, 'logo'>): Promise<void> {
    const desk = deskFor(this.env);
    const { slug, kind, demonstration, names, descriptions, vouch } = face;
    await desk.store
      .insert(deskIssuers)
      .values({ slug, kind, demonstration, names, descriptions, vouch })
      .onConflictDoUpdate({ target: deskIssuers.slug, set: { names, descriptions, vouch } });
    await desk.signer.establishIssuer(face);
  }

  /**
   * Makes new versions of achievements an issuer's current ones. A version that exists is left as it is,
   * also where members have published another one since or have retired it.
   */
  async putAchievements(issuer: string, versions: readonly Achievement[]): Promise<void> {
    const desk = deskFor(this.env);
    for (const facts of versions) {
      const ofSlug = and(eq(achievements.issuer, issuer), eq(achievements.slug, facts.slug));
      await desk.store.batch([
        desk.store
          .update(achievements)
          .set({ current: false })
          .where(
            and(
              ofSlug,
              sql`not exists (select 1 from achievements as same where same.issuer = ${issuer}
                and same.slug = ${facts.slug} and same.version = ${facts.version})`,
            ),
          ),
        desk.store
          .insert(achievements)
          .values({
            id: freshId(),
            issuer,
            slug: facts.slug,
            version: facts.version,
            current: true,
            facts,
          })
          .onConflictDoNothing({
            target: [achievements.issuer, achievements.slug, achievements.version],
          }),
      ]);
    }
    const current = await desk.store
      .select({ id: achievements.id })
      .from(achievements)
      .where(
        and(
          eq(achievements.issuer, issuer),
          inArray(achievements.slug, inSet(versions.map(({ slug }) => slug))),
          eq(achievements.current, true),
        ),
      );
    await desk.signer.publishAchievements(current.map(({ id }) => id));
  }

  /** Lets an account act for an issuer until a moment; seconds since the epoch. */
  async grant(
    issuer: string,
    accountId: string,
    grant: Grant,
    endsAtSeconds: number,
  ): Promise<void> {
    await deskFor(this.env)
      .store.insert(grants)
      .values({ issuer, accountId, grant, endsAtSeconds })
      .onConflictDoUpdate({
        target: [grants.issuer, grants.accountId, grants.grant],
        set: { endsAtSeconds },
      });
  }

  /**
   * Has an invented member sign for a demonstration issuer, if there is room. Nothing happens for any other
   * issuer: there nobody is named who did not offer it themselves.
   */
  async signInDemonstration(
    issuer: string,
    account: FoundAccount,
    { names, offices }: Pick<SigningOffer, 'names' | 'offices'>,
  ): Promise<void> {
    const desk = deskFor(this.env);
    await desk.store.batch([
      ...keepName(desk, account),
      desk.store
        .insert(signatories)
        .select(
          sql`select ${freshId()}, slug, ${account.id}, ${JSON.stringify(names)},
              ${JSON.stringify(offices)},
              (select count(*) + 1 from signatories as other where other.issuer = slug), ${desk.nowSeconds}
            from desk_issuers where slug = ${issuer} and demonstration = 1
              and (select count(*) from signatories as other where other.issuer = slug) < ${MAX_SIGNATORIES}`,
        )
        .onConflictDoNothing(),
    ]);
  }

  /** Makes a bearer token for an issuer, in the name of an account. It is told once, and kept as a hash. */
  async makeToken(
    issuer: string,
    createdBy: string,
    scopes: readonly TokenScope[],
    endsAtSeconds: number,
  ): Promise<string> {
    const { token, hash } = await freshToken();
    await deskFor(this.env).store.insert(tokens).values({
      hash,
      id: freshId(),
      issuer,
      scopes,
      createdBy,
      endsAtSeconds,
    });
    return token;
  }
}
