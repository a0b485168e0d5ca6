import type { Achievement } from '@laurel/core/achievement';
import type { IssuerFace } from '@laurel/core/issuer';
import { NOMINATED_KINDS } from '@laurel/core/nomination';
import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';

type NominateLinkProps = {
  readonly face: IssuerFace;
  readonly facts: Achievement;
  readonly reader: Reader;
};

/** The quiet way to nominate somebody for an achievement, where that can be done. */
export function NominateLink({ face, facts, reader }: NominateLinkProps) {
  if (face.kind !== 'community' || !NOMINATED_KINDS.some((kind) => kind === facts.kind))
    return null;
  return (
    <p class="quiet">
      <a href={linkTo(`/desk/nominate/${face.slug}/${facts.slug}`, reader)}>
        {reader.messages.message('achievement-nominate')}
      </a>
    </p>
  );
}
