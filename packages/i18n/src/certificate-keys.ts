import type { MessageKey } from './messages.ts';

/**
 * The messages that stand on a certificate, on a badge and on the picture for shared links, in the order of `i18n/en.json`: what is in
 * `i18n/certificate/{tag}.json`, in more languages than pages are in.
 */
export const CERTIFICATE_KEYS = [
  'evidence-event-registration',
  'evidence-organizer-attendance-list',
  'evidence-event-organizer-listing',
  'evidence-dashboard-program',
  'evidence-dashboard-training-progress',
  'evidence-wikilearn-certificate',
  'evidence-on-wiki-page',
  'evidence-rights-log',
  'evidence-mentor-list',
  'evidence-appointment-record',
  'evidence-code-review',
  'evidence-translation-credit',
  'evidence-commons-media',
  'evidence-grant-report',
  'evidence-attestation',
  'evidence-self-statement',
  'certificate-heading-contribution',
  'certificate-heading-role',
  'certificate-heading-training',
  'certificate-demonstration',
  'certificate-holder-label',
  'certificate-holder-account',
  'certificate-holder-self-declared',
  'certificate-holder-none',
  'certificate-achievement-label',
  'certificate-issuer',
  'certificate-issued-on',
  'certificate-valid-until',
  'certificate-period',
  'certificate-period-value',
  'certificate-role',
  'certificate-hours',
  'certificate-hours-value',
  'certificate-evidence',
  'certificate-says',
  'certificate-does-not-say',
  'certificate-check',
  'certificate-check-how',
  'certificate-check-page',
  'certificate-footer',
  'certificate-draft',
  'certificate-boxed',
  'certificate-badge-title',
  'certificate-badge-description',
  'certificate-preview-heading',
  'certificate-preview',
  'certificate-preview-check',
  'certificate-preview-badge',
] as const satisfies readonly MessageKey[];

/** A key of the messages that stand on a certificate. */
export type CertificateKey = (typeof CERTIFICATE_KEYS)[number];
