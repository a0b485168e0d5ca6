import { dayOf } from '@laurel/core/day';
import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';
import { linkTo } from '@laurel/pages/link';
import type { Child } from 'hono/jsx';
import type { WaitingEndorsements } from '../endorsements/own-endorsements.ts';
import { WaitingNote } from '../endorsements/waiting-note.tsx';
import type { TermReminder } from '../role-terms/reminders.ts';
import type { ShownSlip } from '../slips/own-slips.ts';
import { Areas } from './areas.tsx';
import { CodeForm } from './confirm/code-form.tsx';
import { RenewalForm, type RenewalFormProps } from './former-name/renewal-form.tsx';
import { HideEverything } from './hiding/hide-everything.tsx';
import type { HolderAward } from './holder-award.ts';
import { Localised } from './localised.tsx';
import { Notice } from './notice.tsx';
import { RevocationNote } from './revocation-note.tsx';
import { SlipList } from './slip-list.tsx';
import { SupersededNote } from './succession-note.tsx';
import { SuspensionNote } from './suspension-note.tsx';
import { ReminderNotes } from './term/reminder-notes.tsx';

type AwardListProps = {
  readonly held: readonly HolderAward[];
  readonly slips: readonly ShownSlip[];
  readonly renewal: RenewalFormProps;
  readonly reminders: readonly TermReminder[];
  readonly waiting: WaitingEndorsements;
  /** What they promised to share and is due soon. */
  readonly promised: Child;
  readonly done: string | undefined;
  readonly reader: Reader;
};

/** All that somebody was offered, has accepted, or had. */
export function AwardList(props: AwardListProps) {
  const { held, slips, renewal, reminders, waiting, promised, done, reader } = props;
  const { message } = reader.messages;
  const inState = (state: string) => held.filter(({ award }) => award.state === state);
  const [offered, revoked] = [inState('offered'), inState('revoked')];
  const isSuperseded = ({ award }: HolderAward) => award.supersededBy !== null;
  const accepted = inState('accepted').filter((one) => !isSuperseded(one));
  const superseded = inState('accepted').filter(isSuperseded);
  return (
    <>
      <h1>{message('me-title')}</h1>
      <Notice done={done} reader={reader} />
      <RenewalForm {...renewal} />
      <ReminderNotes reminders={reminders} reader={reader} />
      <WaitingNote waiting={waiting} reader={reader} />
      {promised}
      {held.length === 0 && slips.length === 0 && <p class="lead">{message('me-nothing')}</p>}
      {offered.length > 0 && <h2>{message('me-offered')}</h2>}
      {offered.map((one) => (
        <AwardCard
          held={one}
          reader={reader}
          href={`/claim/${one.award.claimCode}`}
          label={message('me-open-offer')}
        />
      ))}
      {accepted.length > 0 && <h2>{message('me-accepted')}</h2>}
      {accepted.map((one) => (
        <AwardCard
          held={one}
          reader={reader}
          href={`/me/awards/${one.award.id}`}
          label={message('me-open-award')}
        />
      ))}
      {superseded.length > 0 && <h2>{message('me-replaced')}</h2>}
      {superseded.map((one) => (
        <AwardCard
          held={one}
          reader={reader}
          href={`/me/awards/${one.award.id}`}
          label={message('me-open-award')}
        />
      ))}
      {revoked.length > 0 && <h2>{message('me-revoked')}</h2>}
      {revoked.map((one) => (
        <AwardCard
          held={one}
          reader={reader}
          href={`/me/awards/${one.award.id}`}
          label={message('me-open-revoked')}
        />
      ))}
      <SlipList slips={slips} reader={reader} />
      {accepted.length > 0 && <CodeForm reader={reader} />}
      <Areas reader={reader} />
      {held.length > 0 && <HideEverything reader={reader} />}
    </>
  );
}

type AwardCardProps = {
  readonly held: HolderAward;
  readonly reader: Reader;
  readonly href: string;
  readonly label: string;
};

function AwardCard({ held: { award, achievement, issuer }, reader, href, label }: AwardCardProps) {
  const name = `award-${award.id}`;
  const { message, language } = reader.messages;
  return (
    <article class="card" aria-labelledby={name}>
      <p class="over">
        <Localised texts={issuer.names} reader={reader} />
      </p>
      <h3 id={name}>
        <Localised texts={achievement.name} reader={reader} source={achievement.sourceLanguage} />
      </h3>
      <RevocationNote award={award} reader={reader} />
      <SuspensionNote award={award} reader={reader} />
      <SupersededNote award={award} reader={reader} />
      {award.state === 'offered' && award.corrects !== '' && (
        <p class="note">{message('claim-corrects')}</p>
      )}
      {award.state === 'offered' && (
        <p class="quiet small">
          {message('claim-open-until', longDate(dayOf(award.lapsesAtSeconds), language))}
        </p>
      )}
      <p>
        <a class="button" href={linkTo(href, reader)} aria-describedby={name}>
          {label}
        </a>
      </p>
    </article>
  );
}
