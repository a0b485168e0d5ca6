import { Hono } from 'hono';
import type { MemberApp } from '../acting/require-member.ts';

/** Pages of members and their grants, under an issuer’s desk. */
export const memberPages = new Hono<MemberApp>();
