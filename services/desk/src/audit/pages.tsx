import { Hono } from 'hono';
import type { MemberApp } from '../acting/require-member.ts';

/** Pages of the audit trail, under an issuer’s desk. */
export const auditPages = new Hono<MemberApp>();
