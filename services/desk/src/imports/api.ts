import { Hono } from 'hono';
import type { DeskApp } from '../app-context.ts';

/** The API of imports from Wikimedia. */
export const importApi = new Hono<DeskApp>();
