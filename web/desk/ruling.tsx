import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNote } from '../parts/failure-note.tsx';
import { type CaseView, isHeld, type Official } from './a-case.ts';
import { ConflictNote } from './conflict-note.tsx';
import { DecideForm } from './decide-form.tsx';
import { Decided } from './decided.tsx';
import { DefenceFile } from './defence-file.tsx';
import { useDraft } from './draft.ts';
import { DueWords } from './due-words.tsx';
import { HolderWords } from './holder-words.tsx';
import { Lacks } from './lacks.tsx';
import { NextButton } from './next-button.tsx';
import { Proposed } from './proposed.tsx';
import { ReasonedAct } from './reasoned-act.tsx';
import { TakeOvers } from './take-overs.tsx';
import { Taking } from './taking.tsx';
import { useActs } from './use-acts.ts';
import { useNow } from './use-now.ts';
import { useRenewal } from './use-renewal.ts';

interface RulingProps {
  readonly of: CaseView;
  readonly official: Official;
  readonly onDecision: (now: CaseView) => void;
  /** until when a decision made here can be taken back */
  readonly until: number | undefined;
}

/** The clock, who holds it, and what there is to decide. What is being written stays whatever happens. */
export function Ruling({ of, official, onDecision, until }: RulingProps) {
  const { t } = useTranslation();
  const now = useNow(5_000);
  const { draft, write, drop } = useDraft(of.id);
  const heading = useRef<HTMLHeadingElement>(null);
  const { acting, conflict, acknowledge } = useActs(of.id, official.subject, (act, after) => {
    if (act.kind !== 'RENEW') heading.current?.focus(); // what was pressed is gone
    if (act.kind === 'DECIDE') drop();
    if (act.kind === 'DECIDE' || act.kind === 'UNDO' || act.kind === 'CONFIRM') onDecision(after);
  });
  const mine = of.state === 'OPEN' && of.holder === official.subject && isHeld(of, now);
  useRenewal(mine, () => {
    if (!acting.isPending) acting.mutate({ kind: 'RENEW' });
  });
  const renews = acting.variables?.kind === 'RENEW';
  return (
    <section className="ruling" aria-labelledby="ruling">
      <h2 id="ruling" tabIndex={-1} ref={heading}>
        {t('deskCase.ruling')}
      </h2>
      {of.state === 'OPEN' && (
        <>
          <p>
            <DueWords of={of} now={now} />
          </p>
          <p className="holder">
            <HolderWords of={of} subject={official.subject} now={now} />
          </p>
          <TakeOvers of={of.takeOvers} />
        </>
      )}
      {conflict ? (
        <ConflictNote of={conflict} subject={official.subject} acknowledge={acknowledge} />
      ) : (
        <>
          {acting.error && !acting.isPending && (
            <>
              <FailureNote
                error={acting.error}
                {...(acting.variables && { retry: () => acting.mutate(acting.variables) })}
              />
              <Lacks error={acting.error} form={of.form} />
            </>
          )}
          {of.state === 'OPEN' && !mine && !of.proposal && (
            <Taking of={of} official={official} now={now} acting={acting} />
          )}
          {of.proposal && <Proposed of={of.proposal} official={official} acting={acting} />}
          {mine && !of.proposal && (
            <DecideForm
              of={of}
              draft={draft}
              write={write}
              isSending={acting.isPending && !renews}
              decide={(ruling) => acting.mutate({ kind: 'DECIDE', ruling })}
            />
          )}
        </>
      )}
      {(!mine || conflict) && draft.reason !== '' && (
        <div className="kept">
          <h3 id="kept">{t('deskCase.kept')}</h3>
          <p>{draft.reason}</p>
        </div>
      )}
      {of.decision && (
        <Decided
          of={of}
          subject={official.subject}
          until={until}
          isUndoing={acting.isPending}
          undo={() => acting.mutate({ kind: 'UNDO' })}
        />
      )}
      <div className="line">
        <NextButton registrar={of.registrar} isMain={of.decision !== undefined} />
      </div>
      {official.isSupervisor && of.state === 'OPEN' && !of.extension && of.escalations === 0 && (
        <ReasonedAct
          title={t('deskCase.extend')}
          label={t('deskCase.extendReason')}
          hint={t('deskCase.extendHint')}
          submit={t('deskCase.extendSubmit')}
          isSending={acting.isPending}
          act={(reason) => acting.mutate({ kind: 'EXTEND', reason })}
        />
      )}
      {of.extension && (
        <p className="hint">{t('application.extended', { reason: of.extension.reason })}</p>
      )}
      {of.decision && (official.isSupervisor || of.decision.by === official.subject) && (
        <DefenceFile id={of.id} />
      )}
      <p className="code">
        {of.id}
        <br />
        {of.application.id} · {t('application.attempt', { attempt: of.application.attempt })}
      </p>
    </section>
  );
}
