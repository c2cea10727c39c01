import type { ReviewFacts } from './facts.ts';

/** The e-licences that corporate shareholders showed, each beside the company that showed it. */
export const licencesShown = ({ form, licences }: ReviewFacts) =>
  licences.flatMap((licence) => {
    const at = licence.shareholder;
    const company = form.shareholders?.[at]?.company;
    return company && licence.outcome !== 'NOT_SHOWN'
      ? [{ at, licence, company, pointer: `/shareholders/${at}/company/licence` }]
      : [];
  });
