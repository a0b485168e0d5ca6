import { Hono } from 'hono';
import type { MemberApp } from '../acting/require-member.ts';

/** Pages of webhooks, under an issuer’s desk. */
export const webhookPages = new Hono<MemberApp>();
