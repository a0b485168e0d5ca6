import { Hono } from 'hono';
import type { DeskApp } from '../app-context.ts';

/** The API of lists of people on their way to a batch. */
export const sheetApi = new Hono<DeskApp>();
