import { INTERFACE_LANGUAGES, type MessageKey, messagesFor } from '@laurel/i18n/messages';

/** What a wallet calls something, once in each language that pages can be read in. */
export function namedIn(name: MessageKey) {
  return INTERFACE_LANGUAGES.map((locale) => ({ name: messagesFor(locale).message(name), locale }));
}

/** Display properties of a kind of credential (OpenID4VCI 1.0, Section 12.2.4): one object for each language. */
export function displayOf(origin: string, description: MessageKey) {
  return INTERFACE_LANGUAGES.map((locale) => {
    const { message } = messagesFor(locale);
    return {
      name: message('wallet-credential'),
      locale,
      description: message(description),
      logo: logoOf(origin, message('wallet-logo')),
    };
  });
}

/** Display properties of the service itself (Section 12.2.4). Its name is the same in every language. */
export function displayOfService(origin: string) {
  return INTERFACE_LANGUAGES.map((locale) => ({
    name: 'Laurel',
    locale,
    logo: logoOf(origin, messagesFor(locale).message('wallet-logo')),
  }));
}

/** The mark that every page of ours has: its address tells nobody which credential it stands beside. */
function logoOf(origin: string, alternative: string) {
  return { uri: `${origin}/favicon.svg`, alt_text: alternative };
}
