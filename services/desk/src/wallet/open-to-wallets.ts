import { openToOthers } from '@laurel/http/open-to-others';

/** Wallets may be pages of any site. Whatever header one adds is let through: what is not known is not read. */
export const openToWallets = openToOthers({
  methods: ['GET', 'HEAD', 'POST'],
  tells: ['etag', 'ratelimit', 'ratelimit-policy', 'retry-after', 'www-authenticate'],
});
