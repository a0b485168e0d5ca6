import { BeginMapRequest, MAX_MAP_LENGTHS } from '@laurel/contracts/map-requests';
import type { Failure } from '@laurel/core/failure';
import { languageTagFrom } from '@laurel/core/language';
import { readerOf } from '@laurel/http/reader';
import { Hono } from 'hono';
import { refuseMember } from '../acting/refuse-member.ts';
import type { MemberApp } from '../acting/require-member.ts';
import { requireScope } from '../acting/require-scope.ts';
import { type Mistakes, NO_MISTAKES } from '../page/fields.tsx';
import { statusOfForm } from '../page/status-of-form.ts';
import { readForm } from '../session/read-form.ts';
import { beginMap } from './begin-map.ts';
import { type BeginFields, BeginPage } from './begin-page.tsx';
import { listMaps } from './list-maps.ts';
import { ListPage } from './list-page.tsx';
import { goTo, type MapContext, mapPage } from './map-page.ts';

/** The list of an issuer's maps, and beginning another one. */
export const listRoutes = new Hono<MemberApp>();

listRoutes.get('/', async (c) => {
  const { desk, member } = c.var;
  const reader = readerOf(c.req.raw);
  const { message } = reader.messages;
  return mapPage(c, {
    title: message('desk-section-maps'),
    path: '',
    children: (
      <ListPage
        member={member}
        maps={await listMaps(desk, member.issuer)}
        done={c.req.query('done') === 'discarded' ? message('maps-done-discarded') : null}
        reader={reader}
      />
    ),
  });
});

listRoutes.get('/new', requireScope('issuer:write'), (c) => {
  const { language } = readerOf(c.req.raw).messages;
  return beginPage(c, { title: '', language, starter: false }, NO_MISTAKES, null);
});

listRoutes.post('/new', requireScope('issuer:write'), async (c) => {
  const { desk, member } = c.var;
  const form = await readForm(c.req.raw);
  if (!form.ok) return refuseMember(c, form.failure, '/maps');
  const fields = {
    title: (form.value.get('title') ?? '').trim(),
    language: (form.value.get('language') ?? '').trim(),
    starter: form.value.get('starter') === 'yes',
  };
  const language = languageTagFrom(fields.language) ?? '';
  const request = BeginMapRequest.safeParse({ ...fields, language });
  if (!request.success) return beginPage(c, fields, mistakesIn(c, fields), null);
  const begun = await beginMap(desk, member, request.data);
  return begun.ok
    ? goTo(c, `/${begun.value}/draft`)
    : beginPage(c, fields, NO_MISTAKES, begun.failure);
});

function mistakesIn(c: MapContext, { title, language }: BeginFields): Mistakes {
  const { message } = readerOf(c.req.raw).messages;
  const mistakes = new Map<string, string>();
  if (title === '' || title.length > MAX_MAP_LENGTHS.title) {
    mistakes.set('title', message('maps-mistake-title'));
  }
  if (languageTagFrom(language) === null) {
    mistakes.set('language', message('achievements-mistake-language'));
  }
  return mistakes;
}

function beginPage(
  c: MapContext,
  fields: BeginFields,
  mistakes: Mistakes,
  failure: Failure | null,
): Promise<Response> {
  const reader = readerOf(c.req.raw);
  return mapPage(c, {
    title: reader.messages.message('maps-begin'),
    path: '/new',
    status: statusOfForm(failure, mistakes),
    children: (
      <BeginPage
        issuer={c.var.member.issuer}
        fields={fields}
        mistakes={mistakes}
        failure={failure}
        reader={reader}
      />
    ),
  });
}
