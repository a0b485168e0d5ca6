import { Hono } from 'hono';
import { cors } from 'hono/cors';
import type { DeskApp } from '../app-context.ts';
import { issuerMetadata, serverMetadata } from './metadata.ts';

const CACHED = { 'cache-control': 'public, max-age=300' };

/** What wallets ask first. Wallets may be pages of other sites. */
export const walletMetadata = new Hono<DeskApp>();

walletMetadata.use(cors());
walletMetadata.get('/openid-credential-issuer', (c) =>
  c.json(issuerMetadata(c.var.desk.origin), 200, CACHED),
);
walletMetadata.get('/oauth-authorization-server', (c) =>
  c.json(serverMetadata(c.var.desk.origin), 200, CACHED),
);
