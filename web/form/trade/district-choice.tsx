import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { FailureNote } from '../../parts/failure-note.tsx';
import { Field } from '../field.tsx';
import type { Finding } from '../step.ts';
import { registrarsIn } from './queries.ts';

interface DistrictChoiceProps {
  readonly type: string | undefined;
  readonly chosen: string | undefined;
  readonly choose: (registrar: string | undefined) => void;
  readonly findings: readonly Finding[];
}

/** The district in which the business has its address; those are offered that register its kind. */
export function DistrictChoice({ type, chosen, choose, findings }: DistrictChoiceProps) {
  const { t, i18n } = useTranslation();
  const { data, error, isFetching, refetch } = useQuery(registrarsIn(i18n.language));
  const registrars = (data?.registrars ?? []).filter(
    ({ division, types }) => division === chosen || !type || types.some((it) => it === type),
  );
  const isListed = registrars.some(({ division }) => division === chosen);
  const confirmation = registrars.find(({ division }) => division === chosen)?.confirmation;
  return (
    <>
      <Field label={t('tradeWhere.label')} hint={t('tradeWhere.hint')} findings={findings}>
        {(input) => (
          <select
            {...input}
            value={chosen ?? ''}
            onChange={({ target }) => choose(target.value || undefined)}
          >
            <option value="">{t(isFetching ? 'common.loading' : 'tradeWhere.choose')}</option>
            {chosen && !isListed && <option value={chosen}>{chosen}</option>}
            {registrars.map(({ division, name }) => (
              <option key={division} value={division}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      {confirmation && <p className="hint">{t('tradeWhere.confirmation')}</p>}
      {error && !isFetching && <FailureNote error={error} retry={() => void refetch()} />}
    </>
  );
}
