import { Hono } from 'hono';
import type { MemberApp } from '../acting/require-member.ts';

/** Pages of an issuer’s figures, under an issuer’s desk. */
export const figurePages = new Hono<MemberApp>();
