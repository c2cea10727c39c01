import { useTranslation } from 'react-i18next';
import { findingsAt, type StepProps } from '../step.ts';
import './parties.css';
import { PromiseTexts } from './promise-texts.tsx';
import { PromiseTick } from './promise-tick.tsx';
import { given, promisesAskedOf, withPromise } from './promises.ts';

/** Members of the form that this step asks for. */
export const PROMISES_POINTERS: readonly string[] = ['/promises'];

/** The promises that this form needs, each read in full and given by hand. */
export function PromisesStep({ form, change, preCheck }: StepProps) {
  const { t } = useTranslation();
  const asked = promisesAskedOf(form, preCheck);
  return (
    <div className="parties">
      {asked.length === 0 ? (
        <p>{t('parties.promise.none')}</p>
      ) : (
        <PromiseTexts>
          {({ version, promises }) => (
            <>
              <p>{t('parties.promise.lead', { version })}</p>
              {form.promises?.version !== undefined && form.promises.version !== version && (
                <p className="note">{t('parties.promise.anew')}</p>
              )}
              {promises
                .filter(({ pointer }) => asked.includes(pointer))
                .map((text) => (
                  <PromiseTick
                    key={text.pointer}
                    text={text}
                    findings={findingsAt(preCheck, text.pointer)}
                    checked={given(form, text.pointer, version)}
                    onChange={(is) => change((it) => withPromise(it, text.pointer, version, is))}
                  />
                ))}
            </>
          )}
        </PromiseTexts>
      )}
    </div>
  );
}
