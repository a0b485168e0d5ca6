import { Hono } from 'hono';
import type { DeskApp } from '../app-context.ts';

/** The API of members and their grants. */
export const memberApi = new Hono<DeskApp>();
