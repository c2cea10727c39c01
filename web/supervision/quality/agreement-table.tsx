import { useTranslation } from 'react-i18next';
import { Stacked } from '../../parts/stacked.tsx';
import { usePublished } from '../data/an-edition.ts';
import { percent } from './percent.ts';
import { type Agreement, markOf, worstFirst } from './worst-first.ts';

/** Agreement of persons with each rule, the weakest first; each with what it should be. */
export function AgreementTable({ of }: { readonly of: readonly Agreement[] }) {
  const { t, i18n } = useTranslation();
  const { data } = usePublished('');
  const share = (part: number) => percent(part, i18n.language);
  return (
    <Stacked
      caption={t('supervisionQuality.agreementCaption')}
      heads={[
        t('supervisionQuality.rule'),
        t('supervisionQuality.mark'),
        t('supervisionQuality.agreed'),
        t('supervisionQuality.interval'),
        t('supervisionQuality.target'),
      ]}
      rows={worstFirst(of).map((it) => {
        const { rule, version, consequence, agreed, of: judged, lower, upper, target } = it;
        const mark = markOf(it);
        const requires = data?.rules.find((known) => known.rule === rule)?.requires;
        return {
          key: `${rule}@${version} ${consequence}`,
          isGrave: mark === 'WEAK',
          cells: [
            rule === undefined ? (
              t('supervisionQuality.approved')
            ) : (
              <>
                {t('supervisionQuality.version', { rule, version })}
                {requires && <span className="hint">{requires}</span>}
                {consequence && (
                  <span className="tag">
                    {t(`application.consequence.${consequence as 'REFER'}`)}
                  </span>
                )}
              </>
            ),
            <span className={mark === 'WEAK' ? 'wrong' : ''} key="mark">
              {t(`supervisionQuality.marks.${mark}`)}
            </span>,
            t('supervisionQuality.agreedOf', { agreed, of: judged }),
            `${share(lower)} – ${share(upper)}`,
            target
              ? t('supervisionQuality.targetOf', {
                  share: share(target.share),
                  atLeast: target.atLeast,
                })
              : t('supervisionQuality.noTarget'),
          ],
        };
      })}
    />
  );
}
