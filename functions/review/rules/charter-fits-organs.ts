import { identityOf } from '../../application/form-places.ts';
import { breachedBy, type Fault, NOT_APPLICABLE, type Rule, type RuleTexts } from '../rule.ts';

/**
 * Published model charters (章程范本). Each holds the eight items of art. 46, which it takes from the form
 * as it is signed, so that charter and form cannot differ; that a field is empty, CO-01 tells. What a
 * model fixes itself is how the company is run: by ONE director or by a BOARD.
 */
const MODELS = [
  { id: 'LIMITED_COMPANY_ONE_DIRECTOR', from: '2024-07-01', directors: 'ONE' },
  { id: 'LIMITED_COMPANY_BOARD', from: '2024-07-01', directors: 'BOARD' },
] as const;

/** Where each of the eight items stands in the form; the last is the model’s own. */
const ITEMS = [
  '/name, /premises',
  '/scope',
  '/capital',
  '/shareholders/*/person, /shareholders/*/company',
  '/shareholders/*/fen, contribution, due',
  '/roles/directors, /roles/managers, /roles/supervisors, /supervision',
  '/roles/legalRepresentative',
  'model',
] as const;

export const charterFitsOrgans: Rule = {
  id: 'OG-08',
  version: 1,
  onBreach: 'RETURN',
  counts: 'SUBMISSION',
  parameters: { models: MODELS, items: ITEMS },
  check: ({ form, submittedOn }) => {
    const name = form.charter?.model?.trim();
    if (form.type !== 'LIMITED_COMPANY' || !name) return NOT_APPLICABLE;
    const model = MODELS.find(({ id, from }) => id === name && from <= submittedOn);
    const pointer = '/charter/model';
    if (!model) return breachedBy([{ pointer, says: 'UNKNOWN' }]);
    const directors = new Set(form.roles?.directors?.map((key) => identityOf(form, key))).size;
    const faults: Fault[] = [];
    if (model.directors === 'ONE' && directors >= 3) faults.push({ pointer, says: 'HAS_BOARD' });
    if (model.directors === 'BOARD' && directors === 1) faults.push({ pointer, says: 'HAS_ONE' });
    return breachedBy(faults);
  },
};

export const texts: RuleTexts = {
  requires: {
    zh: '公司章程采用登记机关公布的范本，载明法定的八项内容，与申请内容和组织机构一致。',
    en: 'The charter is a published model, which holds the eight items of the law as they stand in the form, and fits the company’s organs.',
  },
  basis: [
    { law: '公司法', article: '46' },
    { law: '市场主体登记管理条例实施细则', article: '11' },
    { law: '市场主体登记管理条例实施细则', article: '13' },
  ],
  says: {
    UNKNOWN: {
      zh: { fault: '没有这个章程范本，或者提交之日尚未公布。', mend: '请选择现行的章程范本。' },
      en: {
        fault: 'There is no such model charter, or not on the day of submission.',
        mend: 'Choose a published model.',
      },
    },
    HAS_BOARD: {
      zh: {
        fault: '所选章程范本只设一名董事，与申请中的董事会不一致。',
        mend: '请改选设董事会的章程范本。',
      },
      en: {
        fault: 'The model charter has one director, the application a board.',
        mend: 'Choose the model with a board.',
      },
    },
    HAS_ONE: {
      zh: {
        fault: '所选章程范本设董事会，申请中只有一名董事。',
        mend: '请改选只设一名董事的章程范本，或者补充董事。',
      },
      en: {
        fault: 'The model charter has a board, the application one director.',
        mend: 'Choose the model with one director, or add directors.',
      },
    },
  },
};
