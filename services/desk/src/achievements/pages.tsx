import { Hono } from 'hono';
import type { MemberApp } from '../acting/require-member.ts';

/** Pages of an issuer’s achievements, under an issuer’s desk. */
export const achievementPages = new Hono<MemberApp>();
