import { artOf } from '@laurel/art/art';
import { rosetteLine } from '@laurel/art/rosette';
import { issuerLogoPath } from '@laurel/core/addresses';
import { base64Of } from '@laurel/core/base64';
import { readCertificateChoice } from '@laurel/http/certificate-choice';
import { readerOf } from '@laurel/http/reader';
import { contentSecurityPolicy } from '@laurel/http/security-headers';
import { readingAssets } from '@laurel/http/static-assets';
import { htmlResponse } from '@laurel/pages/document';
import { PRINT_SCRIPT_HASH } from '@laurel/pages/print-button';
import { STYLESHEET_HASH } from '@laurel/pages/stylesheet';
import type { Context } from 'hono';
import { pageStyle } from '../certificate/page-style.ts';
import { pagesOf, textsBetween } from '../certificate/pages.ts';
import { printPage } from '../certificate/print-page.ts';
import { sheetOf, textsOf } from '../certificate/sheet.ts';
import { loadWords } from '../certificate/words-of-languages.ts';
import type { App } from '../env.ts';
import { certificateFacts, secondLanguagesOf } from '../facts/certificate-facts.ts';
import { chooseWebFonts } from '../fonts/choose-web-fonts.ts';
import { CertificatePage } from '../pages/certificate-page.tsx';
import { roleOnRecord } from '../pages/role-told.tsx';
import { publicDatabases } from '../record/database.ts';
import { findVisible } from '../record/visible-credential.ts';
import { refused } from '../refuse.ts';
import { documentToDraw } from './artefacts.ts';

/** The certificate as a page to read and to print, on the paper and in the languages that were asked for. */
export async function certificatePage(c: Context<App, '/:id/certificate'>): Promise<Response> {
  const id = c.req.param('id');
  const found = await findVisible(publicDatabases(c.env), c.env.LAUREL_ORIGIN, id);
  if (found === null) return refused(c, { reason: 'credential_unknown' });
  const document = documentToDraw(found);
  if (!document.ok) return refused(c, document.failure);
  const languages = secondLanguagesOf(found);
  const choice = readCertificateChoice(new URL(c.req.url).searchParams, languages);
  if (!choice.ok) return refused(c, choice.failure);

  const facts = certificateFacts(found, document.value, choice.value.second);
  const read = readingAssets(c.env.ASSETS);
  await loadWords(facts, read);
  const sheet = sheetOf(facts);
  const art = artOf(facts);
  const page = printPage(choice.value.paper);
  const pages = pagesOf(sheet, page);
  const fonts = await chooseWebFonts([...textsOf(sheet), ...textsBetween(pages)], read);
  const style = pageStyle(fonts, page, pages, art.palette);
  const reader = readerOf(c.req.raw);
  const { face } = found.issuer;
  return htmlResponse(
    <CertificatePage
      id={id}
      title={facts.achievementName}
      pages={pages}
      art={art}
      lines={rosetteLine(facts.artSeed)}
      logo={face.logo === null ? null : issuerLogoPath(face.slug, face.logo.digest)}
      issuerName={facts.issuerName}
      style={style}
      languages={languages}
      drafts={found.achievement.drafts}
      choice={choice.value}
      told={roleOnRecord(found, document.value, c.var.nowSeconds, reader.messages)}
      reader={reader}
    />,
    reader,
    {
      headers: {
        'content-security-policy': contentSecurityPolicy({
          styles: [STYLESHEET_HASH, await sourceOf(style)],
          scripts: [PRINT_SCRIPT_HASH],
          fonts: true,
        }),
      },
    },
  );
}

/** The source by which a policy allows a stylesheet that was made for this answer alone. */
async function sourceOf(style: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style));
  return `sha256-${base64Of(new Uint8Array(digest))}`;
}
