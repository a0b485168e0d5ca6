import { Hono } from 'hono';
import type { DeskApp } from '../app-context.ts';

/** The API of tokens. */
export const tokenApi = new Hono<DeskApp>();
