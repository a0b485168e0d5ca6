import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'sqlite',
  schema: './packages/store/src/public/schema.ts',
  out: './migrations/public',
});
