import { Hono } from 'hono';
import { requireAwarding } from '../acting/require-awarding.ts';
import type { MemberApp } from '../acting/require-member.ts';
import { peopleRoutes } from './people-routes.tsx';
import { sheetRoutes } from './sheet-routes.tsx';

/** Pages of slips, under an issuer’s desk. */
export const slipPages = new Hono<MemberApp>();

slipPages.use(requireAwarding('awards:write'));
slipPages.route('/', sheetRoutes);
slipPages.route('/', peopleRoutes);
