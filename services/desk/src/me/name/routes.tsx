import type { Failure } from '@laurel/core/failure';
import { readerOf } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { type Context, Hono } from 'hono';
import type { Child } from 'hono/jsx';
import type { Mistakes } from '../../page/fields.tsx';
import { statusOfForm } from '../../page/status-of-form.ts';
import { DESK_STYLESHEET } from '../../page/stylesheet.ts';
import { answerRefusal } from '../../session/answer-refusal.tsx';
import { readUpload } from '../../session/read-upload.ts';
import type { HolderApp } from '../require-session.ts';
import { signedInPage } from '../signed-in-page.tsx';
import { askForChange, takeBack } from './ask-for-change.ts';
import { CheckName } from './check-name.tsx';
import { declareName } from './declare-name.ts';
import {
  firstNameMistakes,
  type NameFields,
  nameFields,
  reasonOf,
  rowsOfName,
  withEmptyWriting,
  writingsOf,
} from './name-form.ts';
import { NamePage } from './name-page.tsx';
import { shownWritings } from './name-shown.tsx';
import { ownName } from './own-name.ts';
import { sayMistakes } from './say-mistakes.ts';

/** A name of 5,000 letters, percent-encoded, is still answered with what is wrong with it. */
const MAX_FORM_BYTES = 128 * 1024;

const DONE = {
  given: 'name-done-given',
  asked: 'name-done-asked',
  taken_back: 'name-done-taken_back',
} as const;

/** `/me/name`: the name that somebody gives of themselves. */
export const nameRoutes = new Hono<HolderApp>();

nameRoutes.get('/', (c) => namePage(c));

/** `act`: `add` a writing, `edit` what was typed, `keep` it; anything else shows how it will look. */
nameRoutes.post('/', async (c) => {
  const form = await readUpload(c.req.raw, MAX_FORM_BYTES);
  if (!form.ok) return namePage(c, { failure: form.failure });
  const fields = nameFields(form.value);
  const act = form.value.get('act');
  if (act === 'add' || act === 'edit') return namePage(c, { fields: editable(fields, act) });
  const { writings, mistakes } = writingsOf(fields.rows);
  const all = [...mistakes, ...firstNameMistakes(fields.rows, writings)];
  if (all.length > 0) {
    return namePage(c, { fields, mistakes: sayMistakes(all, readerOf(c.req.raw).messages) });
  }
  if (act !== 'keep') return checkPage(c, { writings, why: null });
  const { desk, holder } = c.var;
  const given = await declareName(desk, holder.accountId, writings);
  return given.ok ? done(c, 'given') : namePage(c, { failure: given.failure });
});

/** The same for a change, with a reason (`why`) for the stewards. */
nameRoutes.post('/change', async (c) => {
  const form = await readUpload(c.req.raw, MAX_FORM_BYTES);
  if (!form.ok) return namePage(c, { failure: form.failure });
  const fields = nameFields(form.value);
  const act = form.value.get('act');
  if (act === 'add' || act === 'edit') return namePage(c, { fields: editable(fields, act) });
  const { writings, mistakes } = writingsOf(fields.rows);
  const why = reasonOf(fields);
  const all = [...mistakes, ...why.mistakes];
  if (all.length > 0) {
    return namePage(c, { fields, mistakes: sayMistakes(all, readerOf(c.req.raw).messages) });
  }
  if (act !== 'keep') return checkPage(c, { writings, why: why.reason });
  const { desk, holder } = c.var;
  const asked = await askForChange(desk, holder.accountId, { writings, why: why.reason });
  return asked.ok ? done(c, 'asked') : namePage(c, { fields, failure: asked.failure });
});

nameRoutes.post('/take-back', async (c) => {
  const { desk, holder } = c.var;
  const taken = await takeBack(desk, holder.accountId);
  return taken.ok
    ? done(c, 'taken_back')
    : answerRefusal(c.req.raw, taken.failure, { origin: desk.origin, path: '/me/name' });
});

type Sent = {
  readonly fields?: NameFields;
  readonly mistakes?: Mistakes;
  readonly failure?: Failure;
};

async function namePage(c: Context<HolderApp>, sent: Sent = {}): Promise<Response> {
  const { desk, holder } = c.var;
  const { mistakes = new Map(), failure = null } = sent;
  const reader = readerOf(c.req.raw);
  const own = await ownName(desk, holder.accountId);
  const said = Object.entries(DONE).find(([word]) => word === c.req.query('done'));
  return framed(
    c,
    'name-title',
    <NamePage
      own={own}
      fields={sent.fields ?? { rows: rowsOfName(own.writings, reader.messages.language), why: '' }}
      isTyped={sent.fields !== undefined}
      mistakes={mistakes}
      failure={failure}
      done={said === undefined ? null : reader.messages.message(said[1])}
      nowSeconds={desk.nowSeconds}
      reader={reader}
    />,
    statusOfForm(failure, mistakes),
  );
}

async function checkPage(
  c: Context<HolderApp>,
  checked: Pick<Parameters<typeof CheckName>[0], 'writings' | 'why'>,
): Promise<Response> {
  const reader = readerOf(c.req.raw);
  const shown = await shownWritings(c.var.desk, checked.writings, reader);
  return framed(c, 'name-check-title', <CheckName {...checked} shown={shown} reader={reader} />);
}

function framed(
  c: Context<HolderApp>,
  title: 'name-title' | 'name-check-title',
  children: Child,
  status = 200,
): Promise<Response> {
  const reader = readerOf(c.req.raw);
  return signedInPage({
    title: reader.messages.message(title),
    path: '/me/name',
    reader,
    session: c.var.holder,
    styles: DESK_STYLESHEET,
    status,
    children,
  });
}

function editable(fields: NameFields, act: 'add' | 'edit'): NameFields {
  return act === 'add' ? { ...fields, rows: withEmptyWriting(fields.rows) } : fields;
}

function done(c: Context<HolderApp>, word: keyof typeof DONE): Response {
  return c.redirect(linkTo(`/me/name?done=${word}`, readerOf(c.req.raw)), 303);
}
