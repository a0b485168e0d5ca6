import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import type { VisibleCredential } from '../record/visible-credential.ts';

type SuccessorLinkProps = { readonly found: VisibleCredential; readonly reader: Reader };

/** The way to the credential that took this one's place, where its holder wants there to be one. */
export function SuccessorLink({ found: { row }, reader }: SuccessorLinkProps) {
  if (row.supersededBy === null) return null;
  return (
    <p>
      <a class="button" href={linkTo(`/c/${row.supersededBy}`, reader)}>
        {reader.messages.message('credential-open-successor')}
      </a>
    </p>
  );
}
