import { find } from './find.ts';
import {
  forget,
  forgetEverything,
  isVerifierKept,
  KEPT_VERIFIER,
  type KeptEntry,
  keep,
  keepVerifier,
  keptEntries,
  keptPath,
  keptPdf,
} from './kept-files.ts';

/**
 * All the script of `/kept/`. What is kept stays on the device: nothing is sent but for the addresses of
 * certificates, as a reader of their pages sends them.
 */
const area = find('[data-kept]', HTMLElement);
const otherwise = find('[data-otherwise]', HTMLElement);
const offered = find('[data-offered]', HTMLElement);
const list = find('[data-list]', HTMLElement);
const empty = find('[data-empty]', HTMLElement);
const card = find('[data-card]', HTMLTemplateElement);
const said = find('[data-said]', HTMLElement);
const verifier = find('[data-verifier]', HTMLAnchorElement);
const verifierOffer = find('[data-keep-verifier]', HTMLButtonElement);

/** Long after a browser has begun to save a file. */
const REVOKED_AFTER_MS = 60_000;

/** After `#keep=`: what stands there is never sent to a server. */
const WANTED = /^#keep=([1-9A-HJ-NP-Za-km-z]{10,24})$/;

if ('serviceWorker' in navigator && 'caches' in window) void begin();

async function begin(): Promise<void> {
  area.hidden = false;
  otherwise.hidden = true;
  find('[data-keep]', HTMLButtonElement).addEventListener('click', () => void keepWanted());
  find('[data-forget]', HTMLButtonElement).addEventListener('click', () => void forgetAll());
  verifierOffer.addEventListener('click', () => void keepTheVerifier());
  verifier.href = KEPT_VERIFIER;
  window.addEventListener('hashchange', offer);
  offer();
  await show();
}

function wantedId(): string | null {
  return WANTED.exec(location.hash)?.[1] ?? null;
}

function offer(): void {
  offered.hidden = wantedId() === null;
}

async function keepWanted(): Promise<void> {
  const id = wantedId();
  if (id === null) return;
  say('working');
  // Before anything is kept: a worker that cannot begin would leave files that nothing shows.
  await navigator.serviceWorker.register('/kept/worker.js', { scope: '/kept/' });
  await navigator.serviceWorker.ready;
  await keepAndTell(id);
  history.replaceState(null, '', location.pathname + location.search);
  offer();
}

async function keepAndTell(id: string): Promise<void> {
  const kept = await keep(id, Date.now());
  say(typeof kept === 'string' ? kept : 'done');
  await show();
}

async function forgetAll(): Promise<void> {
  await forgetEverything();
  say('forgotten');
  await show();
}

async function keepTheVerifier(): Promise<void> {
  say('working');
  say((await keepVerifier()) ? 'done' : 'no_network');
  await show();
}

async function show(): Promise<void> {
  const entries = await keptEntries();
  list.replaceChildren(...entries.map(cardOf));
  empty.hidden = entries.length > 0;
  const kept = await isVerifierKept();
  verifier.hidden = !kept;
  verifierOffer.hidden = kept || entries.length === 0;
}

function cardOf(entry: KeptEntry): Node {
  const { id } = entry;
  const shown = document.importNode(card.content, true);
  const name = find('[data-name]', HTMLElement, shown);
  name.textContent = entry.name;
  name.lang = entry.language;
  find('[data-issuer]', HTMLElement, shown).textContent = entry.issuer;
  find('[data-day]', HTMLElement, shown).textContent = new Date(entry.keptAtMs).toLocaleDateString(
    document.documentElement.lang,
    { dateStyle: 'long', calendar: 'gregory' },
  );
  find('[data-open]', HTMLAnchorElement, shown).href = keptPath(id, 'pdf');
  find('[data-save]', HTMLButtonElement, shown).addEventListener('click', () => void saveFile(id));
  const share = find('[data-share]', HTMLButtonElement, shown);
  share.addEventListener('click', () => void shareFile(id));
  void canShare(id).then((can) => {
    share.hidden = !can;
  });
  find('[data-again]', HTMLButtonElement, shown).addEventListener(
    'click',
    () => void keepAndTell(id),
  );
  find('[data-remove]', HTMLButtonElement, shown).addEventListener(
    'click',
    () => void forget(id).then(show),
  );
  return shown;
}

/** From memory, as browsers do not ask a worker for what is saved by a link. */
async function saveFile(id: string): Promise<void> {
  const file = await keptPdf(id);
  if (file === null) return;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), REVOKED_AFTER_MS);
}

async function canShare(id: string): Promise<boolean> {
  const file = await keptPdf(id);
  return file !== null && navigator.canShare?.({ files: [file] }) === true;
}

async function shareFile(id: string): Promise<void> {
  const file = await keptPdf(id);
  // Whoever closes the sheet again has changed their mind: nothing went wrong.
  if (file !== null) await navigator.share({ files: [file] }).catch(() => undefined);
}

type Saying = 'working' | 'done' | 'gone' | 'withdrawn' | 'no_network' | 'no_room' | 'forgotten';

/** What is going on, in the words that the page brings. */
function say(what: Saying): void {
  said.textContent = said.getAttribute(`data-${what.replace('_', '-')}`) ?? '';
}
