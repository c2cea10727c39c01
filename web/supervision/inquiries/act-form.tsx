import { useTranslation } from 'react-i18next';
import { call } from '../../api/call.ts';
import { useAct } from '../act.ts';
import { ActNote } from '../act-note.tsx';
import { Grave } from '../grave.tsx';
import { useOfficial } from '../official.ts';
import { Radios } from '../radios.tsx';
import { ReasonField } from '../reason-field.tsx';
import { useTried } from '../tried.ts';
import { useTyped } from '../typed.ts';
import { type Act, type Inquiry, openActs, proposerOf } from './open-acts.ts';

/** The next act in an inquiry, with its reason; whoever proposed an annulment waits for another. */
export function ActForm({ of: inquiry }: { readonly of: Inquiry }) {
  const { t } = useTranslation();
  const official = useOfficial();
  const { id, version } = inquiry;
  const acts = openActs(inquiry, official, Date.now());
  const { value, type, clear } = useTyped<{ readonly chosen: Act | ''; readonly reason: string }>(
    `inquiry ${id}`,
    { chosen: '', reason: '' },
  );
  const { isTried, maySend } = useTried();
  const act = acts.find((it) => it === value.chosen) ?? acts[0];
  const reason = value.reason.trim();
  const acting = useAct(
    (sent: { readonly act: Act; readonly reason: string }) =>
      call('POST /v1/inquiries/{id}/acts', { parameters: { id }, version, body: sent }),
    ['inquiry', 'inquiries'],
    () => {
      clear();
    },
  );
  const proposer = proposerOf(inquiry);
  const mayAct = () => maySend(reason !== '');
  const send = () => act && acting.mutate({ act, reason });
  return (
    <section aria-labelledby="next" className="choice">
      <h2 id="next">{t('supervisionInquiries.next')}</h2>
      <div aria-live="polite">
        {proposer === official.subject && <p className="note">{t('supervisionInquiries.waits')}</p>}
        {proposer !== undefined && proposer !== official.subject && (
          <p className="note">{t('supervisionInquiries.yours', { by: proposer })}</p>
        )}
        {acts.length === 0 && proposer === undefined && <p>{t('supervisionInquiries.over')}</p>}
      </div>
      <ActNote error={acting.error} sent={value} />
      {act && (
        <>
          <Radios
            legend={t('supervisionInquiries.choose')}
            name="act"
            value={act}
            choices={acts.map((it) => [it, t(`supervisionInquiries.act.${it}`)])}
            onChoose={(chosen) => type({ ...value, chosen })}
          />
          <ReasonField
            hint={t('supervisionInquiries.reasonHint')}
            value={value.reason}
            onType={(text) => type({ ...value, reason: text })}
            lines={4}
            isMissed={isTried}
          />
          <div className="line">
            {act === 'CONFIRM_ANNULMENT' ? (
              <Grave
                label={t('supervisionInquiries.act.CONFIRM_ANNULMENT')}
                title={t('supervisionInquiries.sureTitle')}
                disabled={acting.isPending}
                mayAsk={mayAct}
                act={send}
              >
                <p>
                  {t('supervisionInquiries.sureText', {
                    name: inquiry.business.face.name ?? inquiry.uscc,
                  })}
                </p>
              </Grave>
            ) : (
              <button
                type="button"
                className="main"
                disabled={acting.isPending}
                onClick={() => {
                  if (mayAct()) send();
                }}
              >
                {t('supervisionInquiries.submit')}
              </button>
            )}
          </div>
        </>
      )}
    </section>
  );
}
