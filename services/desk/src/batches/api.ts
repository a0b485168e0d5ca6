import { Hono } from 'hono';
import type { DeskApp } from '../app-context.ts';

/** The API of batches. */
export const batchApi = new Hono<DeskApp>();
