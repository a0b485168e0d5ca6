import { dayOf } from '@laurel/core/day';
import type { Failure } from '@laurel/core/failure';
import { type LanguageMap, textIn } from '@laurel/core/language';
import { PAPER_SIZES } from '@laurel/core/paper';
import { ok, type Result, refuse } from '@laurel/core/result';
import { readerOf } from '@laurel/http/reader';
import { choiceInQuery } from '../api/choice-in-query.ts';
import type { Desk } from '../env.ts';
import { blankSlips } from './blank-slips.ts';
import type { SlipSheet } from './slip-values.ts';

/** The slips of a sheet that nobody has shown yet as a PDF, on the paper and in the language that are asked for. */
export async function slipsPdf(
  desk: Desk,
  sheet: SlipSheet,
  request: Request,
): Promise<Result<Response, Failure>> {
  const size = choiceInQuery(request, 'paper', PAPER_SIZES);
  if (!size.ok) return refuse({ reason: 'request_invalid', issues: [size.failure] });
  const { achievement, issuer, codes } = await blankSlips(desk, sheet);
  if (codes.length === 0) return refuse({ reason: 'slips_none_blank' });
  const { languages, messages } = readerOf(request);
  const named = (texts: LanguageMap, source: string) => textIn(texts, languages, source);
  const claim = `${desk.origin}/claim`;
  const pdf = await desk.renderer.renderSlips({
    language: messages.language,
    size: size.value,
    event: sheet.label,
    issuerName: named(issuer.names, 'en'),
    achievementName: named(achievement.name, achievement.sourceLanguage),
    typedAt: claim.replace(/^https?:\/\//, ''),
    madeOn: dayOf(sheet.createdAtSeconds),
    endsOn: dayOf(sheet.endsAtSeconds),
    slips: codes.map(({ number, code }) => ({ number, code, url: `${claim}/${code}` })),
  });
  return ok(
    new Response(pdf, {
      headers: {
        'content-type': 'application/pdf',
        'content-disposition': `inline; filename="slips-${sheet.id}.pdf"`,
        'cache-control': 'no-store',
      },
    }),
  );
}
