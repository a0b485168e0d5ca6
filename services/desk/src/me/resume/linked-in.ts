import type { ResumeEntry } from './resume-entry.ts';

const FORM = 'https://www.linkedin.com/profile/add';

/**
 * LinkedIn's form for a certification, filled in (LinkedIn, Add to Profile: `startTask`, `name`,
 * `organizationName`, `issueYear`, `issueMonth`, `expirationYear`, `expirationMonth`, `certUrl`,
 * `certId`). Null while the link is off, as LinkedIn's readers would find nothing, and where minors may be
 * among those who were recognised.
 */
export function linkedInAddress({ own, ...entry }: ResumeEntry): string | null {
  const { credential, held } = own;
  if (!credential.visible || credential.state !== 'active' || held.award.mayIncludeMinors) {
    return null;
  }
  const [year = '', month = ''] = entry.issuedOn.split('-');
  const [endYear, endMonth] = entry.validUntil?.split('-') ?? [];
  const fields = new URLSearchParams({
    startTask: 'CERTIFICATION_NAME',
    name: entry.texts.achievementName.text,
    organizationName: entry.texts.issuerName.text,
    issueYear: year,
    issueMonth: String(Number(month)),
    ...(endYear === undefined || endMonth === undefined
      ? {}
      : { expirationYear: endYear, expirationMonth: String(Number(endMonth)) }),
    certUrl: entry.url,
    certId: entry.id,
  });
  return `${FORM}?${fields}`;
}
