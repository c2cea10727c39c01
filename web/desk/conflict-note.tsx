import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { dayInWords, inWords } from '../parts/moment.ts';
import { Stacked } from '../parts/stacked.tsx';
import type { CaseView } from './a-case.ts';
import { lastDayOf } from './clock.ts';
import { HolderWords } from './holder-words.tsx';
import { KeyButton } from './key-button.tsx';
import type { Conflict } from './use-acts.ts';

interface ConflictNoteProps {
  readonly of: Conflict;
  readonly subject: string;
  readonly acknowledge: () => void;
}

/** That an act came too late and changed nothing, who was faster, and what is not as it was shown. */
export function ConflictNote({ of, subject, acknowledge }: ConflictNoteProps) {
  const { t, i18n } = useTranslation();
  const { act, shown, now } = of;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const inOne = (made: CaseView['decision'] | CaseView['proposal']) =>
    made &&
    [
      t(`application.outcome.${made.outcome}`),
      made.by === subject ? t('deskCase.you') : made.by,
      inWords(made.at, i18n.language),
      made.reason,
    ].join(' · ');
  const rows = [
    ['state', t(`deskCase.state.${shown.state}`), t(`deskCase.state.${now.state}`)],
    ['holder', shown.holder, now.holder],
    ['until', shown.leaseUntil, now.leaseUntil],
    ['decision', inOne(shown.decision), inOne(now.decision)],
    ['proposal', inOne(shown.proposal), inOne(now.proposal)],
    ['due', lastDayOf(shown.due), lastDayOf(now.due)],
    ['extension', shown.extension?.reason, now.extension?.reason],
    ['denials', shown.denials?.length, now.denials?.length],
  ] as const;
  const inWordsOf = (name: (typeof rows)[number][0], value: string | number | undefined) => {
    if (value === undefined) return t('common.none');
    if (name === 'until') return inWords(value, i18n.language);
    if (name === 'due') return dayInWords(String(value), i18n.language);
    return value === subject ? t('deskCase.you') : value;
  };
  const changed = rows
    .map(
      ([name, before, after]) => [name, inWordsOf(name, before), inWordsOf(name, after)] as const,
    )
    .filter(([, before, after]) => before !== after);
  return (
    <div className="failure conflict" role="alert" ref={box} tabIndex={-1}>
      <p>
        <strong>{t(`deskCase.late.${act.kind}`)}</strong>
      </p>
      <p>
        {now.state === 'OPEN' ? (
          <HolderWords of={now} subject={subject} now={Date.now()} />
        ) : (
          t(`deskCase.lateState.${now.state}`)
        )}
      </p>
      {changed.length > 0 && (
        <Stacked
          of="changes"
          caption={t('deskCase.changedMeanwhile')}
          heads={[t('deskCase.where'), t('deskCase.shown'), t('deskCase.after')]}
          rows={changed.map(([name, before, after]) => ({
            key: name,
            cells: [t(`deskCase.member.${name}`), before, after],
          }))}
        />
      )}
      <KeyButton shortcut="C" className="main" onClick={acknowledge}>
        {t('deskCase.acknowledge')}
      </KeyButton>
    </div>
  );
}
