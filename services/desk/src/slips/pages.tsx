import { Hono } from 'hono';
import type { MemberApp } from '../acting/require-member.ts';

/** Pages of slips, under an issuer’s desk. */
export const slipPages = new Hono<MemberApp>();
