import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inTurn, NamedError } from './named-error.ts';
import { type Functions, run, silence } from './run.ts';

const definition: unknown = JSON.parse(
  readFileSync(new URL('../../workflows/registration.asl.json', import.meta.url), 'utf8'),
);
const task = { applicationId: 'ap_00000000000000000000000001', attempt: 1 };

/** Functions that register at once; a test changes what it is about. */
const approving: Functions = {
  VerifyLicences: () => ({ outcome: 'CHECKED' }),
  AutoReview: () => ({ outcome: 'APPROVE' }),
  RegisterBusiness: () => ({ outcome: 'REGISTERED' }),
  ReviewMachine: () => ({}),
};
const registration = (functions: Functions = {}) =>
  run(definition, task, { ...approving, ...functions });

describe('registration', () => {
  it('goes from the review to the register', async () => {
    expect(await registration()).toMatchObject({
      status: 'SUCCEEDED',
      output: { outcome: 'REGISTERED' },
      path: ['Auto review', 'Reviewed', 'Register', 'Registered or lost', 'Registered'],
    });
  });

  it('asks the issuers of e-licences that nobody has verified, and reviews with what they said', async () => {
    const asked: unknown[] = [];
    const ran = await registration({
      VerifyLicences: (payload) => {
        asked.push(payload);
        return { outcome: 'CHECKED' };
      },
      AutoReview: (payload) => {
        asked.push(payload);
        return { outcome: 'licences' in payload ? 'APPROVE' : 'UNVERIFIED' };
      },
    });
    expect(asked).toEqual([{ ...task, round: 1 }, task, { ...task, round: 1, licences: 'ASKED' }]);
    expect(ran).toMatchObject({ status: 'SUCCEEDED', output: { outcome: 'REGISTERED' } });
  });

  it('hands every task the application, the attempt and nothing personal', async () => {
    const seen: unknown[] = [];
    const note = (outcome: string) => (payload: object) => {
      seen.push(payload);
      return { outcome };
    };
    await registration({
      AutoReview: note('APPROVE'),
      RegisterBusiness: note('REGISTERED'),
    });
    expect(seen).toEqual([{ ...task, round: 1 }, task]);
  });

  it.each([
    { verdict: 'RETURN', outcome: 'RETURNED', end: ['Returned'] },
    { verdict: 'REFER', outcome: 'REFERRED', end: ['Refer', 'Referred'] },
    { verdict: 'ENDED', outcome: 'ENDED', end: ['Ended'] },
  ])('ends $outcome where the review says $verdict', async ({ verdict, outcome, end }) => {
    expect(await registration({ AutoReview: () => ({ outcome: verdict }) })).toMatchObject({
      status: 'SUCCEEDED',
      output: { outcome },
      path: ['Auto review', 'Reviewed', ...end],
    });
  });

  it('starts the review by an official with the attempt', async () => {
    const started: unknown[] = [];
    await registration({
      AutoReview: () => ({ outcome: 'REFER' }),
      ReviewMachine: (input) => started.push(input),
    });
    expect(started).toEqual([task]);
  });

  it('reviews once more where name or place were lost, and returns the loser his finding', async () => {
    const rounds: unknown[] = [];
    const ran = await registration({
      AutoReview: ({ round }) => {
        rounds.push(round);
        return { outcome: round === 1 ? 'APPROVE' : 'RETURN' };
      },
      RegisterBusiness: () => ({ outcome: 'LOST' }),
    });
    expect(rounds).toEqual([1, 2]);
    expect(ran).toMatchObject({ status: 'SUCCEEDED', output: { outcome: 'RETURNED' } });
    expect(ran.path.slice(-4)).toEqual([
      'Registered or lost',
      'Review again',
      'Reviewed again',
      'Returned',
    ]);
  });

  it('registers in the second round where another place was free', async () => {
    const ran = await registration({
      RegisterBusiness: inTurn({ outcome: 'LOST' }, { outcome: 'REGISTERED' }),
    });
    expect(ran.path.slice(-3)).toEqual([
      'Register again',
      'Registered or lost again',
      'Registered',
    ]);
  });

  it.each(['Register', 'Register again'])(
    'ends at %s, and refers nothing, while issuance is stopped',
    async (at) => {
      const outcomes = [{ outcome: 'LOST' }, { outcome: 'STOPPED' }].slice(
        at === 'Register' ? 1 : 0,
      );
      const ran = await registration({
        RegisterBusiness: inTurn(...outcomes),
        ReviewMachine: inTurn(),
      });
      expect(ran).toMatchObject({ status: 'SUCCEEDED', output: { outcome: 'STOPPED' } });
      expect(ran.path.slice(-3)).toEqual([
        at,
        expect.stringContaining('Registered or lost'),
        'Stopped',
      ]);
    },
  );

  it('refers what was lost twice', async () => {
    const ran = await registration({ RegisterBusiness: () => ({ outcome: 'LOST' }) });
    expect(ran).toMatchObject({ status: 'SUCCEEDED', output: { outcome: 'REFERRED' } });
    expect(ran.path.slice(-4)).toEqual([
      'Register again',
      'Registered or lost again',
      'Refer',
      'Referred',
    ]);
  });

  it.each(['Register', 'Register again'])('ends at %s what was withdrawn meanwhile', async (at) => {
    const outcomes = [{ outcome: 'LOST' }, { outcome: 'ENDED' }].slice(at === 'Register' ? 1 : 0);
    const ran = await registration({ RegisterBusiness: inTurn(...outcomes) });
    expect(ran.path).toContain(at);
    expect(ran.output).toEqual({ outcome: 'ENDED' });
  });

  it('asks a silent issuer three times in all, and reviews without its answer', async () => {
    let asked = 0;
    const ran = await registration({
      VerifyLicences: () => {
        asked += 1;
        throw new NamedError('LicenceAuthorityUnavailable');
      },
      AutoReview: inTurn({ outcome: 'UNVERIFIED' }, { outcome: 'REFER' }),
    });
    expect(asked).toBe(3);
    expect(ran).toMatchObject({ status: 'SUCCEEDED', output: { outcome: 'REFERRED' } });
    expect(ran.path.slice(2, 4)).toEqual(['Verify e-licences', 'Review e-licences']);
  });

  it('reviews without an issuer that never answers, within seconds', async () => {
    const ran = await registration({
      VerifyLicences: () => silence,
      AutoReview: inTurn({ outcome: 'UNVERIFIED' }, { outcome: 'REFER' }),
    });
    expect(ran.output).toEqual({ outcome: 'REFERRED' });
    expect(ran.seconds).toBeLessThan(20);
  });

  it.each([
    { failing: 'AutoReview', failure: 'ApplicationMoved', answer: 'APPROVE' },
    { failing: 'AutoReview', failure: 'Lambda.TooManyRequestsException', answer: 'APPROVE' },
    { failing: 'RegisterBusiness', failure: 'RegisterContended', answer: 'REGISTERED' },
    { failing: 'RegisterBusiness', failure: 'ApplicationMoved', answer: 'REGISTERED' },
  ])('tries $failing again after $failure', async ({ failing, failure, answer }) => {
    const error = new NamedError(failure);
    const ran = await registration({ [failing]: inTurn(error, error, { outcome: answer }) });
    expect(ran).toMatchObject({ status: 'SUCCEEDED', output: { outcome: 'REGISTERED' } });
  });

  it.each(['VerifyLicences', 'AutoReview', 'RegisterBusiness'])(
    'fails, and decides nothing, where %s has a defect',
    async (failing) => {
      let calls = 0;
      const ran = await registration({
        ...(failing === 'VerifyLicences' && { AutoReview: () => ({ outcome: 'UNVERIFIED' }) }),
        [failing]: () => {
          calls += 1;
          throw new TypeError('undefined is not a function');
        },
      });
      expect(ran).toMatchObject({ status: 'FAILED', error: 'TypeError' });
      expect(calls).toBe(1);
    },
  );

  it.each(['AutoReview', 'RegisterBusiness'])(
    'is over within five minutes though %s hangs',
    async (hanging) => {
      const ran = await registration({ [hanging]: () => silence });
      expect(ran.status).not.toBe('SUCCEEDED');
      expect(ran.seconds).toBeLessThan(300);
    },
  );
});
