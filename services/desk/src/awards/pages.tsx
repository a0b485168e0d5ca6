import { Hono } from 'hono';
import type { MemberApp } from '../acting/require-member.ts';

/** Pages of an issuer’s awards, under an issuer’s desk. */
export const awardPages = new Hono<MemberApp>();
