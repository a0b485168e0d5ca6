import type { Messages } from '@laurel/i18n/messages';

type EmbedOfferProps = {
  /** The address of the credential's page. */
  readonly url: string;
  readonly messages: Messages;
};

/** A piece of HTML for another site, which tells us nothing of that site and lets nothing run there. */
export function EmbedOffer({ url, messages: { message } }: EmbedOfferProps) {
  const code = `<iframe src="${url}/embed" title="${message('embed-title')}" width="300" height="120" style="border:0" loading="lazy" referrerpolicy="no-referrer" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`;
  return (
    <details>
      <summary>{message('embed-offer')}</summary>
      <p id="embed-help">{message('embed-lead')}</p>
      <label for="embed">{message('embed-code')}</label>
      <textarea
        id="embed"
        rows={6}
        dir="ltr"
        readonly
        spellcheck={false}
        aria-describedby="embed-help"
      >
        {code}
      </textarea>
    </details>
  );
}
