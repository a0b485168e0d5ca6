import { Hono } from 'hono';
import type { HolderApp } from '../me/require-session.ts';

/** `/desk/nominate/:slug`: for anybody who is signed in. */
export const nominatePages = new Hono<HolderApp>();
