import { useTranslation } from 'react-i18next';
import { Tick } from '../../parts/tick.tsx';
import { TextField } from '../parties/text-field.tsx';
import { findingsAt, type StepProps } from '../step.ts';
import { Choices } from './choices.tsx';
import { type Filing, withFiling, withoutFiling } from './papers-of-items.ts';
import type { ScopeItem } from './scope-answers.ts';

const CHANNELS = ['ONLINE', 'RETAIL', 'WHOLESALE', 'VENDING'] as const;

interface FilingsProps extends StepProps {
  readonly items: readonly ScopeItem[];
}

/** What an item for filing will be filed with, told here so that nobody asks for it again. */
export function Filings({ form, change, preCheck, items }: FilingsProps) {
  const { t } = useTranslation();
  const forFiling = items.filter(({ kind }) => kind === 'filing');
  if (forFiling.length === 0) return null;
  return (
    <section aria-labelledby="filings">
      <h2 id="filings">{t('tradeFiling.title')}</h2>
      <p className="hint">{t('tradeFiling.hint')}</p>
      {forFiling.map(({ wording }) => {
        const at = form.filings?.findIndex(({ item }) => item === wording) ?? -1;
        const filing = form.filings?.[at];
        return (
          <div className="paper" key={wording}>
            <Tick
              label={
                <>
                  {t('tradeFiling.along')} <span lang="zh-Hans">{wording}</span>
                </>
              }
              checked={filing !== undefined}
              onChange={(isFiled) =>
                change((it) =>
                  isFiled
                    ? withFiling(it, wording, { channels: ['ONLINE'] })
                    : withoutFiling(it, wording),
                )
              }
            />
            {filing && (
              <FilingFields
                filing={filing}
                tell={(more) => change((it) => withFiling(it, wording, more))}
                findings={(member) => findingsAt(preCheck, `/filings/${at}/${member}`)}
              />
            )}
          </div>
        );
      })}
    </section>
  );
}

interface FilingFieldsProps {
  readonly filing: Filing;
  readonly tell: (more: Partial<Filing>) => void;
  readonly findings: (member: string) => ReturnType<typeof findingsAt>;
}

function FilingFields({ filing, tell, findings }: FilingFieldsProps) {
  const { t } = useTranslation();
  const { channels = [] } = filing;
  return (
    <>
      <Choices
        legend={t('field.channels')}
        several
        choices={CHANNELS.map((value) => ({ value, label: t(`value.${value}`) }))}
        chosen={channels}
        choose={(one) =>
          tell({
            channels: channels.includes(one)
              ? channels.filter((it) => it !== one)
              : [...channels, one],
          })
        }
        findings={findings('channels')}
      />
      <TextField
        label={t('field.products')}
        hint={t('tradeFiling.productsHint')}
        findings={findings('products')}
        maxLength={300}
        value={filing.products}
        onChange={(products) => tell({ products })}
      />
      <TextField
        label={t('field.storedAt')}
        hint={t('tradeFiling.storedAtHint')}
        findings={findings('storedAt')}
        maxLength={300}
        value={filing.storedAt}
        onChange={(storedAt) => tell({ storedAt })}
      />
    </>
  );
}
