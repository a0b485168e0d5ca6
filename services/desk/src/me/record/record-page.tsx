import type { HeldRecord } from '@laurel/contracts/signer-rpc';
import type { Failure } from '@laurel/core/failure';
import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { Done } from '../../page/done.tsx';
import type { Mistakes } from '../../page/fields.tsx';
import { Notice } from '../notice.tsx';
import type { OwnCredential } from '../own-credentials.ts';
import { RecordCard } from './record-card.tsx';
import { RecordForm } from './record-form.tsx';
import type { TypedRecord } from './record-wish.ts';

type RecordPageProps = {
  readonly own: readonly OwnCredential[];
  readonly records: readonly HeldRecord[];
  readonly typed: TypedRecord;
  readonly failure: Failure | null;
  readonly mistakes: Mistakes;
  readonly origin: string;
  readonly done: string | undefined;
  readonly reader: Reader;
};

const DONE = ['made', 'withdrawn'] as const;

/** Somebody's learner records, and the form by which another is made. */
export function RecordPage(props: RecordPageProps) {
  const { own, records, origin, done, reader } = props;
  const { message } = reader.messages;
  const told = DONE.find((one) => one === done);
  return (
    <>
      <p class="over">
        <a href={linkTo('/me', reader)}>{message('me-title')}</a>
      </p>
      <h1>{message('record-title')}</h1>
      {told === undefined ? (
        <Notice done={done} reader={reader} />
      ) : (
        <Done sentence={message(`record-done-${told}`)} />
      )}
      <p class="lead">{message('record-lead')}</p>
      {records.length > 0 && <h2>{message('record-own')}</h2>}
      {records.map((record) => (
        <RecordCard record={record} origin={origin} reader={reader} />
      ))}
      {own.length === 0 ? <p>{message('record-nothing')}</p> : <RecordForm {...props} />}
    </>
  );
}
