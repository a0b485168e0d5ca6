import type { BrowserSession } from './browser-session.ts';
import { type Laurel, type LaurelOptions, startLaurel } from './laurel.ts';
import { liveAsHolder } from './life-as-holder.ts';
import { beMeantByOthers, beWrittenElsewhere, liveAsMember } from './life-as-member.ts';
import { startReceiver } from './receiver.ts';

/** A Laurel in which one person is wherever somebody can be. */
export async function livedEverywhere(
  name: string,
  options: LaurelOptions = {},
): Promise<{
  readonly laurel: Laurel;
  readonly own: BrowserSession;
  readonly stop: () => Promise<void>;
}> {
  const receiver = await startReceiver();
  const laurel = await startLaurel({ ...options, localWebhookOrigin: receiver.origin });
  const own = await liveAsHolder(laurel, name);
  await liveAsMember(laurel, name, receiver.origin);
  await beMeantByOthers(laurel, name);
  await beWrittenElsewhere(laurel, name);
  return {
    laurel,
    own,
    stop: async () => {
      await laurel.stop();
      await receiver.close();
    },
  };
}
