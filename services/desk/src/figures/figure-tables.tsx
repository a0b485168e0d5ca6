import { FEWEST_PEOPLE, type ShownGroup } from '@laurel/core/small-groups';
import type { Reader } from '@laurel/http/reader';
import { levelNames } from '@laurel/pages/engagement-levels';
import { linkTo } from '@laurel/pages/link';
import { languageName } from '../me/language-name.ts';
import { deskPath } from '../page/desk-page.tsx';
import type { YearlyFigures } from './yearly.ts';

type FigureTablesProps = {
  readonly figures: YearlyFigures;
  readonly years: readonly number[];
  readonly issuer: string;
  readonly reader: Reader;
};

/** The figures of one year as tables, with the ways to other years. */
export function FigureTables({ figures, years, issuer, reader }: FigureTablesProps) {
  const { messages } = reader;
  const { message } = messages;
  return (
    <>
      <p class="lead">
        {figures.total === null
          ? message('figures-too-few', FEWEST_PEOPLE)
          : message('figures-total', figures.total)}
      </p>
      {figures.lapsed !== null && figures.lapsed > 0 && (
        <p>{message('figures-lapsed', figures.lapsed)}</p>
      )}
      <p>{message('figures-hidden', FEWEST_PEOPLE)}</p>
      {years.length > 1 && (
        <ul class="sections">
          {years.map((year) => (
            <li>
              <a
                href={linkTo(deskPath(issuer, `/figures?year=${year}`), reader)}
                {...(year === figures.year ? { 'aria-current': 'page' } : {})}
              >
                {year}
              </a>
            </li>
          ))}
        </ul>
      )}
      <FigureTable
        caption={message('figures-by-kind')}
        groups={figures.kinds.map(({ key, count }) => ({
          key: message(`figures-kind-${key}`),
          count,
        }))}
        reader={reader}
      />
      <FigureTable
        caption={message('figures-by-language')}
        groups={figures.languages.map(({ key, count }) => ({
          key: languageName(key, false, messages),
          count,
        }))}
        reader={reader}
      />
      <FigureTable
        caption={message('figures-by-level')}
        groups={figures.engagementLevels.map(({ key, count }) => ({
          key: levelNames(key.split('+'), messages) ?? message('figures-level-none'),
          count,
        }))}
        reader={reader}
      />
      <FigureTable caption={message('figures-by-month')} groups={figures.months} reader={reader} />
      <FigureTable
        caption={message('figures-by-holder')}
        groups={figures.holders.map(({ key, count }) => ({
          key: message(`figures-holder-${key}`),
          count,
        }))}
        counted={message('figures-people')}
        reader={reader}
      />
      {figures.largestAwarderPercent !== null && (
        <p>{message('figures-awarder-share', figures.largestAwarderPercent)}</p>
      )}
    </>
  );
}

type FigureTableProps = {
  readonly caption: string;
  readonly groups: readonly ShownGroup<string>[];
  /** What is counted, where it is not recognitions. */
  readonly counted?: string;
  readonly reader: Reader;
};

function FigureTable({ caption, groups, counted, reader }: FigureTableProps) {
  const { message } = reader.messages;
  if (groups.length === 0) return null;
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{message('figures-group')}</th>
          <th scope="col" class="number">
            {counted ?? message('figures-count')}
          </th>
        </tr>
      </thead>
      <tbody>
        {groups.map(({ key, count }) => (
          <tr>
            <th scope="row">{key}</th>
            <td class="number">{count ?? message('figures-few')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
