import { INTERFACE_LANGUAGES, messagesFor } from '@laurel/i18n/messages';

/**
 * What stands on the page until its script runs, and stays where none may or where the browser is too old to
 * read it: in every language, as none is known yet.
 */
export function needsScript(): string {
  return INTERFACE_LANGUAGES.map((tag) => {
    const { direction, message } = messagesFor(tag);
    return `<p lang="${tag}" dir="${direction}">${message('offline-needs-script')}</p>`;
  }).join('');
}
