import type { Failure } from '@laurel/core/failure';
import type { Result } from '@laurel/core/result';
import { problemHeaders, statusOf } from '@laurel/http/problem';
import { readerOf } from '@laurel/http/reader';
import type { Messages } from '@laurel/i18n/messages';
import { linkTo } from '@laurel/pages/link';
import { type Context, Hono } from 'hono';
import { refuseMember } from '../acting/refuse-member.ts';
import { requireAwarding } from '../acting/require-awarding.ts';
import type { MemberApp } from '../acting/require-member.ts';
import type { Desk } from '../env.ts';
import { deskPage, deskPath } from '../page/desk-page.tsx';
import { type Mistakes, NO_MISTAKES } from '../page/fields.tsx';
import { onlyMethods } from '../session/only-methods.ts';
import { readUpload } from '../session/read-upload.ts';
import { sheetPath } from '../sheets/steps.tsx';
import { courseOrder, eventOrder, groupOrder, type ImportOrder } from './import-order.ts';
import { ImportPage, type TypedImport } from './import-page.tsx';
import { importPeople } from './import-people.ts';

/** Two thousand letters in any script, percent-encoded. */
const MAX_FORM_BYTES = 64 * 1024;

const NOTHING_TYPED: TypedImport = { event: '', who: 'participants', course: '', group: '' };

/** The ways to import, and how what is typed there is understood. */
const WAYS: Readonly<
  Record<string, (desk: Desk, typed: TypedImport) => Result<ImportOrder, Failure>>
> = {
  '/events': (desk, { event, who }) => eventOrder(desk, event, who),
  '/courses': (desk, { course }) => courseOrder(desk, course),
  '/groups': (_, { group }) => groupOrder(group),
};

/** Pages of imports from Wikimedia, under an issuer’s desk. */
export const importPages = new Hono<MemberApp>();

importPages.use(requireAwarding('awards:write'));

importPages.get('/', (c) => importPage(c, NOTHING_TYPED, null));

for (const [path, understand] of Object.entries(WAYS)) {
  importPages.post(path, async (c) => {
    const { desk, member } = c.var;
    const reader = readerOf(c.req.raw);
    const form = await readUpload(c.req.raw, MAX_FORM_BYTES);
    if (!form.ok) return importPage(c, NOTHING_TYPED, form.failure);
    const typed = typedIn(form.value);
    const order = understand(desk, typed);
    if (!order.ok) return importPage(c, typed, order.failure);
    const imported = await importPeople(desk, member, order.value, reader.messages);
    if (!imported.ok) return importPage(c, typed, imported.failure);
    const { sheet: id, unnamed } = imported.value;
    const sheet = sheetPath({ issuer: member.issuer, id });
    return c.redirect(linkTo(unnamed === 0 ? sheet : `${sheet}?left_out=${unnamed}`, reader), 303);
  });
  importPages.all(path, (c) => onlyMethods(pathOf(c), 'POST')(c));
}

importPages.all('/', (c) => onlyMethods(pathOf(c), 'GET')(c));

function importPage(
  c: Context<MemberApp>,
  typed: TypedImport,
  failure: Failure | null,
): Response | Promise<Response> {
  const { member, holder } = c.var;
  const reader = readerOf(c.req.raw);
  const path = pathOf(c);
  if (failure !== null && statusOf(failure.reason) < 422) {
    return refuseMember(c, failure, '/imports');
  }
  const mistakes = mistakesOf(failure, reader.messages);
  return deskPage({
    title: reader.messages.message('imports-title'),
    path,
    reader,
    session: holder,
    member,
    section: 'imports',
    status: failure === null ? 200 : statusOf(failure.reason),
    headers: failure === null ? {} : problemHeaders(failure, reader.messages),
    children: (
      <ImportPage
        issuer={member.issuer}
        typed={typed}
        mistakes={mistakes}
        failure={mistakes.size > 0 ? null : failure}
        reader={reader}
      />
    ),
  });
}

/** The mistakes in single fields; none where the whole was refused for another reason. */
function mistakesOf(failure: Failure | null, { message }: Messages): Mistakes {
  if (failure?.reason !== 'request_invalid') return NO_MISTAKES;
  return new Map(
    (['event', 'who', 'course', 'group'] as const)
      .filter((field) => failure.issues.some(({ pointer }) => pointer === `/${field}`))
      .map((field) => [field, message(`imports-${field}-mistake`)]),
  );
}

function typedIn(form: FormData): TypedImport {
  const field = (name: keyof TypedImport) => String(form.get(name) ?? '');
  return {
    event: field('event'),
    who: form.has('event') ? field('who') : NOTHING_TYPED.who,
    course: field('course'),
    group: field('group'),
  };
}

function pathOf(c: Context<MemberApp>): string {
  return deskPath(c.var.member.issuer, '/imports');
}
