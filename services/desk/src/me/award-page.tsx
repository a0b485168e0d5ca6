import type { HeldCredential } from '@laurel/contracts/signer-rpc';
import type { Failure } from '@laurel/core/failure';
import type { LanguageMap } from '@laurel/core/language';
import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import type { Child } from 'hono/jsx';
import type { OwnEndorsement } from '../endorsements/own-endorsements.ts';
import { RefusalNote } from '../page/refusal-note.tsx';
import type { Session } from '../session/sessions.ts';
import { type OwnTraining, OwnTrainingSection } from '../trainers/own-training.tsx';
import { AwardFacts } from './award-facts.tsx';
import { CredentialCard } from './credential-card.tsx';
import type { HolderAward } from './holder-award.ts';
import { Localised } from './localised.tsx';
import { MakeForm } from './making/make-form.tsx';
import { InvitationNote, type NextInvitation } from './next-invitation.tsx';
import { Notice } from './notice.tsx';
import { RevocationNote } from './revocation-note.tsx';
import { CorrectionOffered, PredecessorLink, SupersededNote } from './succession-note.tsx';
import { isSuspended, SuspensionNote } from './suspension-note.tsx';
import { type OwnTerm, TermSection } from './term/term-section.tsx';
import type { OwnThanks } from './thanks/own-thanks.ts';
import { ThanksSection } from './thanks/thanks-section.tsx';

/** Which form of the page it was: that of making a credential, or that of the term. */
export type RefusedForm = {
  readonly failure: Failure;
  readonly typed: URLSearchParams;
  readonly of?: 'term';
};

type AwardPageProps = {
  readonly held: HolderAward;
  readonly credentials: readonly HeldCredential[];
  /** The holder's declared name; empty where none was given. */
  readonly writings: LanguageMap;
  /** For whom credentials were made, by their ids. */
  readonly notes: ReadonlyMap<string, string>;
  /** What others say of it, however it stands. */
  readonly endorsements: readonly OwnEndorsement[];
  /** LinkedIn's form for those that it may be offered for, by their ids. */
  readonly linkedIn: ReadonlyMap<string, string>;
  readonly thanks: OwnThanks | null;
  readonly invitation: NextInvitation | null;
  readonly training: OwnTraining | null;
  /** What was promised with it, as a section of its own. */
  readonly promise: Child;
  /** Of an offer that would correct it; null where none waits. */
  readonly correctionCode: string | null;
  readonly origin: string;
  readonly requestKey: string;
  /** The form that was refused, as it was typed. */
  readonly refused: RefusedForm | null;
  /** Null for what is no role, and for what does not stand. */
  readonly term: OwnTerm | null;
  readonly done: string | undefined;
  readonly session: Session;
  readonly reader: Reader;
};

/** One award of the holder: what was made from it, what can be made, and what it says. */
export function AwardPage(props: AwardPageProps) {
  const { held, credentials, writings, notes, linkedIn, origin, requestKey } = props;
  const { refused, done, session, reader } = props;
  const { award, achievement } = held;
  const { message } = reader.messages;
  const typedIn = (form: RefusedForm['of']) =>
    refused?.of === form ? (refused?.typed ?? null) : null;
  const canMake = award.state === 'accepted' && award.supersededBy === null && !isSuspended(award);
  const form = (
    <MakeForm
      held={held}
      requestKey={requestKey}
      writings={writings}
      isFurther={credentials.length > 0}
      typed={typedIn(undefined)}
      accepted={props.endorsements.filter(({ state }) => state === 'accepted')}
      session={session}
      reader={reader}
    />
  );
  return (
    <>
      <p class="over">
        <a href={linkTo('/me', reader)}>{message('me-title')}</a>
      </p>
      <h1>
        <Localised texts={achievement.name} reader={reader} source={achievement.sourceLanguage} />
      </h1>
      <Notice done={done} reader={reader} />
      <RefusalNote failure={refused?.failure ?? null} reader={reader} />
      <RevocationNote award={award} reader={reader} />
      <SuspensionNote award={award} reader={reader} />
      <SupersededNote award={award} reader={reader} />
      <CorrectionOffered claimCode={props.correctionCode} reader={reader} />
      <TermSection held={held} own={props.term} typed={typedIn('term')} reader={reader} />
      {credentials.length > 0 && <h2>{message('me-credentials')}</h2>}
      {credentials.map((credential) => (
        <CredentialCard
          credential={credential}
          held={held}
          note={notes.get(credential.credentialId) ?? ''}
          linkedIn={linkedIn.get(credential.credentialId) ?? null}
          origin={origin}
          reader={reader}
        />
      ))}
      {canMake &&
        (credentials.length === 0 ? (
          <section aria-labelledby="make">
            <h2 id="make">{message('me-make-title')}</h2>
            {form}
          </section>
        ) : (
          <details open={typedIn(undefined) !== null}>
            <summary>{message('me-make-another')}</summary>
            {form}
          </details>
        ))}
      {props.promise}
      <OwnTrainingSection held={held} training={props.training} reader={reader} />
      {credentials.length > 0 && (
        <p>
          <a href={linkTo(`/me/awards/${award.id}/endorsements`, reader)} class="step">
            {message('endorse-own-title')}
          </a>
        </p>
      )}
      <PredecessorLink award={award} reader={reader} />
      <ThanksSection held={held} thanks={props.thanks} reader={reader} />
      <InvitationNote held={held} invitation={props.invitation} reader={reader} />
      <h2>{message('me-award-says')}</h2>
      <AwardFacts held={held} reader={reader} />
      <p>
        <a href={linkTo(`/claim/${award.claimCode}/report`, reader)} class="step">
          {message('claim-report')}
        </a>
      </p>
    </>
  );
}
