import { Hono } from 'hono';
import type { MemberApp } from '../acting/require-member.ts';

/** Pages of an issuer’s face, and applying to become one, under an issuer’s desk. */
export const issuerPages = new Hono<MemberApp>();
