import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field as Asked } from '../../parts/field.tsx';
import { LONGEST_LICENCE } from '../../parts/licence-limit.ts';
import { Wrong } from '../../parts/wrong.tsx';
import { Field } from '../field.tsx';
import { findingsAt, type PreCheck } from '../step.ts';
import { licenceClaims } from './licence-claims.ts';
import type { Shareholder } from './shares.ts';
import { TextField } from './text-field.tsx';

type Company = NonNullable<Shareholder['company']>;

interface CompanyFieldsProps {
  readonly of: Company;
  /** JSON Pointer */
  readonly at: string;
  readonly preCheck: PreCheck | undefined;
  readonly onChange: (to: Company) => void;
}

/** A company among the shareholders: its e-licence says who it is, so that comes first. */
export function CompanyFields({ of, at, preCheck, onChange }: CompanyFieldsProps) {
  const { t } = useTranslation();
  const [isLarge, setLarge] = useState(false);
  const show = (text: string) => {
    const licence = text.trim();
    setLarge(licence.length > LONGEST_LICENCE);
    if (licence.length > LONGEST_LICENCE) return;
    const { name = of.name, uscc = of.uscc } = licenceClaims(licence);
    onChange({ name, uscc, licence: licence || undefined });
  };
  const take = async (chosen: File | undefined) => {
    if (!chosen) return;
    if (chosen.size > LONGEST_LICENCE) setLarge(true);
    else show(await chosen.text());
  };
  return (
    <>
      <Asked
        label={t('parties.company.file')}
        hint={t('parties.company.fileHint')}
        isWrong={isLarge}
        said={isLarge && <Wrong>{t('parties.company.large')}</Wrong>}
      >
        {(input) => (
          <input {...input} type="file" onChange={({ target }) => void take(target.files?.[0])} />
        )}
      </Asked>
      <Field
        label={t('parties.company.text')}
        hint={t('parties.company.textHint')}
        findings={findingsAt(preCheck, `${at}/licence`)}
      >
        {(input) => (
          <textarea
            {...input}
            rows={3}
            spellCheck={false}
            value={of.licence ?? ''}
            onChange={({ target }) => show(target.value)}
          />
        )}
      </Field>
      <TextField
        label={t('parties.company.name')}
        findings={findingsAt(preCheck, `${at}/name`)}
        value={of.name}
        maxLength={100}
        onChange={(name) => onChange({ ...of, name })}
      />
      <TextField
        label={t('field.uscc')}
        findings={findingsAt(preCheck, `${at}/uscc`)}
        value={of.uscc}
        maxLength={40}
        spellCheck={false}
        autoCapitalize="characters"
        onChange={(uscc) => onChange({ ...of, uscc })}
      />
    </>
  );
}
