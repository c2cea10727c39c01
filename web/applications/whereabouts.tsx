import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Facts } from '../parts/facts.tsx';
import { inWords } from '../parts/moment.ts';
import type { Application } from './an-application.ts';
import { TONES } from './applications-page.tsx';

/** Where it is, whose turn it is, and how long it may take. */
export function Whereabouts({ of }: { readonly of: Application }) {
  const { t, i18n } = useTranslation();
  const at = (instant: string | undefined) =>
    instant === undefined ? undefined : inWords(instant, i18n.language);
  const { state, submittedAt, lapsesAt, remindedAt, case: open, decision } = of;
  return (
    <section aria-labelledby="where">
      <h2 id="where">{t('application.where')}</h2>
      <p className={TONES[state]} role="status">
        {t(`state.${state}`)}
      </p>
      <p>{t(`turn.${state}`)}</p>
      {of.denied && <p className="note">{t('application.denied')}</p>}
      {of.mandateEnded && <p className="note">{t('application.mandateEnded')}</p>}
      <ul>
        {submittedAt && <li>{t('application.submittedAt', { at: at(submittedAt) })}</li>}
        {open && (
          <li>
            {t('application.due', { at: at(open.due) })}
            {open.provisional && t('application.provisional')}
          </li>
        )}
        {open?.extension && <li>{t('application.extended', { reason: open.extension.reason })}</li>}
        {lapsesAt && <li>{t('application.lapsesAt', { at: at(lapsesAt) })}</li>}
        {remindedAt && <li>{t('application.remindedAt', { at: at(remindedAt) })}</li>}
      </ul>
      {(state === 'DRAFT' || state === 'SIGNING' || state === 'RETURNED') && (
        <p>
          <Link className="button main" href={`/apply/${of.id}`}>
            {t(`application.goOn.${state}`)}
          </Link>
        </p>
      )}
      {state === 'SIGNING' && <Missing of={of} />}
      {decision && (
        <>
          <h3>{t('application.decision')}</h3>
          <p>
            {t(`application.outcome.${decision.outcome}`)} ·{' '}
            {t('application.decidedAt', { at: at(decision.at) })}
          </p>
          <p className="says">{decision.reason}</p>
        </>
      )}
      <Facts
        facts={[
          [
            t('application.number'),
            `${of.id} · ${t('application.attempt', { attempt: of.attempt })}`,
          ],
        ]}
      />
    </section>
  );
}

/** Who has not signed yet, and who said that he does not. */
function Missing({
  of: { form, missing = [], refused = [], hostRefused },
}: {
  readonly of: Application;
}) {
  const { t } = useTranslation();
  const named = (person: string) => form.people?.[person]?.name ?? person;
  return (
    <>
      <h3>{t('application.missingTitle')}</h3>
      <ul>
        {missing.map((party) => {
          if ('person' in party) return <li key={party.person}>{named(party.person)}</li>;
          if ('company' in party)
            return (
              <li key={`company-${party.company}`}>
                {t('application.company', { index: party.company + 1 })}
              </li>
            );
          return <li key="host">{t('application.host')}</li>;
        })}
      </ul>
      {refused.map(({ person, code, text }) => (
        <p className="note" key={person}>
          {t('application.refusedBy', { who: named(person), reason: t(`signing.reason.${code}`) })}
          {text && <q>{text}</q>}
        </p>
      ))}
      {hostRefused && <p className="note">{t('application.hostRefused')}</p>}
    </>
  );
}
