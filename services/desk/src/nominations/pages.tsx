import { Hono } from 'hono';
import type { MemberApp } from '../acting/require-member.ts';

/** Pages of nominations, under an issuer’s desk. */
export const nominationPages = new Hono<MemberApp>();
