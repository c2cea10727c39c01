import type { LicenceCheck } from '#functions/e-licence/licence-check.ts';
import { licenceGenuine } from '#functions/review/rules/licence-genuine.ts';
import { licenceIdentifierValid } from '#functions/review/rules/licence-identifier-valid.ts';
import { licenceInForce } from '#functions/review/rules/licence-in-force.ts';
import { licenceOfShareholderNamed } from '#functions/review/rules/licence-of-shareholder-named.ts';
import { licenceRegionRecognised } from '#functions/review/rules/licence-region-recognised.ts';
import { licenceUsedByConsent } from '#functions/review/rules/licence-used-by-consent.ts';
import { shareholderCompanyCodeValid } from '#functions/review/rules/shareholder-company-code-valid.ts';
import { shareholderCompanyConsents } from '#functions/review/rules/shareholder-company-consents.ts';
import { company, type RuleRow } from '../rule-row.ts';

const NAME = '长沙云汀贸易有限公司';
const USCC = '91440115MAX000023X';

/** The second shareholder is a company, and this is what became of its licence. */
const heldBy = (
  stated: { name?: string; uscc?: string },
  licence: Partial<LicenceCheck> | undefined = {},
) =>
  company(
    {
      shareholders: [
        { person: 'p1', fen: 70_000_000, contribution: 'CASH', due: '2030-12-31' },
        { company: { name: NAME, uscc: USCC, ...stated }, fen: 30_000_000 },
      ],
    },
    {
      licences: [
        { shareholder: 1, outcome: 'VALID', holderName: NAME, holderUscc: USCC, ...licence },
      ],
    },
  );
const outcome = (it: LicenceCheck['outcome']) => heldBy({}, { outcome: it });
/** A code whose last character should be 9: such codes are in real use. */
const ODD = '91350203M0001QAY9B';

const identifier = (check: string) =>
  `1.2.156.3005.2.11100000MB0143028R001.${USCC}.20260101000001.001.${check}`;
const CHECKED = 'G';
/** A permit of another kind, as public code shows it. */
const PERMIT = '1.2.156.3005.2.11100000MB03271699022.340100.000000016.001.9';

export const LICENCE_ROWS: readonly RuleRow[] = [
  {
    rule: shareholderCompanyCodeValid,
    hits: {
      '/shareholders/1/company/uscc LENGTH RETURN': heldBy({ uscc: '91440115' }),
      '/shareholders/1/company/uscc CHARACTER RETURN': heldBy({ uscc: '91440115MAX00002IX' }),
      '/shareholders/1/company/uscc ORGANISATION_CHECK RETURN': heldBy({
        uscc: '91320115MAED2PCC0L',
      }),
      '/shareholders/1/company/uscc CHECK RETURN': heldBy({ uscc: ODD }),
      '/shareholders/1/company/uscc CHECK_OF_LICENCE REFER': heldBy(
        { uscc: ODD },
        { holderUscc: ODD },
      ),
    },
    passes: outcome('VALID'),
    notApplicable: company(),
  },
  {
    rule: shareholderCompanyConsents,
    hits: {
      '/shareholders/1/company/licence NOT_SHOWN RETURN': outcome('NOT_SHOWN'),
      '/shareholders/1/company/licence NOT_SIGNED RETURN': heldBy({}, { signed: 'NOT_SIGNED' }),
      '/shareholders/1/company/licence OTHER_DOCUMENT RETURN': heldBy(
        {},
        { signed: 'OTHER_DOCUMENT' },
      ),
    },
    passes: heldBy({}, { signed: 'SIGNED' }),
    notApplicable: company(),
  },
  {
    rule: licenceGenuine,
    hits: { '/shareholders/1/company/licence INVALID RETURN': outcome('INVALID') },
    passes: outcome('VALID'),
    notApplicable: outcome('NOT_SHOWN'),
  },
  {
    rule: licenceInForce,
    hits: {
      '/shareholders/1/company/licence NOT_IN_FORCE RETURN': outcome('NOT_IN_FORCE'),
      '/shareholders/1/company/licence SILENT REFER': outcome('SILENT'),
      '/shareholders/1/company/licence OLD REFER': heldBy(
        {},
        { statusAt: '2026-11-21T15:59:59.999Z' },
      ),
    },
    passes: heldBy({}, { statusAt: '2026-11-21T16:00:00.000Z' }),
    notApplicable: company(),
  },
  {
    rule: licenceOfShareholderNamed,
    hits: {
      '/shareholders/1/company/name NAME REFER': heldBy({ name: '长沙云庭贸易有限公司' }),
      '/shareholders/1/company/uscc CODE REFER': heldBy({ uscc: '91440115MAX000031Q' }),
    },
    passes: outcome('VALID'),
    notApplicable: outcome('SILENT'),
  },
  {
    rule: licenceRegionRecognised,
    hits: { '/shareholders/1/company/licence NOT_RECOGNISED REFER': outcome('NOT_RECOGNISED') },
    passes: outcome('VALID'),
    notApplicable: company(),
  },
  {
    rule: licenceIdentifierValid,
    hits: {
      '/shareholders/1/company/licence STRUCTURE RETURN': heldBy({}, { identifier: USCC }),
      '/shareholders/1/company/licence CHECK RETURN': heldBy({}, { identifier: identifier('0') }),
      '/shareholders/1/company/licence TYPE RETURN': heldBy({}, { identifier: PERMIT }),
    },
    passes: heldBy({}, { identifier: identifier(CHECKED) }),
    notApplicable: heldBy({}),
  },
  {
    rule: licenceUsedByConsent,
    hits: {
      '/shareholders/1/company/licence BEYOND RETURN': heldBy(
        {},
        { use: { purpose: 'SHAREHOLDER', consent: 'SHOWN', beyond: ['mobile'] } },
      ),
    },
    passes: heldBy({}, { use: { purpose: 'SHAREHOLDER', consent: 'SIGNED' } }),
    notApplicable: outcome('VALID'),
  },
];
