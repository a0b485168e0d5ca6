import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { Text } from '@laurel/pages/text';
import type { Child } from 'hono/jsx';
import { Done } from '../page/done.tsx';
import { MistakeList, type Mistakes } from '../page/fields.tsx';
import { achievementPath, type nameOf } from './achievement-page.ts';

type PageOfAchievementProps = {
  readonly issuer: string;
  readonly achievement: { readonly slug: string; readonly name: ReturnType<typeof nameOf> };
  readonly title: string;
  readonly done: string | null;
  readonly leads: readonly string[];
  readonly mistakes: Mistakes;
  readonly reader: Reader;
  readonly children: Child;
};

/** A page on which something is set for an achievement: the way back to it, what was done, and what is wrong. */
export function PageOfAchievement(props: PageOfAchievementProps) {
  const { issuer, achievement, title, done, leads, mistakes, reader, children } = props;
  return (
    <>
      <p class="over">
        <a href={linkTo(achievementPath(issuer, achievement.slug), reader)}>
          <Text {...achievement.name} />
        </a>
      </p>
      <h1>{title}</h1>
      <Done sentence={done} />
      {leads.map((lead) => (
        <p>{lead}</p>
      ))}
      <MistakeList title={reader.messages.message('desk-mistakes')} mistakes={[...mistakes]} />
      {children}
    </>
  );
}

type RemoveProps = {
  readonly path: string;
  readonly label: string;
  readonly reader: Reader;
};

/** A form of its own that takes away what is set (`remove`). */
export function RemoveForm({ path, label, reader }: RemoveProps) {
  return (
    <form method="post" action={linkTo(path, reader)}>
      <button type="submit" name="remove" value="yes" class="quieter">
        {label}
      </button>
    </form>
  );
}
