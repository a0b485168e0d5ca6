import { Hono } from 'hono';
import type { DeskApp } from '../app-context.ts';

/** The API of webhooks. */
export const webhookApi = new Hono<DeskApp>();
