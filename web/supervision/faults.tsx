import { useTranslation } from 'react-i18next';
import type { Fault } from './fault.ts';
import { valueAt } from './value-at.ts';

interface FaultsProps {
  readonly faults: readonly Fault[];
  readonly of?: unknown;
}

/** Every fault of what was sent, each with the text that it is about. */
export function Faults({ faults, of }: FaultsProps) {
  const { t, i18n } = useTranslation();
  const said = (detail: string) =>
    i18n.exists(`supervisionFault.${detail}`)
      ? t(`supervisionFault.${detail}` as 'supervisionFault.OTHER')
      : t('supervisionFault.OTHER');
  return (
    <div className="failure" role="alert">
      <p>
        <strong>{t('supervision.refused')}</strong>
      </p>
      <ul>
        {faults.map(({ pointer, detail }) => (
          <li key={`${pointer} ${detail}`}>
            {t('supervision.fault', { what: valueAt(of, pointer) ?? pointer, fault: said(detail) })}
          </li>
        ))}
      </ul>
    </div>
  );
}
