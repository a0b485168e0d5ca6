import type { LanguageTag } from '@laurel/core/language';
import { type Messages, messagesFor } from './messages.ts';
import { keepTexts, type Texts, unreadAsset } from './texts-at-hand.ts';

/** Reads a static asset by its name, as text. */
export type ReadText = (name: string) => Promise<string>;

/**
 * Has the messages of these languages at hand, each read once in the life of an isolate; those of any other language are English.
 * Nobody waits for what another request reads: where that one is cancelled, its reading never ends. Rejects as `read` does, and reads
 * again the next time.
 */
export async function loadMessages(
  languages: readonly LanguageTag[],
  read: ReadText,
): Promise<void> {
  await Promise.all(languages.map((tag) => load(tag, read)));
}

/** The messages of one language, once they are at hand. */
export async function messagesIn(language: LanguageTag, read: ReadText): Promise<Messages> {
  await loadMessages([messagesFor(language).language], read);
  return messagesFor(language);
}

async function load(tag: LanguageTag, read: ReadText): Promise<void> {
  const asset = unreadAsset(tag);
  if (asset === null) return;
  const text = await read(asset);
  if (unreadAsset(tag) === null) return;
  const all: Texts = JSON.parse(text);
  keepTexts(tag, all);
}
