import { expect, test, vi } from 'vitest';
import { type DeskEnv, deskFor } from '../src/env.ts';

test('a queue that refuses messages fails nothing: the work is written down, and the sweep finds it', async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
  const sendBatch = vi.fn().mockRejectedValue(new Error('over the limit'));
  const env = {
    LAUREL_ORIGIN: 'https://laurel.example',
    WIKIMEDIA_BASE_URL: 'https://meta.wikimedia.org',
    DASHBOARD_BASE_URL: 'https://dashboard.example',
    WIKIMEDIA_CLIENT_ID: '',
    WIKIMEDIA_CLIENT_SECRET: '',
    OPERATOR_CONTACT: 'https://laurel.example',
    STEWARD_ACCOUNT_IDS: '',
    WORK: { sendBatch },
  } as unknown as DeskEnv;

  await deskFor(env).hint(['one', 'two']);

  expect(sendBatch).toHaveBeenCalledOnce();
  expect(logged).toHaveBeenCalledOnce();
  logged.mockRestore();
});
