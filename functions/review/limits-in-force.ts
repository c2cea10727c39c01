import type { StatisticalFigures } from '../registrar/statistical-figures.ts';
import { limitsOf } from '../registrar/statistical-limits.ts';
import type { ReviewFacts } from './facts.ts';

/** The statistical figures of the registrar on the day of submission: those that officials published, else those of the release. */
export const limitsIn = ({
  published,
  registrar,
  submittedOn,
}: Pick<ReviewFacts, 'published' | 'registrar' | 'submittedOn'>):
  | Readonly<StatisticalFigures>
  | undefined => published?.limits ?? limitsOf(registrar?.division, submittedOn);
