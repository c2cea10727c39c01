import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { legalDateOf } from '#functions/shared/days.ts';
import { findingsAt, type StepProps } from '../step.ts';
import { CustodyFields } from './custody-fields.tsx';
import { findingsOn } from './finding-places.ts';
import { Group } from './group.tsx';
import { HostChoice } from './host-choice.tsx';
import './parties.css';
import { Tick } from '../../parts/tick.tsx';
import { Advice, type AdviceOn, useAdvice } from './advice.tsx';
import { PlaceFields } from './place-fields.tsx';
import { begun, foreignTo, KINDS, type Kind, type Premises, withPremises } from './premises.ts';

/** Members of the form that this step asks for. */
export const ADDRESS_POINTERS: readonly string[] = ['/premises'];

/** Where the business has its address: of four kinds one, each with what it needs. */
export function AddressStep(step: StepProps) {
  const { form, change, preCheck } = step;
  const { t } = useTranslation();
  const name = useId();
  const { premises } = form;
  const [kept, keep] = useState<Partial<Record<Kind, Premises>>>({});
  const { advice, failure } = useAdvice(form);

  /** What was typed for another kind is there again when one comes back to it. */
  const choose = (kind: Kind) => {
    const was = KINDS.find((it) => it === premises?.kind);
    if (was && premises) keep({ ...kept, [was]: premises });
    change((it) => withPremises(it, kept[kind] ?? begun(kind, legalDateOf(Date.now()))));
  };
  const set = (to: Partial<Premises>) =>
    change((it) => withPremises(it, { ...it.premises, ...to }));
  const isPlace = premises?.kind !== undefined && premises.kind !== 'CLUSTER';

  return (
    <div className="parties">
      <Group
        legend={t('parties.address.legend')}
        findings={[
          ...findingsOn(preCheck, '/premises', '/premises/kind'),
          ...findingsAt(preCheck, ...foreignTo(premises?.kind).map((it) => `/premises/${it}`)),
        ]}
      >
        {KINDS.map((kind) => (
          <Tick
            key={kind}
            among={name}
            label={<Kinds kind={kind} advice={advice} />}
            hint={t(`parties.address.hint.${kind}`)}
            checked={premises?.kind === kind}
            onChange={() => choose(kind)}
          />
        ))}
      </Group>
      {failure}
      {premises?.kind && <Advice of={advice?.find(({ kind }) => kind === premises.kind)} />}
      {isPlace && <PlaceFields {...step} onChange={set} />}
      {premises?.kind === 'CLUSTER' && (
        <>
          <HostChoice
            registrar={form.registrar}
            host={premises.host}
            findings={findingsAt(preCheck, '/premises/host')}
            onChange={(host) => set({ host, place: undefined })}
          />
          <CustodyFields {...step} onChange={set} />
        </>
      )}
    </div>
  );
}

interface KindsProps {
  readonly kind: Kind;
  readonly advice: readonly AdviceOn[] | undefined;
}

/** A kind by its plain name, and whether it is open to this business. */
function Kinds({ kind, advice }: KindsProps) {
  const { t } = useTranslation();
  const may = advice?.find((it) => it.kind === kind)?.may;
  return (
    <>
      {t(`parties.address.kind.${kind}`)}{' '}
      {may === 'NO' && <span className="tag grave">{t('parties.address.mayNot')}</span>}
    </>
  );
}
