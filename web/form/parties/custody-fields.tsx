import { useTranslation } from 'react-i18next';
import { Tick } from '../../parts/tick.tsx';
import { findingsAt, type StepProps } from '../step.ts';
import { findingsOn } from './finding-places.ts';
import { Group } from './group.tsx';
import { NumberField } from './number-field.tsx';
import type { Premises } from './premises.ts';
import { DayField } from './text-field.tsx';

interface CustodyFieldsProps extends StepProps {
  readonly onChange: (to: Partial<Premises>) => void;
}

/** What host and tenant agreed on. */
export function CustodyFields({ form: { premises }, preCheck, onChange }: CustodyFieldsProps) {
  const { t } = useTranslation();
  const at = '/premises/custody';
  const custody = premises?.custody ?? {};
  const set = (to: typeof custody) => onChange({ custody: { ...custody, ...to } });
  return (
    <>
      <Group
        legend={t('field.custody')}
        hint={t('parties.custody.hint')}
        findings={findingsOn(preCheck, at)}
      >
        <div className="pair">
          <DayField
            label={t('field.from')}
            findings={findingsAt(preCheck, `${at}/from`)}
            value={custody.from}
            onChange={(from) => set({ from })}
          />
          <DayField
            label={t('field.until')}
            findings={findingsAt(preCheck, `${at}/until`)}
            value={custody.until}
            onChange={(until) => set({ until })}
          />
        </div>
        <Group
          legend={t('field.serviceOfDocuments')}
          findings={findingsAt(preCheck, `${at}/serviceOfDocuments`)}
        >
          <Tick
            label={t('parties.custody.service')}
            checked={custody.serviceOfDocuments === true}
            onChange={(serviceOfDocuments) => set({ serviceOfDocuments })}
          />
        </Group>
      </Group>
      <NumberField
        label={t('parties.custody.place')}
        hint={t('parties.custody.placeHint')}
        findings={findingsAt(preCheck, '/premises/place')}
        value={premises?.place}
        parse={placeOf}
        otherwise={t('parties.custody.placeOtherwise')}
        onChange={(place) => onChange({ place })}
      />
    </>
  );
}

const placeOf = (text: string): number | undefined =>
  /^[1-9]\d{0,5}$/.test(text.trim()) ? Number(text.trim()) : undefined;
