import ar from '../../../i18n/ar.json' with { type: 'json' };
import en from '../../../i18n/en.json' with { type: 'json' };

/**
 * The messages of every language that pages can be read in, as translators write them. A Worker has a module of its
 * own in the place of this one: with those that it can say alone, or with the few of them that it says before it has
 * read the others (scripts/prepare-messages.ts).
 */
export default { en, ar };
