import type { PrintedLogo } from '@laurel/contracts/renderer-rpc';
import type { Achievement } from '@laurel/core/achievement';
import { bytesOfBase64 } from '@laurel/core/base64';
import { languageTagFrom } from '@laurel/core/language';
import { languagesWritten } from '@laurel/core/lint/texts';
import { readCertificateChoice } from '@laurel/http/certificate-choice';
import { readerOf } from '@laurel/http/reader';
import { SANDBOXED_PICTURE } from '@laurel/http/security-headers';
import { Hono } from 'hono';
import { refuseMember } from '../acting/refuse-member.ts';
import type { MemberApp } from '../acting/require-member.ts';
import type { Desk } from '../env.ts';
import { type AchievementContext, achievementPage } from './achievement-page.ts';
import { draftOf, findDeskAchievement } from './find-draft.ts';
import { previewFacts } from './preview-facts.ts';
import { otherLanguages, PreviewPage } from './preview-page.tsx';
import { secondOfPreview } from './preview-second.ts';

/** How an achievement looks while it is written: its page, a certificate and a badge. */
export const previewRoutes = new Hono<MemberApp>();

previewRoutes.get('/:achievement/preview', async (c) => {
  const previewed = await previewedIn(c);
  if (previewed === null) return refuseMember(c, { reason: 'page_unknown' }, '/achievements');
  const reader = readerOf(c.req.raw);
  const { facts, language } = previewed;
  return achievementPage(c, {
    title: reader.messages.message('achievements-preview'),
    path: `/${facts.slug}/preview?language=${language}`,
    children: (
      <PreviewPage member={c.var.member} facts={facts} language={language} reader={reader} />
    ),
  });
});

previewRoutes.get('/:achievement/preview/certificate.pdf', async (c) => {
  const { desk, member } = c.var;
  const previewed = await previewedIn(c);
  if (previewed === null) return refuseMember(c, { reason: 'page_unknown' }, '/achievements');
  const { facts, language } = previewed;
  const asked = new URL(c.req.url).searchParams;
  const choice = readCertificateChoice(asked, otherLanguages(facts, language));
  if (!choice.ok) return refuseMember(c, choice.failure, '/achievements');
  const { paper, second } = choice.value;
  const printed = {
    ...(await previewFacts(desk, member, facts, language)),
    logo: await logoOnPreview(desk, member.issuer),
    second: second === null ? null : secondOfPreview(facts, member, second),
  };
  return drawn(await desk.renderer.renderPdf(printed, paper), 'application/pdf', 'preview.pdf');
});

previewRoutes.get('/:achievement/preview/badge.svg', async (c) => {
  const { desk, member } = c.var;
  const previewed = await previewedIn(c);
  if (previewed === null) return refuseMember(c, { reason: 'page_unknown' }, '/achievements');
  const facts = await previewFacts(desk, member, previewed.facts, previewed.language);
  return drawn(await desk.renderer.renderSvg(facts), 'image/svg+xml', 'preview.svg', {
    'content-security-policy': SANDBOXED_PICTURE,
  });
});

/** The logo that the issuer’s certificates have now. */
async function logoOnPreview({ signer }: Desk, issuer: string): Promise<PrintedLogo | null> {
  const logo = await signer.shownLogo(issuer);
  return logo === null ? null : { type: logo.type, bytes: bytesOfBase64(logo.bytes) };
}

type Previewed = { readonly facts: Achievement; readonly language: string };

/** The draft where there is one, in the language that the address asks for if it is written in that. */
async function previewedIn(c: AchievementContext): Promise<Previewed | null> {
  const { desk, member } = c.var;
  const found = await findDeskAchievement(desk, member.issuer, c.req.param('achievement') ?? '');
  if (found === null) return null;
  const { facts } = draftOf(found);
  const asked = languageTagFrom(c.req.query('language') ?? '');
  const written = languagesWritten(facts);
  const language = asked !== null && written.includes(asked) ? asked : facts.sourceLanguage;
  return { facts, language };
}

function drawn(
  body: BodyInit,
  contentType: string,
  name: string,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(body, {
    headers: {
      ...headers,
      'content-type': contentType,
      'content-disposition': `inline; filename="laurel-${name}"`,
      'cache-control': 'private, no-store',
    },
  });
}
