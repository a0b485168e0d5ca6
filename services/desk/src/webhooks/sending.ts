import { dnsOverHttps } from '@laurel/http/dns-over-https';
import type { Resolver } from '@laurel/http/public-address';

/** How this deployment sends messages to webhooks. */
export type Sending = {
  /** Local origins that they may be sent to; none in production. */
  readonly localOrigins: readonly string[];
  /** Finds the IP addresses of a receiver before it is sent to; null where none is configured. */
  readonly resolver: Resolver | null;
  readonly userAgent: string;
};

/** The same from the settings; `version` is ours. */
export function sendingOf(
  settings: {
    readonly LOCAL_WEBHOOK_ORIGIN?: string;
    readonly WEBHOOK_RESOLVER_URL: string;
    readonly OPERATOR_CONTACT: string;
  },
  version: string,
): Sending {
  const { LOCAL_WEBHOOK_ORIGIN, WEBHOOK_RESOLVER_URL, OPERATOR_CONTACT } = settings;
  return {
    localOrigins: LOCAL_WEBHOOK_ORIGIN === undefined ? [] : [LOCAL_WEBHOOK_ORIGIN],
    resolver: WEBHOOK_RESOLVER_URL === '' ? null : dnsOverHttps(WEBHOOK_RESOLVER_URL),
    userAgent: `Laurel-Webhooks/${version} (${OPERATOR_CONTACT})`,
  };
}
