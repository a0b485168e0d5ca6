import { Hono } from 'hono';
import type { DeskApp } from '../app-context.ts';

/** The API of an issuer’s achievements. */
export const achievementApi = new Hono<DeskApp>();
