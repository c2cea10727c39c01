import { useTranslation } from 'react-i18next';
import { moneyInWords } from '../../parts/moment.ts';
import type { Finding } from '../step.ts';
import { fenOf, yuanOf } from './money.ts';
import { NumberField } from './number-field.tsx';

interface MoneyFieldProps {
  readonly label: string;
  readonly findings?: readonly Finding[];
  readonly fen: number | undefined;
  readonly onChange: (fen: number | undefined) => void;
}

/** An amount, typed in yuan and kept in fen. */
export function MoneyField({ label, findings, fen, onChange }: MoneyFieldProps) {
  const { t, i18n } = useTranslation();
  return (
    <NumberField
      label={label}
      hint={t('parties.money.hint')}
      {...(findings && { findings })}
      value={fen}
      onChange={onChange}
      parse={fenOf}
      format={yuanOf}
      otherwise={t('parties.money.otherwise')}
      inWords={(it) => moneyInWords(it, i18n.language)}
    />
  );
}
