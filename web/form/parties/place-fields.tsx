import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { personOf } from '#functions/application/form-places.ts';
import { Tick } from '../../parts/tick.tsx';
import { findingsAt, type StepProps } from '../step.ts';
import { registrarsIn } from '../trade/queries.ts';
import { Group } from './group.tsx';
import type { Premises } from './premises.ts';
import { TextField } from './text-field.tsx';

interface PlaceFieldsProps extends StepProps {
  readonly onChange: (to: Partial<Premises>) => void;
}

/** An address that one has oneself, a real one or a platform's, and what shows that one may use it. */
export function PlaceFields({ form, preCheck, onChange }: PlaceFieldsProps) {
  const { t } = useTranslation();
  const { premises, roles } = form;
  const kind = premises?.kind === 'NETWORK' || premises?.kind === 'HOME' ? premises.kind : 'OWN';
  const head = personOf(form, roles?.operator ?? roles?.owner);
  const isSame = head?.residence === premises?.address;
  return (
    <>
      <TextField
        label={t(`parties.address.label.${kind}`)}
        hint={t(`parties.address.example.${kind}`)}
        findings={findingsAt(preCheck, '/premises/address')}
        value={premises?.address}
        maxLength={300}
        onChange={(address) => onChange({ address })}
      />
      {kind === 'HOME' && head?.residence && !isSame && (
        <button
          type="button"
          className="quiet"
          onClick={() => onChange({ address: head.residence })}
        >
          {t('parties.address.residence', { address: head.residence })}
        </button>
      )}
      {kind === 'NETWORK' && premises?.proof === 'CONSENT' ? (
        <p className="hint">{t('parties.address.certificate')}</p>
      ) : (
        <Proof {...{ form, preCheck, onChange }} />
      )}
    </>
  );
}

/** What shows that the place may be used. */
function Proof({
  form,
  preCheck,
  onChange,
}: Pick<PlaceFieldsProps, 'form' | 'preCheck' | 'onChange'>) {
  const { t } = useTranslation();
  const name = useId();
  const proof = form.premises?.proof;
  const isTaken = useTakesPromises(form.registrar);
  const kinds = (['LEASE', 'TITLE', 'CONSENT', 'PROMISE'] as const).filter(
    (it) => it !== 'PROMISE' || isTaken || proof === it,
  );
  return (
    <Group legend={t('parties.address.proof')} findings={findingsAt(preCheck, '/premises/proof')}>
      {kinds.map((it) => (
        <Tick
          key={it}
          among={name}
          label={t(`value.${it}`)}
          hint={t(`parties.address.proofHint.${it}`)}
          checked={proof === it}
          onChange={() => onChange({ proof: it })}
        />
      ))}
    </Group>
  );
}

/** Whether a promise stands in for proof at this registrar; while that is not known it is offered, and the review tells. */
function useTakesPromises(registrar: string | undefined): boolean {
  const { i18n } = useTranslation();
  const { data } = useQuery(registrarsIn(i18n.language));
  return data?.registrars.find(({ division }) => division === registrar)?.confirmation ?? true;
}
