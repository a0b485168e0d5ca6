import { BADGE_SIZES, USUAL_BADGE_SIZE } from '@laurel/core/badge-size';
import type { Messages } from '@laurel/i18n/messages';

type BadgeSizesProps = { readonly credentialId: string; readonly messages: Messages };

/** The badge in the sizes that are not the usual one, for those who need a certain one. */
export function BadgeSizes({ credentialId, messages: { message } }: BadgeSizesProps) {
  return (
    <>
      <p class="small" id={`badge-sizes-${credentialId}`}>
        {message('credential-badge-sizes')}
      </p>
      <ul class="plain row" aria-labelledby={`badge-sizes-${credentialId}`}>
        {BADGE_SIZES.filter((size) => size !== USUAL_BADGE_SIZE).map((size) => (
          <li>
            <a href={`/c/${credentialId}.png?size=${size}`} download>
              {String(size)}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
