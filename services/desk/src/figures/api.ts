import { Hono } from 'hono';
import type { DeskApp } from '../app-context.ts';

/** The API of an issuer’s figures. */
export const figureApi = new Hono<DeskApp>();
