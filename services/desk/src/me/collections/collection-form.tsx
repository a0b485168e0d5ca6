import type { CollectionContent } from '@laurel/contracts/showing-rpc';
import { MAX_COLLECTION_TITLE, MAX_COLLECTION_WORDS } from '@laurel/core/collection';
import type { Reader } from '@laurel/http/reader';
import { linkTo } from '@laurel/pages/link';
import { Boxes, type Mistakes, TextArea, TextField } from '../../page/fields.tsx';
import { credentialOptions } from '../choose-credentials.tsx';
import type { OwnCredential } from '../own-credentials.ts';
import { StateNote } from '../state-note.tsx';
import { inOrder } from './connects.ts';

type CollectionFormProps = {
  readonly action: string;
  readonly hidden: Readonly<Record<string, string>>;
  readonly content: CollectionContent;
  /** What can be in it. */
  readonly own: readonly OwnCredential[];
  readonly mistakes: Mistakes;
  readonly reader: Reader;
};

/** Title, words, what is in it in its order, and what could be. Each button saves the whole. */
export function CollectionForm(props: CollectionFormProps) {
  const { action, hidden, content, own, mistakes, reader } = props;
  const { message } = reader.messages;
  const within = inOrder(own, content.credentialIds);
  const others = own.filter((one) => !within.includes(one));
  return (
    <form method="post" action={linkTo(action, reader)}>
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {mistakes.has('aware') && (
        <>
          <label class="choice">
            <input
              type="checkbox"
              name="aware"
              value="yes"
              aria-invalid="true"
              aria-describedby="aware-mistake"
            />
            <span>{message('collection-aware')}</span>
          </label>
          <p class="mistake" id="aware-mistake">
            {mistakes.get('aware')}
          </p>
        </>
      )}
      <TextField
        name="title"
        label={message('collection-title')}
        help={message('collection-title-help')}
        value={content.title}
        maxlength={MAX_COLLECTION_TITLE}
        mistake={mistakes.get('title')}
        required
      />
      <TextArea
        name="words"
        label={message('collection-words')}
        value={content.words}
        rows={3}
        maxlength={MAX_COLLECTION_WORDS}
        mistake={mistakes.get('words')}
      />
      {within.length > 0 && (
        <>
          <button type="submit">{message('collection-save')}</button>
          <h2 id="within">{message('collection-within')}</h2>
          <ol class="people" aria-labelledby="within">
            {within.map((one, place) => (
              <Member
                one={one}
                isFirst={place === 0}
                isLast={place === within.length - 1}
                reader={reader}
              />
            ))}
          </ol>
        </>
      )}
      {others.length > 0 && (
        <Boxes
          kind="checkbox"
          name="credential"
          label={message('collection-add')}
          values={[]}
          options={credentialOptions(others, reader)}
          mistake={mistakes.get('credential')}
        />
      )}
      {others.length === 0 && mistakes.has('credential') && (
        <p class="mistake">{mistakes.get('credential')}</p>
      )}
      <button type="submit">{message('collection-save')}</button>
    </form>
  );
}

type MemberProps = {
  readonly one: OwnCredential;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly reader: Reader;
};

function Member({ one, isFirst, isLast, reader }: MemberProps) {
  const { message } = reader.messages;
  const [option] = credentialOptions([one], reader);
  if (option === undefined) return null;
  const { value: id, label, help, lang } = option;
  const name = `member-${id}`;
  const step = (move: 'up' | 'down' | 'out') => (
    <button
      type="submit"
      class="quieter"
      name="move"
      value={`${move}:${id}`}
      aria-describedby={name}
    >
      {message(`collection-${move}`)}
    </button>
  );
  return (
    <li>
      <input type="hidden" name="credential" value={id} />
      <p id={name}>
        <strong>
          <bdi lang={lang}>{label}</bdi>
        </strong>
        <span class="help">{help}</span>
        <StateNote credential={one.credential} reader={reader} />
        {!one.credential.visible && <span class="waiting">{message('collection-link-off')}</span>}
      </p>
      <div class="actions">
        {!isFirst && step('up')}
        {!isLast && step('down')}
        {step('out')}
      </div>
    </li>
  );
}
