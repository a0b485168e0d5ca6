import { TOKEN_SCOPES } from '@laurel/core/issuer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod';
import { accountIdOf, ORGANIZER } from '../../development/demonstration/seed.ts';
import { seedSignatories } from '../../development/demonstration/signatories.ts';
import { type Description, descriptionOf, operationsOf } from '../support/api-description.ts';
import { wrongBySchema, wrongWith } from '../support/as-described.ts';
import { anAwardRequest, award } from '../support/awarding.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aMentorship, offerMentoring } from '../support/mentoring.ts';
import { type Receiver, startReceiver, until } from '../support/receiver.ts';
import { signedIn, tokenOf } from '../support/stored-sessions.ts';

const SECONDS_PER_DAY = 86_400;
const Anything = z.record(z.string(), z.unknown());

let laurel: Laurel;
let receiver: Receiver;
let description: Description;
let token: string;
let login: string;
beforeAll(async () => {
  receiver = await startReceiver();
  laurel = await startLaurel({ localWebhookOrigin: receiver.origin });
  description = await descriptionOf(laurel);
  login = tokenOf(await signedIn(laurel, 'Nominator who Describes'));
  token = await laurel.stewardship.makeToken(
    laurel.issuer,
    accountIdOf(ORGANIZER),
    TOKEN_SCOPES,
    Math.floor(Date.now() / 1000) + SECONDS_PER_DAY,
  );
});
afterAll(async () => {
  await laurel.stop();
  await receiver.close();
});

/** A token, or the login of somebody, as the operation needs it. */
function ofCaller(method: string, path: string): Record<string, string> {
  const scope = description.paths[path]?.[method.toLowerCase()]?.['x-scope'];
  return scope === 'session'
    ? { cookie: `laurel-session=${login}`, origin: laurel.origin, 'sec-fetch-site': 'same-origin' }
    : { authorization: `Bearer ${token}` };
}

/** Does an operation and compares its answer with the description; the answer. */
async function does(
  method: string,
  path: string,
  ids: Readonly<Record<string, string>> = {},
  body?: object,
): Promise<Record<string, unknown>> {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? laurel.issuer);
  const answer = await fetch(`${laurel.url}/api/v1${filled}`, {
    method,
    headers: {
      ...ofCaller(method, path),
      'idempotency-key': `${method}${filled}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const said = Anything.parse(await answer.json());
  expect(answer.ok, `${method} ${path}: ${JSON.stringify(said)}`).toBe(true);
  const { status } = answer;
  expect(wrongWith(description, { method, path, status }, said), `${method} ${path}`).toBeNull();
  return said;
}

test('what the API answers is what is said of it, and nothing else', async () => {
  const ofIssuer = '/issuers/{slug}';
  const offers = await award(
    laurel,
    anAwardRequest({ consent: 'ask', recipients: [{ username: 'Described One' }] }),
  );
  await award(
    laurel,
    anAwardRequest({
      recipients: [
        { username: 'Described Two' },
        { username: 'Nobody Two' },
        { username: 'Described Two' },
      ],
    }),
  );
  const signed = await does('POST', `${ofIssuer}/awards`, {}, anAwardRequest());
  const batch = String(signed.batch);
  await does('GET', '/batches/{id}', { id: offers.batch });
  for (;;) {
    const { counts } = await does('GET', '/batches/{id}', { id: batch });
    if (z.object({ queued: z.number() }).parse(counts).queued === 0) break;
  }
  const { recipients } = await does('GET', '/batches/{id}', { id: batch });
  const [row] = z.array(z.object({ award: z.string() })).parse(recipients);
  const accepted = { id: row?.award ?? '' };
  await does('GET', '/awards/{id}', accepted);
  await does('POST', `${ofIssuer}/awards/search`, {}, {});
  await does('POST', '/awards/{id}/suspension', accepted, { reason: 'under_review' });
  await does('GET', '/awards/{id}', accepted);
  await does('DELETE', '/awards/{id}/suspension', accepted);
  await does('GET', `${ofIssuer}/batches`);
  await does('GET', '/batches/{id}/share', { id: batch });
  await does('POST', '/batches/{id}/revocations', { id: batch }, { reason: 'duplicate' });
  await does('GET', '/batches/{id}/revocations', { id: batch });
  await does('GET', `${ofIssuer}/batches/revocations`);
  await does('POST', '/awards/{id}/revocation', accepted, { reason: 'duplicate' });
  await does('GET', '/awards/{id}', accepted);
  await does('POST', '/awards/{id}/cancellation', { id: offers.recipients[0]?.award ?? '' });

  const text = 'Username\tHours\nDescribed Four\t2\nNobody Four\t1\nHidden Four\t\n';
  const sheet = { id: String((await does('POST', `${ofIssuer}/sheets`, {}, { text })).sheet) };
  await does('GET', `${ofIssuer}/sheets`);
  await does('GET', '/sheets/{id}', sheet);
  await does('GET', '/sheets/{id}/rows', sheet);
  await does('PATCH', '/sheets/{id}/rows', sheet, {
    rows: [{ row: 1, username: 'Described Five' }],
  });
  await does('GET', '/sheets/{id}/rows', sheet);

  const event = { achievement: anAwardRequest().achievement, label: 'Described event', size: 2 };
  const slips = { id: String((await does('POST', `${ofIssuer}/slips`, {}, event)).sheet) };
  await does('GET', `${ofIssuer}/slips`);
  await does('GET', '/slips/{id}', slips);
  await does('GET', '/slips/{id}/people', slips);

  const { nomination } = await does(
    'POST',
    '/nominations',
    {},
    {
      issuer: laurel.issuer,
      achievement: 'knowledge-documenter',
      username: 'Described Six',
      story: 'She wrote down what was said in every session of the day.',
      evidence: { class: 'attestation' },
    },
  );
  const nominated = { id: String(nomination) };
  await does('GET', '/nominations');
  await does('GET', `${ofIssuer}/nominations`);
  await does('GET', `${ofIssuer}/nominations/{id}`, nominated);
  await does('POST', `${ofIssuer}/nominations/{id}/award`, nominated, {});

  await offerMentoring(laurel);
  await does('GET', `${ofIssuer}/mentoring`);
  const mentor = await signedIn(laurel, 'Described Mentor');
  const menteeName = 'Described Mentee';
  const pair = { mentor, mentee: await signedIn(laurel, menteeName), menteeName };
  const mentorship = { id: await aMentorship(laurel, pair, { end: '' }) };
  await does('GET', `${ofIssuer}/mentorships`);
  await does('GET', `${ofIssuer}/mentorships/{id}`, mentorship);
  await does('POST', `${ofIssuer}/mentorships/{id}/award`, mentorship, {});

  const achievements = `${ofIssuer}/achievements`;
  const one = { achievement: 'event-support' };
  await does('GET', achievements);
  await does('GET', `${achievements}/templates`);
  await does('GET', `${achievements}/{achievement}`, one);
  await does('GET', `${achievements}/{achievement}/versions`, one);
  await does('GET', `${achievements}/{achievement}/draft`, one);
  await does('GET', `${achievements}/{achievement}/preview`, one);

  await does('GET', `${ofIssuer}/figures`);
  await does('GET', `${ofIssuer}/figures/unthanked`);
  await does('GET', `${ofIssuer}/members`);
  await seedSignatories(laurel.stewardship, Math.floor(Date.now() / 1000));
  const { signatories } = await does('GET', `${ofIssuer}/signatories`);
  expect(signatories).toHaveLength(2);
  await does('GET', `${ofIssuer}/audit`);
  await does('POST', `${ofIssuer}/tokens`, {}, { name: 'Tool', scopes: ['awards:read'], days: 3 });
  await does('GET', `${ofIssuer}/tokens`);

  const request = { url: `${receiver.origin}/hook`, events: ['award.accepted'] };
  const { webhook } = await does('POST', `${ofIssuer}/webhooks`, {}, request);
  const hook = { id: String(webhook) };
  await does('GET', `${ofIssuer}/webhooks`);
  await does('GET', `${ofIssuer}/webhooks/{id}`, hook);
  await does('POST', `${ofIssuer}/webhooks/{id}/secret`, hook);
  await does('POST', `${ofIssuer}/webhooks/{id}/deliveries`, hook);
  await does('GET', `${ofIssuer}/webhooks/{id}/deliveries`, hook);
});

test('what is sent to webhooks is what is said of it, and nothing else', async () => {
  const { webhooks } = description;
  const api = Anything.parse(webhooks);
  await does(
    'POST',
    '/issuers/{slug}/webhooks',
    {},
    {
      url: `${receiver.origin}/described`,
      events: Object.keys(api),
    },
  );
  receiver.received.length = 0;
  const report = await award(
    laurel,
    anAwardRequest({ recipients: [{ username: 'Told As Said' }] }),
  );
  const told = () => receiver.received.filter(({ path }) => path === '/described');
  await until(() => told().length === 2);
  await does(
    'POST',
    '/awards/{id}/revocation',
    { id: report.recipients[0]?.award ?? '' },
    { reason: 'duplicate' },
  );
  await until(() => told().length === 3);
  const types = told().map(({ body }) => {
    const message = Anything.parse(JSON.parse(body));
    const type = String(message.type);
    const { post } = z
      .object({
        post: z.object({
          requestBody: z.object({
            content: z.record(z.string(), z.object({ schema: z.unknown() })),
          }),
        }),
      })
      .parse(webhooks[type]);
    const schema = post.requestBody.content['application/json']?.schema;
    expect(wrongBySchema(description, schema, message), type).toBeNull();
    return type;
  });
  expect(types.sort()).toEqual(Object.keys(webhooks).sort());
});

test('the page for people names every operation, what it needs, how it is refused, and every message', async () => {
  const page = await (await fetch(`${laurel.url}/api/v1/reference`)).text();
  for (const { method, path, operation, scope } of operationsOf(description)) {
    const at = page.indexOf(`<h3 id="${operation.operationId}"`);
    expect(at, `${method} ${path}`).toBeGreaterThan(0);
    const section = page.slice(at, page.indexOf('</section>', at));
    expect(section).toContain(`<span class="tag">${method}</span> <code>${path}</code>`);
    if (scope.includes(':')) expect(section).toContain(`<code dir="ltr">${scope}</code>`);
    for (const reason of operation['x-problems']) {
      expect(section, `${method} ${path}`).toContain(`href="/problems/${reason}"`);
    }
    expect(section).toContain(`curl ${method === 'GET' ? '' : `-X ${method} `}`);
    expect(page).toContain(`href="#${operation.operationId}"`);
  }
  for (const event of Object.keys(description.webhooks)) expect(page).toContain(event);
  expect(page).not.toContain('<script');
});
