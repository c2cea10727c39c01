import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Tick } from '../../parts/tick.tsx';
import { findingsAt, type StepProps } from '../step.ts';
import { Group } from './group.tsx';
import { CHARTERS } from './posts.ts';

const SUPERVISION = ['NONE_BY_CONSENT', 'ONE', 'BOARD', 'AUDIT_COMMITTEE'] as const;

/** Who supervises a company, and by which model charter it is run. */
export function Supervision({ form, change, preCheck }: StepProps) {
  const { t } = useTranslation();
  const name = useId();
  return (
    <section aria-labelledby={`${name}-title`}>
      <h2 id={`${name}-title`}>{t('parties.organs.title')}</h2>
      <Group
        legend={t('parties.organs.supervision')}
        hint={t('parties.organs.supervisionHint')}
        findings={findingsAt(preCheck, '/supervision')}
      >
        {SUPERVISION.map((it) => (
          <Tick
            key={it}
            among={`${name}-supervision`}
            label={t(`value.${it}`)}
            hint={t(`parties.organs.${it}`)}
            checked={form.supervision === it}
            onChange={() => change((was) => ({ ...was, supervision: it }))}
          />
        ))}
      </Group>
      <Group
        legend={t('field.charter')}
        hint={t('parties.organs.charterHint')}
        findings={findingsAt(preCheck, '/charter')}
      >
        {CHARTERS.map((model) => (
          <Tick
            key={model}
            among={`${name}-charter`}
            label={t(`value.${model}`)}
            checked={form.charter?.model === model}
            onChange={() => change((was) => ({ ...was, charter: { model } }))}
          />
        ))}
      </Group>
    </section>
  );
}
