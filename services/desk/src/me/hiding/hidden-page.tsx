import { behaviourOf } from '@laurel/catalogue/behaviours';
import type { HeldCollection, ShownBefore } from '@laurel/contracts/showing-rpc';
import type { HeldRecord } from '@laurel/contracts/signer-rpc';
import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { textFor } from '@laurel/pages/text';
import type { WrittenEndorsement } from '../../endorsements/own-endorsements.ts';
import { Done } from '../../page/done.tsx';
import { Boxes } from '../../page/fields.tsx';
import { credentialOptions } from '../choose-credentials.tsx';
import type { OwnCredential } from '../own-credentials.ts';

export const HIDING_DONE = ['hidden', 'shown', 'forgotten'] as const;

type HiddenPageProps = {
  readonly before: ShownBefore;
  readonly own: readonly OwnCredential[];
  readonly records: readonly HeldRecord[];
  readonly collections: readonly HeldCollection[];
  readonly written: readonly WrittenEndorsement[];
  readonly done: (typeof HIDING_DONE)[number] | undefined;
  readonly reader: Reader;
};

/** What was on when everything was hidden, to be brought back one by one or as it was. */
export function HiddenPage(props: HiddenPageProps) {
  const { before, own, records, collections, written, done, reader } = props;
  const { message } = reader.messages;
  const among = (ids: readonly string[]) =>
    own.filter(({ credential }) => ids.includes(credential.credentialId));
  const listed = among(before.listed);
  const links = [
    ...credentialOptions(among(before.credentials), reader),
    ...records
      .filter(({ recordId }) => before.credentials.includes(recordId))
      .map(({ recordId, title }) => ({ value: recordId, label: title ?? message('record-area') })),
    ...written
      .filter(({ credentialId }) => before.credentials.includes(credentialId))
      .map(({ credentialId, behaviour }) => ({
        value: credentialId,
        label: message('me-hidden-endorsement', wordsOf(behaviour, reader)),
      })),
  ];
  const sets = collections.filter(({ collectionId }) => before.collections.includes(collectionId));
  const isEmpty = links.length + listed.length + sets.length === 0;
  return (
    <>
      <p class="over">
        <a href={linkTo('/me', reader)}>{message('me-title')}</a>
      </p>
      <h1>{message('me-hidden-title')}</h1>
      <Done sentence={done === undefined ? null : message(`me-hiding-done-${done}`)} />
      {isEmpty ? (
        <p class="lead">{message('me-hidden-nothing')}</p>
      ) : (
        <>
          <p class="lead">{message('me-hidden-lead')}</p>
          <p>{message('me-hidden-copies')}</p>
          <form method="post" action={linkTo('/me/hidden/show', reader)}>
            {links.length > 0 && (
              <Boxes
                kind="checkbox"
                name="credential"
                label={message('me-hidden-credentials')}
                values={before.credentials}
                options={links}
              />
            )}
            {sets.length > 0 && (
              <Boxes
                kind="checkbox"
                name="collection"
                label={message('me-hidden-collections')}
                values={before.collections}
                options={sets.map((one) => ({ value: one.collectionId, label: one.title }))}
              />
            )}
            {listed.length > 0 && (
              <Boxes
                kind="checkbox"
                name="listed"
                label={message('me-hidden-listed')}
                values={before.listed}
                options={credentialOptions(listed, reader)}
              />
            )}
            <button type="submit">{message('me-hidden-show')}</button>
          </form>
          <p class="quiet small">{message('me-hidden-forget-means')}</p>
          <form method="post" action={linkTo('/me/hidden/forget', reader)}>
            <button type="submit" class="quieter">
              {message('me-hidden-forget')}
            </button>
          </form>
        </>
      )}
    </>
  );
}

function wordsOf(behaviour: string, reader: Reader): string {
  const known = behaviourOf(behaviour);
  return known === null ? '' : textFor(known.text, reader, 'en').text;
}
