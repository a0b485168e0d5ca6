import { IssuerPatch } from '@laurel/contracts/issuer-requests';
import { readerOf } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { type Context, Hono } from 'hono';
import { memberOf } from '../acting/member.ts';
import { refuseMember } from '../acting/refuse-member.ts';
import type { MemberApp } from '../acting/require-member.ts';
import { requireScope } from '../acting/require-scope.ts';
import { sha256Hex } from '../digest.ts';
import { deskPage, deskPath } from '../page/desk-page.tsx';
import { NO_MISTAKES } from '../page/fields.tsx';
import { statusOfForm } from '../page/status-of-form.ts';
import { readUpload } from '../session/read-upload.ts';
import { sayRowMistakes } from '../texts/text-fields.tsx';
import {
  rowsOfForm,
  rowsOfTexts,
  type Texts,
  textsOfRows,
  withEmptyRow,
} from '../texts/text-rows.ts';
import { changeLogo, removeLogo } from './change-logo.ts';
import { changeTexts } from './change-texts.ts';
import { SettingsPage, type SettingsProps } from './settings-page.tsx';

const MAX_FORM_BYTES = 160 * 1024;
/** Read as far as this, so that a photograph is refused with a sentence about logos. */
const MAX_UPLOAD_BYTES = 8 * 1024 * 1024;

/** What the public sees of an issuer, under its desk. */
export const settingsPages = new Hono<MemberApp>();

settingsPages.use(requireScope('issuer:write'));

settingsPages.get('/', (c) => settingsPage(c, {}));

settingsPages.post('/', async (c) => {
  const { desk, member } = c.var;
  const reader = readerOf(c.req.raw);
  const form = await readUpload(c.req.raw, MAX_FORM_BYTES);
  if (!form.ok) return refuseMember(c, form.failure, '/settings');
  const rows = rowsOfForm(form.value);
  const seen = String(form.value.get('seen') ?? '');
  if (form.value.has('add')) {
    return settingsPage(c, { rows: withEmptyRow(rows), seen });
  }
  const { texts, mistakes } = textsOfRows(rows);
  const patch = IssuerPatch.safeParse(texts);
  if (!patch.success || mistakes.length > 0) {
    const said = new Map(sayRowMistakes(mistakes, reader));
    return settingsPage(c, {
      rows,
      seen,
      mistakes:
        said.size > 0
          ? said
          : new Map([['name_1', reader.messages.message('sheets-terms-mistake')]]),
    });
  }
  const seenNow = (await digestOf(member.issuerFace)) === seen;
  if (!seenNow) return settingsPage(c, { rows, failure: { reason: 'issuer_changed' } });
  const changed = await changeTexts(desk, member, patch.data, member.issuerFace);
  return changed.ok ? done(c, 'saved') : settingsPage(c, { rows, failure: changed.failure });
});

settingsPages.post('/logo', async (c) => {
  const { desk, member } = c.var;
  const form = await readUpload(c.req.raw, MAX_UPLOAD_BYTES);
  if (!form.ok) return refuseMember(c, form.failure, '/settings');
  const file = form.value.get('file');
  const isFile = file !== null && typeof file !== 'string';
  const changed = await changeLogo(desk, member, {
    bytes: isFile ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array(),
    declaredType: isFile ? file.type : '',
    mayUseMark: form.value.get('mark') === 'yes',
  });
  return changed.ok ? done(c, 'logo') : settingsPage(c, { failure: changed.failure });
});

settingsPages.post('/logo/withdraw', async (c) => {
  await removeLogo(c.var.desk, c.var.member);
  return done(c, 'removed');
});

function done(c: Context<MemberApp>, what: NonNullable<SettingsProps['done']>): Response {
  const path = deskPath(c.var.member.issuer, `/settings?done=${what}`);
  return c.redirect(linkTo(path, readerOf(c.req.raw)), 303);
}

function digestOf({ names, descriptions }: Texts): Promise<string> {
  return sha256Hex(JSON.stringify([names, descriptions]));
}

async function settingsPage(
  c: Context<MemberApp>,
  sent: Partial<Pick<SettingsProps, 'rows' | 'seen' | 'mistakes' | 'failure'>>,
): Promise<Response> {
  const { desk, holder } = c.var;
  const reader = readerOf(c.req.raw);
  const { mistakes = NO_MISTAKES, failure = null } = sent;
  // Another member may have changed it since this request began: what stands there now is told.
  const now = failure === null ? null : await memberOf(desk, holder.accountId, c.var.member.issuer);
  const member = now?.ok === true ? now.value : c.var.member;
  const asked = c.req.query('done');
  const texts = member.issuerFace;
  return deskPage({
    title: reader.messages.message('desk-section-settings'),
    path: deskPath(member.issuer, '/settings'),
    reader,
    session: holder,
    member,
    section: 'settings',
    status: statusOfForm(failure, mistakes),
    children: (
      <SettingsPage
        member={member}
        origin={desk.origin}
        rows={sent.rows ?? rowsOfTexts(texts, reader.messages.language)}
        seen={sent.seen ?? (await digestOf(texts))}
        logo={await desk.signer.logoOf(member.issuer)}
        done={(['saved', 'logo', 'removed'] as const).find((one) => one === asked) ?? null}
        mistakes={mistakes}
        failure={failure}
        reader={reader}
      />
    ),
  });
}
