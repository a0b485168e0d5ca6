import { INTERFACE_LANGUAGES, messagesFor } from '@laurel/i18n/messages';
import { chooseLanguage } from '@laurel/i18n/negotiate';
import type { HtmlEscapedString } from 'hono/utils/html';
import * as z from 'zod';
import { MAX_FILE_BYTES } from '../brought.ts';
import { type Trust, verifyOffline } from '../verify-offline.ts';
import { element, type PageEvent, page, readersLanguages } from './browser.ts';
import { inability } from './can-verify.ts';
import { type Chosen, type Found, type Looked, lookAt, unread } from './chosen.ts';
import { Frame } from './frame.tsx';
import { type Answer, AnswersView } from './result.tsx';

// The page's policy forbids to compile code, which zod would try.
z.config({ jitless: true });

/** What the file was made for, which is written into it where it is served. */
const trust: Trust = {
  origin: contentOf('laurel-origin') || null,
  roots: contentOf('laurel-roots').split(' '),
};

let messages = messagesFor(chooseLanguage(readersLanguages, INTERFACE_LANGUAGES, 'en'));
let looked: Looked = [];
let last: Promise<void> = Promise.resolve();
const unable = await inability();

await showFrame('');
page.addEventListener('change', ({ target }) => {
  if (target.closest('#file') !== null) take(target.files ?? []);
});
page.addEventListener('submit', (event) => {
  event.preventDefault();
  const { value } = element('#text');
  const bytes = new Uint8Array(new TextEncoder().encode(value));
  inTurn(() => answer([{ name: '' }], () => lookAt(looked, [{ name: '', bytes }])));
});
page.addEventListener('click', ({ target }) => {
  const language = target.closest('[data-language]')?.dataset.language;
  if (language !== undefined) inTurn(() => speak(language));
});
page.addEventListener('dragover', (event) => event.preventDefault());
page.addEventListener('drop', (event: PageEvent) => {
  event.preventDefault();
  if (unable === null) take(event.dataTransfer?.files ?? []);
});

function contentOf(name: string): string {
  return element(`meta[name=${name}]`).content;
}

/** One after the other: what was chosen last is what is shown at the end, however long the others took. */
function inTurn(work: () => Promise<void>): void {
  last = last.then(work, work);
}

function take(files: Iterable<File>): void {
  const chosen = Array.from(files);
  if (chosen.length === 0) return;
  inTurn(() =>
    answer(chosen, async () =>
      chosen.some(({ size }) => size > MAX_FILE_BYTES)
        ? unread(chosen, 'too_large')
        : lookAt(looked, await Promise.all(chosen.map(read))),
    ),
  );
}

async function read(file: File): Promise<Chosen> {
  const bytes = new Uint8Array(file.size);
  bytes.set(new Uint8Array(await file.arrayBuffer()));
  return { name: file.name, bytes };
}

/** What was said of something else is gone before anything can go wrong with this. */
async function answer(
  files: readonly Pick<File, 'name'>[],
  looking: () => Promise<Looked>,
): Promise<void> {
  element('#result').innerHTML = '';
  try {
    looked = await looking();
    await showAnswer();
  } catch {
    looked = unread(files, 'unreadable');
    await showAnswer();
  }
  element('#answer').focus();
}

async function speak(language: string): Promise<void> {
  messages = messagesFor(language);
  await showFrame(page.querySelector('#text')?.value ?? '');
  await showAnswer();
  element(`[data-language=${language}]`).focus();
}

async function showFrame(text: string): Promise<void> {
  const root = page.documentElement;
  root.lang = messages.language;
  root.dir = messages.direction;
  page.title = `${messages.message('verify-offline-title')} – ${messages.message('laurel-name')}`;
  await show('#page', <Frame trust={trust} unable={unable} text={text} messages={messages} />);
}

async function showAnswer(): Promise<void> {
  if (looked.length === 0) return;
  const nowSeconds = Math.floor(Date.now() / 1000);
  const answers = await Promise.all(looked.map((found) => answerTo(found, nowSeconds)));
  await show('#result', <AnswersView {...{ answers, nowSeconds, messages }} />);
}

async function answerTo({ files, brought }: Found, nowSeconds: number): Promise<Answer> {
  const names = files.map(({ name }) => name).filter((name) => name !== '');
  if (!brought.ok) return { names, why: brought.failure };
  const report = await verifyOffline(brought.value, trust, nowSeconds);
  return { names, report, inPdf: brought.value.inPdf };
}

/** Every text in it was escaped where it was put in. */
async function show(
  where: string,
  what: HtmlEscapedString | Promise<HtmlEscapedString>,
): Promise<void> {
  element(where).innerHTML = String(await what);
}
