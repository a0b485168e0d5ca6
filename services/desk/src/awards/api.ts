import { Hono } from 'hono';
import type { DeskApp } from '../app-context.ts';

/** The API of an issuer’s awards. */
export const awardApi = new Hono<DeskApp>();
