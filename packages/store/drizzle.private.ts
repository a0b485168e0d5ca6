import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'sqlite',
  schema: './packages/store/src/private/schema.ts',
  out: './migrations/private',
});
