import { useTranslation } from 'react-i18next';
import { call } from '../../api/call.ts';
import { dayInWords } from '../../parts/moment.ts';
import { useAct } from '../act.ts';
import { ActNote } from '../act-note.tsx';
import { Grave } from '../grave.tsx';
import { useOfficial } from '../official.ts';
import type { Edition } from './an-edition.ts';
import type { Standing } from './standing-of.ts';

interface EditionActsProps {
  readonly of: Edition;
  readonly standing: Standing;
}

/** What may be said of an edition: another confirms it, and anyone withdraws it before it begins. */
export function EditionActs({ of: edition, standing }: EditionActsProps) {
  const { t, i18n } = useTranslation();
  const { subject, isSupervisor } = useOfficial();
  const { id, version, proposedBy, from } = edition;
  const confirming = useAct(
    () => call('POST /v1/editions/{id}/confirmation', { parameters: { id }, version }),
    ['editions', 'published'],
  );
  const withdrawing = useAct(
    () => call('POST /v1/editions/{id}/withdrawal', { parameters: { id }, version }),
    ['editions', 'published'],
  );
  const isBusy = confirming.isPending || withdrawing.isPending;
  const isOpen = standing === 'PROPOSED' || standing === 'COMING';
  return (
    <>
      <div aria-live="polite">
        {standing === 'PROPOSED' && (
          <p className="note">
            {proposedBy === subject
              ? t('supervisionData.waits')
              : t('supervisionData.yours', { by: proposedBy })}
          </p>
        )}
      </div>
      <ActNote error={confirming.error ?? withdrawing.error} sent={edition} />
      {isSupervisor && isOpen && (
        <div className="line">
          {standing === 'PROPOSED' && proposedBy !== subject && (
            <Grave
              label={t('supervisionData.confirm')}
              title={t('supervisionData.confirmTitle')}
              disabled={isBusy}
              act={() => confirming.mutate(undefined)}
            >
              <p>
                {from
                  ? t('supervisionData.confirmText', { day: dayInWords(from, i18n.language) })
                  : t('supervisionData.confirmAtOnce')}
              </p>
            </Grave>
          )}
          <button type="button" disabled={isBusy} onClick={() => withdrawing.mutate(undefined)}>
            {t('supervisionData.withdraw')}
          </button>
        </div>
      )}
    </>
  );
}
