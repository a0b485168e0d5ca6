import { Hono } from 'hono';
import type { DeskApp } from '../app-context.ts';

/** The API of an issuer’s face, and applying to become one. */
export const issuerApi = new Hono<DeskApp>();
