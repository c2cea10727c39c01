import { useTranslation } from 'react-i18next';
import { Stacked } from '../../parts/stacked.tsx';
import type { Content } from './an-edition.ts';
import { type Change, difference, type Group, linesOf } from './difference.ts';

/** What a line is called, and what it says, in words. */
function useWords() {
  const { t, i18n } = useTranslation();
  const word = (key: string, otherwise: string) =>
    i18n.exists(key) ? i18n.t(key as 'common.none') : otherwise;
  return {
    called: (group: Group, key: string): string => {
      if (group === 'figure') return word(`supervisionData.figure.${key}`, key);
      if (group === 'bundle')
        return word(`supervisionData.bundle.${key}`, word(`value.${key}`, key));
      if (group === 'switch') return word(`supervisionData.lane.${key}`, key);
      return key;
    },
    value: (value: string): string => word(`supervisionData.value.${value}`, value),
    group: (group: Group): string => t(`supervisionData.group.${group}`),
  };
}

/** Whether lines are of several groups, so that each must say of which. */
const areMixed = (lines: readonly { readonly group: Group }[]): boolean =>
  new Set(lines.map(({ group }) => group)).size > 1;

/** What an edition says, whole. */
export function Said({
  content,
  caption,
}: {
  readonly content: Content;
  readonly caption: string;
}) {
  const { t } = useTranslation();
  const words = useWords();
  const lines = linesOf(content);
  const isMixed = areMixed(lines);
  if (lines.length === 0) return <p>{t('supervisionData.empty')}</p>;
  return (
    <Stacked
      caption={caption}
      heads={[
        t('supervisionData.what'),
        ...(isMixed ? [t('supervisionData.which')] : []),
        t('supervisionData.says'),
      ]}
      rows={lines.map(({ group, key, value }, at) => ({
        key: `${at}`,
        cells: [
          words.called(group, key),
          ...(isMixed ? [words.group(group)] : []),
          words.value(value),
        ],
      }))}
    />
  );
}

interface DifferenceProps {
  readonly before: Content | undefined;
  readonly after: Content;
}

const howOf = ({ before, after }: Change) => {
  if (before === undefined) return 'ADDED';
  return after === undefined ? 'GONE' : 'CHANGED';
};

/** In what an edition differs from what counts today; words, not colour alone, say which way. */
export function Difference({ before, after }: DifferenceProps) {
  const { t } = useTranslation();
  const words = useWords();
  const changes = difference(before, after);
  const isMixed = areMixed(changes);
  if (changes.length === 0) return <p role="status">{t('supervisionData.same')}</p>;
  const said = (value: string | undefined) =>
    value === undefined ? t('common.none') : words.value(value);
  return (
    <Stacked
      caption={t('supervisionData.difference', { count: changes.length })}
      heads={[
        t('supervisionData.what'),
        ...(isMixed ? [t('supervisionData.which')] : []),
        t('supervisionData.how'),
        t('supervisionData.before'),
        t('supervisionData.after'),
      ]}
      rows={changes.map((change) => ({
        key: `${change.group} ${change.key}`,
        cells: [
          words.called(change.group, change.key),
          ...(isMixed ? [words.group(change.group)] : []),
          <span className={`change ${howOf(change).toLowerCase()}`} key="how">
            {t(`supervisionData.change.${howOf(change)}`)}
          </span>,
          said(change.before),
          said(change.after),
        ],
      }))}
    />
  );
}
