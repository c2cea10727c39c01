import { useTranslation } from 'react-i18next';
import { findingsAt, type StepProps } from '../step.ts';
import { Choices } from './choices.tsx';
import { KINDS, OPERATIONS, withKind } from './kind.ts';

/** Which kind of business, told by whom it suits; an individual business also by whose it is. */
export function KindChoice({ form, change, preCheck }: StepProps) {
  const { t } = useTranslation();
  return (
    <>
      <Choices
        legend={t('tradeKind.legend')}
        choices={KINDS.map((value) => ({
          value,
          label: t(`tradeKind.name.${value}`),
          hint: t(`tradeKind.suits.${value}`),
        }))}
        chosen={[form.type ?? '']}
        choose={(type) => change((it) => withKind(it, type))}
        findings={findingsAt(preCheck, '/type')}
      />
      {form.type === 'INDIVIDUAL_BUSINESS' && (
        <Choices
          legend={t('tradeKind.operation')}
          choices={OPERATIONS.map((value) => ({
            value,
            label: t(`tradeKind.name.${value}`),
            hint: t(`tradeKind.suits.${value}`),
          }))}
          chosen={[form.operation ?? '']}
          choose={(operation) => change((it) => ({ ...it, operation }))}
          findings={findingsAt(preCheck, '/operation')}
        />
      )}
    </>
  );
}
