import type { AwardStateForIssuer } from '@laurel/core/award';
import type { Reader } from '@laurel/http/reader';

type AwardTagsProps = {
  readonly award: {
    readonly state: AwardStateForIssuer;
    readonly suspendedAtSeconds: number | null;
    readonly supersededBy: string | null;
  };
  readonly reader: Reader;
};

/** How an award stands, in a word or two. Of what outranks the rest alone it is said. */
export function AwardTags({ award, reader }: AwardTagsProps) {
  const { message } = reader.messages;
  return (
    <>
      <span class="tag">{message(`awards-state-${award.state}`)}</span>
      {award.state === 'accepted' && award.supersededBy !== null && (
        <>
          {' '}
          <span class="tag">{message('awards-superseded')}</span>
        </>
      )}
      {award.state === 'accepted' &&
        award.supersededBy === null &&
        award.suspendedAtSeconds !== null && (
          <>
            {' '}
            <span class="tag">{message('awards-suspended')}</span>
          </>
        )}
    </>
  );
}
