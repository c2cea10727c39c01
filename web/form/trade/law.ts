import type { TFunction } from 'i18next';

/** A provision as people cite it. */
export const inLaw = (
  t: TFunction,
  { law, article }: { readonly law: string; readonly article?: string | undefined },
) => (article ? t('tradeDuty.law', { law, article }) : law);
