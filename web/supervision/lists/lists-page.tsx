import { useTranslation } from 'react-i18next';
import { Work } from '../work.tsx';
import { Counts } from './counts.tsx';
import { SubjectSearch } from './subject-search.tsx';

/** Lists on persons, businesses and addresses: one is looked up by whom it is on, never leafed through. */
export function ListsPage() {
  const { t } = useTranslation();
  return (
    <Work title={t('supervision.door.lists')} lead={t('supervisionLists.lead')} isForHeads>
      <SubjectSearch />
      <Counts />
    </Work>
  );
}
