import { Hono } from 'hono';
import type { HolderApp } from '../me/require-session.ts';

/** Pages of the review of issuers, for stewards alone, under `/desk/stewards`. */
export const stewardPages = new Hono<HolderApp>();
