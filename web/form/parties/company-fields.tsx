import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../field.tsx';
import { findingsAt, type PreCheck } from '../step.ts';
import { licenceClaims } from './licence-claims.ts';
import type { Shareholder } from './shares.ts';
import { TextField } from './text-field.tsx';

type Company = NonNullable<Shareholder['company']>;

/** The API's own limit of a licence, in characters. */
const LONGEST = 65_536;

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
  const file = useId();
  const [isLarge, setLarge] = useState(false);
  const show = (text: string) => {
    const licence = text.trim();
    setLarge(licence.length > LONGEST);
    if (licence.length > LONGEST) return;
    const { name = of.name, uscc = of.uscc } = licenceClaims(licence);
    onChange({ name, uscc, licence: licence || undefined });
  };
  const take = async (chosen: File | undefined) => {
    if (!chosen) return;
    if (chosen.size > LONGEST) setLarge(true);
    else show(await chosen.text());
  };
  return (
    <>
      <label htmlFor={file}>{t('parties.company.file')}</label>
      <p className="hint" id={`${file}-hint`}>
        {t('parties.company.fileHint')}
      </p>
      <input
        id={file}
        type="file"
        aria-describedby={`${file}-hint`}
        onChange={({ target }) => void take(target.files?.[0])}
      />
      {isLarge && (
        <p className="wrong" role="alert">
          {t('parties.company.large')}
        </p>
      )}
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
