import { find } from './find.ts';
import { qrReader } from './read-qr.ts';

/**
 * All the script of `/verify/scan`. Pictures stay on the device: what is sent is the text of a code, by the
 * form that the page has for it.
 */
const area = find('[data-scan]', HTMLElement);
const start = find('[data-start]', HTMLButtonElement);
const view = find('[data-view]', HTMLVideoElement);
const picture = find('[data-picture]', HTMLInputElement);
const said = find('[data-said]', HTMLElement);
const form = find('[data-send]', HTMLFormElement);
const field = find('[data-text]', HTMLInputElement);

/** Between two looks at what the camera sees. */
const LOOK_EVERY_MS = 150;

/** An address, JSON, or a token: whatever else a code says is not sent anywhere. */
const CREDENTIAL = /^\s*(?:https?:\/\/|data:|\{|[\w-]+\.[\w-]+\.)/i;

area.hidden = false;
start.hidden = navigator.mediaDevices?.getUserMedia === undefined;
start.addEventListener('click', () => void look());
picture.addEventListener('change', () => void lookAt(picture.files?.[0]));

async function look(): Promise<void> {
  const stream = await navigator.mediaDevices
    .getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1280 } } })
    .catch(() => null);
  if (stream === null) return say('denied');
  start.hidden = true;
  view.hidden = false;
  view.srcObject = stream;
  await view.play();
  say('looking');
  const read = await qrReader();
  for (;;) {
    const text = await read(view);
    if (text !== null && send(text)) break;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  for (const track of stream.getTracks()) track.stop();
}

async function lookAt(file: File | undefined): Promise<void> {
  if (file === undefined) return;
  const bitmap = await createImageBitmap(file).catch(() => null);
  const text = bitmap === null ? null : await (await qrReader())(bitmap);
  if (text === null) say('nothing');
  else send(text);
}

/** False where a code says something else, so that the next one can be looked at. */
function send(text: string): boolean {
  if (!CREDENTIAL.test(text)) {
    say('other');
    return false;
  }
  say('found');
  field.value = text;
  form.submit();
  return true;
}

/** What is going on, in the words that the page brings. */
function say(what: 'looking' | 'denied' | 'nothing' | 'other' | 'found'): void {
  said.textContent = said.dataset[what] ?? '';
}
