/** The configuration, as `npm run deploy` writes it, of the Worker that binds both databases: it has their ids. */
export const DEPLOYED_SIGNER = 'services/signer/wrangler.deploy.jsonc';
