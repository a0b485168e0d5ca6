import { Hono } from 'hono';
import type { DeskApp } from '../app-context.ts';

/** The API of nominations. */
export const nominationApi = new Hono<DeskApp>();
