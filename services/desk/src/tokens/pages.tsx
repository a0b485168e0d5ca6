import { Hono } from 'hono';
import type { MemberApp } from '../acting/require-member.ts';

/** Pages of tokens, under an issuer’s desk. */
export const tokenPages = new Hono<MemberApp>();
