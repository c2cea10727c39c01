import { useTranslation } from 'react-i18next';
import { TextField } from './fields.tsx';

interface ReasonFieldProps {
  readonly hint?: string;
  readonly value: string;
  readonly onType: (reason: string) => void;
  readonly lines?: number;
  readonly isMissed: boolean;
}

/** Why it is done, which goes on record with it. */
export function ReasonField({ lines = 3, ...asked }: ReasonFieldProps) {
  const { t } = useTranslation();
  return <TextField label={t('supervision.reason')} lines={lines} {...asked} />;
}
