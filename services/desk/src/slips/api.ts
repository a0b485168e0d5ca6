import { Hono } from 'hono';
import type { DeskApp } from '../app-context.ts';

/** The API of slips. */
export const slipApi = new Hono<DeskApp>();
