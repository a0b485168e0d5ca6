import { Hono } from 'hono';
import type { MemberApp } from '../acting/require-member.ts';

/** Pages of batches, under an issuer’s desk. */
export const batchPages = new Hono<MemberApp>();
