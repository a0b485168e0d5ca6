import type { CertificateFacts } from '@laurel/contracts/renderer-rpc';
import { languagesToSign } from '@laurel/core/achievement';
import { issuerUrl } from '@laurel/core/addresses';
import { artSeed } from '@laurel/core/art-seed';
import { bytesOfBase64 } from '@laurel/core/base64';
import { dayOf } from '@laurel/core/day';
import { writingIn } from '@laurel/core/declared-name';
import type { ChosenDisclosure } from '@laurel/core/disclosure';
import type { Failure } from '@laurel/core/failure';
import { textIn } from '@laurel/core/language';
import { ok, type Result, refuse } from '@laurel/core/result';
import type { CertificateHolder } from '@laurel/core/signed-facts';
import { previewTexts } from '../../achievements/preview-facts.ts';
import type { Desk } from '../../env.ts';
import type { Session } from '../../session/sessions.ts';
import { signatoriesIn } from '../../signatories/signatories-in.ts';
import type { HolderAward } from '../holder-award.ts';
import { ownName } from '../name/own-name.ts';
import { mentoringToPrint } from './mentoring-to-print.ts';
import type { Wish } from './wish.ts';

/** The certificate that a wish would make, as a PDF: nothing is signed, and it says so. */
export async function previewCertificate(
  desk: Desk,
  session: Session,
  { award, achievement, issuer }: HolderAward,
  wish: Wish,
): Promise<Result<Uint8Array, Failure>> {
  const { language } = wish;
  const available = languagesToSign(achievement, issuer.demonstration);
  if (!available.includes(language)) {
    return refuse({ reason: 'language_unavailable', pointer: '/language', available });
  }
  const holder = await holderOf(desk, session, wish);
  if (!holder.ok) return holder;
  const messages = await desk.messagesIn(language);
  const texts = previewTexts(achievement, language);
  const logo = await desk.signer.shownLogo(issuer.slug);
  const facts: CertificateFacts = {
    credentialId: 'preview',
    url: issuerUrl(desk.origin, issuer.slug),
    language,
    kind: achievement.kind,
    theme: achievement.theme,
    artSeed: artSeed(issuer.slug, achievement.slug),
    achievementName: texts.name.text,
    achievementDescription: texts.description.text,
    criteria: texts.criteria.text,
    doesNotMean: texts.doesNotMean.text,
    issuerName: textIn(issuer.names, [language], achievement.sourceLanguage).text,
    logo: logo === null ? null : { type: logo.type, bytes: bytesOfBase64(logo.bytes) },
    signatories: await signatoriesIn(desk, issuer.slug, language, achievement.sourceLanguage),
    holder: holder.value,
    role: achievement.kind === 'role' ? texts.name.text : null,
    period: award.periodStart === '' ? null : { start: award.periodStart, end: award.periodEnd },
    hours: award.hours,
    mentoring: award.mentoring === null ? null : mentoringToPrint(award.mentoring, messages),
    evidenceClasses: award.evidence.map((one) => one.class),
    issuedOn: dayOf(desk.nowSeconds),
    validUntil: null,
    demonstration: issuer.demonstration,
    credential: null,
    bundle: null,
    second: null,
  };
  return ok(await desk.renderer.renderPdf(facts));
}

async function holderOf(
  desk: Desk,
  { accountId, username }: Session,
  chosen: ChosenDisclosure,
): Promise<Result<CertificateHolder, Failure>> {
  switch (chosen.disclosure) {
    case 'none':
      return ok({ mode: 'none' });
    case 'account':
      return username === null
        ? refuse({ reason: 'account_name_unknown' })
        : ok({ mode: 'account', username });
    case 'name': {
      const name = writingIn((await ownName(desk, accountId)).writings, chosen.writing);
      return name === null ? refuse({ reason: 'name_not_declared' }) : ok({ mode: 'name', name });
    }
  }
}
