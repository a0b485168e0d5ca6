import { Hono } from 'hono';
import { requireAwarding } from '../acting/require-awarding.ts';
import type { MemberApp } from '../acting/require-member.ts';
import { peopleRoutes } from './people-routes.tsx';
import { readingRoutes } from './reading-routes.tsx';
import { termsRoutes } from './terms-routes.tsx';

/** Pages of lists of people on their way to a batch, under an issuer’s desk. */
export const sheetPages = new Hono<MemberApp>();

sheetPages.use(requireAwarding('awards:write'));
sheetPages.route('/', readingRoutes);
sheetPages.route('/', termsRoutes);
sheetPages.route('/', peopleRoutes);
