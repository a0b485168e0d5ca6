import type { MessageKey, Messages } from '@laurel/i18n/messages';

/** The messages of every language that pages can be read in. */
export type Spoken = readonly Messages[];

/** What a wallet calls something, once in each language. */
export function namedIn(spoken: Spoken, name: MessageKey) {
  return spoken.map(({ language: locale, message }) => ({ name: message(name), locale }));
}

/** Display properties of a kind of credential (OpenID4VCI 1.0, Section 12.2.4): one object for each language. */
export function displayOf(spoken: Spoken, origin: string, description: MessageKey) {
  return spoken.map(({ language: locale, message }) => ({
    name: message('wallet-credential'),
    locale,
    description: message(description),
    logo: logoOf(origin, message('wallet-logo')),
  }));
}

/** Display properties of the service itself (Section 12.2.4). Its name is the same in every language. */
export function displayOfService(spoken: Spoken, origin: string) {
  return spoken.map(({ language: locale, message }) => ({
    name: 'Laurel',
    locale,
    logo: logoOf(origin, message('wallet-logo')),
  }));
}

/** The mark that every page of ours has: its address tells nobody which credential it stands beside. */
function logoOf(origin: string, alternative: string) {
  return { uri: `${origin}/favicon.svg`, alt_text: alternative };
}
