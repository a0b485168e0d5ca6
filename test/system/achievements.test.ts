import { afterAll, beforeAll, expect, test } from 'vitest';
import { anAwardRequest, postAwards } from '../support/awarding.ts';
import type { BrowserSession } from '../support/browser-session.ts';
import { type Laurel, startLaurel } from '../support/laurel.ts';
import { aMember, anotherIssuer } from '../support/members.ts';

let laurel: Laurel;
let writer: BrowserSession;
let other: BrowserSession;
let path: string;

beforeAll(async () => {
  laurel = await startLaurel();
  writer = await aMember(laurel, 'Nwanneka of Enugu', ['awarder']);
  other = await aMember(laurel, 'رنا من صور', ['admin']);
  path = `/desk/issuers/${laurel.issuer}/achievements`;
});
afterAll(() => laurel.stop());

const revisionIn = (page: string) => /name="revision" value="(\d+)"/.exec(page)?.[1] ?? '';

async function textOf(address: string, session = writer): Promise<string> {
  const answer = await session.get(address);
  expect([address, answer.status]).toEqual([address, 200]);
  return answer.text();
}

/** Begins an achievement from nothing; its slug. */
async function begin(name: string, kind = 'contribution', language = 'en'): Promise<string> {
  const begun = await writer.post(`${path}/drafts`, { name, kind, language });
  expect(begun.status).toBe(303);
  return /achievements\/([^/]+)\/draft/.exec(begun.headers.get('location') ?? '')?.[1] ?? '';
}

const TEXTS = {
  name: 'Archive Day Helper',
  description: 'Helped visitors of an archive to find and scan old photographs.',
  criteria: 'Awarded for helping through one archive day.',
  'requirements-0': 'An organizer names the task that was done.',
  doesNotMean: 'It is not a qualification and gives no right to speak for the archive.',
};

/** Sends a part of a draft, over the revision that its page shows, unless another is given. */
async function save(
  slug: string,
  part: string,
  fields: Readonly<Record<string, string>>,
  session = writer,
): Promise<Response> {
  const address = `${path}/${slug}/draft/${part}`;
  const language = fields.language ?? 'en';
  const page = await textOf(
    part === 'texts' ? `${address}?language=${language}` : address,
    session,
  );
  return session.post(address, { revision: revisionIn(page), language, ...fields });
}

async function saveFacts(slug: string, fields: Readonly<Record<string, string>> = {}) {
  return save(slug, 'facts', {
    kind: 'contribution',
    sourceLanguage: 'en',
    hours: 'optional',
    evidenceClasses: 'attestation',
    ...fields,
  });
}

async function publish(slug: string, read: readonly string[] = []): Promise<Response> {
  const page = await textOf(`${path}/${slug}/publish`);
  return writer.post(`${path}/${slug}/publish`, [
    ['revision', revisionIn(page)],
    ...read.map((key) => ['read', key] as const),
  ]);
}

/** Begins, writes and publishes one; its slug. */
async function published(name: string): Promise<string> {
  const slug = await begin(name);
  expect((await save(slug, 'texts', { ...TEXTS, name })).status).toBe(303);
  expect((await saveFacts(slug)).status).toBe(303);
  expect((await publish(slug)).status).toBe(303);
  return slug;
}

async function publicPageOf(slug: string): Promise<string> {
  const overview = await textOf(`${path}/${slug}`);
  return /href="(\/achievements\/\w+)"/.exec(overview)?.[1] ?? '';
}

test('a template is found by kind and theme, says who asked for it, and becomes a draft of one’s own', async () => {
  const found = await textOf(`${path}/templates?kind=role&theme=design-for-access`);
  expect(found).toContain('role-liaison');
  expect(found).not.toContain('workshop-trainer');
  const template = await textOf(`${path}/templates/workshop-trainer`);
  expect(template).toContain('Movement Learning');
  expect(template).toContain('What it does not mean');

  const begun = await writer.post(`${path}/drafts`, { template: 'workshop-trainer' });
  const location = begun.headers.get('location') ?? '';
  expect(location).toMatch(/achievements\/workshop-trainer-\d\/draft$/);
  expect(await textOf(location)).toContain('Nothing stands in the way');
  expect((await writer.get(`${path}/templates/none-such`)).status).toBe(404);
});

test('what is written from nothing is published as a version that can be awarded, and read by everybody', async () => {
  const slug = await published('Archive Day Helper');
  const award = anAwardRequest({ achievement: slug });
  expect((await postAwards(laurel, award)).status).toBe(202);
  const address = await publicPageOf(slug);
  const seen = await (await fetch(`${laurel.url}${address}`)).text();
  expect(seen).toContain(TEXTS.description);
  expect(seen).toContain(TEXTS.doesNotMean);
  expect(await textOf(path)).toContain(slug);
  const audit = await textOf(`/desk/issuers/${laurel.issuer}/audit`, other);
  expect(audit).toContain('Published an achievement');
});

test('a published version never changes: the next one stands beside it, with its day and what changed', async () => {
  const slug = await published('Slide Scanner');
  const first = await publicPageOf(slug);
  await save(slug, 'texts', {
    ...TEXTS,
    name: 'Slide Scanner',
    criteria: 'Awarded for scanning one box of slides.',
  });
  expect((await publish(slug)).status).toBe(303);
  const second = await publicPageOf(slug);
  expect(second).not.toBe(first);
  expect(await (await fetch(`${laurel.url}${first}`)).text()).toContain(TEXTS.criteria);
  expect(await (await fetch(`${laurel.url}${second}`)).text()).toContain('one box of slides');
  const versions = await textOf(`${path}/${slug}/versions`);
  const today = new Date().toISOString().slice(0, 10);
  expect(versions).toContain(`Version ${today}.02`);
  expect(versions.indexOf(`${today}.02`)).toBeLessThan(versions.indexOf(`Version ${today}<`));
  expect(versions).toMatch(/What it is given for/);
});

test('a draft that says the same is not published', async () => {
  const slug = await published('Label Writer');
  await save(slug, 'texts', { ...TEXTS, name: 'Label Writer' });
  const refused = await publish(slug);
  expect(refused.status).toBe(409);
  expect(await refused.text()).toContain('There is nothing to publish');
});

test('what the lint refuses is not published, and what it asks about only once it was read', async () => {
  const slug = await begin('Reading Circle Host');
  await saveFacts(slug);
  await save(slug, 'texts', { ...TEXTS, name: 'Reading Circle Host', criteria: 'Made 500 edits.' });
  const refused = await publish(slug);
  expect(refused.status).toBe(422);
  const page = await refused.text();
  expect(page).toContain('500 edits');
  expect(page).toContain('texts?language=en#field-criteria');

  await save(slug, 'texts', {
    ...TEXTS,
    name: 'Reading Circle Host',
    criteria: 'Hosted the best evening of the circle.',
  });
  expect((await publish(slug)).status).toBe(422);
  expect((await publish(slug, ['comparison /criteria/en best'])).status).toBe(303);
});

test('of two who change a draft at once the second is told, and loses nothing', async () => {
  const slug = await begin('Map Reader');
  const address = `${path}/${slug}/draft/texts`;
  const opened = revisionIn(await textOf(`${address}?language=en`, other));
  await save(slug, 'texts', { ...TEXTS, name: 'Map Reader', description: 'Reads old maps aloud.' });
  const fields = {
    ...TEXTS,
    name: 'Map Reader',
    description: 'Draws maps <by hand>.',
    language: 'en',
  };
  const refused = await other.post(address, { ...fields, revision: opened });
  expect(refused.status).toBe(409);
  const page = await refused.text();
  expect(page).toContain('Draws maps &lt;by hand&gt;.');
  expect(page).toContain('Reads old maps aloud.');
  expect((await other.post(address, { ...fields, revision: revisionIn(page) })).status).toBe(303);
  expect(await textOf(`${address}?language=en`)).toContain('Draws maps &lt;by hand&gt;.');
});

test('what was opened before another published is not saved over what they published', async () => {
  const slug = await published('Tape Listener');
  const address = `${path}/${slug}/draft/texts`;
  const opened = revisionIn(await textOf(`${address}?language=en`, other));
  const theirs = { ...TEXTS, name: 'Tape Listener', description: 'Listens to old tapes aloud.' };
  await save(slug, 'texts', theirs);
  expect((await publish(slug)).status).toBe(303);
  const fields = { ...TEXTS, name: 'Tape Listener', description: 'Repairs tapes.', language: 'en' };
  const refused = await other.post(address, { ...fields, revision: opened });
  expect(refused.status).toBe(409);
  const page = await refused.text();
  expect(page).toContain('Repairs tapes.');
  expect(page).toContain('Listens to old tapes aloud.');
  expect((await other.post(address, { ...fields, revision: revisionIn(page) })).status).toBe(303);
});

test('of two who publish a draft at once one does', async () => {
  const slug = await begin('Catalogue Card Typist');
  await save(slug, 'texts', { ...TEXTS, name: 'Catalogue Card Typist' });
  await saveFacts(slug);
  const answers = await Promise.all([publish(slug), publish(slug)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
  const versions = await textOf(`${path}/${slug}/versions`);
  expect(versions.match(/href="\/achievements\//g)).toHaveLength(1);
});

test('a translation has its source beside it, counts as unreviewed until somebody says so, and is removed', async () => {
  const slug = await begin('Map Exhibition Guide');
  await save(slug, 'texts', { ...TEXTS, name: 'Map Exhibition Guide' });
  const address = `${path}/${slug}/draft`;
  const empty = await textOf(`${address}/texts?language=HA`);
  expect(empty).toContain(TEXTS.description);
  expect(empty).toContain('lang="ha"');
  const texts = { ...TEXTS, name: 'Jagoran baje kolin taswira', language: 'ha' };
  await save(slug, 'texts', { ...texts, name: 'Mai nuna taswira' });
  expect(await textOf(address)).toContain('translation that nobody has reviewed');
  await save(slug, 'texts', { ...texts, name: 'Mai nuna taswira', reviewed: 'yes' });
  expect(await textOf(address)).toContain('translation that a person has reviewed');
  const seen = await writer.post(`${address}/texts`, {
    ...texts,
    name: 'Mai nuna taswira',
    next: 'preview',
    revision: revisionIn(await textOf(`${address}/texts?language=ha`)),
  });
  expect(seen.headers.get('location')).toContain('/preview?language=ha');

  await saveFacts(slug, { sourceLanguage: 'ha' });
  expect(await textOf(`${address}/texts?language=en`)).toContain('Mai nuna taswira');
  const revision = revisionIn(await textOf(`${address}/texts?language=en`));
  const removed = await writer.post(`${address}/texts/end`, { language: 'en', revision });
  expect(removed.status).toBe(303);
  expect(await textOf(address)).not.toContain('language=en"');
  const source = await writer.post(`${address}/texts/end`, { language: 'ha', revision: '1' });
  expect(source.status).toBe(404);
});

test.each([
  ['texts', { name: 'N'.repeat(121) }, 'field-name', 'too long'],
  ['texts', { criteria: 'Turned \u202earound' }, 'field-criteria', 'turn other text around'],
  ['texts', { 'requirements-0': 'Unseen \u0007 bell' }, 'field-requirements-0', 'nobody can see'],
  [
    'facts',
    { kind: 'role', lengthMonths: '12', maxLengthMonths: '6' },
    'field-maxLengthMonths',
    'whole months',
  ],
  [
    'facts',
    { kind: 'role', lengthMonths: '12', validityMonths: '24' },
    'field-validityMonths',
    'Only a training',
  ],
  [
    'facts',
    { kind: 'training', validityMonths: 'soon' },
    'field-validityMonths',
    'Only a training',
  ],
  [
    'skills',
    { 'targetName-0': 'Maps', 'targetUrl-0': 'http://maps.example/' },
    'field-targetUrl-0',
    'https',
  ],
  [
    'skills',
    { 'targetName-1': 'Maps', 'targetUrl-1': 'javascript:alert(1)' },
    'field-targetUrl-1',
    'https',
  ],
])(
  '%s with %j is refused, says where, and keeps what was typed',
  async (part, wrong, field, reason) => {
    const slug = await begin(`Refused ${field} ${part}`);
    const kept = part === 'skills' ? { skills: 'Kept skill' } : { description: 'Kept description' };
    const facts = { sourceLanguage: 'en', hours: 'optional', kind: 'contribution' };
    const refused = await save(slug, part, {
      ...(part === 'facts' ? facts : kept),
      ...(part === 'texts' ? { name: 'Kept name' } : {}),
      ...wrong,
    });
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(page).toContain(`href="#${field}"`);
    expect(page).toContain(reason);
    if (part !== 'facts') expect(page).toContain(Object.values(kept)[0]);
  },
);

test('HTML stays text, and line breaks of a form become spaces', async () => {
  const slug = await begin('<b>Bold</b> Helper');
  await save(slug, 'texts', {
    ...TEXTS,
    name: '<b>Bold</b> Helper',
    description: 'One\r\n  line <script>',
  });
  const preview = await textOf(`${path}/${slug}/preview`);
  expect(preview).toContain('&lt;b&gt;Bold&lt;/b&gt; Helper');
  expect(preview).toContain('One line &lt;script&gt;');
});

test('the preview shows the page, and a certificate and a badge that say they are none', async () => {
  const slug = await begin('Exhibition Builder', 'training');
  await save(slug, 'texts', { ...TEXTS, name: 'Exhibition Builder' });
  const preview = `${path}/${slug}/preview`;
  const page = await textOf(preview);
  expect(page).toContain(TEXTS.doesNotMean);
  const pdf = await writer.get(`${preview}/certificate.pdf`);
  expect(pdf.headers.get('content-type')).toBe('application/pdf');
  expect(pdf.headers.get('cache-control')).toContain('no-store');
  const bytes = Buffer.from(await pdf.arrayBuffer()).toString('latin1');
  expect(bytes.startsWith('%PDF')).toBe(true);
  expect(bytes).not.toContain('/EmbeddedFile');
  const badge = await (await writer.get(`${preview}/badge.svg`)).text();
  expect(badge).toContain('Preview: Exhibition Builder');
  expect(badge).not.toContain('openbadges:credential');
});

test('a retired achievement cannot be awarded, what was awarded stays, and it is taken back', async () => {
  const slug = await published('Film Projectionist');
  const address = await publicPageOf(slug);
  expect((await writer.post(`${path}/${slug}/end`)).status).toBe(303);
  const refused = await postAwards(laurel, anAwardRequest({ achievement: slug }));
  expect(refused.status).toBe(422);
  expect((await fetch(`${laurel.url}${address}`)).status).toBe(200);
  expect(await textOf(`${path}/${slug}`)).toContain('It is not awarded any more');
  expect((await writer.post(`${path}/${slug}/end`)).status).toBe(409);
  expect((await writer.post(`${path}/${slug}/renewal`)).status).toBe(303);
  expect((await writer.post(`${path}/${slug}/renewal`)).status).toBe(409);
  const again = anAwardRequest({
    achievement: slug,
    recipients: [{ username: 'Projector of Jos' }],
  });
  expect((await postAwards(laurel, again)).status).toBe(202);
});

test('strangers see that a retired achievement is not awarded any more, in every version, until it is taken back', async () => {
  const slug = await published('Screen Painter');
  const first = await publicPageOf(slug);
  await save(slug, 'texts', { ...TEXTS, name: 'Screen Painter of Jos' });
  expect((await publish(slug)).status).toBe(303);
  const seen = async (address: string) => (await fetch(`${laurel.url}${address}`)).text();
  const said = async () => ({
    listed: (await seen(`/issuers/${laurel.issuer}`)).includes('Screen Painter of Jos'),
    ended: (await seen(first)).includes('This is not awarded any more.'),
    nominated: (await seen(first)).includes('/desk/nominate/'),
  });
  expect(await said()).toEqual({ listed: true, ended: false, nominated: true });
  await writer.post(`${path}/${slug}/end`);
  expect(await said()).toEqual({ listed: false, ended: true, nominated: false });
  await writer.post(`${path}/${slug}/renewal`);
  expect(await said()).toEqual({ listed: true, ended: false, nominated: true });
});

test('a draft is discarded as it was read, and published versions stay', async () => {
  const slug = await published('Tape Digitiser');
  await save(slug, 'texts', { ...TEXTS, name: 'Tape Changer' });
  const draft = await textOf(`${path}/${slug}/draft`);
  await save(slug, 'texts', { ...TEXTS, name: 'Tape Changer again' });
  const stale = await writer.post(`${path}/${slug}/draft/end`, { revision: revisionIn(draft) });
  expect(stale.status).toBe(409);
  const revision = revisionIn(await textOf(`${path}/${slug}/draft`));
  expect((await writer.post(`${path}/${slug}/draft/end`, { revision })).status).toBe(303);
  expect(await textOf(`${path}/${slug}`)).toContain('Tape Digitiser');
  const audit = await textOf(`/desk/issuers/${laurel.issuer}/audit`, other);
  expect(audit).toContain('Discarded a draft');
  expect(await textOf(`${path}/${slug}/draft`)).toContain('Nothing is changed yet');
});

test('a name in any script begins a draft, and two of one name are told apart', async () => {
  expect(await begin('Помощник архива', 'role', 'ru')).toMatch(/^role(-\d)?$/);
  expect(await begin('مساعد الأرشيف', 'role', 'ar')).toMatch(/^role-\d$/);
  expect(await begin('Templates')).toBe('templates-contribution');
  const kept = { name: 'Kept', kind: 'role', language: 'x' };
  const refused = await writer.post(`${path}/drafts`, kept);
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain('value="Kept"');
});

test('a reviewer sees achievements and changes none; another group gets what a stranger gets', async () => {
  const slug = await published('Quiet Room Host');
  const reviewer = await aMember(laurel, 'Only a Reviewer', ['reviewer']);
  expect((await reviewer.get(`${path}/${slug}`)).status).toBe(200);
  expect((await reviewer.get(`${path}/${slug}/preview`)).status).toBe(200);
  expect((await reviewer.get(`${path}/${slug}/draft`)).status).toBe(403);
  expect((await reviewer.get(`${path}/${slug}/draft/texts?language=en`)).status).toBe(403);
  expect((await reviewer.post(`${path}/${slug}/end`)).status).toBe(403);
  expect((await reviewer.post(`${path}/${slug}/publish`, { revision: '1' })).status).toBe(403);
  const stranger = await anotherIssuer(laurel, 'other-group', 'Member Elsewhere');
  expect((await stranger.get(`${path}/${slug}`)).status).toBe(404);
  const elsewhere = '/desk/issuers/other-group/achievements';
  expect((await stranger.get(`${elsewhere}/${slug}`)).status).toBe(404);
  expect((await stranger.post(`${elsewhere}/${slug}/end`)).status).toBe(404);
});
