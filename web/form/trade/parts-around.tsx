import { useTranslation } from 'react-i18next';
import { Select } from '../../parts/select.tsx';
import { Field } from '../field.tsx';
import type { Parts } from './naming.ts';
import type { Preview } from './scope-answers.ts';

interface PartsAroundProps {
  readonly parts: Parts;
  readonly naming: Preview['naming'];
  readonly tell: (parts: Parts) => void;
}

/** What stands around the own word of a name: proposed, and chosen otherwise by whoever wants it so. */
export function PartsAround({ parts, naming, tell }: PartsAroundProps) {
  const { t } = useTranslation();
  const { division, industry, form } = parts;
  const { divisions, industries, forms } = naming;
  // what is not proposed may be why the name is not in order
  const isUnusual =
    !divisions.includes(division) || !industries.includes(industry) || !forms.includes(form);
  return (
    <details open={isUnusual}>
      <summary>{t('tradeName.around')}</summary>
      <PartChoice
        label={t('tradeName.division')}
        hint={divisions.length > 0 ? undefined : t('tradeName.noDivision')}
        words={divisions}
        chosen={division}
        choose={(it) => tell({ ...parts, division: it })}
      />
      <PartChoice
        label={t('tradeName.industry')}
        hint={t(industries.length > 0 ? 'tradeName.industryHint' : 'tradeName.noIndustry')}
        words={industries}
        chosen={industry}
        choose={(it) => tell({ ...parts, industry: it })}
      />
      <PartChoice
        label={t('tradeName.form')}
        words={forms}
        chosen={form}
        choose={(it) => tell({ ...parts, form: it })}
      />
    </details>
  );
}

interface PartChoiceProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly words: readonly string[];
  readonly chosen: string;
  readonly choose: (word: string) => void;
}

function PartChoice({ label, hint, words, chosen, choose }: PartChoiceProps) {
  const { t } = useTranslation();
  const all = words.includes(chosen) ? words : [chosen, ...words];
  return (
    <Field label={label} hint={hint}>
      {(input) => (
        <Select
          {...input}
          lang="zh-Hans"
          value={chosen}
          options={all.map((word) => [word, word || t('tradeName.noWord')])}
          onChoose={choose}
        />
      )}
    </Field>
  );
}
