import type { CertificateFacts } from '@laurel/contracts/renderer-rpc';
import { SOCIAL_PICTURE } from '@laurel/core/social-picture';
import { INTERFACE_LANGUAGES, messagesFor } from '@laurel/i18n/messages';
import { chooseLanguage } from '@laurel/i18n/negotiate';
import { SharedAs } from '@laurel/pages/shared-as';
import { sharedFacts } from '../facts/shared-facts.ts';
import type { VisibleCredential } from '../record/visible-credential.ts';

/**
 * What is shown where a credential's address is shared, in the credential's language, as everybody there
 * sees the same. It names whom the credential names, but where minors may be. Nothing is said of what is not to be relied on.
 */
export function CredentialTags({ found }: { readonly found: VisibleCredential }) {
  const facts = sharedFacts(found);
  if (facts === null) return null;
  const messages = messagesFor(chooseLanguage([facts.language], INTERFACE_LANGUAGES, 'en'));
  return (
    <SharedAs
      url={found.url}
      title={facts.achievementName}
      description={`${facts.issuerName} · ${facts.achievementDescription}`}
      language={facts.language}
      messages={messages}
      picture={{
        url: `${found.url}/social.png`,
        ...SOCIAL_PICTURE,
        alternative: [facts.achievementName, ...nameOf(facts.holder), facts.issuerName].join(' · '),
      }}
    />
  );
}

function nameOf(holder: CertificateFacts['holder']): readonly string[] {
  switch (holder.mode) {
    case 'account':
      return [holder.username];
    case 'name':
      return [holder.name];
    case 'none':
      return [];
  }
}
