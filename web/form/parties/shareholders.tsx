import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { legalDateOf } from '#functions/shared/days.ts';
import { moneyInWords } from '../../parts/moment.ts';
import { Said } from '../said.tsx';
import type { StepProps } from '../step.ts';
import { findingsOn } from './finding-places.ts';
import { ShareholderCard } from './shareholder-card.tsx';
import { subscribed, unsubscribed, withShareholder } from './shares.ts';

/** Who subscribes the capital, and whether it adds up. */
export function Shareholders(step: StepProps) {
  const { t } = useTranslation();
  const { form, change, preCheck } = step;
  const id = useId();
  const [added, setAdded] = useState<number>();
  const more = useRef<HTMLButtonElement>(null);
  const shareholders = form.shareholders ?? [];
  const add = (kind: 'PERSON' | 'COMPANY') => {
    setAdded(shareholders.length);
    change((it) => withShareholder(it, kind, legalDateOf(Date.now())));
  };
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{t('field.shareholders')}</h2>
      <p className="hint">{t('parties.shares.hint')}</p>
      <Said findings={findingsOn(preCheck, '/shareholders')} />
      {shareholders.map((it, at) => (
        <ShareholderCard
          // biome-ignore lint/suspicious/noArrayIndexKey: shareholders have no other name, and keep their order
          key={at}
          {...step}
          of={it}
          at={at}
          isNew={at === added}
          onRemoved={() => more.current?.focus()}
        />
      ))}
      <p className="line">
        <button type="button" ref={more} onClick={() => add('PERSON')}>
          {t('parties.shares.addPerson')}
        </button>
        <button type="button" onClick={() => add('COMPANY')}>
          {t('parties.shares.addCompany')}
        </button>
      </p>
      <Sum {...step} />
    </section>
  );
}

function Sum({ form }: Pick<StepProps, 'form'>) {
  const { t, i18n } = useTranslation();
  const left = unsubscribed(form);
  const money = (fen: number) => moneyInWords(fen, i18n.language);
  const state = left === 0 ? 'EVEN' : left === undefined || left > 0 ? 'LESS' : 'MORE';
  return (
    <p className={left === 0 ? 'sum good' : 'sum'} role="status">
      {left === undefined
        ? t('parties.shares.sum', { sum: money(subscribed(form)) })
        : t(`parties.shares.${state}`, {
            sum: money(subscribed(form)),
            difference: money(Math.abs(left)),
          })}
    </p>
  );
}
