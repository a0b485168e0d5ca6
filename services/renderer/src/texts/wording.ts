import type { CertificateFacts } from '@laurel/contracts/renderer-rpc';
import { type Direction, directionOf, type LanguageTag } from '@laurel/core/language';
import { certificateMessagesFor } from '@laurel/i18n/certificate-messages';
import { type Cell, cellsOf, withoutWhatIsSaid } from './cell.ts';
import { type Labels, labelsOf } from './labels.ts';
import { factsIn, type Said, sayingIn } from './said.ts';

/** A longer text under its label. */
export type Statement = { readonly label: Said | null; readonly text: Said };

/** What a certificate says in one language, but for the holder's name. */
export type Wording = {
  readonly direction: Direction;
  /** Null for a second language whose labels would be those of the first once more. */
  readonly labels: Labels | null;
  readonly achievement: Said;
  readonly description: Said | null;
  readonly cells: readonly Cell[];
  /** What it says and what it does not; null where there is nothing to say. */
  readonly statements: readonly [Statement | null, Statement | null];
};

type Texts = {
  readonly language: LanguageTag;
  readonly achievementName: string;
  readonly achievementDescription: string;
  readonly criteria: string;
  readonly doesNotMean: string;
  readonly issuerName: string;
};

/** The wording in the language that was signed. Its labels must be loaded, as for all wordings. */
export function signedWording(facts: CertificateFacts): Wording {
  const { language, issuerName } = facts;
  const messages = certificateMessagesFor(language);
  const say = sayingIn(messages, language);
  const labels = labelsOf(facts, messages, say, issuerName);
  const words = { messages, say, fact: factsIn(language), issuerName };
  return { ...textsOf(facts, labels), labels, cells: cellsOf(facts, words) };
}

/** The wording in a second language, beside the first. */
export function secondWording(facts: CertificateFacts, texts: Texts, first: Wording): Wording {
  const { language, issuerName } = texts;
  const messages = certificateMessagesFor(language);
  const say = sayingIn(messages, language);
  const words = { messages, say, fact: factsIn(language), issuerName };
  const cells = cellsOf({ ...facts, role: roleIn(facts, texts) }, words);
  if (messages.language === certificateMessagesFor(facts.language).language) {
    const left = withoutWhatIsSaid(cells, first.cells);
    return { ...textsOf(texts, null), labels: null, cells: left };
  }
  const labels = labelsOf(facts, messages, say, issuerName);
  return { ...textsOf(texts, labels), labels, cells };
}

/** The role is the achievement itself, unless it was signed with a name of its own. */
function roleIn({ role, achievementName }: CertificateFacts, second: Texts): string | null {
  return role === achievementName ? second.achievementName : role;
}

function textsOf(texts: Texts, labels: Labels | null) {
  const fact = factsIn(texts.language);
  const described = (text: string): Said | null => (text.trim() === '' ? null : fact(text));
  const stated = (label: Said | undefined, text: string): Statement | null =>
    text.trim() === '' ? null : { label: label ?? null, text: fact(text) };
  return {
    direction: directionOf(texts.language),
    achievement: fact(texts.achievementName),
    description: described(texts.achievementDescription),
    statements: [
      stated(labels?.says, texts.criteria),
      stated(labels?.doesNotSay, texts.doesNotMean),
    ] as const,
  };
}
