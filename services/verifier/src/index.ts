import { createApp } from './app.ts';

export default createApp(
  ({ CLOCK_SHIFT_SECONDS }) => Math.floor(Date.now() / 1000) + Number(CLOCK_SHIFT_SECONDS ?? 0),
);
