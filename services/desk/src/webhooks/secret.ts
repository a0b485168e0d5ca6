import { Webhook } from 'standardwebhooks';

/** The specification asks for 24 to 64 ("Signature scheme"). */
const SECRET_BYTES = 32;

/** After a roll the secret before it signs too for this long, so that receivers can change over. */
export const PREVIOUS_SECRET_SECONDS = 86_400;

/** A new secret: `whsec_` and base64. */
export function freshSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(SECRET_BYTES));
  return `whsec_${btoa(String.fromCharCode(...bytes))}`;
}

export type Secrets = {
  readonly secret: string;
  readonly previousSecret: string | null;
  /** Seconds since the epoch. */
  readonly previousSecretEndsAtSeconds: number | null;
};

/**
 * The headers that show a receiver who sent a message, when, and that it is whole (Standard Webhooks,
 * "Webhook headers"): one signature for each secret that is good, with a space between them.
 */
export function signatureHeaders(
  { secret, previousSecret, previousSecretEndsAtSeconds }: Secrets,
  message: { readonly id: string; readonly body: string },
  nowSeconds: number,
): Readonly<Record<string, string>> {
  const previous =
    previousSecret !== null && (previousSecretEndsAtSeconds ?? 0) > nowSeconds
      ? [previousSecret]
      : [];
  const signatures = [secret, ...previous].map((one) =>
    new Webhook(one).sign(message.id, new Date(nowSeconds * 1000), message.body),
  );
  return {
    'webhook-id': message.id,
    'webhook-timestamp': String(nowSeconds),
    'webhook-signature': signatures.join(' '),
  };
}
