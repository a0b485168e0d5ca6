import { Hono } from 'hono';
import type { MemberApp } from '../acting/require-member.ts';
import { requireScope } from '../acting/require-scope.ts';
import { peopleRoutes } from './people-routes.tsx';
import { sheetRoutes } from './sheet-routes.tsx';

/** Pages of slips, under an issuer’s desk. */
export const slipPages = new Hono<MemberApp>();

slipPages.use(requireScope('awards:write'));
slipPages.route('/', sheetRoutes);
slipPages.route('/', peopleRoutes);
