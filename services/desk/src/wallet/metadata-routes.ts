import { cached } from '@laurel/http/cache';
import { INTERFACE_LANGUAGES } from '@laurel/i18n/messages';
import { type Context, Hono } from 'hono';
import type { DeskApp } from '../app-context.ts';
import { issuerMetadata, serverMetadata } from './metadata.ts';
import { refused, takesOnly } from './oauth-error.ts';
import { openToWallets } from './open-to-wallets.ts';

const MAX_AGE_SECONDS = 300;

/**
 * What wallets ask first. Our identifier has no path, so that these are all its addresses, by OpenID4VCI 1.0 (Section
 * 12.2.2) and RFC 8414 (Section 3), which insert what is below `/.well-known`, as by the drafts, which append it.
 */
const DOCUMENTS = [
  ['/openid-credential-issuer', issuerMetadata],
  ['/oauth-authorization-server', serverMetadata],
] as const;

export const walletMetadata = new Hono<DeskApp>();

for (const [path, documentOf] of DOCUMENTS) {
  walletMetadata.use(path, openToWallets);
  walletMetadata.use(`${path}/*`, openToWallets);
  const answer = async (c: Context<DeskApp>) => {
    const { origin, messagesIn } = c.var.desk;
    const spoken = await Promise.all(INTERFACE_LANGUAGES.map(messagesIn));
    return cached(c.req.raw, JSON.stringify(documentOf(origin, spoken)), {
      contentType: 'application/json',
      maxAgeSeconds: MAX_AGE_SECONDS,
    });
  };
  // With a slash where a wallet joined an empty path to it.
  for (const address of [path, `${path}/`]) {
    walletMetadata.get(address, answer);
    walletMetadata.all(address, takesOnly('GET', 'HEAD'));
  }
  walletMetadata.all(`${path}/*`, unknown);
}

/** Asked for by older wallets. Nobody is logged in by OpenID Connect here. */
walletMetadata.use('/openid-configuration', openToWallets);
walletMetadata.all('/openid-configuration', unknown);

function unknown(c: Context<DeskApp>): Response {
  const { origin } = c.var.desk;
  return refused(c, 404, 'not_found', `The one issuer of credentials to wallets here is ${origin}`);
}
