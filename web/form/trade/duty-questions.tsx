import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TRADES } from '#functions/scope/kinds-of-trade.ts';
import { FailureNote } from '../../parts/failure-note.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Field } from '../field.tsx';
import { Choices } from './choices.tsx';
import { type Duty, type Told, toldSoFar } from './duty-answers.ts';
import { inLaw } from './law.ts';
import { dutyOf } from './queries.ts';
import { useSettled } from './use-settled.ts';

/** Five questions in plain words, and what the law says to the answers; nothing of them is kept. */
export function DutyQuestions({ isOpen }: { readonly isOpen: boolean }) {
  const { t } = useTranslation();
  const [openAtFirst] = useState(isOpen);
  const [told, setTold] = useState<Told>({});
  const tell = (more: Told) => setTold((before) => ({ ...before, ...more }));
  const yesOrNo = (['YES', 'NO'] as const).map((value) => ({
    value,
    label: t(`tradeDuty.${value}`),
  }));
  const { trades = [] } = told;
  return (
    <details className="duty" open={openAtFirst}>
      <summary>{t('tradeDuty.title')}</summary>
      <p className="hint">{t('tradeDuty.hint')}</p>
      <Choices
        legend={t('tradeDuty.who')}
        choices={(['PERSON', 'ORGANISATION'] as const).map((value) => ({
          value,
          label: t(`tradeDuty.whoIs.${value}`),
        }))}
        chosen={[told.who ?? '']}
        choose={(who) => tell({ who })}
      />
      <Choices
        legend={t('tradeDuty.trades')}
        hint={t('tradeDuty.several')}
        several
        choices={TRADES.map((value) => ({ value, label: t(`tradeDuty.trade.${value}`) }))}
        chosen={trades}
        choose={(one) =>
          tell({
            trades: trades.includes(one) ? trades.filter((it) => it !== one) : [...trades, one],
          })
        }
      />
      <Choices
        legend={t('tradeDuty.online')}
        choices={yesOrNo}
        chosen={[told.online ?? '']}
        choose={(online) => tell({ online })}
      />
      <Choices
        legend={t('tradeDuty.permit')}
        hint={t('tradeDuty.permitHint')}
        choices={yesOrNo}
        chosen={[told.permit ?? '']}
        choose={(permit) => tell({ permit })}
      />
      <Field label={t('tradeDuty.yuan')} hint={t('tradeDuty.yuanHint')}>
        {(input) => (
          <input
            {...input}
            inputMode="numeric"
            autoComplete="off"
            maxLength={20}
            value={told.yuan ?? ''}
            onChange={({ target }) => tell({ yuan: target.value })}
          />
        )}
      </Field>
      <Answer of={told} />
    </details>
  );
}

/** Told as soon as every question is answered. */
function Answer({ of }: { readonly of: Told }) {
  const { t, i18n } = useTranslation();
  const asked = toldSoFar(useSettled(of));
  const { data, error, isFetching, refetch } = useQuery(dutyOf(asked, i18n.language));
  return (
    <div className="verdict" role="status">
      {!asked && <p>{t('tradeDuty.open')}</p>}
      {isFetching && <Loading />}
      {error && !isFetching && <FailureNote error={error} retry={() => void refetch()} />}
      {data && <Verdict of={data} />}
    </div>
  );
}

function Verdict({ of: { duty, because, basis, also, remark } }: { readonly of: Duty }) {
  const { t } = useTranslation();
  return (
    <>
      <p className="state">{t(`tradeDuty.answer.${duty}`)}</p>
      <p>{because}</p>
      <p className="hint">{basis.map((it) => inLaw(t, it)).join(' · ')}</p>
      {also.length > 0 && (
        <>
          <p>{t('tradeDuty.also')}</p>
          <ul>
            {also.map((it) => (
              <li key={it.text}>
                {it.text} <span className="hint">{inLaw(t, it)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {duty !== 'MUST' && <p>{t('tradeDuty.allTheSame')}</p>}
      {remark && <p className="hint">{remark}</p>}
    </>
  );
}
