import { Hono } from 'hono';
import type { HolderApp } from '../me/require-session.ts';

/** `/desk`: the issuers that somebody is a member of, and applying to become one (`/desk/apply`). */
export const ownPages = new Hono<HolderApp>();
