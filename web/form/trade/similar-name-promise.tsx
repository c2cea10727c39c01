import { useTranslation } from 'react-i18next';
import { PromiseTexts } from '../parties/promise-texts.tsx';
import { PromiseTick } from '../parties/promise-tick.tsx';
import { given, withPromise } from '../parties/promises.ts';
import type { Finding, StepProps } from '../step.ts';
import { isNear } from './naming.ts';

const POINTER = '/promises/similarName';

interface SimilarNamePromiseProps extends Pick<StepProps, 'form' | 'change'> {
  /** about the name */
  readonly findings: readonly Finding[];
}

/** The promise of who keeps a name that is close to another's: offered only where the review finds one. */
export function SimilarNamePromise({ form, change, findings }: SimilarNamePromiseProps) {
  const { t } = useTranslation();
  if (!findings.some(isNear)) return null;
  return (
    <section aria-labelledby="similar-name">
      <h2 id="similar-name">{t('tradeName.similar')}</h2>
      <p className="hint">{t('tradeName.similarHint')}</p>
      <PromiseTexts>
        {({ version, promises }) =>
          promises
            .filter(({ pointer }) => pointer === POINTER)
            .map((text) => (
              <PromiseTick
                key={POINTER}
                text={text}
                findings={[]}
                checked={given(form, POINTER, version)}
                onChange={(is) => change((it) => withPromise(it, POINTER, version, is))}
              />
            ))
        }
      </PromiseTexts>
    </section>
  );
}
