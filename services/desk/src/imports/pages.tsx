import { Hono } from 'hono';
import type { MemberApp } from '../acting/require-member.ts';

/** Pages of imports from Wikimedia, under an issuer’s desk. */
export const importPages = new Hono<MemberApp>();
