import { GrantRequest } from '@laurel/contracts/member-requests';
import type { Failure } from '@laurel/core/failure';
import { GRANTS } from '@laurel/core/issuer';
import { statusOf } from '@laurel/http/problem';
import { readerOf } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { withAsciiDigits } from '@laurel/sheet/number';
import { type Context, Hono } from 'hono';
import type { MemberApp } from '../acting/require-member.ts';
import { requireScope } from '../acting/require-scope.ts';
import { currentAchievements } from '../awarding/find-achievement.ts';
import { deskPage, deskPath } from '../page/desk-page.tsx';
import { readForm } from '../session/read-form.ts';
import { factsAbout } from '../stewards/contact-facts.ts';
import { listTrainers } from '../trainers/list.ts';
import { trainerPages } from '../trainers/pages.tsx';
import { TrainerList } from '../trainers/trainer-list.tsx';
import { type FoundAccount, findAccount } from './find-account.ts';
import { endGrant, giveGrant, listGrants } from './grants.ts';
import { grantsEnding } from './grants-ending.ts';
import { handOver, mayHandOver } from './hand-over.ts';
import { HandoverCheck } from './handover-check.tsx';
import { type MemberFields, MembersPage } from './members-page.tsx';
import { renewGrant } from './renew-grant.ts';

const DEFAULT_FIELDS: MemberFields = {
  username: '',
  grant: 'awarder',
  days: '365',
  from: '',
  to: '',
};

/** Pages of members and their grants, under an issuer’s desk. */
export const memberPages = new Hono<MemberApp>();

memberPages.route('/trainers', trainerPages);

memberPages.get('/', (c) => membersPage(c, DEFAULT_FIELDS, null));

memberPages.post('/grants', requireScope('members:write'), async (c) => {
  const { desk, member } = c.var;
  const form = await readForm(c.req.raw);
  if (!form.ok) return membersPage(c, DEFAULT_FIELDS, form.failure);
  const text = (name: string) => form.value.get(name) ?? '';
  const fields = { ...DEFAULT_FIELDS, username: text('username'), grant: text('grant') };
  const days = Number(withAsciiDigits(text('days').trim()) || Number.NaN);
  const request = GrantRequest.safeParse({ username: fields.username, grant: fields.grant, days });
  if (!request.success) {
    const issues = request.error.issues.map(({ path, message: detail }) => ({
      pointer: `/${path.join('/')}`,
      detail,
    }));
    return membersPage(c, { ...fields, days: text('days') }, { reason: 'request_invalid', issues });
  }
  const account = await findAccount(desk, request.data.username);
  const given = account.ok
    ? await giveGrant(desk, member, account.value, request.data.grant, request.data.days)
    : account;
  return given.ok ? done(c) : membersPage(c, { ...fields, days: text('days') }, given.failure);
});

memberPages.post('/grants/renewal', requireScope('members:write'), (c) => actOn(c, renewGrant));

memberPages.post('/grants/end', requireScope('members:write'), (c) => actOn(c, endGrant));

/** Acts on one grant that the page lists: by its account, whatever that is called by now. */
async function actOn(c: Context<MemberApp>, act: typeof renewGrant): Promise<Response> {
  const form = await readForm(c.req.raw);
  if (!form.ok) return membersPage(c, DEFAULT_FIELDS, form.failure);
  const grant = GRANTS.find((one) => one === form.value.get('grant'));
  if (grant === undefined) return membersPage(c, DEFAULT_FIELDS, { reason: 'page_unknown' });
  const acted = await act(c.var.desk, c.var.member, form.value.get('account') ?? '', grant);
  return acted.ok ? done(c) : membersPage(c, DEFAULT_FIELDS, acted.failure);
}

memberPages.post('/handover', async (c) => {
  const { desk, member, holder } = c.var;
  const form = await readForm(c.req.raw);
  if (!form.ok) return membersPage(c, DEFAULT_FIELDS, form.failure);
  const text = (name: string) => form.value.get(name) ?? '';
  const fields = { ...DEFAULT_FIELDS, from: text('member'), to: text('successor') };
  const from = fields.from === '' ? holder.accountId : fields.from;
  const to = await findAccount(desk, fields.to);
  if (!to.ok) return membersPage(c, fields, to.failure);
  const may = mayHandOver(member, from, to.value.id);
  if (!may.ok) return membersPage(c, fields, may.failure);
  const members = await listGrants(desk, member.issuer);
  const isKnown = members.some(({ accountId }) => accountId === to.value.id);
  if (!isKnown && text('account') !== to.value.id) return checkPage(c, fields, to.value);
  const handed = await handOver(desk, member, from, to.value);
  if (!handed.ok) return membersPage(c, fields, handed.failure);
  const leaves = from === holder.accountId;
  return leaves ? c.redirect(linkTo('/desk', readerOf(c.req.raw)), 303) : done(c);
});

function done(c: Context<MemberApp>): Response {
  return c.redirect(linkTo(deskPath(c.var.member.issuer, '/members'), readerOf(c.req.raw)), 303);
}

async function checkPage(
  c: Context<MemberApp>,
  fields: MemberFields,
  to: FoundAccount,
): Promise<Response> {
  const { desk, member, holder } = c.var;
  const reader = readerOf(c.req.raw);
  const [successor] = await factsAbout(desk, [{ ...to, accountId: to.id }]);
  if (successor === undefined) throw new Error('nothing is told of an account');
  return deskPage({
    title: reader.messages.message('members-handover-check'),
    path: deskPath(member.issuer, '/members'),
    reader,
    session: holder,
    member,
    section: 'members',
    children: (
      <HandoverCheck member={member} fields={fields} successor={successor} reader={reader} />
    ),
  });
}

async function membersPage(
  c: Context<MemberApp>,
  fields: MemberFields,
  failure: Failure | null,
): Promise<Response> {
  const { desk, member, holder } = c.var;
  const reader = readerOf(c.req.raw);
  const [grants, trainers, achievements] = await Promise.all([
    listGrants(desk, member.issuer),
    listTrainers(desk, member.issuer),
    currentAchievements(desk, member.issuer),
  ]);
  return deskPage({
    title: reader.messages.message('desk-section-members'),
    path: deskPath(member.issuer, '/members'),
    reader,
    session: holder,
    member,
    section: 'members',
    status: failure === null ? 200 : statusOf(failure.reason),
    children: (
      <MembersPage
        member={member}
        grants={grants}
        ending={grantsEnding(grants, member.accountId, desk.nowSeconds)}
        trainers={
          <TrainerList
            member={member}
            trainers={trainers}
            achievements={achievements}
            nowSeconds={desk.nowSeconds}
            reader={reader}
          />
        }
        fields={fields}
        failure={failure}
        reader={reader}
      />
    ),
  });
}
