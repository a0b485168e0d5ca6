import { Hono } from 'hono';
import type { DeskApp } from '../app-context.ts';

/** The API of the review of issuers. */
export const stewardApi = new Hono<DeskApp>();
