import { Hono } from 'hono';
import type { DeskApp } from '../app-context.ts';

/** The API of the audit trail. */
export const auditApi = new Hono<DeskApp>();
