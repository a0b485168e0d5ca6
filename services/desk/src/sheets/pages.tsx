import { Hono } from 'hono';
import type { MemberApp } from '../acting/require-member.ts';

/** Pages of lists of people on their way to a batch, under an issuer’s desk. */
export const sheetPages = new Hono<MemberApp>();
