import type { Achievement } from '@laurel/core/achievement';
import { dayOf } from '@laurel/core/day';
import type { Reader } from '@laurel/http/reader';
import { longDate } from '@laurel/i18n/long-date';
import { linkTo } from '@laurel/pages/link';
import { raw } from 'hono/html';
import { renderSVG } from 'uqr';
import { explainRefusal } from '../awarding/explain-refusal.ts';
import type { CertificateProgress } from '../certificates/find-rows.ts';
import { CertificatesSection } from '../certificates/section.tsx';
import { Localised } from '../me/localised.tsx';
import { deskPath } from '../page/desk-page.tsx';
import type { BatchCounts, DeskBatch, RefusedRow } from './batch-progress.ts';
import type { BatchRevocation } from './find-revocations.ts';
import type { RevocationProgress } from './revocation-progress.ts';
import type { ShareTexts } from './share-texts.ts';
import { WholeRevocation } from './whole-revocation.tsx';

/** Refused rows shown on the page; the sheet has them all. */
const REFUSED_SHOWN = 50;

const COUNTS = ['accepted', 'open', 'refused', 'queued', 'closed', 'revoked'] as const;

type BatchPageProps = {
  readonly batch: DeskBatch;
  readonly achievement: Achievement | null;
  readonly counts: BatchCounts;
  readonly refused: readonly RefusedRow[];
  readonly texts: ShareTexts | null;
  readonly ownPage: string;
  readonly canAward: boolean;
  readonly canRevoke: boolean;
  /** The newest request to revoke it as a whole; null where there is none. */
  readonly revocation: BatchRevocation | null;
  readonly progress: RevocationProgress | null;
  readonly certificates: CertificateProgress;
  /** How many a MassMessage would be sent to; none where the reader may not tell them. */
  readonly awarded: number;
  readonly reader: Reader;
};

/** What becomes of a batch, and what its organizer does next. */
export function BatchPage(props: BatchPageProps) {
  const { batch, achievement, counts, refused, texts, ownPage, canAward, awarded, reader } = props;
  const { message, language } = reader.messages;
  const done = batch.size - counts.queued;
  return (
    <>
      <h1>{batch.label === '' ? message('batches-title-one') : <bdi>{batch.label}</bdi>}</h1>
      <p>
        {achievement !== null && (
          <Localised texts={achievement.name} reader={reader} source={achievement.sourceLanguage} />
        )}
        {' · '}
        {longDate(dayOf(batch.createdAtSeconds), language)}
      </p>
      <div role="status">
        <p>
          {counts.queued > 0
            ? message('batches-working', done, batch.size)
            : message('batches-finished', batch.size)}
        </p>
        {counts.queued > 0 && (
          <>
            <progress value={done} max={batch.size} aria-label={message('batches-progress')} />
            <p class="quiet small">{message('sheets-may-close')}</p>
          </>
        )}
      </div>
      <ul class="tally">
        {COUNTS.filter((state) => counts[state] > 0).map((state) => (
          <li>
            <strong>{counts[state]}</strong> {message(`batches-count-${state}`)}
          </li>
        ))}
      </ul>
      {refused.length > 0 && (
        <Refused batch={batch} refused={refused} canAward={canAward} reader={reader} />
      )}
      <CertificatesSection
        batch={batch}
        progress={props.certificates}
        isDone={counts.queued === 0}
        reader={reader}
      />
      <WholeRevocation
        batch={batch}
        counts={counts}
        revocation={props.revocation}
        progress={props.progress}
        canRevoke={props.canRevoke}
        reader={reader}
      />
      {texts !== null && (
        <Tell batch={batch} texts={texts} ownPage={ownPage} awarded={awarded} reader={reader} />
      )}
    </>
  );
}

type RefusedProps = {
  readonly batch: DeskBatch;
  readonly refused: readonly RefusedRow[];
  readonly canAward: boolean;
  readonly reader: Reader;
};

function Refused({ batch, refused, canAward, reader }: RefusedProps) {
  const { message } = reader.messages;
  const path = deskPath(batch.issuer, `/batches/${batch.id}`);
  return (
    <section aria-labelledby="refused">
      <h2 id="refused">{message('batches-refused-title', refused.length)}</h2>
      {refused.length > REFUSED_SHOWN && <p>{message('batches-refused-first', REFUSED_SHOWN)}</p>}
      <ul class="people">
        {refused.slice(0, REFUSED_SHOWN).map((row) => (
          <li>
            <strong>
              <bdi dir="auto">{row.username}</bdi>
            </strong>
            <p class="small">{explainRefusal(row.refusal, reader.messages)}</p>
          </li>
        ))}
      </ul>
      <p class="actions">
        <a class="button quieter" href={linkTo(`${path}/failed-rows`, reader)}>
          {message('batches-failed-download')}
        </a>
      </p>
      {canAward && (
        <form method="post" action={linkTo(`${path}/failed-rows`, reader)}>
          <button type="submit">{message('batches-failed-again')}</button>
        </form>
      )}
    </section>
  );
}

type TellProps = Pick<BatchPageProps, 'batch' | 'ownPage' | 'awarded' | 'reader'> & {
  readonly texts: ShareTexts;
};

function Tell({ batch, texts, ownPage, awarded, reader }: TellProps) {
  const { message } = reader.messages;
  const list = deskPath(batch.issuer, `/batches/${batch.id}/share`);
  return (
    <section aria-labelledby="tell">
      <h2 id="tell">{message('batches-tell')}</h2>
      <p>{message('batches-tell-lead')}</p>
      <figure class="qr" role="img" aria-label={message('batches-qr', ownPage)}>
        {raw(renderSVG(ownPage, { border: 0, ecc: 'M' }))}
      </figure>
      <p>
        <a href={ownPage} dir="ltr">
          {ownPage}
        </a>
      </p>
      <Text
        id="share"
        title={message('batches-text')}
        text={texts.message}
        reader={reader}
        shared
      />
      <Text
        id="wikitext"
        title={message('batches-wikitext')}
        text={texts.wikitext}
        reader={reader}
      />
      {awarded > 0 && (
        <details>
          <summary>{message('batches-massmessage')}</summary>
          <p class="note">{message('batches-massmessage-warning')}</p>
          <p class="actions">
            <a class="button quieter" href={list}>
              {message('batches-massmessage-download', awarded)}
            </a>
          </p>
        </details>
      )}
    </section>
  );
}

type TextProps = {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly reader: Reader;
  readonly shared?: boolean;
};

/** A text to take along. Without script it is marked and copied by hand. */
function Text({ id, title, text, reader, shared = false }: TextProps) {
  const { message } = reader.messages;
  return (
    <div>
      <h3>{title}</h3>
      <pre id={id} class="copy" dir="auto" tabindex={0}>
        {text}
      </pre>
      <p class="actions">
        <button type="button" hidden data-copy={id} data-done={message('desk-copied')}>
          {message('desk-copy')}
        </button>{' '}
        {shared && (
          <button type="button" hidden data-share={id} class="quieter">
            {message('desk-share')}
          </button>
        )}
      </p>
    </div>
  );
}
