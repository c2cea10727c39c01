import { useTranslation } from 'react-i18next';
import { findingsAt, type PreCheck } from '../step.ts';
import { ChoiceField } from './choice-field.tsx';
import { findingsOn } from './finding-places.ts';
import { Group } from './group.tsx';
import type { Person } from './people.ts';
import { DayField, TextField } from './text-field.tsx';

type Certified = NonNullable<NonNullable<Person['document']>['certification']>;

const KINDS = ['NOTARISED', 'CONSULAR', 'APOSTILLE', 'ATTESTED'] as const;

interface CertificationProps {
  readonly of: Certified;
  readonly preCheck: PreCheck | undefined;
  /** JSON Pointer */
  readonly at: string;
  readonly onChange: (to: Certified | undefined) => void;
}

/** How a foreign document was certified; an investor's must be (Implementing Rules, art. 24), another's need not. */
export function Certification({ of, preCheck, at, onChange }: CertificationProps) {
  const { t } = useTranslation();
  const set = (to: Certified) => {
    const now = { ...of, ...to };
    onChange(Object.values(now).some((it) => it !== undefined) ? now : undefined);
  };
  return (
    <Group
      legend={t('parties.certification.legend')}
      hint={t('parties.certification.hint')}
      findings={findingsOn(preCheck, at)}
    >
      <ChoiceField
        label={t('parties.certification.kind')}
        findings={findingsAt(preCheck, `${at}/kind`)}
        value={of.kind}
        options={KINDS.map((kind) => [kind, t(`value.${kind}`)])}
        onChange={(kind) => set({ kind })}
      />
      <TextField
        label={t('parties.certification.number')}
        findings={findingsAt(preCheck, `${at}/number`)}
        value={of.number}
        maxLength={60}
        spellCheck={false}
        onChange={(number) => set({ number })}
      />
      <DayField
        label={t('parties.certification.until')}
        hint={t('parties.certification.untilHint')}
        findings={findingsAt(preCheck, `${at}/until`)}
        value={of.until}
        onChange={(until) => set({ until })}
      />
    </Group>
  );
}
