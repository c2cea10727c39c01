import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../field.tsx';
import type { Finding } from '../step.ts';
import { asTradeName, type Parts } from './naming.ts';

interface OwnWordProps {
  readonly parts: Parts;
  readonly tell: (parts: Parts) => void;
  readonly findings: readonly Finding[];
  /** the whole name */
  readonly shown: RefObject<HTMLParagraphElement | null>;
}

/** The only word of a name that must be typed, with the whole name as it becomes. */
export function OwnWord({ parts, tell, findings, shown }: OwnWordProps) {
  const { t, i18n } = useTranslation();
  // what an input method has not finished is no name yet
  const [unfinished, setUnfinished] = useState<string>();
  const take = (typed: string) => tell({ ...parts, tradeName: asTradeName(typed) });
  const { division, tradeName, industry, form } = parts;
  return (
    <>
      <Field
        label={t('tradeName.tradeName')}
        hint={t('tradeName.tradeNameHint')}
        findings={findings}
      >
        {(input) => (
          <input
            {...input}
            lang="zh-Hans"
            maxLength={40}
            autoComplete="off"
            value={unfinished ?? tradeName}
            onChange={({ target, nativeEvent }) =>
              'isComposing' in nativeEvent && nativeEvent.isComposing === true
                ? setUnfinished(target.value)
                : take(target.value)
            }
            onCompositionEnd={({ currentTarget }) => {
              setUnfinished(undefined);
              take(currentTarget.value);
            }}
          />
        )}
      </Field>
      <p className="whole-name" lang="zh-Hans" tabIndex={-1} ref={shown}>
        <span className="unseen" lang={i18n.language}>
          {t('tradeName.preview')}
        </span>
        <span className="given">{division}</span>
        <strong>{tradeName || t('tradeName.blank')}</strong>
        <span className="given">
          {industry}
          {form}
        </span>
      </p>
    </>
  );
}
