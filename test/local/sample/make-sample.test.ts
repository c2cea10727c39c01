import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type ApplicationForm, Submission } from '#functions/application/form.ts';
import { licenceAuthority } from '#functions/e-licence/licence-authority.client.ts';
import type { LicenceCheck } from '#functions/e-licence/licence-check.ts';
import { TrustList } from '#functions/e-licence/trust-list.ts';
import { verifyLicence } from '#functions/e-licence/verify-licence.ts';
import { parseName } from '#functions/name/trade-name.ts';
import { documentHash } from '#functions/party/document-hash.ts';
import { checkIdentities } from '#functions/party/identity-assertion.ts';
import { missingSigners } from '#functions/party/signers.ts';
import { factsOf } from '#functions/review/gathered-facts.ts';
import { review } from '#functions/review/review.ts';
import { createDemoRegion } from '#local/demo/hunan.ts';
import {
  createIdentityProvider,
  IDENTITY_AUDIENCE,
  IDENTITY_ISSUER,
} from '#local/demo/identity-provider.ts';
import { EXPECTED, expectations } from '#local/sample/expected.ts';
import { makeSample, type Sample, type SampleRow } from '#local/sample/make-sample.ts';
import { type ActualRow, outcomesOf } from '#local/sample/outcomes.ts';
import { serving } from '../demo/serving.ts';

const folder = await mkdtemp(join(tmpdir(), 'sample-'));
const identity = await createIdentityProvider(join(folder, 'identity.json'));
const hunan = await createDemoRegion(join(folder, 'hunan.json'));
const { base, stop } = await serving(hunan.handler);
const { statusList } = licenceAuthority(Date.now);
const trustList = TrustList.parse([hunan.trustListEntry(`${base}/demo/hunan`)]);

afterAll(async () => {
  stop();
  await rm(folder, { recursive: true });
});

const now = Date.now();
const sample = await makeSample({ now, identity, hunan });

const STATES = {
  APPROVE: 'REGISTERED',
  RETURN: 'RETURNED',
  REFER: 'REFERRED',
} as const;

const licencesOf = (form: ApplicationForm, now: number): Promise<LicenceCheck[]> => {
  const at = new Date(now).toISOString();
  return Promise.all(
    (form.shareholders ?? []).flatMap(({ company }, shareholder) => {
      if (!company) return [];
      const token = company.licence;
      return token === undefined
        ? [Promise.resolve<LicenceCheck>({ shareholder, outcome: 'NOT_SHOWN' })]
        : [
            verifyLicence({ shareholder, token }, { trustList, statusList, now }).then(
              // the demo region signs its list by the real clock, and it is read by that of the sample
              ({ check }) => ({ ...check, ...(check.statusAt && { statusAt: at }) }),
            ),
          ];
    }),
  );
};

/** Judges a row as the system does, the first comers having got name and place. */
async function judged(
  row: SampleRow,
  { hosts, earlier, now }: { hosts: Sample['hosts']; earlier: readonly SampleRow[]; now: number },
): Promise<ActualRow> {
  const { form } = row;
  const at = new Date(now).toISOString();
  const host = hosts.find((it) => it.id === form.premises?.host);
  const tenants = earlier.filter((it) => it.form.premises?.host === host?.id).length;
  const place = !host ? 'NOT_NEEDED' : tenants < host.places ? 'HELD' : 'NONE_FREE';
  const nameTaken = form.name && earlier.some((it) => it.form.name === form.name);
  const { verdict, findings } = review(
    factsOf(form, {
      submittedAt: at,
      now: at,
      nameConflicts: nameTaken ? [{ industry: 'F52', kind: 'RESERVED' }] : [],
      ...(host && { host }),
      place,
      licences: await licencesOf(form, now),
      identities: await checkIdentities({
        form,
        assertions: row.signatures.map((it) => it.assertion),
        documentHash: await documentHash(form),
        jwks: identity.publicJwks,
        issuer: IDENTITY_ISSUER,
        audience: IDENTITY_AUDIENCE,
        now,
      }),
    }),
  );
  return {
    clientRowRef: row.clientRowRef,
    state: STATES[verdict],
    rules: findings.filter((it) => it.consequence !== 'WARN').map((it) => it.rule),
  };
}

const judgedAll = ({ rows, hosts }: Sample, at: number) =>
  Promise.all(
    rows.map((row, index) => judged(row, { hosts, earlier: rows.slice(0, index), now: at })),
  );

describe('the sample batch', () => {
  it('has 200 rows, each of them read as a submission', () => {
    const lines = sample.ndjson.trimEnd().split('\n');
    expect(lines).toHaveLength(200);
    for (const line of lines) {
      const { clientRowRef, ...submission } = JSON.parse(line);
      expect(clientRowRef).toMatch(/^SAMPLE-\d{3}$/);
      expect(Submission.safeParse(submission).error).toBeUndefined();
    }
  });

  it('becomes what stands beside it, by the rules that stand there', async () => {
    expect(outcomesOf(sample.rows, await judgedAll(sample, now))).toEqual({
      registered: 163,
      returned: 29,
      referred: 8,
      lost: 0,
      deviations: [],
    });
  });

  it('waits for nobody’s signature', () => {
    for (const { form, signatures } of sample.rows) {
      expect(
        missingSigners(
          form,
          signatures.map((it) => it.assertion),
        ),
      ).toEqual([]);
    }
  });

  it('shares no name, person or address by chance', () => {
    const names = sample.rows
      .filter(({ group }) => !group.startsWith('one-name-'))
      .flatMap(({ form }) => (form.name === undefined ? [] : parseName(form.name).key));
    expect(names).toHaveLength(192);
    expect(new Set(names).size).toBe(names.length);
    const people = sample.rows.flatMap((it) => Object.values(it.form.people ?? {}));
    const numbers = people.map((it) => it.document?.number);
    expect(new Set(numbers).size).toBe(numbers.length);
    const addresses = sample.rows.flatMap((it) => it.form.premises?.address ?? []);
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  it('has the fixed number of rows in each group', () => {
    for (const [group, { rows, becomes }] of expectations) {
      expect([group, sample.rows.filter((it) => it.group === group).length]).toEqual([group, rows]);
      expect(Object.values(becomes).reduce((sum, it) => sum + it)).toBe(rows);
    }
  });

  it('is the same for the same moment, but for salts and signatures', async () => {
    const again = await makeSample({ now, identity, hunan });
    const bare = ({ rows }: Sample) =>
      rows.map(({ signatures, ...row }) => [
        signatures.length,
        JSON.stringify(row).replaceAll(/"licence":"[^"]*"/g, ''),
      ]);
    expect(bare(again)).toEqual(bare(sample));
  });

  it('is another for another seed, and becomes the same', async () => {
    const other = await makeSample({ now, identity, hunan, seed: 7 });
    expect(other.rows.map((it) => it.group)).not.toEqual(sample.rows.map((it) => it.group));
    expect(outcomesOf(other.rows, await judgedAll(other, now)).deviations).toEqual([]);
    expect(Object.keys(EXPECTED)).toEqual(expectations.map(([group]) => group));
  });

  it.each(['2027-02-28T16:00:00.000Z', '2028-02-29T15:59:59.999Z'])(
    'becomes the same when it is made at %s',
    async (moment) => {
      const later = await makeSample({ now: Date.parse(moment), identity, hunan });
      expect(outcomesOf(later.rows, await judgedAll(later, Date.parse(moment))).deviations).toEqual(
        [],
      );
    },
  );
});
